import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { writeWhole } from "../../../graders/text/writeWhole";

const base = mkdtempSync(join(tmpdir(), "nablab-whole-"));
afterAll(() => rmSync(base, { recursive: true }));
const newFolder = () => mkdtempSync(join(base, "out-"));
const modeOf = (path: string) => statSync(path).mode & 0o777;

describe("A file that is written whole", () => {
  test("is the old one until all is there, and stays it when something fails on the way", () => {
    const folder = newFolder();
    const path = join(folder, "a");
    writeWhole(path, ["old"]);
    function* chunks(): Generator<string> {
      yield "new";
      expect(readFileSync(path, "utf8")).toBe("old");
      throw new Error("no more");
    }
    expect(() => writeWhole(path, chunks())).toThrow("no more");
    expect(readFileSync(path, "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["a"]);
    writeWhole(path, ["n", "é", "w"]);
    expect(readFileSync(path, "utf8")).toBe("néw");
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  test("does not write through what a run that was killed, or anybody else, has left in its way", () => {
    const folder = newFolder();
    writeFileSync(join(folder, "other"), "other");
    symlinkSync(join(folder, "other"), join(folder, "a.draft"));
    writeWhole(join(folder, "a"), ["new"]);
    expect(readFileSync(join(folder, "other"), "utf8")).toBe("other");
    expect(readFileSync(join(folder, "a"), "utf8")).toBe("new");
    expect(existsSync(join(folder, "a.draft"))).toBe(false);
  });

  test.runIf(process.platform !== "win32")(
    "has the mode that is asked for, and keeps the one that somebody gave it",
    () => {
      const path = join(newFolder(), "new/a");
      writeWhole(path, ["x"], 0o600);
      expect([modeOf(path), modeOf(join(path, ".."))]).toEqual([0o600, 0o700]);
      chmodSync(path, 0o644);
      writeWhole(path, ["y"], 0o600);
      expect(modeOf(path)).toBe(0o644);
    },
  );
});
