import { createHash } from "node:crypto";

/** A file name for a student, whatever the student is called: no paths, no names that a system reserves, no collisions. */
export function safeName(id: string): string {
  const plain = id.replace(/[^A-Za-z0-9_-]+/g, "_").slice(0, 60);
  const isReserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(plain);
  if (plain === id && plain !== "" && !isReserved) return plain;
  return `${plain}-${createHash("sha256").update(id).digest("hex").slice(0, 8)}`;
}
