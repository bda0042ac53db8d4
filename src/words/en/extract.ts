import { grammar, type Place } from "./grammar";

/** Why a submission cannot be graded, as reading it showed; each continues the file's name. */
export const extract = {
  missing: "does not exist",
  unreadable: (code: string | undefined): string => `cannot be read (${code ?? "unknown error"})`,
  link: "is a symbolic link; the file itself is needed",
  linkAbove: "is in a folder that is a symbolic link; the folder itself is needed",
  folder: "is a folder, not a file",
  notRegular: "is not a regular file",
  largeFile: (megabytes: number, most: number): string =>
    `is too large: ${megabytes} MB, at most ${most} MB; clear the outputs (in JupyterLab: Edit, Clear Outputs of All Cells), save it and hand it in again`,

  empty: "is empty (0 bytes)",
  blank: "is empty (only white space)",
  binary: "is a binary file, not a notebook or a script",
  notUtf8: "is a binary file, or text that is not UTF-8",
  /** @param kind what the file turned out to be */
  disguised: (kind: keyof typeof disguises): string => `is ${disguises[kind]}; hand in the notebook itself (.ipynb)`,
  webPage:
    "is a web page that was saved in place of the notebook; download the notebook itself (on GitHub: Download raw file)",
  lfsPointer: "is a Git LFS pointer in place of the notebook; run `git lfs pull`, or download the notebook itself",
  wrongExtension: "is neither a notebook (.ipynb) nor a TypeScript file (.ts)",

  notJupyter: "is JSON, but not a Jupyter notebook",
  cutOff: "is cut off: the end of the notebook is missing",
  notJson: "is not a notebook: not valid JSON",
  mergeConflict: (line: number): string =>
    `has the markers of a merge conflict, the first in line ${line} of the file; resolve the conflict and hand it in again`,
  noCells: "is a damaged notebook: it has no list of cells",
  /** These two count cells of all kinds, and code cells only. */
  damagedCell: (number: number): string => `is a damaged notebook: cell ${number} has no readable source`,
  damagedCodeCell: (number: number): string => `is a damaged notebook: code cell ${number} has no readable source`,
  oldFormat: (nbformat: number): string =>
    `is a notebook in the old format ${nbformat}; open it in JupyterLab and save it again`,
  unknownFormat: "is a notebook in an unknown format; nbformat 4 is needed",
  noCode: "is a notebook without any code",

  noGradedFunction: (names: readonly string[]): string =>
    `defines none of the graded functions (${names.join(", ")}); is it another assignment?`,
  /** @param allowed the modules that may be imported */
  imports: (module: string, place: Place, allowed: readonly string[]): string =>
    `imports "${module}" in ${grammar.place(place)}; graded code may import ${grammar.and(allowed.map((name) => `"${name}"`))} only`,
  importsInDeclaration: (code: string, place: Place): string =>
    `imports "${code}" in the declaration at ${grammar.place(place)}; graded code may import "nablab" only`,

  /** @param complaint from the compiler */
  syntaxError: (place: Place, complaint: string, line: string): string =>
    `syntax error in ${grammar.place(place)}: ${complaint}, near \`${line}\``,
  /** @param complaint from V8, if there is one */
  declarationError: (place: Place, complaint?: string): string =>
    `syntax error in the declaration at ${grammar.place(place)}${complaint === undefined ? "" : `: ${complaint}`}`,
  htmlComment: (place: Place): string =>
    `syntax error in the declaration at ${grammar.place(place)}: \`<!--\` begins a comment in JavaScript`,

  notAFunction: (name: string, place: Place): string =>
    `\`${name}\` is not a function in ${grammar.place(place)}, where it is declared`,

  tooDeep: "holds code that is nested too deeply to be read",
  tooLarge: "is too large to be read",
  parserFails: (complaint: string): string => `cannot be read: the parser fails on it (${complaint})`,
  manyCharacters: (count: number, most: number): string =>
    `holds ${count} characters of code; at most ${most} are read`,
  largeProgram: (megabytes: number, most: number): string =>
    `is too large: its code makes ${megabytes} MB of JavaScript, at most ${most} MB are run`,
  manyDeclarations: (count: number, most: number): string =>
    `is too large: ${count} declarations are used, at most ${most} are run`,
  manyNodes: (most: number): string => `is too large to be compared: at most ${most} pieces of syntax are`,
  largeReading: (megabytes: number): string => `is too large: what is graded of it fills ${megabytes} MB`,
};

const disguises = {
  pdf: "a PDF",
  zip: "a zip file",
  gzip: "a gzip archive",
  picture: "a picture",
};
