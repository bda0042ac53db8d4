import { statSync } from "node:fs";

/** The mode of new folders for results, which hold everybody's marks. */
export const privateFolder = 0o700;

/**
 * The mode of a new file with results: as open as its folder. A folder that nablab made is private to its user; one
 * that staff share on purpose stays shared.
 */
export function modeFor(folder: string): number {
  return statSync(folder).mode & 0o666;
}
