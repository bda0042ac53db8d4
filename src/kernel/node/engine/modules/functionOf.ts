import path from "node:path";
import vm from "node:vm";
import { standIns } from "../../../compiler/standIns";
import { registerSource } from "../../../engine/SourceRegistry";
import type { CompiledFile } from "./compileFile";

/** What a file is given, in this order. */
export interface Surroundings {
  exports: unknown;
  require: unknown;
  module: object;
  import(name: unknown): Promise<object>;
  meta: object;
}

const parameters = ["exports", "require", "module", standIns.import, standIns.meta, "__filename", "__dirname"];

/**
 * The function that runs a file; stacks show its lines.
 *
 * @param label how stacks name the file
 */
export function functionOf(file: string, label: string, compiled: CompiledFile) {
  const { text, code, originalOf, isAsync } = compiled;
  // The code starts on the second line.
  registerSource(file, label, text, [], ({ line, column }) => originalOf({ line: line - 1, column }));
  const head = `(${isAsync ? "async " : ""}function (${parameters.join(", ")}) {`;
  const body = vm.runInThisContext(`${head}\n${code}\n})`, { filename: file }) as (...args: unknown[]) => unknown;
  return (self: unknown, { exports, require, module, import: load, meta }: Surroundings): unknown =>
    body.call(self, exports, require, module, load, meta, file, path.dirname(file));
}
