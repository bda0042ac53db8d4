import type { Arrival } from "../Arrival";

/** Whether at least half of what lies at the top, files and folders, has a name of this form. */
export function mostMatch(arrivals: readonly Arrival[], isOfForm: (name: string) => boolean): boolean {
  const tops = [...new Set(arrivals.map(({ names }) => names[0]))];
  const count = tops.filter(isOfForm).length;
  return count > 0 && 2 * count >= tops.length;
}
