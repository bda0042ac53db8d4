import { elementary } from "./binaries";
import { instantiate } from "./instantiate";

/** What assembly/elementary.ts exports. */
interface Engine {
  memory: { buffer: ArrayBuffer };
  address(): number;
  exp(n: number): number;
  log(n: number): number;
  tanh(n: number): number;
}

/** The number of elements processed at a time: what fits in the engine's buffer. */
const capacity = 2048;

/** Below this many elements, copying to the engine's memory costs more than it saves. */
const worthStaging = 16;

type ElementaryFunction = "exp" | "log" | "tanh";

let engine: Engine | null | undefined;
let buffer = new Float64Array(0);
/** The part of the buffer that was last read; training loops read the same length again and again. */
let result = buffer;

/** Null where the runtime has no WebAssembly SIMD. */
function start(): Engine | null {
  engine = instantiate<Engine>(elementary, {});
  if (engine) buffer = new Float64Array(engine.memory.buffer, engine.address(), capacity);
  return engine;
}

/**
 * Applies the function to `n` elements of `a`, from `from` on, and writes to `out`; false if that does not pay or is
 * not possible.
 *
 * Elements outside the range that the engine handles (NaN, infinities, subnormal numbers) go through `exact`.
 */
export function elementwise(
  name: ElementaryFunction,
  exact: (x: number) => number,
  a: Float64Array,
  from: number,
  out: Float64Array,
  n: number,
): boolean {
  if (n < worthStaging) return false;
  const running = engine === undefined ? start() : engine;
  if (!running) return false;
  for (let done = 0; done < n; done += capacity) {
    const count = Math.min(capacity, n - done);
    const whole = from === 0 && count === a.length;
    buffer.set(whole ? a : a.subarray(from + done, from + done + count));
    const odd = name === "exp" ? running.exp(count) : name === "log" ? running.log(count) : running.tanh(count);
    if (result.length !== count) result = buffer.subarray(0, count);
    out.set(result, done);
    if (odd === 1) repair(exact, a, from + done, out, done, count);
  }
  return true;
}

function repair(
  exact: (x: number) => number,
  a: Float64Array,
  from: number,
  out: Float64Array,
  to: number,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    const x = a[from + i];
    if (!(Math.abs(x) <= 708 && x >= 2.3e-308) || x <= 0) out[to + i] = exact(x);
  }
}
