import { existsSync, globSync } from "node:fs";
import path from "node:path";

/** The first of some programs that is there, by a name on the PATH or a pattern of absolute paths. */
export function findProgram(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const found = names.flatMap((name) =>
    path.isAbsolute(name)
      ? globSync(name)
      : folders.map((folder) => path.join(folder, name)).filter((file) => existsSync(file)),
  );
  return found[0];
}
