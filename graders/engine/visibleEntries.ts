import { readdirSync } from "node:fs";

/** What is in a folder: a file, a folder, or something else. */
export interface FolderEntry {
  /** What cannot be read in it is written as U+FFFD. */
  name: string;
  /** The name on the disk is no UTF-8, as old archives leave it: there is no way to open it by its text. */
  isGarbled: boolean;
  /** Tells names apart that are the same as texts. */
  bytes: Buffer;
  isFolder: boolean;
}

/** In the order of their names; without hidden files and installed packages. */
export function visibleEntries(folder: string): FolderEntry[] {
  return readdirSync(folder, { withFileTypes: true, encoding: "buffer" })
    .map((entry) => {
      const bytes = Buffer.from(entry.name);
      const name = bytes.toString("utf8");
      return { name, isGarbled: !Buffer.from(name).equals(bytes), bytes, isFolder: entry.isDirectory() };
    })
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
    .sort((a, b) => (a.name === b.name ? Buffer.compare(a.bytes, b.bytes) : a.name < b.name ? -1 : 1));
}
