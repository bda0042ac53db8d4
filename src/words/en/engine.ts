import { grammar, type Place } from "./grammar";

/** About grading: a submission, a class's folder, a run. */
export const engine = {
  unknownAssignment: (slug: string, near: readonly string[]): string =>
    `there is no assignment "${slug}"; did you mean ${grammar.or(near)}?`,
  unknownAssignmentAmong: (slug: string, all: readonly string[]): string =>
    `there is no assignment "${slug}"; there are: ${all.join(", ")}`,
  noSuchPath: (path: string): string => `there is no file or folder ${path}`,

  /** These four continue the name of a file or folder. */
  garbledName: "has a name that is not UTF-8; rename it",
  severalFiles: (names: readonly string[]): string =>
    `holds ${names.length} files that could be meant (${grammar.first(names)}); one is needed`,
  garbledFile: (name: string): string => `holds a file whose name is not UTF-8 (${name}); rename it`,
  noFile: "is a folder without a notebook (.ipynb) or a TypeScript file (.ts)",
  otherAssignment: (declared: string, slug: string): string =>
    `is a notebook of the assignment "${declared}", not of "${slug}"`,

  notDefined: (name: string): string => `${name} is not defined.`,
  /** These two follow a message about the code. */
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
