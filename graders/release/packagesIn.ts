import { isBuiltin } from "node:module";

/** `require("x")` and `import("x")` of a package or of a file in it. */
const request = /\b(?:require|import)\("((?:@[\w.-]+\/)?[\w-][\w.-]*)(?:\/[^"]*)?"\)/g;

/** The npm packages that compiled programs import, sorted. */
export function packagesIn(programs: readonly string[]): string[] {
  const names = programs.flatMap((program) => Array.from(program.matchAll(request), ([, name]) => name));
  return [...new Set(names)].filter((name) => !isBuiltin(name)).sort();
}
