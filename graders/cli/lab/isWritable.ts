import { accessSync, constants } from "node:fs";

/** Whether this user may make files in a folder. Learners may not in an installation that they share. */
export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
