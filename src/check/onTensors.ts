import { NDArray } from "../core/NDArray";
import type { AnyFunction, Value } from "./contract";
import { copyValue } from "./copyValue";
import { Lent } from "./Lent";
import { tensorLibrary } from "./tensorLibrary";

/**
 * A function of arrays as one of tensors: the opposite of {@link onArrays}. If its result is one array, the library of
 * tensors can differentiate it.
 *
 * @param pullBack given the arguments and the gradient by the result, returns a list: the gradient by each array in the
 * arguments, in the order in which they are met
 */
export function onTensors(
  call: (...args: Value[]) => Value | Promise<Value>,
  pullBack: (args: readonly Value[], dy: Value) => Value,
): AnyFunction {
  return (...args: unknown[]) => {
    const library = tensorLibrary();
    const tensors: object[] = [];
    const arrayOf = (part: object): NDArray | undefined => {
      const content = library.read(part);
      if (content === null || "problem" in content) return undefined;
      return new NDArray(Float64Array.from(content.data), [...content.shape]);
    };
    const given = args.map((arg) =>
      copyValue(arg, [], (part) => {
        const array = arrayOf(part);
        if (array) tensors.push(part);
        return array;
      }),
    );
    const result = call(...given);
    const lend = (value: Value): unknown => new Lent(library).lend(value);
    if (result instanceof Promise) return result.then(lend);
    if (!(result instanceof NDArray) || tensors.length === 0) return lend(result);
    return library.differentiable(
      tensors,
      () => lend(result) as object,
      (dy) => {
        const gradients = pullBack(given, arrayOf(dy)) as readonly Value[];
        return gradients.map((gradient) => lend(gradient) as object);
      },
    );
  };
}
