import type { AnyFunction } from "./contract";
import { onArrays } from "./onArrays";
import { tensorLibrary } from "./tensorLibrary";

/**
 * For a function of tensors whose result is one tensor: a function of its arguments, as a list, and the gradient by its
 * result. It returns a list of the gradients by each array in the arguments, in the order in which they are met.
 */
export function gradientOf(fn: AnyFunction): AnyFunction {
  return onArrays((args: unknown[], dy: object) => {
    const library = tensorLibrary();
    const tensors = tensorsIn(args);
    return tensors.length === 0 ? [] : library.pullBack(() => fn(...args), tensors, dy);
  });
}

/** Those in lists and objects, in order. */
function tensorsIn(value: unknown): object[] {
  if (typeof value !== "object" || value === null) return [];
  if (tensorLibrary().read(value) !== null) return [value];
  return Object.values(value).flatMap(tensorsIn);
}
