import { existsSync } from "node:fs";
import path from "node:path";

/**
 * The folder of the nablab package: the repository, or where it was installed. Looked for from here upwards, since this
 * file runs as `src/kernel/node/packageRoot.ts`, compiled as `dist/kernel/node/packageRoot.js`, and in a release also as
 * part of `dist/cli/run.js`.
 */
export const packageRoot = nearestPackage(__dirname);

function nearestPackage(folder: string): string {
  const above = path.dirname(folder);
  return existsSync(path.join(folder, "package.json")) || above === folder ? folder : nearestPackage(above);
}
