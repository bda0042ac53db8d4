import type { Outcome } from "../../check/contract";

/** About an assignment's checks and rules: what its authors are told, and the message of a shared rule. */
export const checks = {
  noCases: (id: string): string => `${id}: the check has no cases`,
  noReference: (id: string, name: string): string => `${id}: the solution has no function ${name}`,
  referenceFails: (outcome: Outcome): string => `the reference did not return a value: ${JSON.stringify(outcome)}`,
  /** @param instead what takes everything at once, such as "`np.dot` takes all examples" */
  vectorized: (instead: string): string => `It loops over examples or entries: ${instead} at once, many times as fast.`,
};
