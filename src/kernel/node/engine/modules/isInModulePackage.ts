import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Whether the package that a file belongs to says that its JavaScript files are ES modules. */
export function isInModulePackage(file: string): boolean {
  const folder = path.dirname(file);
  const manifest = path.join(folder, "package.json");
  if (existsSync(manifest)) return typeIn(readFileSync(manifest, "utf8")) === "module";
  return folder !== path.dirname(folder) && isInModulePackage(folder);
}

/** Undefined for a manifest that is being written, or has a mistake, which is nothing that a cell could say. */
function typeIn(manifest: string): unknown {
  try {
    return (JSON.parse(manifest) as { type?: unknown } | null)?.type;
  } catch {
    return undefined;
  }
}
