import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { build, buildRegistry, buildSolutions, stale, write } from "../../../graders/authoring/build";
import { loadEdition } from "../../../graders/authoring/execution/loadEdition";
import { buildNotebook, type Readers } from "../../../graders/authoring/notebook/buildNotebook";
import { type Functions, tryOut } from "../../../graders/authoring/tryOut";
import { loadStaff } from "../../../graders/course/loadStaff";
import { assignments } from "../../../src/assignments";
import { prepareChecks } from "../../../src/check/prepare";
import { ownCourse } from "../../ownCourse";

describe.each(assignments.map((assignment) => [assignment.slug, assignment] as const))("%s", (_slug, assignment) => {
  test("its notebook, expected.json and signatures.ts are what a build makes now", async () => {
    expect((await stale(await build(ownCourse, assignment))).map(({ path }) => path)).toEqual([]);
  });

  test("two builds give the same bytes", async () => {
    expect(await buildNotebook(ownCourse, assignment, "starter")).toBe(
      await buildNotebook(ownCourse, assignment, "starter"),
    );
  });

  test("the learners' notebook has no line of a solution", async () => {
    const learners = await buildNotebook(ownCourse, assignment, "starter");
    expect(learners).not.toContain("SOLUTION");
    for (const { name } of assignment.functions) expect(learners).toContain(`new NotImplemented(\\"${name}\\")`);
  });
});

test("a notebook in another language has the same cells, for both kernels, and no solution", async () => {
  const [assignment] = assignments;
  const cellsOf = async (readers?: Readers) =>
    (JSON.parse(await buildNotebook(ownCourse, assignment, "starter", readers)) as { cells: { id: string }[] }).cells;
  const english = await cellsOf();
  const [chinese, forTslab] = await Promise.all([
    cellsOf({ locale: "zh-CN" }),
    cellsOf({ locale: "zh-CN", kernel: "tslab" }),
  ]);
  expect(chinese.map(({ id }) => id)).toEqual(english.map(({ id }) => id));
  const text = JSON.stringify(chinese);
  expect(text).toContain('useAssignment(\\"logistic-regression\\", { locale: \\"zh-CN\\" });');
  expect(text).not.toContain("SOLUTION");
  expect(JSON.stringify(forTslab)).toContain("useTslab(tslab);");
  expect(JSON.stringify(forTslab)).toContain("练习 1：sigmoid");
});

test("the registry is what a build makes now", async () => {
  expect(await stale(buildRegistry(ownCourse))).toEqual([]);
});

test("what is missing or changed is written, and only that", async () => {
  const folder = await mkdtemp(join(tmpdir(), "nablab-"));
  const [kept, changed, missing] = ["kept", "changed", "sub/missing"].map((name) => ({
    path: join(folder, name),
    content: name,
  }));
  await writeFile(kept.path, "kept");
  await writeFile(changed.path, "old");
  expect(await stale([kept, changed, missing])).toEqual([changed, missing]);
  expect(await write([kept, changed, missing])).toHaveLength(2);
  expect(await stale([kept, changed, missing])).toEqual([]);
  expect(await readFile(missing.path, "utf8")).toBe("sub/missing");
});

test("the notebook with solutions goes where it is asked for, under the notebook's name", async () => {
  const { path, content } = await buildSolutions(ownCourse, assignments[0], "/somewhere");
  expect(path).toBe("/somewhere/01-logistic-regression.ipynb");
  expect(content).not.toContain('NotImplemented(\\"');
});

test("an edition's functions can be loaded and judged", async () => {
  const [assignment] = assignments;
  const checks = await prepareChecks(assignment, await loadStaff(ownCourse, assignment), { hidden: true, seed: 1 });
  const [solutions, starter] = [
    await loadEdition(ownCourse, assignment, "solutions"),
    await loadEdition(ownCourse, assignment, "starter"),
  ];
  const statusesOf = async (functions: Functions) =>
    (await Promise.all(checks.map((check) => tryOut(check, functions)))).map(({ status }) => status);
  expect(await statusesOf(solutions)).not.toContain("incorrect");
  expect(new Set(await statusesOf(starter))).toEqual(new Set(["not-implemented"]));
});
