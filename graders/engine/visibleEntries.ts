import { readdirSync } from "node:fs";

/** An entry of a folder: a file, a folder, or something else. */
export interface FolderEntry {
  /** Unreadable parts are replaced by U+FFFD. */
  name: string;
  /** The name on disk is not UTF-8, as happens with old archives, so it cannot be opened by this name. */
  isGarbled: boolean;
  /** Tells apart names that are the same as text. */
  bytes: Buffer;
  isFolder: boolean;
}

/** Sorted by name, without hidden files and installed packages. */
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
