import type { Files } from "../../compiler/Files";

/** The folder of the notebook, in which there is nothing else. */
export const notebookFolder = "/notebook";

/** The folders of TypeScript's library and of `nablab`'s declarations. */
export const libFolder = "/lib";
export const libraryFolder = "/nablab";

/** The declarations that every cell sees. */
export const globalsFile = "/globals.d.ts";

/** Files that are in memory, by their paths: nothing else is there. */
export function memoryFiles(texts: Readonly<Record<string, string>>): Files {
  const files = new Map(Object.entries(texts));
  const folders = new Map<string, Set<string>>([[notebookFolder, new Set()]]);
  for (const file of files.keys()) {
    for (let path = file; path !== ""; ) {
      const parent = path.slice(0, path.lastIndexOf("/"));
      const names = folders.get(parent) ?? new Set();
      folders.set(parent, names.add(path.slice(parent.length + 1)));
      path = parent;
    }
  }
  const withoutSlash = (folder: string): string => folder.replace(/\/$/, "");
  return {
    options: {
      paths: { nablab: [`${libraryFolder}/index.d.ts`], "nablab/tf": [`${libraryFolder}/tf/index.d.ts`] },
      types: [],
    },
    roots: [globalsFile],
    libFolder,
    fileExists: (file) => files.has(file),
    readFile: (file) => files.get(file),
    directoryExists: (folder) => folders.has(withoutSlash(folder)),
    getDirectories: (folder) => {
      const path = withoutSlash(folder);
      return [...(folders.get(path) ?? [])].filter((name) => folders.has(`${path}/${name}`));
    },
    // What can be imported is not a matter of files here.
    readDirectory: () => [],
    realpath: (file) => file,
    modified: (file) => (files.has(file) ? 0 : Number.NaN),
  };
}
