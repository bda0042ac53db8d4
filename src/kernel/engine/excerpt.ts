import type { SourcePosition } from "./SourceRegistry";

const red = (text: string) => `\u001b[31m${text}\u001b[39m`;

/** The line of an error with one line before and after it, and a caret under the column. */
export function excerpt({ lines, line, column }: SourcePosition): string[] {
  const width = String(line + 2).length;
  const numbered = (index: number) => `${String(index + 1).padStart(width)} | ${lines[index]}`;
  const around = (index: number) => (index >= 0 && index < lines.length ? [`  ${numbered(index)}`] : []);
  const caret = `  ${" ".repeat(width)} | ${" ".repeat(column)}${red("^")}`;
  return [...around(line - 1), `${red(">")} ${numbered(line)}`, caret, ...around(line + 1)];
}
