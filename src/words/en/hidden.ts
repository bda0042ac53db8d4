import { advice } from "./advice";

/** Where a difference on a hidden check is: `place`, such as `grads.dw` ("" is the result), or something in it. */
export interface Where {
  place: string;
  isWhole: boolean;
}

type Sentence = (where: Where) => string;

/** Says something about the subject: `grads.dw`, `The result`, or `Something in caches`. */
function of(predicate: string, remedy = ""): Sentence {
  return (where) => `${subjectOf(where)} ${predicate}.${remedy && ` ${remedy}`}`;
}

function subjectOf({ place, isWhole }: Where): string {
  if (isWhole) return place || "The result";
  return `Something in ${place || "the result"}`;
}

/** A difference on a hidden check: one sentence per category, with nothing that a submission chose. */
export const hidden = {
  "not-implemented": () => "Not implemented yet.",
  threw: () => "It threw an error.",
  "threw-operand": () =>
    "It threw an error: an array was used as a number. Operators and Math take numbers; np has functions for arrays, such as `np.subtract(A, B)` and `np.exp(A)`.",
  "threw-argument": () =>
    "It threw an error: a function of np was called with an argument that is missing or of the wrong kind.",
  "threw-indexing": () =>
    "It threw an error: an array was read as a list is. `A.at(0, 1)` gives a number, `A.slice(0)` a row, `A.shape` the lengths.",
  "threw-unknown-name": () =>
    "It threw an error: it uses a name that is not declared, or calls a function that does not exist.",
  "threw-undefined": () =>
    "It threw an error: something is undefined there. Is an argument missing in a call, a name misspelt, or a `return` forgotten?",
  "threw-not-iterable": () => "It threw an error: only lists can be looped over, spread or taken apart.",
  "threw-constant": () => "It threw an error: it assigns to a `const`; declare a variable that changes with `let`.",
  "out-of-time": () => "It was stopped: it took too long.",
  "out-of-budget": () => "It was stopped: the submission has used its processor time.",
  "out-of-memory": () => "It was stopped: it used too much memory.",
  "too-large": () => "Its result is too large.",
  "ended-early": () => "It was stopped: its process ended early.",
  promise: () => `It returned a promise. ${advice.promise}`,
  unusable: () => "It returned something that is neither a number, an array, a list nor an object.",
  undefined: of("is undefined", advice.undefined),
  "list-for-array": of("is a list, expected an array", advice.listForArray),
  "array-for-list": of("is an array, expected a list", advice.arrayForList),
  type: of("is of another type than expected"),
  missing: of("is missing"),
  length: of("is a list of the wrong length"),
  "array-for-number": of("is an array, expected a number", advice.arrayForNumber),
  "rank-1": of("has the wrong shape", advice.rank1),
  transposed: of("has the wrong shape", advice.transposed),
  shape: of("has the wrong shape"),
  joined: of("is not what was expected", advice.joined),
  nan: of("is or holds NaN, where a finite number was expected", advice.nan),
  infinite: of("is or holds Infinity, where a finite number was expected", advice.infinite),
  value: (where: Where, { atol, rtol }: { atol: number; rtol: number }) =>
    `${subjectOf(where)} is off by more than ${atol} + ${rtol}·|expected|.`,
  text: of("is not what was expected"),
  mutated: () => `It changed an argument in place. ${advice.copy}`,
  shared: () => `Two parts of its result lie in the same memory: writing to one changes the other. ${advice.copyEach}`,
  "shared-with-earlier": () =>
    `Its result lies in the same memory as in an earlier call: writing to one changes the other. ${advice.newEachTime}`,
};
