import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { loadMat } from "../../src/datasets/loadMat";

/** Written by SciPy: make_mat_fixtures.py. */
const golden = path.resolve(__dirname, "../golden/mat");
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "nablab-mat-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(["football.mat", "plain.mat"])("reads the numeric arrays of %s, and nothing else", async (file) => {
  const { X, y, Xval, big, ...rest } = await loadMat(path.join(golden, file));
  expect(X.tolist()).toEqual([0, 1, 2, 3, 4].map((row) => [row / 2 - 0.5, row / 2 - 0.25]));
  expect(y.tolist()).toEqual([[0], [1], [1], [0], [1]]);
  expect(Xval.tolist()).toEqual([
    [0, 1],
    [2, 3],
    [4, 5],
  ]);
  expect(big.shape).toEqual([2, 3, 4]);
  expect([...big.toTypedArray()]).toEqual(Array.from({ length: 24 }, (_, i) => i - 12));
  expect(rest).toEqual({});
});

describe("says what is wrong", () => {
  const write = (bytes: Uint8Array | string): string => {
    const file = path.join(folder, "given.mat");
    writeFileSync(file, bytes);
    return file;
  };
  const football = (): Buffer => readFileSync(path.join(golden, "football.mat"));

  it("with a file that is missing or something else", async () => {
    await expect(loadMat(path.join(golden, "none.mat"))).rejects.toThrow("no such file");
    await expect(loadMat(__filename)).rejects.toThrow("is not a MATLAB file of version 5 to 7");
    await expect(loadMat(write(""))).rejects.toThrow("is not a MATLAB file");
  });

  it("with a file of version 7.3", async () => {
    const bytes = Buffer.alloc(600);
    bytes.write("\x89HDF\r\n\x1a\n", 512, "latin1");
    await expect(loadMat(write(bytes))).rejects.toThrow("version 7.3; save it in MATLAB with the option -v7");
  });

  it("with a file that is cut off, wherever that is in an array, or damaged", async () => {
    for (const end of [140, 160, 200]) {
      await expect(loadMat(write(football().subarray(0, end)))).rejects.toThrow("is damaged, or cut off");
    }
    const damaged = football();
    damaged.fill(0xff, 140, 150);
    await expect(loadMat(write(damaged))).rejects.toThrow("is damaged, or cut off");
  });

  it("with complex numbers", async () => {
    await expect(loadMat(path.join(golden, "complex.mat"))).rejects.toThrow("z is complex");
  });
});
