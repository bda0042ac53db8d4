/** Largest number of inner elements that are added up before the result is. */
const depth = 128;
const wholeDepth = 256;

/** Inner elements that are added up at a time, of `k`: so many lines of the cache stay near. */
export function innerDepth(k: number): number {
  return k <= wholeDepth ? k : depth;
}

/** Below this many multiplications, waking the second thread costs more than it saves. */
export const worthCutting = 2 ** 20;

/**
 * Where the inner axis of a product (m, k) (k, n) is cut in two, 0 where it is not: it is the longest one, so that each
 * half of it reads one half of the operands. The order of the additions depends on it, so one thread cuts there as well.
 */
export function innerCut(m: number, n: number, k: number): number {
  const half = Math.ceil(k / 2 / depth) * depth;
  return m * n * k >= worthCutting && k > m && k > n && half < k ? half : 0;
}
