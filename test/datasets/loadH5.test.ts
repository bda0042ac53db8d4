import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { loadH5 } from "../../src/datasets/loadH5";

const golden = path.resolve(__dirname, "../golden");

it("reads images and labels of an HDF5 file in the layout of the course's cat pictures", async () => {
  const { train_set_x: images, train_set_y: labels, ...rest } = await loadH5(path.join(golden, "cats.h5"));
  expect(images.shape).toEqual([3, 4, 4, 3]);
  expect([...images.toTypedArray()]).toEqual(Array.from({ length: 144 }, (_, i) => i));
  expect(labels.tolist()).toEqual([0, 1, 1]);
  expect(rest).toEqual({});
});

it("says what is wrong with files that are missing or something else", async () => {
  await expect(loadH5(path.join(golden, "none.h5"))).rejects.toThrow("no such file");
  await expect(loadH5(__filename)).rejects.toThrow("is not an HDF5 file");
});

it("leaves a file of the current folder alone, whatever its name", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "nablab-h5-"));
  const before = process.cwd();
  process.chdir(folder);
  try {
    writeFileSync("file.h5", "mine");
    await loadH5(path.join(golden, "cats.h5"));
    expect(readdirSync(".").map((name) => readFileSync(name, "utf8"))).toEqual(["mine"]);
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  }
});
