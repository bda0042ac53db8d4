import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root } from "../../../../graders/course/folderOf";
import { bundleOnce } from "../../../../graders/sandbox/host/bundleOnce";

let folder: string;
let cache: string;
let source: string;
let made: number;
const aMinuteAgo = new Date(Date.now() - 60_000);

beforeEach(() => {
  made = 0;
  folder = mkdtempSync(join(tmpdir(), "nablab-bundle-"));
  cache = join(folder, ".cache/nablab");
  source = join(folder, "source.ts");
  write("one");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(text: string, time = aMinuteAgo): void {
  writeFileSync(source, text);
  utimesSync(source, time, time);
}

function bundle(): Promise<string> {
  const make = async () => {
    made += 1;
    return { text: readFileSync(source, "utf8"), sources: [relative(root, source)] };
  };
  return bundleOnce("test", "", make, folder);
}

/** The bundle's text, which is the same as its source's. */
async function textOf(): Promise<string> {
  return readFileSync(await bundle(), "utf8");
}

test("a bundle is made once", async () => {
  expect([await textOf(), await textOf()]).toEqual(["one", "one"]);
  expect(made).toBe(1);
});

test("it is made again when a source was written, be it of the same length or at the same time", async () => {
  await textOf();
  write("two", new Date(aMinuteAgo.getTime() + 1));
  expect(await textOf()).toBe("two");
  write("three", new Date(aMinuteAgo.getTime() + 1));
  expect(await textOf()).toBe("three");
  expect(made).toBe(3);
});

test("it is made again when a source is gone, or the bundle itself", async () => {
  await textOf();
  rmSync(await bundle());
  expect(await textOf()).toBe("one");
  rmSync(source);
  await expect(textOf()).rejects.toThrow("ENOENT");
});

test("what was written while it was made is not relied on", async () => {
  write("one", new Date(Date.now() + 60_000));
  await textOf();
  await textOf();
  expect(made).toBe(2);
});

test("where no record can be kept, the bundle is made all the same", async () => {
  const path = await bundle();
  const [record] = readdirSync(cache).filter((name) => name.endsWith(".json"));
  rmSync(join(cache, record));
  // Nothing can be written in its place.
  mkdirSync(join(cache, record));
  expect(await bundle()).toBe(path);
  expect(made).toBe(2);
});
