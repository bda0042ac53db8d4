import type { Unusable } from "../../check/Unusable";
import type { Absence } from "../../check/unavailable";

/** Why something is missing in graded code, and what to do instead. */
const absences: Record<Absence, string> = {
  network: "there is no network: work with the arguments alone",
  files: "there are no files: take what you need as an argument",
  processes: "code runs by itself, in one thread, until it returns or throws: do that instead",
  clock: "there is no real clock: use `performance.now()` or `Date.now()`, which count calls",
  machine: "code cannot reach the machine: use `np`",
  code: "code cannot be made from text: write a function",
};

/** What errors tell learner code about the place it runs in: the sandbox, and a notebook too. */
export const realm = {
  noTensors: "functions of tensors need TensorFlow.js: import `nablab/tf` first",
  notImplemented: (name: string): string => `${name} is not implemented yet`,
  unusable: (what: Unusable): string => `cannot be used as a value: ${JSON.stringify(what)}`,
  notAFunction: (type: string): string => `an error: it is of type ${type}, not a function`,
  waitsForever: "an error: it waits for something that never happens",
  foreignImport: 'only "nablab" can be imported in graded code',
  unavailable: (name: string, absence: Absence): string =>
    `${name} is not available in grading, where ${absences[absence]}`,
  /** @param allowed the modules that can be imported */
  unavailableModule: (name: string, allowed: readonly string[] = ["nablab"]): string =>
    `${name} is not available in grading: only ${allowed.map((each) => `"${each}"`).join(" and ")} can be imported in graded code`,
  needsFunction: (name: string): string => `${name} needs a function`,
  notACount: (given: number): string => `progress: expected a whole number, 0 or more, got ${given}`,
  unknownEncoding: (label: string): string => `The "${label}" encoding is not supported`,
  notEncoded: (encoding: string): string => `The encoded data was not valid for encoding ${encoding}`,
  notCalled: (name: string): string => `${name} could not be called`,
  /** These are Node's own sentences. */
  aborted: "This operation was aborted",
  abortedLate: "The operation was aborted due to timeout",
  notBase64: "The string to be decoded is not correctly encoded.",
  beyondBytes: "Invalid character",
  tooManyRandom: (bytes: number): string => `The requested length exceeds 65,536 bytes: ${bytes}`,
  noMark: (name: string): string => `The "${name}" performance mark has not been set`,
  notCloned: (what: string): string => `${what} could not be cloned.`,
  unprintable: "an error that cannot be printed",
  /** For a function that the reference stands in for, where the reference has no value to give. */
  noReference: (name: string): string => `there is no reference for ${name}`,
  noValue: (name: string): string => `${name} returned no value`,
};
