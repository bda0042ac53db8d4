import { randomUUID } from "node:crypto";
import { SourceMap } from "node:module";
import ts from "typescript";

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  isolatedModules: true,
};

/**
 * The JavaScript of TypeScript declarations, each by itself. They go through the compiler in one piece, which is several
 * times as fast; statements between them, which nobody can guess, show where to cut.
 */
export function transpile(sources: readonly string[]): string[] {
  if (sources.length === 0) return [];
  const mark = `"${randomUUID()}";`;
  const text = sources.map((source) => `${source}\n${mark}\n`).join("");
  return ts.transpileModule(text, { compilerOptions }).outputText.split(mark).slice(0, sources.length);
}

/**
 * The line of TypeScript that a place in its JavaScript comes from, all from 1. The compiler is asked again, for a map:
 * few submissions need one.
 */
export function originalLine(source: string, line: number, column: number): number {
  const { sourceMapText } = ts.transpileModule(source, { compilerOptions: { ...compilerOptions, sourceMap: true } });
  const entry = new SourceMap(JSON.parse(sourceMapText ?? "{}")).findEntry(line - 1, column - 1);
  return "originalLine" in entry ? entry.originalLine + 1 : line;
}
