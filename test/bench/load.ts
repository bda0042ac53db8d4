import { loadavg } from "node:os";

/** The load above which two programs that alternate no longer get the same share of the machine. */
export const highestLoad = 1;

/** The average load of the last minute and of the last five; null on Windows, which has no such figure. */
export function loadBefore(): readonly [number, number] | null {
  return process.platform === "win32" ? null : [loadavg()[0], loadavg()[1]];
}

/** `0.24 (1 min), 0.31 (5 min)` */
export function loadText(load: readonly [number, number] | null): string {
  return load === null ? "unknown" : `${load[0].toFixed(2)} (1 min), ${load[1].toFixed(2)} (5 min)`;
}

/** Why ratios would mean little now, and what to do; null if they are worth printing. */
export function tooBusy(load: readonly [number, number] | null): string | null {
  if (load === null || load[0] <= highestLoad) return null;
  const found = `the machine is busy: its load was ${load[0].toFixed(2)} over the last minute, ${highestLoad} at most`;
  return `${found} gives ratios that can be trusted; wait until it is quiet, or measure all the same with --busy`;
}
