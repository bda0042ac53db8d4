import type { Assignment } from "../../../src/check/contract";
import type { Staff } from "../../course/loadStaff";
import type { Finding } from "./Proof";

/** Points add up, ids are unique, and every function has all it needs and comes after the functions that it uses. */
export function soundStructure(assignment: Assignment, staff: Staff): Finding {
  const all = [...assignment.checks, ...staff.hiddenChecks];
  const { length } = assignment.functions;
  return {
    what: `${all.length} checks of ${length} functions make 100 points, and no function uses a later one`,
    problems: [
      ...problemsWithPoints(assignment, staff),
      ...problemsWithParts(assignment, staff),
      ...problemsWithUses(assignment),
      ...problemsWithIds(assignment, staff),
    ],
  };
}

function problemsWithPoints({ functions, checks }: Assignment, { hiddenChecks }: Staff): string[] {
  const total = sum(functions);
  const problems = total === 100 ? [] : [`the functions have ${total} points, not 100`];
  for (const { name, points } of functions) {
    const own = sum([...checks, ...hiddenChecks].filter((check) => check.function === name));
    if (own !== points) problems.push(`${name} has ${points} points, its checks have ${own}`);
  }
  return problems;
}

function problemsWithParts({ functions, checks }: Assignment, staff: Staff): string[] {
  return functions.flatMap(({ name }) => {
    const isOwn = (each: { function: string }) => each.function === name;
    return [
      ...(checks.some(isOwn) ? [] : [`${name} has no public check`]),
      ...(staff.hiddenChecks.some(isOwn) ? [] : [`${name} has no hidden check`]),
      ...(staff.misconceptions.some(isOwn) ? [] : [`${name} has no misconception`]),
      ...(typeof staff.solution[name] === "function" ? [] : [`staff/solution.ts does not export ${name}`]),
    ];
  });
}

/** A function may use only earlier ones, so there can be no cycle. */
function problemsWithUses({ functions }: Assignment): string[] {
  const names = functions.map(({ name }) => name);
  return functions.flatMap(({ name, uses = [] }, i) =>
    uses
      .filter((used) => !names.slice(0, i).includes(used))
      .map((used) => `${name} uses ${used}, which does not come before it`),
  );
}

function problemsWithIds({ functions, checks }: Assignment, { hiddenChecks, misconceptions }: Staff): string[] {
  const names = functions.map(({ name }) => name);
  const all = [...checks, ...hiddenChecks, ...misconceptions];
  const rules = functions.flatMap((each) => each.rules ?? []);
  const ids = [...all, ...rules].map(({ id }) => id);
  return [
    ...all
      .filter((each) => !names.includes(each.function))
      .map((each) => `${each.id} is about ${each.function}, which is not graded`),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `the id ${id} is used twice`),
  ];
}

function sum(items: readonly { points: number }[]): number {
  return items.reduce((total, { points }) => total + points, 0);
}
