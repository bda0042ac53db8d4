import type { Outcome } from "../../check/contract";

/** About an assignment's checks and rules: what its authors are told, and the message of a shared rule. */
export const checks = {
  noCases: (id: string): string => `${id}: the check has no cases`,
  noReference: (id: string, name: string): string => `${id}: the solution has no function ${name}`,
  referenceFails: (outcome: Outcome): string => `the reference did not return a value: ${JSON.stringify(outcome)}`,
  readsDataInOrder:
    "`.data` is read as if an array's elements lay there in order. An argument may be a view, as `X.T` is: use `at`, or `X.toTypedArray()`.",
  slipsAreNoticed: "code that reads `.data` in order, remembers by shape or returns old memory is noticed",
  /** A slip that all checks of a function let pass, and what to add. */
  unnoticed: {
    rawData: (name: string): string =>
      `${name} may read \`.data\` as if its elements were in order; add a second case with arrays of other numbers`,
    rememberedByShape: (name: string): string =>
      `${name} may remember its answer by the shapes of its arguments; ask twice for one shape, with other numbers`,
    sharedBuffer: (name: string): string =>
      `${name} may return the same memory in every call; ask twice for a result of one shape`,
  },
  defaultsAreUsed: "every parameter with a default is left out in one case and given in another",
  neverLeftOut: (name: string, parameter: string): string =>
    `${name}: no case leaves out ${parameter}, so its default may be wrong; add a case without it`,
  neverGiven: (name: string, parameter: string): string =>
    `${name}: no case gives ${parameter}, so it may be ignored; add a case with it`,
  constantsEarnNothing: "a function that computes nothing earns nothing",
  zeros: "zeros of the right shape",
  firstArgument: "its first argument",
  /** @param place the number of the case, from 1 */
  earnsPoints: (id: string, what: string, place: number): string =>
    `${id}: returning ${what} is right in case ${place}; lower the tolerance, or choose other inputs`,
  /** @param instead what takes everything at once, such as "`np.dot` takes all examples" */
  vectorized: (instead: string): string => `It loops over examples or entries: ${instead} at once, many times as fast.`,
};
