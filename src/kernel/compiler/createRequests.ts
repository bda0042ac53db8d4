import type ts from "typescript";
import { CellCompiler, type CompiledCell } from "./CellCompiler";
import type { CellPlace } from "./CellPlace";
import { complete } from "./complete";
import type { Files } from "./Files";
import { inspect } from "./inspect";
import { isComplete } from "./isComplete";
import { readCell } from "./readCell";

export type CompilerRequests = ReturnType<typeof createRequests>;

/**
 * What a compiler can be asked.
 *
 * @param directory the notebook's, where imports are resolved
 * @param documents where several notebooks share what TypeScript has read, if their directories differ
 */
export function createRequests(
  directory: string,
  files: Files,
  place: CellPlace = {},
  documents?: ts.DocumentRegistry,
) {
  const compiler = new CellCompiler(directory, files, place, documents);
  return {
    compile: (code: string) => compiler.compile(code),
    commit: (cell: CompiledCell, set?: readonly string[]) => compiler.commit(cell, set),
    complete: (code: string, offset: number) => complete(compiler, code, offset),
    inspect: (code: string, offset: number) => inspect(compiler, code, offset),
    isComplete: (code: string) => isComplete(code),
    declared: (code: string) => readCell(code).declared.map(({ name }) => name),
    reset: () => compiler.reset(),
    dispose: () => compiler.dispose(),
  };
}
