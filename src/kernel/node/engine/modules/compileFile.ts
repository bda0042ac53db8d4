import { readFileSync } from "node:fs";
import type { OriginalOf } from "../../../engine/Platform";
import { readSourceMap } from "../readSourceMap";
import { isInModulePackage } from "./isInModulePackage";

/** A file ready to run as the body of a function. */
export interface CompiledFile {
  text: string;
  code: string;
  originalOf: OriginalOf;
  /** The modules that the code requires, where they were imported. */
  imports: string[];
  /** Whether it waits at its top level. */
  isAsync: boolean;
  /** Whether it has `import` or `export`. */
  hasModuleSyntax: boolean;
  /** Whether it is an ES module to Node and TypeScript, which is what `import(…)` of it gives. */
  isModule: boolean;
}

/**
 * Reads and compiles a JavaScript or TypeScript file.
 *
 * @throws SyntaxError naming the file and the line
 */
export function compileFile(file: string): CompiledFile {
  // A line that names an interpreter is no JavaScript.
  const text = readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .replace(/^#!/, "//");
  // Loaded on first use: it takes longer than everything else the engine needs.
  const { transpileFile } = require("./transpileFile") as typeof import("./transpileFile");
  const { map, ...rest } = transpileFile(file, text);
  const isModule =
    /\.m[jt]s$/.test(file) ||
    (!/\.c[jt]s$/.test(file) && isInModulePackage(file)) ||
    (rest.hasModuleSyntax && !/\.c[jt]s$/.test(file));
  return { text, originalOf: readSourceMap(map), isModule, ...rest };
}
