import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { holds, savedNotebook } from "../../src/notebook/savedNotebook";

const folder = mkdtempSync(join(tmpdir(), "nablab-saved-"));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

/** A notebook with these cells, by their ids. */
const fileWith = (cells: Record<string, string | string[]>): string =>
  JSON.stringify({ cells: Object.entries(cells).map(([id, source]) => ({ id, cell_type: "code", source })) });

describe("A notebook's file", () => {
  const submitting = { id: "z", code: "submit();" };

  test.each([
    ["has all that was run", { a: "let x = 1;", z: "submit();" }, [{ id: "a", code: "let x = 1;" }], true],
    ["has it in lines", { a: ["let x =\n", "  1;"], z: "submit();" }, [{ id: "a", code: "let x =\n  1;" }], true],
    ["has another version of a cell", { a: "let x = 1;", z: "submit();" }, [{ id: "a", code: "let x = 2;" }], false],
    ["has no cell any more that was deleted", { z: "submit();" }, [{ id: "a", code: "let x = 2;" }], true],
    ["lacks the running cell", { a: "let x = 1;" }, [{ id: "a", code: "let x = 1;" }], false],
  ])("%s", (_, cells, runs, expected) => {
    expect(holds(fileWith(cells), [...runs, submitting])).toBe(expected);
  });

  test("has to have the last code, where no cell is named", () => {
    const runs = [{ id: null, code: "submit();" }];
    expect(holds(fileWith({ a: "x", b: "submit();" }), runs)).toBe(true);
    expect(holds(fileWith({ a: "x", b: "submit() " }), runs)).toBe(false);
    expect(holds("{ half written", runs)).toBe(false);
  });
});

describe("The notebook that runs", () => {
  const path = join(folder, "work.ipynb");

  test("is the one that Jupyter names", () => {
    const text = fileWith({ z: "submit();" });
    writeFileSync(path, text);
    vi.stubEnv("JPY_SESSION_NAME", path);
    const { name, bytes } = savedNotebook([{ id: "z", code: "submit();" }]);
    expect([name, Buffer.from(bytes).toString()]).toEqual(["work.ipynb", text]);
    expect(() => savedNotebook([{ id: "z", code: "submit( );" }])).toThrow("save the notebook first");
  });

  test.each([
    [undefined, "does not know which file this notebook is in"],
    ["", "does not know which file"],
    ["Console 1", "does not know which file"],
    ["work.ipynb", "does not know which file"],
    [join(folder, "console.ts"), "does not know which file"],
    [join(folder, "renamed.ipynb"), "the notebook was renamed or moved"],
  ])("is not known from %j", (session, message) => {
    vi.stubEnv("JPY_SESSION_NAME", session);
    expect(() => savedNotebook([])).toThrow(message);
  });
});
