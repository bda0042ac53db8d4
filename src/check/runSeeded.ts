import { random } from "../random/random";
import type { AnyFunction, Case, Outcome } from "./contract";
import { type FindPlace, runCase } from "./runCase";

/** No exercise names it: after `np.random.seed(0)`, a function that should seed with 0 and does not would look right. */
export const startingSeed = 2_718_281_828;

/** Puts `np.random` into the state that graded functions start from: in the sandbox, a referee and a notebook. */
export function seedRandom(): void {
  random.seed(startingSeed);
}

/**
 * The outcome of `fn` on each case, one after the other. Each case starts from the same state of `np.random`, and the
 * previous state is restored at the end. Only for trusted code, or a learner's own: it runs in this process.
 *
 * @param async whether `fn` may return promises, which are then awaited
 * @param findPlace finds where an error was thrown
 */
export function runSeeded(fn: AnyFunction, cases: readonly Case[], async: false, findPlace?: FindPlace): Outcome[];
export function runSeeded(
  fn: AnyFunction,
  cases: readonly Case[],
  async: true,
  findPlace?: FindPlace,
): Promise<Outcome[]>;
export function runSeeded(
  fn: AnyFunction,
  cases: readonly Case[],
  async: boolean,
  findPlace?: FindPlace,
): Outcome[] | Promise<Outcome[]>;
export function runSeeded(
  fn: AnyFunction,
  cases: readonly Case[],
  async: boolean,
  findPlace?: FindPlace,
): Outcome[] | Promise<Outcome[]> {
  const before = random.getState();
  if (async) return inTurn();
  const outcomes = cases.map((one) => {
    seedRandom();
    return runCase(fn, one, false, findPlace);
  });
  random.setState(before);
  return outcomes;

  async function inTurn(): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const one of cases) {
      seedRandom();
      outcomes.push(await runCase(fn, one, true, findPlace));
    }
    random.setState(before);
    return outcomes;
  }
}
