import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parseSubmission, type Submission } from "../../../../graders/extract/parse/parseSubmission";
import { readBytes } from "../../../../graders/extract/readBytes";

const folder = mkdtempSync(join(tmpdir(), "nablab-read-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The file that the grader loads and a reader parses. */
function readSubmission(path: string): Submission {
  return parseSubmission(readBytes(path), extname(path));
}

const notebook = (content: object): string => JSON.stringify({ nbformat: 4, metadata: {}, ...content });
const code = (source: unknown) => ({ cell_type: "code", source });

describe("Files that are read", () => {
  test("the code cells of a notebook are numbered, whatever lies between them", () => {
    const path = write(
      "a.ipynb",
      notebook({ cells: [code("a\nb"), { cell_type: "markdown" }, null, code(["c\n", "d"])] }),
    );
    expect(readSubmission(path).cells).toEqual([
      { number: 1, source: "a\nb" },
      { number: 2, source: "c\nd" },
    ]);
  });

  test.each([
    ["a byte order mark", Buffer.from("\uFEFFconst a = 1;\n")],
    ["Windows line ends", "const a = 1;\r\n"],
    ["UTF-16, as Notepad may save", Buffer.from("\uFEFFconst a = 1;\n", "utf16le")],
    ["UTF-16 with the bytes the other way round", Buffer.from("\uFEFFconst a = 1;\n", "utf16le").swap16()],
    ["UTF-16 without a byte order mark", Buffer.from("const a = 1;\n", "utf16le")],
  ])("%s does not matter", (_, content) => {
    expect(readSubmission(write("b.ts", content)).cells).toEqual([{ number: null, source: "const a = 1;\n" }]);
  });

  test("numbers that only Python knows do not matter, outside of texts", () => {
    const metadata = '{"papermill": {"duration": NaN, "least": -Infinity, "text": "a \\" NaN, Infinity"}}';
    const text = `{"nbformat": 4, "metadata": ${metadata}, "cells": [${JSON.stringify(code("NaN"))}]}`;
    expect(readSubmission(write("n.ipynb", text)).cells).toEqual([{ number: 1, source: "NaN" }]);
    expect(() => readSubmission(write("n.ipynb", text.replace("4,", "nan,")))).toThrow("not valid JSON");
  });

  test("the assignment is read from the metadata, if it is there and a text", () => {
    const declared = (metadata: unknown) =>
      readSubmission(write("c.ipynb", notebook({ metadata, cells: [code("1")] }))).declaredAssignment;
    expect(declared({ nablab: { assignment: "x" } })).toBe("x");
    expect(declared({ nablab: { assignment: 3 } })).toBeNull();
    expect(declared([])).toBeNull();
  });
});

describe("Files that are refused, in one line", () => {
  test.each<[string, string | Buffer, string]>([
    ["not JSON", "hello", "is not a notebook: not valid JSON"],
    [
      "truncated",
      notebook({ cells: [code("const a = 1;")] }).slice(0, -9),
      "is cut off: the end of the notebook is missing",
    ],
    ["binary", Buffer.from([1, 0, 2, 3]), "is a binary file, not a notebook or a script"],
    ["not UTF-8", Buffer.from([0x7b, 0xff, 0xfe, 0x20]), "is a binary file, or text that is not UTF-8"],
    ["0 bytes", "", "is empty (0 bytes)"],
    ["a PDF", Buffer.from("%PDF-1.7 \0"), "is a PDF; hand in the notebook itself (.ipynb)"],
    ["a zip file", Buffer.from("PK\x03\x04\0\0", "latin1"), "is a zip file; hand in the notebook itself"],
    [
      "a web page",
      "\n<!DOCTYPE html>\n<html><body>x</body></html>",
      "is a web page that was saved in place of the notebook",
    ],
    ["a web page of another kind", '<?xml version="1.0"?><!-- x --><HTML lang="en">', "is a web page"],
    [
      "a Git LFS pointer",
      "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
      "is a Git LFS pointer in place of the notebook; run `git lfs pull`",
    ],
    [
      "the markers of a merge conflict",
      '{\n"cells": [\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> theirs\n]}',
      "has the markers of a merge conflict, the first in line 3 of the file; resolve",
    ],
    ["only spaces", " \n\n", "is empty (only white space)"],
    [
      "nbformat 3",
      JSON.stringify({ nbformat: 3, worksheets: [] }),
      "is a notebook in the old format 3; open it in JupyterLab and save it again",
    ],
    [
      "a format from the future",
      JSON.stringify({ nbformat: 5 }),
      "is a notebook in an unknown format; nbformat 4 is needed",
    ],
    ["some other JSON", '{"a": 1}', "is JSON, but not a Jupyter notebook"],
    ["a list", "[]", "is JSON, but not a Jupyter notebook"],
    ["no list of cells", notebook({ cells: {} }), "is a damaged notebook: it has no list of cells"],
    [
      "a cell whose source is a number",
      notebook({ cells: [code(7)] }),
      "is a damaged notebook: code cell 1 has no readable source",
    ],
    ["no code cells", notebook({ cells: [{ cell_type: "markdown", source: "hi" }] }), "is a notebook without any code"],
    ["empty code cells", notebook({ cells: [code(" \n")] }), "is a notebook without any code"],
  ])("%s", (_, content, message) => {
    expect(() => readSubmission(write("bad.ipynb", content))).toThrow(message);
  });

  test("a folder named like a notebook", () => {
    mkdirSync(join(folder, "folder.ipynb"));
    expect(() => readSubmission(join(folder, "folder.ipynb"))).toThrow("is a folder, not a file");
  });

  test("a symbolic link, even to a good file", () => {
    symlinkSync(write("good.ts", "const a = 1;"), join(folder, "link.ts"));
    expect(() => readSubmission(join(folder, "link.ts"))).toThrow("is a symbolic link; the file itself is needed");
  });

  test("a file in a folder that has become a link by now", () => {
    mkdirSync(join(folder, "ada"));
    writeFileSync(join(folder, "ada/hw.ts"), "const a = 1;");
    symlinkSync(join(folder, "ada"), join(folder, "ben"));
    expect(readBytes(join(folder, "ada/hw.ts"), 2).toString()).toBe("const a = 1;");
    expect(() => readBytes(join(folder, "ben/hw.ts"), 2)).toThrow("is in a folder that is a symbolic link");
    // What is above may be one.
    expect(readBytes(join(folder, "ben/hw.ts")).toString()).toBe("const a = 1;");
  });

  test("a gigabyte, without reading it", () => {
    const path = write("huge.ipynb", "");
    truncateSync(path, 2 ** 30);
    expect(() => readSubmission(path)).toThrow("is too large: 1024 MB, at most 64 MB; clear the outputs (");
  });

  test("a file that is not there", () => {
    expect(() => readSubmission(join(folder, "nowhere.ipynb"))).toThrow("does not exist");
  });
});
