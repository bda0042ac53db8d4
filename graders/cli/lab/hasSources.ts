import { existsSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "../../../src/kernel/packageRoot";

/** False in what `nablab release` hands out: compiled code, and nothing to compile it from. */
export function hasSources(): boolean {
  return existsSync(path.join(packageRoot, "src"));
}
