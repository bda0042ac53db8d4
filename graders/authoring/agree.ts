/** Figures whose relative difference is below this differ only by rounding. */
const rounding = 1e-9;

/**
 * Whether two values parsed from JSON are the same except for rounding: a faster matrix product that changes recorded
 * figures is no reason to record them again.
 */
export function agree(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number") {
    return Math.abs(a - b) <= rounding * Math.max(Math.abs(a), Math.abs(b), Number.MIN_VALUE) || isNoise(a, b);
  }
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  if (Array.isArray(a) !== Array.isArray(b) || left.length !== right.length) return false;
  return left.every(([key, value], i) => key === right[i][0] && agree(value, right[i][1]));
}

/** Both are what remains of numbers that cancel out. */
function isNoise(a: number, b: number): boolean {
  return Math.abs(a) < 1e-15 && Math.abs(b) < 1e-15;
}
