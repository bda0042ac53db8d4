import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** What `import.meta` is in a file. */
export function importMeta(file: string): object {
  const resolve = (name: string) => {
    const found = createRequire(file).resolve(name);
    return path.isAbsolute(found) ? pathToFileURL(found).href : found;
  };
  return {
    __proto__: null,
    dirname: path.dirname(file),
    filename: file,
    main: false,
    resolve,
    url: pathToFileURL(file).href,
  };
}
