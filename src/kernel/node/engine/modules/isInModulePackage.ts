import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Whether the package that a file belongs to says that its JavaScript files are ES modules. */
export function isInModulePackage(file: string): boolean {
  const folder = path.dirname(file);
  const manifest = path.join(folder, "package.json");
  if (existsSync(manifest)) return (JSON.parse(readFileSync(manifest, "utf8")) as { type?: string }).type === "module";
  return folder !== path.dirname(folder) && isInModulePackage(folder);
}
