import { realmWords } from "../words/realmWords";

/**
 * How many steps `progress` will take, if that can be told.
 *
 * @throws RangeError for a number that is negative or not whole
 */
export function totalOf(items: number | Iterable<unknown>): number | undefined {
  if (typeof items !== "number") {
    const { length, size } = items as { length?: number; size?: number };
    return length ?? size;
  }
  if (!Number.isInteger(items) || items < 0) throw new RangeError(realmWords.notACount(items));
  return items;
}
