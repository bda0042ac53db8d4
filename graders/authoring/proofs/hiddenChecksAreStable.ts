import type { Case, HiddenCheck, Outcome } from "../../../src/check/contract";
import { explain } from "../../../src/check/explain";
import { judge } from "../../../src/check/judge";
import { drawHidden, isAsync, toleranceOf } from "../../../src/check/prepare";
import { runSeeded } from "../../../src/check/runSeeded";
import { encodeOutcome, encodeValue } from "../../../src/check/wire";
import { np } from "../../../src/np";
import type { Staff } from "../../course/loadStaff";
import type { Proof } from "./Proof";

/**
 * Whatever the seed of a course run, hidden checks must give the same marks to the same work. With every seed, the
 * inputs depend on the seed alone, the reference returns values without NaN, and every alternative is correct. And the
 * inputs differ from seed to seed: otherwise they could be learned by heart.
 */
export const hiddenChecksAreStable: Proof = async ({ assignment, staff, seeds }) => {
  const problems: string[] = [];
  for (const check of staff.hiddenChecks) {
    const asked = { ...check, tolerance: toleranceOf(assignment, check) };
    const found = await collect(asked, staff, { seeds, async: isAsync(assignment, check.function) });
    problems.push(...summarize(check.id, found));
  }
  return { what: `${staff.hiddenChecks.length} hidden checks are stable over ${seeds} seeds`, problems };
};

/** For each kind of problem, the seeds with which it occurred, and its first occurrence. */
type Problems = Map<string, { seeds: number[]; first: string }>;

async function collect(
  check: HiddenCheck,
  staff: Staff,
  { seeds, async }: { seeds: number; async: boolean },
): Promise<Problems> {
  const problems: Problems = new Map();
  const inputs = new Set<string>();
  for (let seed = 0; seed < seeds; seed++) {
    const cases = await draw(check, seed, 0);
    inputs.add(textOf(cases));
    for await (const [kind, detail] of problemsAt(check, cases, staff, { seed, async })) {
      const known = problems.get(kind);
      if (known) known.seeds.push(seed);
      else problems.set(kind, { seeds: [seed], first: detail });
    }
  }
  if (seeds > 1 && inputs.size === 1) problems.set("its inputs are the same", { seeds: [], first: "with every seed" });
  return problems;
}

async function* problemsAt(
  check: HiddenCheck,
  cases: Case[],
  { solution, alternatives }: Staff,
  { seed, async }: { seed: number; async: boolean },
): AsyncGenerator<[string, string]> {
  // Drawing twice takes twice as long: the first seeds show whether anything but the seed matters.
  if (seed < 5 && textOf(await draw(check, seed, 1)) !== textOf(cases))
    yield ["its inputs depend on more than the seed", "draw them from the RandomState that cases() is given"];
  const expected = await runSeeded(solution[check.function], cases, async);
  const broken = expected.find((outcome) => outcome.kind !== "returned" || textOfOutcome(outcome).includes('"NaN"'));
  if (broken) {
    yield ["the reference does not return finite values", textOfOutcome(broken).slice(0, 200)];
    return;
  }
  for (const { title, functions } of alternatives) {
    const actual = await runSeeded(functions[check.function], cases, async);
    const { failure } = judge({ ...check, expected, variants: [] }, actual);
    if (failure) yield [`"${title}" is marked wrong`, `case ${failure.case + 1}: ${explain(failure.difference)}`];
  }
}

/** @param common the seed of `np.random`, which should not matter */
function draw(check: HiddenCheck, seed: number, common: number): Promise<Case[]> {
  np.random.seed(common);
  return drawHidden(check, seed);
}

function textOf(cases: readonly Case[]): string {
  return JSON.stringify(cases.map(({ args }) => args.map(encodeValue)));
}

function textOfOutcome(outcome: Outcome): string {
  return JSON.stringify(encodeOutcome(outcome));
}

function summarize(id: string, problems: Problems): string[] {
  return [...problems].map(([kind, { seeds, first }]) => {
    if (seeds.length === 0) return `${id}: ${kind} ${first}`;
    const some = `${seeds.slice(0, 5).join(", ")}${seeds.length > 5 ? ", …" : ""}`;
    return `${id}: ${kind} with ${seeds.length === 1 ? "seed" : `${seeds.length} seeds:`} ${some}; ${first}`;
  });
}
