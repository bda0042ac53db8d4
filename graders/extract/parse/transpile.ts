import { randomUUID } from "node:crypto";
import ts from "typescript";
import type { LineMap } from "../LineMap";
import { decodeMappings } from "./decodeMappings";
import { checkSize } from "./sizes";

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  isolatedModules: true,
  sourceMap: true,
};

/** A compiled declaration. */
export interface Transpiled {
  javaScript: string;
  lines: LineMap;
}

/**
 * The JavaScript of each TypeScript declaration. They are compiled together, which is several times as fast; statements
 * between them, which nobody can guess, mark where to cut.
 *
 * @throws NotGradable when what comes out is too large
 */
export function transpile(sources: readonly string[]): Transpiled[] {
  if (sources.length === 0) return [];
  // Not from Node's cache of random bytes: readers started from one snapshot would all share it.
  const mark = `"${randomUUID({ disableEntropyCache: true })}";`;
  const text = sources.map((source) => `${source}\n${mark}\n`).join("");
  const { outputText, sourceMapText } = ts.transpileModule(text, { compilerOptions });
  checkSize(outputText.length);
  const { mappings } = JSON.parse(sourceMapText ?? "{}") as { mappings: string };
  const mapped = decodeMappings(mappings);
  const pieces = outputText.split(mark);
  let firstLine = 0;
  let firstOriginal = 0;
  return sources.map((source, i) => {
    const count = linesIn(pieces[i]);
    const own = { from: firstOriginal, to: firstOriginal + linesIn(source) };
    const lines = mapped.slice(firstLine, firstLine + count).map((pairs) => withinSource(pairs, own));
    firstLine += count - 1;
    firstOriginal = own.to + 1;
    return { javaScript: pieces[i], lines };
  });
}

/** The pairs of a line that come from one source, counted from its start, without pairs that repeat a line. */
function withinSource(pairs: readonly number[], { from, to }: { from: number; to: number }): number[] {
  const own: number[] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    const line = pairs[i + 1];
    const isRepeated = own.length > 0 && own[own.length - 1] === line - from + 1;
    if (line >= from && line < to && !isRepeated) own.push(pairs[i] + 1, line - from + 1);
  }
  return own;
}

function linesIn(text: string): number {
  return text.split("\n").length;
}
