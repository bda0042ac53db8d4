import type { NDArray } from "../array";
import { IndexingError, OperandError } from "../errors";
import { format } from "../format";
import { formatShape } from "../shape";
import { register } from "./register";

let joined = 0;

/**
 * How often an array was an operand of `+`, and so became text. With a text that is fine; if a result is wrong, it may
 * be the reason.
 */
export function joinedAsText(): number {
  return joined;
}

/**
 * What JavaScript calls when an operator or a function needs something other than an object. Without it, the value would
 * be NaN, or a text, and nobody would be told. A 0-dimensional array is its number, as in NumPy.
 */
const primitive = {
  [Symbol.toPrimitive](this: NDArray, hint: string): string | number {
    if (hint === "string") return format(this);
    if (this.ndim === 0) return this.item();
    if (hint === "number") throw notANumber(this);
    joined += 1;
    return format(this);
  },
};

function notANumber({ shape, size }: NDArray): OperandError {
  const only = size === 1 ? " (its one number is A.item())" : "";
  return new OperandError(
    `an array of shape ${formatShape(shape)} is not a number${only}: operators and Math take numbers. ` +
      "For arrays there are np.negative(A), np.subtract(A, B), np.multiply, np.divide, np.power, np.greater, np.exp, np.maximum",
  );
}

const list = {
  get length(): never {
    throw new IndexingError("an array has no length: A.shape[0] is that of its first axis, A.size counts all elements");
  },
};

/** The first few indices are enough: loops start at 0. */
const indices = ["-1", ..."0123456789"];

const index: PropertyDescriptor = {
  get(): never {
    throw new IndexingError("A[…] does not read an array: A.at(0, 1) is a number, A.slice(0) a row");
  },
  set(): never {
    throw new IndexingError("A[…] does not write to an array: write A.set(0, 1, value) or A.slice(0).assign(value)");
  },
};

register(primitive);
register(list);
register(Object.defineProperties({}, Object.fromEntries(indices.map((name) => [name, index]))));
