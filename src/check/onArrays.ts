import { NDArray } from "../core/NDArray";
import type { AnyFunction, Value } from "./contract";
import { copyValue, UnusableValue } from "./copyValue";
import { Lent } from "./Lent";
import { type TensorLibrary, tensorLibrary } from "./tensorLibrary";

let left = 0;

/** How many tensors calls have left behind so far, in all. */
export function tensorsLeft(): number {
  return left;
}

/**
 * A function of tensors as one of arrays: so it is called, compared and judged like any other.
 *
 * Arrays among the arguments become float32 tensors, in lists and objects too, and tensors in the result become arrays.
 * What the function does to the tensors that it is given is done to the arrays as well. Every other tensor that it
 * makes is disposed after the call.
 *
 * @param async whether it may return a promise
 * @returns a function that throws UnusableValue for a result with an array in it, or with a tensor that cannot be read
 */
export function onArrays(fn: AnyFunction, async = false): AnyFunction {
  const wrapped: AnyFunction = (...args: Value[]) => {
    const library = tensorLibrary();
    const lent = new Lent(library);
    const given = args.map((arg) => lent.lend(arg));
    const scope = library.open();
    const end = (): void => {
      lent.takeBack();
      scope.close();
      lent.dispose();
    };
    const finish = (result: unknown): Value => {
      const returned: object[] = [];
      const value = copyValue(result, [], (part) => arrayFrom(part, library, returned));
      left += scope.countBeside(returned);
      return value;
    };
    const settle = async (promise: Promise<unknown>): Promise<Value> => {
      try {
        return finish(await promise);
      } finally {
        end();
      }
    };
    let isPending = false;
    try {
      const result = fn(...given);
      if (!(result instanceof Promise)) return finish(result);
      if (!async) throw refused(result);
      isPending = true;
      return settle(result);
    } finally {
      if (!isPending) end();
    }
  };
  // A misspelt name is looked for in the function's own code.
  return Object.assign(wrapped, { toString: () => String(fn) });
}

/** @param returned is given the tensor */
function arrayFrom(part: object, library: TensorLibrary, returned: object[]): NDArray | undefined {
  if (part instanceof NDArray) throw new UnusableValue({ kind: "tensor", problem: "array" });
  const content = library.read(part);
  if (content === null) return undefined;
  if ("problem" in content) {
    const { problem } = content;
    throw new UnusableValue(problem === "too-large" ? { kind: problem } : { kind: "tensor", problem });
  }
  returned.push(part);
  return new NDArray(Float64Array.from(content.data), [...content.shape]);
}

function refused(promise: Promise<unknown>): UnusableValue {
  // If it rejects later, that is not a second error.
  promise.catch(() => undefined);
  return new UnusableValue({ kind: "tensor", problem: "promise" });
}
