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

/** Compares the name, not the class: an error from another realm is an instance of that realm's class. */
export function isNotImplemented(error: unknown): error is NotImplemented {
  return typeof error === "object" && error !== null && (error as Error).name === "NotImplemented";
}
