import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ServedFolder, serveFolder } from "../../../../graders/release/site/serveFolder";

const folder = mkdtempSync(path.join(tmpdir(), "nablab-served-"));
let served: ServedFolder;

beforeAll(async () => {
  mkdirSync(path.join(folder, "lab"));
  writeFileSync(path.join(folder, "lab/index.html"), "<p>lab</p>");
  writeFileSync(path.join(folder, "program.js"), "void 0;".repeat(1000));
  writeFileSync(path.join(folder, "..", `${path.basename(folder)}.txt`), "outside");
  served = await serveFolder(folder, 0);
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
  rmSync(`${folder}.txt`);
});

it("serves files of the folder with their types, compressed, and the pages of folders", async () => {
  const program = await fetch(`${served.address}program.js`);
  expect(Object.fromEntries(program.headers)).toMatchObject({
    "content-type": expect.stringContaining("javascript"),
    "content-encoding": "gzip",
    "cache-control": "no-cache",
  });
  expect(await program.text()).toHaveLength(7000);
  expect(await (await fetch(`${served.address}lab/?path=a.ipynb`)).text()).toBe("<p>lab</p>");
});

it("serves nothing else", async () => {
  const name = path.basename(folder);
  for (const address of ["missing.js", `..%2f${name}.txt`, `%2e%2e/${name}.txt`]) {
    expect((await fetch(`${served.address}${address}`)).status).toBe(404);
  }
});

it("says when another program has the port", async () => {
  const port = Number(new URL(served.address).port);
  await expect(serveFolder(folder, port)).rejects.toMatchObject({ code: "EADDRINUSE" });
});
