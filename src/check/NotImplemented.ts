import { realmWords } from "../words/realmWords";

/** Thrown by the starter of a graded function: the exercise has not been done yet. */
export class NotImplemented extends Error {
  /** The graded function that is still to be written. */
  readonly functionName: string;

  constructor(functionName: string) {
    super(realmWords.notImplemented(functionName));
    this.name = "NotImplemented";
    this.functionName = functionName;
  }
}

/** Goes by name, not by class: the error may come from another realm, whose classes are not ours. */
export function isNotImplemented(error: unknown): error is NotImplemented {
  return typeof error === "object" && error !== null && (error as Error).name === "NotImplemented";
}
