import { statSync } from "node:fs";

/** What folders for results are made with: everybody's marks are in there. */
export const privateFolder = 0o700;

/**
 * The mode of a new file with results: it is as open as the folder that it lies in. A folder that nablab made is its
 * user's alone; one that staff share on purpose stays shared.
 */
export function modeFor(folder: string): number {
  return statSync(folder).mode & 0o666;
}
