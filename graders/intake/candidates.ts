import { closeSync, readSync } from "node:fs";
import { openRegularFile } from "../extract/readBytes";
import type { Arrival } from "./Arrival";
import type { HandIn } from "./HandIn";
import { endingOf, type Kind, kindOfName } from "./kindOfName";
import { readAs } from "./readAs";

/**
 * The files that could be meant: notebooks, else scripts, else what has another ending and looks like a notebook all the
 * same.
 */
export function candidatesIn({ files }: Pick<HandIn, "files">): Arrival[] {
  const readable = files.filter(({ path, problem, isFolder, typed }) => path !== "" && !problem && !isFolder && !typed);
  const ofKind = (kind: Kind): Arrival[] => readable.filter((one) => kindOf(one) === kind);
  for (const kind of ["notebook", "script"] as const) if (ofKind(kind).length > 0) return ofKind(kind);
  return ofKind("other").filter(looksLikeNotebook);
}

function kindOf({ names }: Arrival): Kind {
  return kindOfName(names[names.length - 1]);
}

/** As readers know it: `.ipynb` or `.ts`. */
export function extensionOf(arrival: Arrival): string {
  return readAs(arrival.names[arrival.names.length - 1]);
}

/** In bytes; a notebook's first cell comes earlier. */
const start = 2 ** 14;

/** A glance at what it begins with; only a reader parses it. */
function looksLikeNotebook({ names, path }: Arrival): boolean {
  if (!["", ".json", ".txt"].includes(endingOf(names[names.length - 1]))) return false;
  try {
    const { file } = openRegularFile(path);
    try {
      const bytes = Buffer.alloc(start);
      const text = bytes.toString("latin1", 0, readSync(file, bytes, 0, start, 0));
      return /^[^\w]*\{/.test(text) && /"(cells|nbformat)"/.test(text);
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}
