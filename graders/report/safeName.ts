import { hashOf } from "../text/hashOf";

/** Names of devices, which Windows does not accept for files, whatever the extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** What is appended to ids that cannot serve as file names themselves. */
const suffix = /-[0-9a-f]{16}$/i;

/**
 * A file name for a student, whatever the student is called: not a path, not a name that a system reserves, nothing
 * that a command takes for an option. The names of two ids that differ in more than case differ in more than case too.
 */
export function safeName(id: string): string {
  const plain = id
    .replace(/[^A-Za-z0-9_-]+/g, "_")
    .replace(/^(-|$)/, "_")
    .slice(0, 60);
  // An id that looks as if it had a hash could be chosen to match another student's file name.
  if (plain === id && !reserved.test(plain) && !suffix.test(plain)) return plain;
  return `${plain}-${hashOf(id).slice(0, 16)}`;
}
