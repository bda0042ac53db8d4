import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { root as packageRoot } from "../../../graders/course/folderOf";
import { openCourse } from "../../../graders/course/openCourse";
import { ownCourse } from "../../ownCourse";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "nablab-course-"));
  writeFileSync(join(root, "package.json"), '{"nablab": {"title": "Numbers"}}');
});
afterEach(() => rmSync(root, { recursive: true }));

/** A folder with an `assignment.ts` that has a number and a slug. */
function add(name: string, number: number, slug: string): void {
  mkdirSync(join(root, "assignments", name), { recursive: true });
  const text = `export const assignment = ${JSON.stringify({ number, slug })};\n`;
  writeFileSync(join(root, "assignments", name, "assignment.ts"), text);
}

it("is this repository's own course in this repository", async () => {
  const { assignments, ...folders } = await openCourse(packageRoot);
  const { assignments: listed, ...own } = ownCourse;
  expect(folders).toEqual(own);
  expect(assignments.map(({ slug }) => slug)).toEqual(listed.map(({ slug }) => slug));
});

it("takes the folders that hold an assignment, in the order of their numbers", async () => {
  add("10-ten", 10, "ten");
  add("02-two", 2, "two");
  add("100-hundred", 100, "hundred");
  add(".new-17", 3, "draft");
  mkdirSync(join(root, "assignments", "03-left-behind"));
  const course = await openCourse(root);
  expect(course.assignments.map(({ slug }) => slug)).toEqual(["two", "ten", "hundred"]);
  expect(course).toMatchObject({
    title: "Numbers",
    root,
    folder: join(root, "assignments"),
    notebooks: join(root, "notebooks"),
  });
});

it("has titles in the languages that package.json names, and no others", async () => {
  const titles = { "zh-CN": "数", fr: "Nombres" };
  writeFileSync(join(root, "package.json"), JSON.stringify({ nablab: { title: "Numbers", titles } }));
  expect(await openCourse(root)).toMatchObject({ title: "Numbers", titles: { "zh-CN": "数" } });
  writeFileSync(join(root, "package.json"), '{"nablab": {"title": "Numbers", "titles": {"zh-CN": 1}}}');
  expect(await openCourse(root)).not.toHaveProperty("titles");
});

it.each(["{}", '{"nablab": true}', "not JSON"])("is not where package.json says %s", async (text) => {
  writeFileSync(join(root, "package.json"), text);
  await expect(openCourse(root)).rejects.toThrow(/is not a course: its package.json has no "nablab"/);
});

it("is empty where there are no assignments yet", async () => {
  expect((await openCourse(root)).assignments).toEqual([]);
});

it("says what to rename where a folder is not called what its assignment says", async () => {
  add("01-one", 2, "one");
  await expect(openCourse(root)).rejects.toThrow(
    'assignments/01-one/assignment.ts has number 2 and slug "one": rename the folder to 02-one',
  );
});

it("says so where two assignments have one slug", async () => {
  add("01-one", 1, "one");
  add("02-one", 2, "one");
  await expect(openCourse(root)).rejects.toThrow('assignments/02-one and 01-one have the same slug, "one": rename one');
});
