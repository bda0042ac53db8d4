import ts from "typescript";
import { type Cell, lineAt } from "../Cell";
import { complaintOf } from "./complaintOf";
import type { SyntaxProblem } from "./ParsedUnit";
import { withoutMagics } from "./withoutMagics";

/** The syntax of a cell, as far as it can be read. */
export interface ParsedCell {
  /** Has no syntax errors; null when there is no way around them. */
  file: ts.SourceFile | null;
  problem: BrokenCode | null;
}

/** What was left out because of a syntax error. */
export interface BrokenCode {
  error: SyntaxProblem;
  text: string;
  /** Everything that the cell seems to hold. */
  file: ts.SourceFile;
}

/** How often the broken statements of a script are taken out. */
const maxRounds = 3;

/**
 * Parses a cell. A cell with a syntax error does not run in a notebook either; of a script, the statements around the
 * error are read.
 */
export function parseCell(cell: Cell): ParsedCell {
  const parsed = parse(cell.source);
  if (parsed.errors.length === 0) return { file: parsed.file, problem: null };
  const plain = parse(withoutMagics(cell.source));
  if (plain.errors.length === 0) return { file: plain.file, problem: null };
  const { file, errors } = parsed;
  const error = problemOf(cell, file, errors[0]);
  const around = cell.number === null ? readAround(parsed) : null;
  if (!around) return { file: null, problem: { error, text: cell.source, file } };
  return { file: around.file, problem: { error, text: around.broken, file } };
}

interface Parsed {
  file: ts.SourceFile;
  errors: readonly ts.DiagnosticWithLocation[];
}

/** The parser's own errors, which the compiler API leaves out of its types. They need no program around the file. */
interface ParsedFile extends ts.SourceFile {
  parseDiagnostics: ts.DiagnosticWithLocation[];
}

function parse(source: string): Parsed {
  const options = {
    languageVersion: ts.ScriptTarget.ES2022,
    // Comments are not needed.
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    // As a module, so that top-level await is parsed as such.
    setExternalModuleIndicator: (file: ts.SourceFile) => {
      Object.assign(file, { externalModuleIndicator: true });
    },
  };
  const file = ts.createSourceFile("cell.ts", source, options, true, ts.ScriptKind.TS) as ParsedFile;
  return { file, errors: file.parseDiagnostics };
}

function problemOf({ number, source }: Cell, file: ts.SourceFile, error: ts.DiagnosticWithLocation): SyntaxProblem {
  const line = file.getLineAndCharacterOfPosition(error.start).line + 1;
  return { place: { cell: number, line }, complaint: complaintOf(error), text: lineAt({ number, source }, line) };
}

/** The file without its broken statements, in whose place are blanks; null when it is broken even so. */
function readAround(parsed: Parsed): { file: ts.SourceFile; broken: string } | null {
  let { file, errors } = parsed;
  let broken = "";
  for (let round = 0; round < maxRounds && errors.length > 0; round++) {
    let text = "";
    let done = 0;
    for (const { pos, end } of brokenStatements(file, errors)) {
      broken += `${file.text.slice(pos, end)}\n`;
      text += file.text.slice(done, pos) + file.text.slice(pos, end).replace(/[^\n]/g, " ");
      done = end;
    }
    ({ file, errors } = parse(text + file.text.slice(done)));
  }
  return errors.length === 0 ? { file, broken } : null;
}

function brokenStatements(file: ts.SourceFile, errors: readonly ts.DiagnosticWithLocation[]): ts.Statement[] {
  const starts = errors.map(({ start }) => start).sort((a, b) => a - b);
  let next = 0;
  return file.statements.filter(({ pos, end }) => {
    while (next < starts.length && starts[next] < pos) next++;
    return next < starts.length && starts[next] <= end;
  });
}
