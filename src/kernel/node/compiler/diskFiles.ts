import path from "node:path";
import ts from "typescript";
import type { Files } from "../../compiler/Files";
import { packageRoot } from "../packageRoot";
import { foreignPackages } from "../places/foreignPackages";

/** @param file of the library, as built */
function typesOf(file: string): string {
  return path.join(packageRoot, "dist", file).replaceAll("\\", "/");
}

/**
 * The files on disk, with the types of the pinned Node.
 *
 * @param directory the notebook's
 */
export function diskFiles(directory: string): Files {
  const isForeign = foreignPackages(directory, packageRoot);
  const { sys } = ts;
  return {
    options: {
      // Found wherever the notebook is, even with no node_modules nearby.
      paths: { nablab: [typesOf("index.d.ts")], "nablab/tf": [typesOf("tf/index.d.ts")] },
      types: ["node"],
      typeRoots: [path.dirname(path.dirname(require.resolve("@types/node/package.json")))],
    },
    roots: [],
    libFolder: path.dirname(ts.getDefaultLibFilePath({})),
    fileExists: sys.fileExists,
    readFile: sys.readFile,
    /** A `node_modules` folder that the engine passes over does not exist for the types either. */
    directoryExists: (folder) =>
      !(folder.endsWith("/node_modules") && isForeign(folder)) && sys.directoryExists(folder),
    getDirectories: sys.getDirectories,
    readDirectory: sys.readDirectory,
    realpath: (file) => sys.realpath?.(file) ?? file,
    modified: (file) => sys.getModifiedTime?.(file)?.getTime() ?? Number.NaN,
  };
}
