import { existsSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { expect, test } from "vitest";
import { register } from "../../graders/cli/grade";
import type { Results } from "../../graders/engine/results";
import { canvasImport } from "../graders/report/canvasImport";
import { canvasCourse, canvasDownload, canvasGradebook } from "./canvasClass";
import { readPage } from "./readBlocks";
import { testPage } from "./testPage";

const { clone, printed } = testPage("docs/grading.md", 240, undefined, (fresh) => {
  fresh.write("hw1.zip", canvasDownload());
  fresh.write("gradebook.csv", canvasGradebook());
});

test("two commands make marks of Canvas's download and gradebook, and every student is found", () => {
  const { submissions } = JSON.parse(clone.read("class/results.json")) as Results;
  expect(submissions.map(({ id, status, late, attempt }) => [id, status, late, attempt])).toEqual([
    ["510001", "graded", true, 2],
    ["510002", "graded", false, 1],
    ["510006", "graded", false, 1],
    ["510005", "graded", false, 1],
    ["510007", "not-gradable", false, undefined],
    ["510009", "graded", false, 1],
    ["510003", "graded", false, undefined],
    ["510008", "graded", false, undefined],
    ["510010", "graded", false, 1],
    ["510011", "graded", false, undefined],
    ["510012", "not-gradable", false, 1],
    ["510013", "graded", true, 1],
    ["510004", "graded", false, undefined],
    ["510014", "not-handed-in", undefined, undefined],
    ["510015", "not-handed-in", undefined, undefined],
  ]);
  const imported = canvasImport(clone.read("class/canvas.csv"), canvasCourse);
  expect(imported).toMatchObject({ assignments: [77001], missing: [] });
  const scores = submissions.flatMap(({ id, score }) =>
    score === null ? [] : [[Number(id), [String(score)]] as const],
  );
  expect([...imported.grades].sort()).toEqual([...scores].sort());
  expect(scores).toHaveLength(11);
  for (const path of ["report.html", "students/510015.html"])
    expect(existsSync(join(clone.folder, "class", path))).toBe(true);
});

test("the commands of the page on grading write what it says", () => {
  expect(printed.get("npx --no nablab grade submissions/ --out results/ --seed 2026")).toMatch(/ada .* 100\/100/);
  const formats = "--format csv,gradescope,junit,canvas,moodle";
  expect(printed.get(`npx --no nablab grade submissions/ --out results/ ${formats} --title "HW 1 (77001)"`)).toContain(
    "4 of 4 were graded before and have not changed",
  );
  expect(clone.read("results/canvas.csv")).toContain("Section,HW 1 (77001)\r\n");
  for (const path of ["report.html", "students/dan.html", "results.csv", "junit.xml", "gradescope/ada.json"]) {
    expect(existsSync(join(clone.folder, "results", path))).toBe(true);
  }
  expect(JSON.parse(clone.read("results/results.json")).seed).toBe(7);
});

test("the page on grading lists every option", () => {
  const program = new Command();
  register(program);
  const flags = program.commands[0].options.map(({ long }) => long);
  const described = Array.from(readPage("docs/grading.md").matchAll(/^\| `(?:-\w, )?(--[\w-]+)/gm), ([, flag]) => flag);
  expect(described.toSorted()).toEqual(flags.toSorted());
});
