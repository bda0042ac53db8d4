import type { TensorContent, TensorLibrary, TensorScope } from "../check/tensorLibrary";

/** More than any result of the course has; as text, this many numbers are beyond what the grader reads. */
const mostElements = 2 ** 22;

/** What of a tensor has to be looked at. The engine's types are not part of this repository. */
interface Looked {
  dataId?: unknown;
  dtype?: unknown;
  id?: unknown;
  isDisposedInternal?: unknown;
  shape?: unknown;
}

/**
 * What checks need, from the bundle of TensorFlow.js. Its engine stays in here. Code under test may have replaced
 * methods of tensors, so none of them is called.
 */
// biome-ignore lint/suspicious/noExplicitAny: the bundle has no types
export function tensorLibraryOf(library: any): TensorLibrary {
  const { engine, Tensor, tensor, zerosLike, dispose } = library;
  const { freeze } = Object;
  const isOwn = Function.prototype.call.bind(Object.prototype.isPrototypeOf, Tensor.prototype) as (
    x: unknown,
  ) => boolean;

  const make = (data: Float64Array, shape: readonly number[]): object => tensor(Float32Array.from(data), [...shape]);

  const read = (value: unknown): TensorContent | null => {
    if (typeof value !== "object" || value === null || !looksLikeTensor(value)) return null;
    if (!isOwn(value)) return { problem: "foreign" };
    const { dataId, dtype, shape, isDisposedInternal } = value as Looked;
    if (isDisposedInternal === true || !engine.state.tensorInfo.has(dataId)) return { problem: "disposed" };
    if (dtype === "complex64" || dtype === "string") return { problem: dtype };
    const lengths = [...(shape as number[])];
    if (!lengths.every((length) => Number.isSafeInteger(length) && length >= 0)) return { problem: "foreign" };
    const size = lengths.reduce((product, length) => product * length, 1);
    if (!(size <= mostElements)) return { problem: "too-large" };
    const data = engine.readSync(dataId) as ArrayLike<number>;
    return data.length === size ? { data, shape: lengths } : { problem: "disposed" };
  };

  const open = (): TensorScope => {
    const before = engine.state.numTensors as number;
    const firstId = engine.nextTensorId() as number;
    engine.startScope("call");
    const { activeScope } = engine.state;
    return {
      countBeside(returned) {
        const made = returned.filter((one) => Number((one as Looked).id) > firstId);
        return Math.max(0, engine.state.numTensors - before - new Set(made).size);
      },
      close() {
        // A call that left scopes of its own open must not keep this one open, too.
        while (engine.state.scopeStack.includes(activeScope)) engine.endScope();
      },
    };
  };

  return freeze({
    names: Object.keys(library).filter((name) => /^[a-z]/.test(name) && name !== "engine"),
    make,
    dispose,
    read,
    open,
    differentiable: (inputs, forward, backward) =>
      engine.customGrad(() => ({ value: forward(), gradFunc: (dy: object) => backward(dy) }))(...inputs),
    pullBack: (f, inputs, dy) => {
      const { grads } = engine.gradients(f, [...inputs], dy, true);
      return inputs.map((input, i) => grads[i] ?? zerosLike(input));
    },
  } satisfies TensorLibrary);
}

/** Whatever made it: there may be several copies of the library. */
function looksLikeTensor(value: object): boolean {
  return "dataId" in value && "dtype" in value && "shape" in value && "rankType" in value;
}
