import { realpathSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** In the order in which they are tried after a name without an extension: first as Node does. */
const extensions = [".js", ".json", ".ts", ".mts", ".cts", ".mjs", ".cjs"];

const isLoadable = (file: string) => /\.([cm]?[jt]s|json)$/.test(file);

/**
 * The file beside the notebook that is imported: under its own name, without its extension, or under the name that
 * TypeScript's output would have. Undefined for packages and for what only Node knows how to load.
 *
 * @param folder the folder of the importing file
 */
export function findLocalFile(specifier: string, folder: string): string | undefined {
  const isPath = /^\.{0,2}[\\/]|^\.{1,2}$|^file:/.test(specifier) || path.isAbsolute(specifier);
  if (!isPath) return undefined;
  const named = specifier.startsWith("file:") ? fileURLToPath(specifier) : path.resolve(folder, specifier);
  const plain = named.replace(/[?#].*$/, "");
  const candidates = [
    named,
    plain,
    ...extensions.map((extension) => plain + extension),
    plain.replace(/\.([cm]?)js$/, ".$1ts"),
    ...extensions.map((extension) => path.join(plain, `index${extension}`)),
  ];
  const found = candidates.find((file) => isLoadable(file) && statSync(file, { throwIfNoEntry: false })?.isFile());
  if (found === undefined) return undefined;
  const file = realpathSync(found);
  return /[\\/]node_modules[\\/]/.test(file) ? undefined : file;
}
