import { kernel as words } from "../../words/kernel";
import type { CellError } from "../engine/messages";
import type { CellDiagnostic } from "./CellDiagnostic";

const red = (text: string) => `\u001b[31m${text}\u001b[39m`;
const bold = (text: string) => `\u001b[1m${text}\u001b[22m`;

/** The most errors shown; the others are only counted. */
const limit = 5;

/** What a learner reads when the compiler refuses a cell: place, TypeScript's code and message, the line, a caret. */
export function formatDiagnostics(diagnostics: readonly CellDiagnostic[], label: string): CellError {
  const [first] = diagnostics;
  const more = diagnostics.length - limit;
  return {
    ename: first.isSyntax ? "SyntaxError" : "TypeScriptError",
    evalue: words.refused(nameOf(first), first.message, place(first, label)),
    traceback: [
      ...diagnostics
        .slice(0, limit)
        .flatMap((diagnostic) => [...format(diagnostic, label), ""])
        .slice(0, -1),
      ...(more > 0 ? ["", words.moreDiagnostics(more)] : []),
    ],
  };
}

/** As TypeScript numbers its errors; null for our own. */
function nameOf({ code }: CellDiagnostic): string | null {
  return code === null ? null : `TS${code}`;
}

function place({ file, start }: CellDiagnostic, label: string): string {
  return words.line(file ?? label, start.line + 1);
}

function format(diagnostic: CellDiagnostic, label: string): string[] {
  const { message, start, length, line } = diagnostic;
  const number = String(start.line + 1);
  // Tabs stay tabs, so that the caret stands under its character whatever their width.
  const indent = line.slice(0, start.column).replace(/[^\t]/g, " ");
  return [
    words.diagnostic(place(diagnostic, label), red(bold(words.error(nameOf(diagnostic)))), message),
    "",
    `  ${number} | ${line}`,
    `  ${" ".repeat(number.length)} | ${indent}${red("^".repeat(length))}`,
  ];
}
