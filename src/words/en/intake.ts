import { grammar } from "./grammar";

const ask = "ask for the notebook (.ipynb)";

/** About a class as it arrives: which learner, which file, which assignment. */
export const intake = {
  noSuchPath: (path: string): string => `there is no file or folder ${path}`,
  noPlaceholder: (pattern: string): string =>
    `${pattern} has { } in it, and no {student}, which stands for a student: '/home/{student}/hw1.ipynb'`,

  /** These continue the name of a file, a folder, or what a learner handed in. */
  garbledName: "has a name that is not UTF-8; rename it",
  garbledFile: (name: string): string => `holds a file whose name is not UTF-8 (${name}); rename it`,
  brokenFile: (name: string, problem: string): string => `holds nothing but ${name}, which ${problem}`,
  noFile: "is a folder without a notebook (.ipynb) or a TypeScript file (.ts)",
  typedText: `is text typed into the platform, without a file; ${ask}`,
  typedAddress: `is a web address, without a file; ${ask}`,
  otherFile: (kind: OtherKind): string => `is ${kinds[kind]}; ${ask}`,
  unknownFile: (ending: string): string =>
    `is ${ending === "" ? "a file of unknown kind" : `a file of another kind (${ending})`}; ${ask}`,
  otherFiles: (names: readonly string[]): string =>
    `holds ${names.length} files, none of them a notebook (${grammar.first(names)}); ${ask}`,
  notInExport: "is listed in the export, which does not hold its files; export it again",
  noneThere: (path: string): string => `has no ${path}`,

  zipDamaged: "is a damaged zip file; ask for the notebook itself",
  zipEncrypted: "is a zip file with a password; ask for the notebook itself",
  zipClimbing: (name: string): string =>
    `is a zip file with a path that leads out of it (${name}), and is not unpacked`,
  zipLarge: (megabytes: number, most: number): string =>
    `is a zip file that would take ${megabytes} MB, at most ${most} MB are unpacked`,
  zipMany: (count: number, most: number): string => `is a zip file with ${count} entries, at most ${most} are unpacked`,

  badMetadata: (file: string): string => `${file} cannot be read; export the submissions from Gradescope again`,
  recognised: (layout: keyof typeof platforms, students: number): string =>
    `${grammar.counted(students, "student")} in a download from ${platforms[layout]} (--layout reads it as another)`,
  passedOver: (names: readonly string[]): string =>
    `passed over ${grammar.counted(names.length, "file")}: ${grammar.first(names)}`,

  /** @param counts how many learners handed in work for each assignment */
  undecided: (counts: readonly { slug: string; learners: number }[]): string =>
    `which assignment is to be graded? ${grammar.and(counts.map(({ slug, learners }) => `${grammar.counted(learners, "student")} handed in ${slug}`))}; name one with --assignment`,
  mostlyMissing: (slug: string, defined: number, total: number): string =>
    `is this ${slug}? no submission defines more than ${defined} of its ${total} functions; name the assignment with --assignment`,

  /** @param others those that were passed over, or the first of them */
  choice: (by: keyof typeof choices, others: readonly string[], count: number): string =>
    `Of ${count + 1} files, this one was graded: ${choices[by]}. Passed over: ${others.join(", ")}${count > others.length ? ", …" : ""}.`,

  /** In place of a name, before an id that somebody on the roster has. */
  notOnRoster: "not on the roster",
  roster: {
    unreadable: (file: string, code: string | undefined): string =>
      `the roster ${file} cannot be read (${code ?? "unknown error"})`,
    empty: (file: string): string => `the roster ${file} lists nobody`,
    noColumns: (file: string, first: readonly string[]): string =>
      `the roster ${file} has no column that tells students apart (its first row: ${first.join(", ")}); expected Canvas's gradebook export, Moodle's participants, or columns id, login, name, email, section`,
    duplicates: (file: string, ids: readonly string[]): string =>
      `${file} lists ${grammar.counted(ids.length, "student")} twice (${grammar.first(ids)}); the first row counts`,
    unknown: (file: string, ids: readonly string[]): string =>
      `${file} does not list ${grammar.counted(ids.length, "student")} who handed something in (${grammar.first(ids)}); they keep the names that the files have`,
    matched: (file: string, matched: number, absent: number): string =>
      `${file}: ${grammar.counted(matched, "student")} handed something in, ${absent} did not`,
  },
};

const kinds = {
  pdf: "a PDF",
  page: "a web page",
  document: "a text document",
  picture: "a picture",
  text: "a text file, not a notebook",
  json: "JSON, but not a Jupyter notebook",
  python: "a Python program",
  javascript: "a JavaScript program",
  archive: "an archive that is not opened",
};

/** What people hand in instead of a notebook. */
export type OtherKind = keyof typeof kinds;

const choices = {
  name: "it has the released name",
  assignment: "it says that it is of this assignment",
  functions: "it defines most of the graded functions",
  time: "it is the newest",
};

const platforms = {
  canvas: "Canvas",
  moodle: "Moodle",
  blackboard: "Blackboard",
  gradescope: "Gradescope",
  github: "GitHub Classroom",
  plain: "no platform",
};
