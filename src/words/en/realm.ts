import type { Unusable } from "../../check/Unusable";

/** What errors tell learner code about the place it runs in: the sandbox, and a notebook too. */
export const realm = {
  notImplemented: (name: string): string => `${name} is not implemented yet`,
  unusable: (what: Unusable): string => `cannot be used as a value: ${JSON.stringify(what)}`,
  notAFunction: (type: string): string => `an error: it is of type ${type}, not a function`,
  waitsForever: "an error: it waits for something that never happens",
  foreignImport: 'only "nablab" can be imported in graded code',
  timerWithoutFunction: "setTimeout needs a function",
  notCalled: (name: string): string => `${name} could not be called`,
  unprintable: "an error that cannot be printed",
  /** For a function that the reference stands in for, where the reference has no value to give. */
  noReference: (name: string): string => `there is no reference for ${name}`,
  noValue: (name: string): string => `${name} returned no value`,
};
