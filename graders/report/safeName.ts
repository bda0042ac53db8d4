import { hashOf } from "../text/hashOf";

/** Names of devices, which Windows takes for no files, whatever their ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** What ids get that are no names of files by themselves. */
const suffix = /-[0-9a-f]{16}$/i;

/**
 * A file name for a student, whatever the student is called: no paths, no names that a system reserves, nothing that a
 * command takes for an option. Two ids that differ in more than case have two names, which differ in more than case too.
 */
export function safeName(id: string): string {
  const plain = id
    .replace(/[^A-Za-z0-9_-]+/g, "_")
    .replace(/^(-|$)/, "_")
    .slice(0, 60);
  // One that looks as if it had a hash could be chosen so that it is another student's name.
  if (plain === id && !reserved.test(plain) && !suffix.test(plain)) return plain;
  return `${plain}-${hashOf(id).slice(0, 16)}`;
}
