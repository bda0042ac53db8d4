import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, sep } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Results } from "../../../graders/engine/results";
import { safeName } from "../../../graders/report/safeName";
import { foldName } from "../../../graders/text/foldName";

const runner = join(__dirname, "../../../graders/cli/run.js");
/** A name that can be recognized wherever it leaks. */
const base = mkdtempSync(join(tmpdir(), "nablab-recognisable-"));
afterAll(() => rmSync(base, { recursive: true }));

const header = 'import { np } from "nablab";\n';
const sigmoid = "function sigmoid(z: any): any { return np.divide(1, np.add(1, np.exp(np.negative(z)))); }\n";
const zeros = "function initializeWithZeros(dim: number): any { return { w: np.zeros([dim, 1]), b: 0 }; }\n";

function grade(...args: string[]) {
  const formats = "json,html,csv,gradescope,junit,canvas,moodle";
  const fixed = ["grade", "-a", "logistic-regression", "--seed", "1", "--format", formats];
  return spawnSync(process.execPath, [runner, ...fixed, ...args], { encoding: "utf8" });
}

const resultsIn = (out: string): Results => JSON.parse(readFileSync(join(out, "results.json"), "utf8"));

/** Every file below a folder, by its path there. */
function filesIn(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return new Map(files.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

describe("Through the command line", { timeout: 60_000 }, () => {
  test("students with names that are nearly the same have rows, pages and marks of their own", () => {
    const long = "s".repeat(200);
    // Every other one has more points than the one before, whose name is nearly the same.
    const names = [
      ...["ada", "Ada", "می\u200cلاد", "میلاد", "Jos\u00e9", "Jose\u0301", `${long}1`, `${long}2`],
      ...["x\u0007", "x\u0008", "=1", "＝1", "con", "con.", "<b>\u001b[31m", "<b>\u202e[31m"],
    ];
    const folder = join(base, "names/g".concat("g".repeat(100)));
    mkdirSync(folder, { recursive: true });
    const bySha256 = new Map<string, number>();
    for (const [i, name] of names.entries()) {
      const source = (i % 2 ? sigmoid : zeros).replace("{", `{ /* own ${i} */`);
      writeFileSync(join(folder, `${name}.ts`), header + source);
      bySha256.set(
        createHash("sha256")
          .update(header + source)
          .digest("hex"),
        i,
      );
    }
    const out = join(base, "names/out");
    const { status, stdout, stderr } = grade(folder, "--out", out);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const { submissions } = resultsIn(out);
    expect(submissions).toHaveLength(names.length);
    expect(new Set(submissions.map(({ id }) => foldName(id))).size).toBe(names.length);
    const files = filesIn(out);
    expect([...files.keys()].filter((path) => path.startsWith("students/"))).toHaveLength(names.length);
    for (const { id, sha256, functions } of submissions) {
      const own = bySha256.get(sha256 ?? "") ?? -1;
      const right = functions.filter(({ status }) => status === "correct").map(({ name }) => name);
      expect(right).toEqual([own % 2 ? "sigmoid" : "initializeWithZeros"]);
      expect(files.get(join("students", `${safeName(id)}.html`))).toContain(`/* own ${own} */`);
      expect(JSON.parse(files.get(join("gradescope", `${safeName(id)}.json`)) ?? "").score).toBe(10);
      expect(stdout.split("\n").filter((line) => line.startsWith(`${id} `))).toHaveLength(1);
    }
    expect(stdout).toContain("می\u200cلاد");
    expect(stdout + stderr).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e]/u);
    const again = grade(folder, "--out", out);
    expect(again.stderr).toContain(`${names.length} of ${names.length} were graded before`);
  });

  test("nothing says where on the machine the class is, named by its whole path", () => {
    const folder = join(base, "class");
    const submissions: Record<string, string> = {
      "ada.ts": header + sigmoid + zeros,
      "stack.ts":
        'function sigmoid() { throw new Error(String(new Error("x").stack)); }\nfunction predict() { return new Error("y").stack; }',
      "deep.ts":
        "function sigmoid(): any { try { return sigmoid(); } catch (e: any) { throw new Error(String(e.stack)); } }",
      "syntax.ts": "function sigmoid( {",
      "imports.ts": 'import fs from "./other";\nfunction sigmoid() { return fs; }',
      "cut.ipynb": '{ "cells": [',
      "binary.ipynb": "\0\0",
      "notes.txt": "notes",
      "grades.csv": "id,grade",
      "two/a.ts": "1",
      "two/b.ts": "2",
      "empty/notes.txt": "",
      "dan/work.ts": header + zeros,
      "folder.ipynb/x": "",
    };
    for (const [path, text] of Object.entries(submissions)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    symlinkSync(join(folder, "ada.ts"), join(folder, "link.ts"));
    const out = join(base, "out");
    const { status, stdout, stderr } = grade(folder, "--out", out, "--timeout", "2");
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const { submissions: results } = resultsIn(out);
    expect(results.map(({ file }) => file)).toEqual([
      ...["ada.ts", "binary.ipynb", "cut.ipynb", "dan/work.ts", "deep.ts", "empty/notes.txt", "folder.ipynb"],
      ...["imports.ts", "link.ts", "notes.txt", "stack.ts", "syntax.ts", "two/b.ts"],
    ]);
    const repository = join(__dirname, "../../..");
    for (const [path, text] of [...filesIn(out), ["stdout", stdout], ["stderr", stderr]]) {
      const found = [base, basename(base), folder, repository, tmpdir() + sep].filter((one) => text.includes(one));
      expect({ path, found }).toEqual({ path, found: [] });
    }
    expect(stderr).toContain("passed over 1 file: grades.csv\n");
    // A part of the class that is named by itself is what it is there.
    expect(grade(join(folder, "ada.ts"), join(folder, "dan"), "--out", out, "--timeout", "2").status).toBe(0);
    expect(resultsIn(out).submissions).toEqual(results);
    // Results that are there already are shown as what they are of now.
    mkdirSync(join(base, "moved/ada"), { recursive: true });
    writeFileSync(join(base, "moved/ada/moved.ts"), header + sigmoid + zeros);
    expect(grade(join(base, "moved"), "--out", out, "--timeout", "2").status).toBe(0);
    expect(resultsIn(out).submissions).toHaveLength(results.length);
    expect(resultsIn(out).submissions[0]).toMatchObject({ id: "ada", file: "ada/moved.ts" });
  });

  test.runIf(process.platform !== "win32")("results are for those who grade to read, in a folder of their own", () => {
    const file = join(base, "one.ts");
    writeFileSync(file, header + zeros);
    const out = join(base, "private/out");
    grade(file, "--out", out);
    const paths = [
      out,
      join(out, ".."),
      ...readdirSync(out, { recursive: true, encoding: "utf8" }).map((path) => join(out, path)),
    ];
    expect(paths.length).toBeGreaterThan(8);
    expect(paths.filter((path) => (statSync(path).mode & 0o077) !== 0)).toEqual([]);
  });
});
