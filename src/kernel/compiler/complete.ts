import type { CellCompiler } from "./CellCompiler";

export interface CompletionItem {
  text: string;
  /** TypeScript's name for what it is: `function`, `const`, `property`, `keyword`, … */
  type: string;
}

export interface Completions {
  /** What the items replace, in UTF-16 code units. */
  start: number;
  end: number;
  items: CompletionItem[];
}

/** What can stand at `offset` of a cell. */
export function complete(compiler: CellCompiler, code: string, offset: number): Completions {
  const { service, file, source } = compiler.open(code);
  const found = service.getCompletionsAtPosition(file, source.toEdited(offset), undefined);
  const word = /[\p{ID_Continue}$]*$/u.exec(code.slice(0, offset))?.[0] ?? "";
  // Inside a string, TypeScript says what to replace: a module name can hold "-" and "@".
  const span = found?.entries[0]?.replacementSpan;
  const start = span ? source.toOriginal(span.start) : offset - word.length;
  const typed = code.slice(start, offset).toLowerCase();
  const items = (found?.entries ?? [])
    .filter(({ name }) => name.toLowerCase().startsWith(typed) && !name.startsWith("__cell"))
    .sort((a, b) => compareText(a.sortText, b.sortText) || compareText(a.name, b.name))
    .map(({ name, kind }) => ({ text: name, type: kind }));
  return { start, end: offset, items };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
