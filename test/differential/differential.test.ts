/**
 * Notebooks in three worlds: run in the kernel from top to bottom, judged by `nablab check`, and graded by `nablab grade
 * --no-hidden`. All must say the same of every public check. `NABLAB_TABLE=1` prints what they say.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Limits } from "../../graders/sandbox/host/limits";
import { ownCourse } from "../ownCourse";
import { InKernel } from "./InKernel";
import { checker, gradeTogether } from "./inGrader";
import { type Base, baseOf, cellsOf, notebookOf } from "./notebookOf";
import type { Row, Said, Verdicts } from "./Row";
import { environment } from "./rows/environment";
import { mistakes } from "./rows/mistakes";
import { programs } from "./rows/programs";
import { structures } from "./rows/structures";

const limits: Limits = { seconds: 10, memoryMB: 256 };
/** After how many milliseconds a cell that does not end is interrupted; the first cells take long on a busy machine. */
const patience = { endless: 20_000, other: 120_000 };
const kernels = [new InKernel(), new InKernel()];

interface Outcome {
  kernel: Verdicts;
  check: Verdicts;
  grade: Verdicts;
}

const course = ownCourse;
const slugs = course.assignments.map(({ slug }) => slug);
const functionsOf = (slug: string): string[] =>
  course.assignments.find((each) => each.slug === slug)?.functions.map(({ name }) => name) ?? [];
const wanted = process.env.NABLAB_ROWS ?? "";
const rows: Row[] = [...structures, ...environment, ...mistakes, ...programs(functionsOf)].filter(({ name }) =>
  name.includes(wanted),
);
const assignmentOf = ({ assignment = slugs[0] }: Row): string => assignment;
const outcomes = new Map<Row, Partial<Outcome>>(rows.map((row) => [row, {}]));

beforeAll(async () => {
  const bases = new Map<string, Base>();
  for (const assignment of course.assignments) bases.set(assignment.slug, await baseOf(course, assignment));
  const baseFor = (row: Row) => bases.get(assignmentOf(row)) as Base;
  const note = (row: Row, said: Partial<Outcome>) => Object.assign(outcomes.get(row) as object, said);

  const waiting = [...rows];
  const inKernel = async (kernel: InKernel) => {
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      const functions = functionsOf(assignmentOf(row));
      note(row, {
        kernel: await kernel.verdicts(
          cellsOf(row, baseFor(row)),
          functions,
          row.endless ? patience.endless : patience.other,
        ),
      });
    }
  };
  const inCheck = async () => {
    const check = await checker(limits);
    for (const row of rows) {
      const base = baseFor(row);
      note(row, { check: await check(base.assignment, notebookOf(cellsOf(row, base), base)) });
    }
  };
  const inGrade = async () => {
    for (const { slug } of course.assignments) {
      const own = rows.filter((row) => assignmentOf(row) === slug);
      if (own.length === 0) continue;
      const base = bases.get(slug) as Base;
      const files = own.map((row, i): [string, string] => [`row-${i}`, notebookOf(cellsOf(row, base), base)]);
      const said = await gradeTogether(base.assignment, new Map(files), limits);
      for (const [i, row] of own.entries()) note(row, { grade: said.get(`row-${i}`) });
    }
  };
  await Promise.all([...kernels.map(inKernel), inCheck().then(inGrade)]);
}, 2_400_000);

afterAll(() => {
  for (const kernel of kernels) kernel.stop();
  if (process.env.NABLAB_TABLE) console.log(rows.map(lineOf).join("\n"));
});

const worlds = ["kernel", "check", "grade"] as const;

/** One line per row: the functions that are not correct somewhere. */
function lineOf(row: Row): string {
  const outcome = outcomes.get(row) as Outcome;
  const texts = functionsOf(assignmentOf(row)).flatMap((name) => {
    const said = worlds.map((world) => outcome[world]?.[name]);
    if (said.every((each) => each?.status === "correct")) return [];
    return `  ${name}: ${worlds.map((world, i) => `${world} ${said[i]?.status}`).join(", ")} · ${said.map((each) => each?.message ?? each?.unavailable).join(" · ")}`;
  });
  return [`${texts.length === 0 ? "✓" : "○"} ${row.name}`, ...texts].join("\n");
}

/** What a world says of a function, without its words. */
function gist(said: Said): unknown {
  return said.status === "not-defined" ? said.status : said.checks;
}

test("there are enough notebooks, of all assignments", () => {
  if (wanted) return;
  expect(rows.length).toBeGreaterThanOrEqual(100);
  expect(new Set(rows.map(assignmentOf))).toEqual(new Set(slugs));
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
});

describe.each(rows.map((row) => [row.name, row] as const))("%s", (_, row) => {
  const functions = functionsOf(assignmentOf(row));
  const outcomeOf = () => outcomes.get(row) as Outcome;
  const isApart = (name: string) => row.away?.[name] !== undefined || row.differs?.[name] !== undefined;
  const each = (world: keyof Outcome, pick: (said: Said) => unknown, names = functions) =>
    Object.fromEntries(names.map((name) => [name, pick(outcomeOf()[world][name])]));

  test("has the same verdicts in the notebook and in `nablab check`", () => {
    const names = functions.filter((name) => !isApart(name));
    expect(each("check", gist, names)).toEqual(each("kernel", gist, names));
  });

  test("has the same verdicts in `nablab grade`, but for what follows from a mistake", () => {
    const names = functions.filter((name) => !outcomeOf().grade[name].followThrough && !isApart(name));
    expect(each("grade", gist, names)).toEqual(each("kernel", gist, names));
    for (const name of functions.filter((each) => outcomeOf().grade[each].followThrough && !isApart(each))) {
      expect(outcomeOf().check[name].status).not.toBe("correct");
    }
  });

  if (row.wrong !== "any") {
    test("is right, or wrong as it should be", () => {
      const { wrong = {} } = row;
      const due = Object.fromEntries(
        functions.map((name) => [name, wrong === "any" ? "" : (wrong[name] ?? "correct")]),
      );
      expect(each("kernel", ({ status }) => status)).toEqual(due);
      const noticed = Object.fromEntries(functions.map((name) => [name, row.away?.[name] ?? []]));
      expect(each("kernel", ({ unavailable = [] }) => unavailable)).toEqual(noticed);
    });
  }

  if (row.away) {
    test("is refused where it uses what grading does not offer, with its name", () => {
      for (const [name, [first]] of Object.entries(row.away ?? {})) {
        expect(outcomeOf().check[name].status).not.toBe("correct");
        expect(outcomeOf().check[name].message).toContain(first);
      }
    });
  }
});
