import { grammar } from "./grammar";

/** What the public checks say about a function. */
export type Standing =
  | { status: "correct" }
  | { status: "partial" | "incorrect"; passed: number; checks: number }
  /** `needs` is another function, which it calls. */
  | { status: "not-implemented"; needs?: string };

/** What a notebook says under a cell: verdicts of `check`, what `ready` waits for, the bar of `progress`. */
export const notebook = {
  otherKernel:
    "This notebook is for the kernel “TypeScript (nablab)”, and runs in tslab: choose the right one in the menu Kernel, Change Kernel…, or ask your course for the notebooks for tslab.",
  noAssignment: 'Run the first cell of the notebook first: it calls useAssignment("…").',
  unknownFunction: (slug: string, name: string, all: readonly string[]): string =>
    `${slug} has no function ${name}; it has: ${all.join(", ")}`,
  notAFunction: (name: string, type: string): string => `check: ${name} is of type ${type}, not a function`,

  /** These two continue the function's name. */
  standing: (standing: Standing): string => {
    switch (standing.status) {
      case "correct":
        return "is correct";
      case "not-implemented":
        return standing.needs ? `needs ${standing.needs}, which is not implemented yet` : "is not implemented yet";
      default:
        return `is not correct yet: ${standing.passed} of ${standing.checks} checks passed`;
    }
  },
  pending: "is being checked: waiting for its promise …",

  /** Introduces one case, from 1, of several. */
  case: (number: number, count: number): string => `Case ${number} of ${count}:`,
  /** Follows a message about an error. */
  thrownIn: (place: { function: string; cell: string; line: number }): string =>
    `(${place.function && `in \`${place.function}\`, `}${place.cell}, line ${place.line})`,
  suspect: (name: string): string => `It calls ${name}, which does not pass its own check: look there first.`,
  /** What will be refused in grading, and where it is, if that is known. */
  warning: (what: string, cell?: string, line?: number): string => `${cell ? `${cell}, line ${line}: ` : ""}${what}.`,
  /** Introduces the call itself, which is code. */
  call: "The call was",
  callFolded: "the call's arguments",
  argument: (number: number): string => `argument ${number}`,

  waiting: (names: readonly string[]): string =>
    `Waiting for ${grammar.and(names)}: this part runs once ${names.length > 1 ? "they pass their" : "it passes its"} checks.`,

  /** The progress of something that has a name. */
  labelled: (label: string, said: string): string => `${label}: ${said}`,
  duration,
  left: (seconds: number): string => `${duration(seconds)} left`,
  rate: (perSecond: number): string => `${perSecond < 10 ? perSecond.toPrecision(2) : Math.round(perSecond)}/s`,
};

function duration(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${String(Math.floor(seconds % 60)).padStart(2, "0")} s`;
}
