import { NDArray } from "./array";
import { toNDArray } from "./convert";
import { toTypedArray } from "./copy";
import { broadcastStrides } from "./shape";
import type { Operand } from "./types";
import { type Warn, warnHook } from "./warnHook";

/** What floating-point numbers run into, in NumPy's words and order. */
const troubles = ["divide by zero", "overflow", "invalid value"] as const;
type Trouble = (typeof troubles)[number];

const warn = (globalThis as Record<symbol, unknown>)[warnHook] as Warn | undefined;

/** The operations that can make a finite number infinite, or not a number. */
const risky = new Set(
  "add subtract multiply divide power mod sqrt square reciprocal exp expm1 log log1p log2 log10 sin cos tan sinh cosh".split(
    " ",
  ),
);

/** NumPy's name where it has another one. */
const names: Record<string, string> = { mod: "remainder" };

/** Where an operation divides by zero, rather than overflows. */
const poles: Record<string, (x: number, y: number) => boolean> = {
  divide: (_, y) => y === 0,
  power: (x) => x === 0,
  reciprocal: (x) => x === 0,
  log: (x) => x === 0,
  log2: (x) => x === 0,
  log10: (x) => x === 0,
  log1p: (x) => x === -1,
};

let muted = 0;

/** Whether the results of an operation are inspected. */
export function isWatched(name: string): boolean {
  return warn !== undefined && risky.has(name);
}

/** Warns of nothing that happens in `body`, nor, if it returns a promise, until that settles. */
export function withoutWarnings<T>(body: () => T): T {
  muted += 1;
  let waits = false;
  const end = (): void => {
    muted -= 1;
  };
  try {
    const result = body();
    if (result instanceof Promise) {
      waits = true;
      result.then(end, end);
    }
    return result;
  } finally {
    if (!waits) end();
  }
}

/** Warns if numbers gave a result that they should not. */
export function inspectNumber(name: string, result: number, x: number, y = 0): void {
  if (muted > 0 || Number.isFinite(result)) return;
  const trouble = troubleOf(name, result, x, y);
  if (trouble) warn?.(`${trouble} encountered in ${names[name] ?? name}`);
}

/** Warns if arrays gave a result that they should not; each broadcasts to the shape of `result`, which has no gaps. */
export function inspectArray(name: string, result: NDArray, a: Operand, b?: Operand): void {
  if (muted > 0 || areFinite(result.data, result.size)) return;
  const x = elementsOf(a, result);
  const y = b === undefined ? null : elementsOf(b, result);
  const found = new Set<Trouble>();
  for (let i = 0; i < result.size; i++) {
    const trouble = troubleOf(name, result.data[i], x[i], y ? y[i] : 0);
    if (trouble) found.add(trouble);
  }
  for (const trouble of troubles) if (found.has(trouble)) warn?.(`${trouble} encountered in ${names[name] ?? name}`);
}

/**
 * Whether the first `n` are finite: an infinity or NaN minus itself is NaN. Four at a time, none of which waits for
 * another: 0.2 ns each. See binaryKernels.ts for `n |= 0`.
 */
function areFinite(data: Float64Array, n: number): boolean {
  n |= 0;
  let i = 0;
  for (; i + 3 < n; i += 4) {
    const first = data[i] - data[i] + (data[i + 1] - data[i + 1]);
    const second = data[i + 2] - data[i + 2] + (data[i + 3] - data[i + 3]);
    if (first + second !== 0) return false;
  }
  for (; i < n; i++) if (!Number.isFinite(data[i])) return false;
  return true;
}

function elementsOf(operand: Operand, { shape }: NDArray): Float64Array {
  const a = toNDArray("np.array", operand);
  return toTypedArray(new NDArray(a.data, shape, broadcastStrides(a.shape, a.strides, shape), a.offset));
}

/** Null for a finite result, and for one that an operand explains. */
function troubleOf(name: string, result: number, x: number, y: number): Trouble | null {
  if (Number.isNaN(result)) return Number.isNaN(x) || Number.isNaN(y) ? null : "invalid value";
  if (Number.isFinite(result) || !Number.isFinite(x) || !Number.isFinite(y)) return null;
  return poles[name]?.(x, y) ? "divide by zero" : "overflow";
}
