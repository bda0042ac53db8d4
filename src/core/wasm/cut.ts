/** The most inner elements that are summed before they are added to the result. */
const depth = 128;
const wholeDepth = 256;

/** How many of `k` inner elements to sum at a time: few enough that their cache lines stay close. */
export function innerDepth(k: number): number {
  return k <= wholeDepth ? k : depth;
}

/** Below this many multiplications, waking the second thread costs more than it saves. */
export const worthCutting = 2 ** 20;

/**
 * Where to cut the inner axis of a product (m, k) (k, n) in two; 0 for no cut. It is cut only if it is the longest one,
 * so that each half reads one half of the operands. The order of the additions depends on it, so one thread alone
 * cuts there as well.
 */
export function innerCut(m: number, n: number, k: number): number {
  const half = Math.ceil(k / 2 / depth) * depth;
  return m * n * k >= worthCutting && k > m && k > n && half < k ? half : 0;
}
