import { grammar, type Place } from "./grammar";

/** About grading: a submission, a class's folder, a run. */
export const engine = {
  unknownAssignment: (slug: string, near: readonly string[]): string =>
    `there is no assignment "${slug}"; did you mean ${grammar.or(near)}?`,
  unknownAssignmentAmong: (slug: string, all: readonly string[]): string =>
    `there is no assignment "${slug}"; there are: ${all.join(", ")}`,
  /** Continues the name of a file or folder. */
  otherAssignment: (declared: string, slug: string): string =>
    `is a notebook of the assignment "${declared}", not of "${slug}"`,

  /** @param fault from reading, such as `imports "fs" in code cell 2, line 1; …` */
  notRun: (fault: string): string => `It was not run: ${fault}.`,

  /** What the program of a function lacks, or has from elsewhere. */
  leftOut: (place: Place, reason: string): string =>
    `The statement in ${grammar.place(place)} was left out: ${reason}.`,
  thrownByStatement: (error: string): string => `it threw an error: ${error}`,
  stoppedStatement: "the program had to be stopped while it was loaded",
  otherFailure: "the program does not load with it",
  faultyUse: "it uses code that cannot be run",
  moreLeftOut: (count: number): string => `So ${count === 1 ? "was one more" : `were ${count} more`}.`,
  givenNames: (names: readonly string[]): string =>
    `${grammar.and(names.map((name) => `\`${name}\``))} ${names.length === 1 ? "is" : "are"} not declared in the submission, and ${names.length === 1 ? "was" : "were"} taken from the assignment's notebook.`,
  declaredAgain: (name: string, later: Place, place: Place): string =>
    `\`${name}\` is declared again in ${grammar.place(later)}, where it is not a function. The function in ${grammar.place(place)} was graded.`,

  notDefined: (name: string): string => `${name} is not defined.`,
  /** These three follow a message about the code. */
  thrownAt: (place: Place): string => `(in ${grammar.place(place)})`,
  thrownIn: (name: string, place: Place): string => `(in \`${name}\`, ${grammar.place(place)})`,
  loopsIn: (loop: string, place: Place, others: number): string =>
    `(\`${loop}\` in ${grammar.place(place)}${others > 0 ? `, and ${others} more` : ""})`,

  lostResult: (id: string): string => `the journal has no result for ${id}`,
  changedResult: (id: string, file: string): string =>
    `the result for ${id} cannot be read back: another program may have changed ${file}; run the command again`,
  folderBusy: (folder: string): string => `${folder} is in use by other runs; name another folder with --out`,
  folderHeld: (folder: string, pid: number, host: string): string =>
    `${folder} is in use by another run (process ${pid} on ${host}); wait for it to end, or name another folder with --out`,
  folderHeldElsewhere: (folder: string, pid: number, host: string, lock: string): string =>
    `${folder} is in use by process ${pid} on ${host}, which cannot be checked from here; if no run is left there, delete ${lock}`,
};
