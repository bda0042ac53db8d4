import { printable } from "../../text/printable";

/** File systems take 255 bytes. */
const longest = 60;

/** A file's own name; null for what has none. Browsers send a name without folders; what sends another is no browser. */
export function safeName(name: string): string | null {
  const last = printable(name.split(/[\\/]/).at(-1) ?? "").slice(-longest);
  return /^\.*$/.test(last) ? null : last;
}
