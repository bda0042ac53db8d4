import { existsSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { expect, test } from "vitest";
import { register } from "../../graders/cli/grade";
import { readPage } from "./readBlocks";
import { testPage } from "./testPage";

const { clone, printed } = testPage("docs/grading.md");

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
