import type { NDArray } from "../core/NDArray";

/** Multiples of a stride, from `low` times to `high` times. */
interface Term {
  stride: number;
  low: number;
  high: number;
}

/**
 * Whether two arrays in one buffer, neither of them empty, have an element in common. Two columns of a matrix have
 * none, though they lie in the same stretch of memory.
 */
export function overlap(one: NDArray, other: NDArray): boolean {
  const terms = new Map<number, Term>();
  addTerms(terms, one, 1);
  addTerms(terms, other, -1);
  const sorted = [...terms.values()].sort((a, b) => b.stride - a.stride);
  return isSum(startOf(other) - startOf(one), sorted);
}

/** In elements from the beginning of the buffer. */
function startOf({ data, offset }: NDArray): number {
  return data.byteOffset / data.BYTES_PER_ELEMENT + offset;
}

function addTerms(terms: Map<number, Term>, { shape, strides }: NDArray, sign: number): void {
  for (const [axis, n] of shape.entries()) {
    const stride = Math.abs(strides[axis]);
    if (stride === 0) continue;
    const term = terms.get(stride) ?? { stride, low: 0, high: 0 };
    if (sign * strides[axis] > 0) term.high += n - 1;
    else term.low -= n - 1;
    terms.set(stride, term);
  }
}

/** Whether the target is a sum of allowed multiples, largest stride first: few of its multiples come near enough. */
function isSum(target: number, [term, ...rest]: readonly Term[]): boolean {
  if (!term) return target === 0;
  const { stride } = term;
  const least = rest.reduce((sum, { stride, low }) => sum + low * stride, 0);
  const most = rest.reduce((sum, { stride, high }) => sum + high * stride, 0);
  const last = Math.min(term.high, Math.floor((target - least) / stride));
  for (let k = Math.max(term.low, Math.ceil((target - most) / stride)); k <= last; k++) {
    if (isSum(target - k * stride, rest)) return true;
  }
  return false;
}
