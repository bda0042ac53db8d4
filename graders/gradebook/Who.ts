/** Some people, by their ids, or everybody. */
export type Who = readonly string[] | "all";

/** So many values may be in a query of either database, and more. */
const most = 500;

/** The same people in lists that a query takes. */
export function inLists(who: Who): Who[] {
  if (who === "all") return [who];
  return Array.from({ length: Math.ceil(who.length / most) }, (_, i) => who.slice(i * most, (i + 1) * most));
}
