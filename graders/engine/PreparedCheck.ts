import type { AnyFunction, Case, HiddenCheck, Outcome, PublicCheck, Tolerance } from "../../src/check/define";
import { runVariants, runVariantsAsync, type Variant } from "../../src/check/diagnose";
import { runCase, runCaseAsync } from "../../src/check/runCase";
import { encodeValue } from "../../src/check/wire";
import { np } from "../../src/np";
import type { Staff } from "../course/loadStaff";

/** A check with its inputs drawn and the reference's outcomes computed: once a run, for all submissions. */
export interface PreparedCheck {
  id: string;
  function: string;
  title: string;
  points: number;
  hidden: boolean;
  /** Whether the function may return a promise. */
  awaits: boolean;
  tolerance?: Partial<Tolerance>;
  hint?: string;
  /** For each case, the arguments as JSON of a list of encoded values. */
  inputs: string[];
  /** For each case, the number of its arguments. */
  arities: number[];
  expected: Outcome[];
  /** What known mistakes would have given. Computed when first asked for. */
  variants: Iterable<Variant>;
}

/** What {@link prepareCheck} cannot read off the check. */
export interface CheckSetting {
  hidden: boolean;
  awaits: boolean;
}

/** Rejects when the reference itself fails on an input: a fault of the assignment. */
export async function prepareCheck(
  check: PublicCheck | HiddenCheck,
  cases: readonly Case[],
  { hidden, awaits }: CheckSetting,
  { solution, misconceptions }: Pick<Staff, "solution" | "misconceptions">,
): Promise<PreparedCheck> {
  const { id, function: name, title, points, tolerance, hint } = check;
  const reference = solution[name];
  if (!reference) throw new Error(`${id}: the solution has no function ${name}`);
  if (cases.length === 0) throw new Error(`${id}: the check has no cases`);
  const expected = await runSeeded(reference, cases, awaits);
  const broken = expected.find(({ kind }) => kind !== "returned");
  if (broken) throw new Error(`${id}: the reference did not return a value: ${JSON.stringify(broken)}`);
  return {
    id,
    function: name,
    title,
    points,
    tolerance,
    hint,
    hidden,
    awaits,
    expected,
    inputs: cases.map(({ args }) => JSON.stringify(args.map(encodeValue))),
    arities: cases.map(({ args }) => args.length),
    variants: awaits
      ? await runVariantsAsync(misconceptions, name, cases)
      : remember(runVariants(misconceptions, name, cases)),
  };
}

/** Functions that draw random numbers find the generator in the same state here as in the sandbox. */
async function runSeeded(fn: AnyFunction, cases: readonly Case[], awaits: boolean): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const one of cases) {
    np.random.seed(0);
    outcomes.push(awaits ? await runCaseAsync(fn, one) : runCase(fn, one));
  }
  return outcomes;
}

/** Can be gone through many times, although `items` is read only once and no further than needed. */
function remember<T>(items: Iterator<T>): Iterable<T> {
  const known: T[] = [];
  return {
    *[Symbol.iterator]() {
      for (let i = 0; ; i++) {
        if (i === known.length) {
          const next = items.next();
          if (next.done) return;
          known.push(next.value);
        }
        yield known[i];
      }
    },
  };
}
