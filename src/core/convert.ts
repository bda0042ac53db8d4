import { notAnOperand } from "./argument";
import { NDArray } from "./array";
import { toTypedArray } from "./copy";
import { formatShape, sameShape } from "./shape";
import type { Nested, Operand, TypedArray } from "./types";

/**
 * The operand as an array: arrays as they are, numbers as 0-dimensional ones, nested lists copied.
 *
 * @param name of the operation's parameter, for the message
 * @throws RangeError naming the operation if the lists do not form a rectangle
 * @throws ArgumentError for anything else
 */
export function toNDArray(operation: string, value: Operand, name = "a"): NDArray {
  if (value instanceof NDArray) return value;
  if (typeof value === "number" || typeof value === "boolean") return new NDArray(Float64Array.of(Number(value)), []);
  if (isTypedArray(value)) return new NDArray(Float64Array.from(value as ArrayLike<number>, Number), [value.length]);
  if (Array.isArray(value)) return fromList(operation, value);
  throw notAnOperand(operation, name, value);
}

function isTypedArray(value: Operand): value is TypedArray {
  return ArrayBuffer.isView(value) && "length" in value;
}

function fromList(operation: string, list: readonly Nested[]): NDArray {
  if (isFlat(list)) return new NDArray(Float64Array.from(list), [list.length]);
  // Array.from also visits places without an element, as in [1, , 3].
  const parts = Array.from(list, (element) => toNDArray(operation, element, "an element of the list"));
  const shape = parts[0].shape;
  const data = new Float64Array(parts.length * parts[0].size);
  parts.forEach((part, i) => {
    if (!sameShape(part.shape, shape)) {
      const shapes = `${formatShape(shape)} and ${formatShape(part.shape)}`;
      throw new RangeError(`${operation}: the elements of a list must have the same shape, got ${shapes}`);
    }
    data.set(toTypedArray(part), i * part.size);
  });
  return new NDArray(data, [parts.length, ...shape]);
}

function isFlat(list: readonly Nested[]): list is readonly number[] {
  for (let i = 0; i < list.length; i++) if (typeof list[i] !== "number") return false;
  return true;
}
