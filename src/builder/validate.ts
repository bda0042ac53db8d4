import type { Assignment } from "../check/define";
import { encodeOutcome } from "../check/wire";
import { build, stale } from "./build";
import { buildNotebook } from "./buildNotebook";
import { loadEdition } from "./loadEdition";
import { loadStaff, type Staff } from "./loadStaff";
import { type Functions, type PreparedCheck, prepare, tryOut } from "./trial";

/** One thing that was proved, or the problems that stand in its way. */
export interface Finding {
  what: string;
  problems: string[];
}

/** Proves an assignment sound; every finding without problems means that it may be given to learners. */
export async function validate(assignment: Assignment, seed: number): Promise<Finding[]> {
  const staff = await loadStaff(assignment);
  const structure = validateStructure(assignment, staff);
  // Without a sound structure the rest cannot even run.
  if (structure.problems.length > 0) return [structure];
  const checks = prepare(assignment, staff, seed);
  return [
    structure,
    validateReference(checks),
    fullMarks("the solution earns 100 %", checks, staff.solution),
    fullMarks("the notebook with solutions earns 100 %", checks, await loadEdition(assignment, "solutions")),
    validateStarter(checks, await loadEdition(assignment, "starter")),
    ...staff.alternatives.map(({ title, functions }) => fullMarks(`"${title}" earns 100 %`, checks, functions)),
    validateMisconceptions(checks, staff),
    await validateNotebook(assignment),
    await validateFreshness(assignment),
  ];
}

function validateStructure(
  { functions, checks }: Assignment,
  { solution, hiddenChecks, misconceptions }: Staff,
): Finding {
  const problems: string[] = [];
  const all = [...checks, ...hiddenChecks];
  const names = functions.map(({ name }) => name);
  const total = sum(functions);
  if (total !== 100) problems.push(`the functions have ${total} points, not 100`);
  for (const { name, points, uses = [] } of functions) {
    const own = all.filter((check) => check.function === name);
    if (sum(own) !== points) problems.push(`${name} has ${points} points, its checks have ${sum(own)}`);
    if (!checks.some((check) => check.function === name)) problems.push(`${name} has no public check`);
    if (!hiddenChecks.some((check) => check.function === name)) problems.push(`${name} has no hidden check`);
    if (!misconceptions.some((each) => each.function === name)) problems.push(`${name} has no misconception`);
    if (typeof solution[name] !== "function") problems.push(`staff/solution.ts does not export ${name}`);
    for (const used of uses) {
      if (!names.slice(0, names.indexOf(name)).includes(used))
        problems.push(`${name} uses ${used}, which does not come before it`);
    }
  }
  for (const each of [...all, ...misconceptions]) {
    if (!names.includes(each.function)) problems.push(`${each.id} is about ${each.function}, which is not graded`);
  }
  for (const id of repeated([...all, ...misconceptions].map((each) => each.id)))
    problems.push(`the id ${id} is used twice`);
  return { what: `${all.length} checks of ${functions.length} functions make 100 points`, problems };
}

/** What is expected must be a value, and finite: a NaN means that the inputs are too extreme for a fair check. */
function validateReference(checks: readonly PreparedCheck[]): Finding {
  const problems = checks.flatMap(({ check, expected }) =>
    expected.flatMap((outcome, i) => {
      const json = JSON.stringify(encodeOutcome(outcome));
      return outcome.kind === "returned" && !json.includes('"NaN"') ? [] : [`${check.id}, case ${i + 1}: ${json}`];
    }),
  );
  return { what: "the reference returns a value without NaN in every case", problems };
}

function fullMarks(what: string, checks: readonly PreparedCheck[], functions: Functions): Finding {
  const problems = checks.flatMap((check) => {
    const { status, failure } = tryOut(check, functions);
    return status === "correct" ? [] : [`${check.check.id}: ${status}, ${JSON.stringify(failure?.difference)}`];
  });
  return { what, problems };
}

function validateStarter(checks: readonly PreparedCheck[], starter: Functions): Finding {
  const problems = checks.flatMap((check) => {
    const { status } = tryOut(check, starter);
    return status === "not-implemented" ? [] : [`${check.check.id}: ${status}, not "not-implemented"`];
  });
  return { what: "the starter earns 0 %, as not implemented", problems };
}

/** Each must fail a public check, and be named there: learners see no other. */
function validateMisconceptions(checks: readonly PreparedCheck[], { misconceptions }: Staff): Finding {
  const problems = misconceptions.flatMap(({ id, function: name, implementation }) => {
    const verdicts = checks
      .filter(({ check, hidden }) => check.function === name && !hidden)
      .map((check) => tryOut(check, { [name]: implementation }));
    const named = verdicts.map(({ failure }) => failure?.misconception?.id);
    if (named.includes(id)) return [];
    const caught = verdicts.some(({ status }) => status !== "correct");
    return [
      caught ? `${id} is taken for ${named.find(Boolean) ?? "no known mistake"}` : `${id} passes the public checks`,
    ];
  });
  return { what: `${misconceptions.length} misconceptions are caught and named`, problems };
}

async function validateNotebook(assignment: Assignment): Promise<Finding> {
  const { cells } = JSON.parse(await buildNotebook(assignment, "starter")) as {
    cells: { metadata: { nablab?: { graded: string } }; source: string[] }[];
  };
  const problems = assignment.functions.flatMap(({ name }) => {
    const at = cells.findIndex(({ metadata }) => metadata.nablab?.graded === name);
    if (at === -1) return [`notebook.ts has no cell // %% [graded] ${name}`];
    const next = cells[at + 1]?.source.join("") ?? "";
    return next.includes(`check({ ${name} })`) ? [] : [`the cell of ${name} is not followed by check({ ${name} })`];
  });
  return { what: "every exercise is in the notebook, and its check follows", problems };
}

async function validateFreshness(assignment: Assignment): Promise<Finding> {
  const problems = (await stale(await build(assignment))).map(({ path }) => `${path} is stale: run nablab build`);
  return { what: "notebook and expected.json are fresh", problems };
}

function sum(items: readonly { points: number }[]): number {
  return items.reduce((total, { points }) => total + points, 0);
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, i) => ids.indexOf(id) !== i);
}
