/** What a file turns out to be, whatever it is called. */
export type Disguise = "pdf" | "zip" | "gzip" | "picture";

/** The bytes with which files of these kinds begin. */
const beginnings: readonly [Disguise, string][] = [
  ["pdf", "%PDF-"],
  ["zip", "PK\x03\x04"],
  ["gzip", "\x1f\x8b"],
  ["picture", "\x89PNG"],
  ["picture", "\xff\xd8\xff"],
];

export function disguiseOf(bytes: Buffer): Disguise | null {
  const start = bytes.toString("latin1", 0, 8);
  return beginnings.find(([, beginning]) => start.startsWith(beginning))?.[0] ?? null;
}
