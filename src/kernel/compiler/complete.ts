import ts from "typescript";
import type { CellCompiler, OpenCell } from "./CellCompiler";

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
  const cell = compiler.open(code);
  const { service, file, source } = cell;
  const found = service.getCompletionsAtPosition(file, source.toEdited(offset), undefined);
  const word = /[\p{ID_Continue}$]*$/u.exec(code.slice(0, offset))?.[0] ?? "";
  // Inside a string, TypeScript says what to replace: a module name can hold "-" and "@".
  const span = found?.entries[0]?.replacementSpan;
  const start = span ? source.toOriginal(span.start) : offset - word.length;
  const typed = code.slice(start, offset);
  const rank = (name: string) => (name.startsWith(typed) ? "0" : "1");
  const kinds = importedKinds(cell);
  const items = (found?.entries ?? [])
    .filter(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()) && !name.startsWith("__cell"))
    .sort((a, b) => compareText(rank(a.name) + a.sortText, rank(b.name) + b.sortText) || compareText(a.name, b.name))
    .map(({ name, kind }) => ({ text: name, type: kinds.get(name) ?? kind }));
  return { start, end: offset, items };
}

/** What imported names stand for; TypeScript calls them all `alias`, and all names of earlier cells are imports. */
function importedKinds({ service, file }: OpenCell): Map<string, string> {
  const program = service.getProgram();
  const current = program?.getSourceFile(file);
  if (!program || !current) return new Map();
  const checker = program.getTypeChecker();
  const imports = checker.getSymbolsInScope(current, ts.SymbolFlags.Alias);
  return new Map(imports.map((symbol) => [symbol.name, kindOf(checker.getAliasedSymbol(symbol).flags)]));
}

function kindOf(flags: ts.SymbolFlags): string {
  if (flags & ts.SymbolFlags.Function) return "function";
  if (flags & ts.SymbolFlags.Class) return "class";
  if (flags & ts.SymbolFlags.Enum) return "enum";
  if (flags & ts.SymbolFlags.Variable) return "const";
  return flags & ts.SymbolFlags.Type ? "type" : "module";
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
