import { realmWords } from "../words/realmWords";

/** What a tensor holds, or why that cannot be said. */
export type TensorContent = { data: ArrayLike<number>; shape: readonly number[] } | { problem: TensorProblem };

/**
 * Why a tensor is no result: it has been disposed; it is another copy of the library that has made it; it holds no
 * numbers; or it has more of them than any result.
 */
export type TensorProblem = "disposed" | "foreign" | "complex64" | "string" | "too-large";

/**
 * What checks need of a library of tensors. A library that offers this is loaded only with assignments that ask for it;
 * in the sandbox, it belongs to the learner's realm, and nothing that it says is trusted.
 */
export interface TensorLibrary {
  /** The names of its functions. */
  readonly names: readonly string[];
  /** A new float32 tensor, which the caller disposes. */
  make(data: Float64Array, shape: readonly number[]): object;
  dispose(tensor: object): void;
  /** Null for what is not a tensor. */
  read(value: unknown): TensorContent | null;
  /** From now on, counts tensors and disposes new ones in the end. */
  open(): TensorScope;
  /**
   * The tensor that `forward` makes from inputs, as if the library knew how to differentiate it.
   *
   * @param backward given the derivative by that tensor, returns those by the inputs, of their shapes
   */
  differentiable(inputs: readonly object[], forward: () => object, backward: (dy: object) => object[]): object;
  /** The derivatives by some tensors of what `f` computes from them, given the derivative by its result. */
  pullBack(f: () => unknown, inputs: readonly object[], dy: object): object[];
}

/** The time from the beginning of a call to its end. */
export interface TensorScope {
  /** How many tensors there are more than at its beginning, apart from these. */
  countBeside(returned: readonly object[]): number;
  close(): void;
}

let current: TensorLibrary | null = null;

/** Called by a library of tensors when it is loaded. */
export function setTensorLibrary(library: TensorLibrary): void {
  current = library;
}

/** The names of its functions; none before it has been loaded. */
export function tensorFunctions(): readonly string[] {
  return current?.names ?? [];
}

/** @throws Error when none has been loaded */
export function tensorLibrary(): TensorLibrary {
  if (!current) throw new Error(realmWords.noTensors);
  return current;
}
