import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { publish } from "../../../graders/cli/publish";
import { Journal } from "../../../graders/engine/Journal";
import { sourceOf } from "../../../graders/engine/Source";
import { canvas } from "../../../graders/report/formats/canvas";
import { gradescope } from "../../../graders/report/formats/gradescope";
import { htmlFormat } from "../../../graders/report/formats/html";
import { moodle } from "../../../graders/report/formats/moodle";
import { sampleClass, sampleReport } from "../report/sampleReport";

const header = { schema: "nablab.journal/1", assignment: "a", seed: 1, conditions: "c" };
const nobody = { before: undefined, listed: [], gone: [], renamed: [], source: sourceOf(["class"]) };
let out: string;
let journal: Journal;
const said: string[] = [];
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), "nablab-publish-"));
  journal = Journal.open(out, header, false);
  for (const graded of sampleClass) if (graded.result.status !== "not-handed-in") journal.append(graded);
  said.length = 0;
  vi.spyOn(console, "error").mockImplementation((text) => void said.push(String(text)));
});
afterEach(() => {
  vi.restoreAllMocks();
  journal.close();
  rmSync(out, { recursive: true });
});

const headerOf = (file: string): string => readFileSync(join(out, file), "utf8").split("\r\n")[0];

test("What a folder has is brought up to date, under the title that it was given", () => {
  publish(out, sampleReport, journal, { formats: [canvas], title: "HW 1 (7)" }, nobody);
  const before = journal.ended.at(-1);
  publish(out, sampleReport, journal, { formats: [moodle] }, { ...nobody, before });
  expect(headerOf("canvas.csv")).toMatch(/,HW 1 \(7\)$/);
  expect(headerOf("moodle.csv")).toBe("username,HW 1 (7),HW 1 (7) feedback");
  publish(out, sampleReport, journal, { formats: [], title: "HW 2" }, { ...nobody, before: journal.ended.at(-1) });
  expect(headerOf("canvas.csv")).toMatch(/,HW 2$/);
  expect(said).toEqual([]);
});

test("Pages of those who are gone are removed, whatever they were, and no other file", () => {
  for (const folder of ["students", "gradescope"]) {
    mkdirSync(join(out, folder));
    // Cleo was graded before there was a fault; Eve is gone, Fay has another id, Gil is on no roster any more.
    for (const id of ["cleo", "eve", "fay", "gil", "mine"]) {
      writeFileSync(join(out, folder, `${id}.${folder === "students" ? "html" : "json"}`), "");
    }
  }
  const change = { ...nobody, listed: ["dan", "gil"], gone: ["eve"], renamed: ["fay"] };
  publish(out, sampleReport, journal, { formats: [htmlFormat, gradescope] }, change);
  const students = ["410002", "ada", "ben", "cleo", "dan", "mine"];
  expect(readdirSync(join(out, "students"))).toEqual(students.map((id) => `${id}.html`));
  // There is no file for Gradescope after a grader fault, and none for nothing.
  expect(readdirSync(join(out, "gradescope"))).toEqual(["410002", "ada", "ben", "mine"].map((id) => `${id}.json`));
  expect(said).toEqual([`removed from ${out}, because no longer among the submissions: eve`]);
});

test("Students whom a platform could not find are listed", () => {
  const [first, second] = sampleClass;
  const submissions = () => [{ ...first, result: { ...first.result, login: "ada" } }, second];
  publish(out, { ...sampleReport, submissions }, journal, { formats: [moodle] }, nobody);
  expect(said).toEqual([
    "nablab: moodle.csv leaves out 1 student with a score, whose username and email address are unknown; add them to the roster (--roster): 410002",
  ]);
});
