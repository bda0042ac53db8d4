import type { NDArray } from "./array";
import { sliceView } from "./slice";
import type { List } from "./types";

/** Nested lists of numbers. */
export function toList(a: NDArray): List {
  if (a.ndim === 0) return a.item();
  return Array.from({ length: a.shape[0] }, (_, i) => toList(sliceView(a, [i])));
}
