import { readdirSync } from "node:fs";

/** An entry of a folder. */
export interface FolderEntry {
  /** Unreadable parts are replaced by U+FFFD. */
  name: string;
  /** The name on disk, if it is not UTF-8, as happens with old archives: it cannot be opened by its name. */
  garbled?: Buffer;
  kind: "file" | "folder" | "link";
}

/** Sorted by name. */
export function folderEntries(folder: string): FolderEntry[] {
  return readdirSync(folder, { withFileTypes: true, encoding: "buffer" })
    .map((entry) => {
      const bytes = Buffer.from(entry.name);
      const name = bytes.toString("utf8");
      const kind: FolderEntry["kind"] = entry.isDirectory() ? "folder" : entry.isSymbolicLink() ? "link" : "file";
      return { bytes, entry: { name, kind, ...(Buffer.from(name).equals(bytes) ? {} : { garbled: bytes }) } };
    })
    .sort((a, b) =>
      a.entry.name === b.entry.name ? Buffer.compare(a.bytes, b.bytes) : a.entry.name < b.entry.name ? -1 : 1,
    )
    .map(({ entry }) => entry);
}
