import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const runner = join(__dirname, "../../../graders/cli/run.js");
const base = mkdtempSync(join(tmpdir(), "nablab-late-"));
const submissions = join(base, "class");
const out = join(base, "results");
afterAll(() => rmSync(base, { recursive: true }));

function handIn(path: string): void {
  const file = join(submissions, path);
  mkdirSync(dirname(file), { recursive: true });
  const source = `function initializeWithZeros(dim: number) { return { w: np.zeros([dim, 1]), b: 0 }; } // ${path}\n`;
  writeFileSync(file, `import { np } from "nablab";\n${source}`);
}

function grade(path: string, ...more: string[]) {
  const args = ["grade", "-a", "logistic-regression", path, "--out", out, ...more];
  const { status, stdout, stderr } = spawnSync(process.execPath, [runner, ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

const read = (path: string): string => readFileSync(join(out, path), "utf8");
const idsIn = (): string[] => JSON.parse(read("results.json")).submissions.map(({ id }: { id: string }) => id);
const studentsIn = (file: string): string[] =>
  read(file)
    .split("\r\n")
    .slice(2, -1)
    .map((line) => line.split(",")[0]);

describe("A run into the folder of a class", { timeout: 60_000 }, () => {
  beforeAll(() => {
    for (const path of ["ada.ts", "ben.ts", "cleo/work.ts"]) handIn(path);
    const formats = ["--format", "json,html,canvas,gradescope", "--title", "HW 1 (7)"];
    expect(grade(submissions, "--seed", "1", ...formats)).toMatchObject({ status: 0 });
  }, 60_000);

  test("with late students alone adds them to the class, in everything that was written of it", () => {
    handIn("dan.ts");
    handIn("eve/another.ts");
    const { status, stdout, stderr } = grade(join(submissions, "dan.ts"));
    expect(status).toBe(0);
    expect(stderr).toContain(`3 other students in ${out} keep the earlier results; new: dan\n`);
    // The terminal shows what was asked for.
    expect(stdout).toMatch(/^dan .* 10\/100 /m);
    expect(stdout).not.toMatch(/^ada /m);
    // A student's folder is one there, too, if it is named by itself.
    expect(grade(join(submissions, "eve")).stderr).toContain("new: eve\n");
    const everybody = ["ada", "ben", "cleo", "dan", "eve"];
    expect(idsIn()).toEqual(everybody);
    expect(studentsIn("canvas.csv")).toEqual(everybody);
    expect(read("canvas.csv")).toContain("Section,HW 1 (7)\r\n");
    for (const student of everybody) expect(read("report.html")).toContain(`<bdi>${student}</bdi>`);
    expect(readdirSync(join(out, "students"))).toEqual(everybody.map((student) => `${student}.html`));
  });

  test("under other conditions is refused in a line, and nothing has changed", () => {
    const before = read("journal.ndjson");
    for (const more of [
      ["--seed", "2"],
      ["--seed", "2", "--fresh"],
      ["--timeout", "5"],
    ]) {
      const { status, stderr } = grade(join(submissions, "ben.ts"), ...more);
      expect(stderr).toMatch(/^nablab: .* holds results of 4 more students from another run \(with .*\n$/);
      expect(stderr).toContain("grade the whole class with --fresh, or name another folder");
      expect(status).toBe(2);
    }
    expect(read("journal.ndjson")).toBe(before);
    // Names that a system could confuse cannot come one after the other.
    handIn("../other/ADA.ts");
    const { status, stderr } = grade(join(base, "other"));
    expect(stderr).toMatch(/^nablab: "ADA" and "ada", who has results in .*, are too much alike; .*\n$/);
    expect(status).toBe(2);
  });

  test("of the whole class removes the pages of those who are gone, and no file of anybody else", () => {
    for (const path of ["notes.txt", "students/notes.html", "gradescope/ben.json.bak"]) {
      writeFileSync(join(out, path), "mine");
    }
    rmSync(join(submissions, "ben.ts"));
    rmSync(join(submissions, "cleo"), { recursive: true });
    const { status, stderr } = grade(submissions);
    expect(status).toBe(0);
    expect(stderr).toContain(`removed from ${out}, because no longer among the submissions: ben, cleo\n`);
    expect(idsIn()).toEqual(["ada", "dan", "eve"]);
    expect(readdirSync(join(out, "students"))).toEqual(["ada.html", "dan.html", "eve.html", "notes.html"]);
    expect(readdirSync(join(out, "gradescope"))).toEqual(["ada.json", "ben.json.bak", "dan.json", "eve.json"]);
    expect(existsSync(join(out, "notes.txt"))).toBe(true);
  });
});
