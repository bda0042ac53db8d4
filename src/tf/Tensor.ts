/** How numbers are stored: 32 bits each, half as many as in an `NDArray`. */
export type DataType = "float32" | "int32" | "bool" | "complex64" | "string";

/** Numbers that a function takes in place of a tensor: a number, a list, lists of lists, or a typed array. */
export type TensorLike =
  | number
  | boolean
  | string
  | readonly TensorLike[]
  | Float32Array
  | Int32Array
  | Uint8Array
  | Uint8ClampedArray;

/** The values of a tensor, row by row. */
export type Values = Float32Array | Int32Array | Uint8Array;

/** Where a tensor, or something like it, will do. */
export type Operand = Tensor | TensorLike;

type Axis = number | readonly number[];
type Sides = number | readonly [number, number];

/** How far an image is padded: not at all, so far that its size stays, or by this many pixels. */
export type Padding = "valid" | "same" | number;

/**
 * An n-dimensional array of TensorFlow.js. It cannot be changed, only be combined to new ones, by the functions of `tf`
 * or by these methods, which do the same. It takes memory until it is disposed: by `dispose`, or at the end of the
 * `tf.tidy` in which it was made.
 */
export interface Tensor {
  readonly id: number;
  readonly shape: number[];
  /** How many elements it has. */
  readonly size: number;
  /** How many axes it has. */
  readonly rank: number;
  readonly dtype: DataType;
  readonly isDisposed: boolean;

  /** Its values, row by row, in a typed array. @throws Error when it has been disposed */
  dataSync(): Values;
  /** Its values as a number, or as lists within lists. @throws Error when it has been disposed */
  // biome-ignore lint/suspicious/noExplicitAny: how deep the lists are is not known
  arraySync(): any;
  /** As {@link dataSync}, but a promise, which graded functions cannot return. */
  data(): Promise<Values>;
  /** As {@link arraySync}, but a promise, which graded functions cannot return. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  array(): Promise<any>;
  /** Prints it. @param verbose with dtype and shape */
  print(verbose?: boolean): void;
  toString(verbose?: boolean): string;
  /** Gives back its memory; it cannot be used any more. */
  dispose(): void;
  /** A tensor with the same values; they share the memory. */
  clone(): Tensor;

  add(other: Operand): Tensor;
  sub(other: Operand): Tensor;
  mul(other: Operand): Tensor;
  div(other: Operand): Tensor;
  pow(exponent: Operand): Tensor;
  maximum(other: Operand): Tensor;
  minimum(other: Operand): Tensor;
  squaredDifference(other: Operand): Tensor;
  /** The product of two matrices. */
  matMul(other: Operand, transposeA?: boolean, transposeB?: boolean): Tensor;
  dot(other: Operand): Tensor;

  abs(): Tensor;
  ceil(): Tensor;
  clipByValue(low: number, high: number): Tensor;
  elu(): Tensor;
  exp(): Tensor;
  expm1(): Tensor;
  floor(): Tensor;
  leakyRelu(alpha?: number): Tensor;
  log(): Tensor;
  log1p(): Tensor;
  logSigmoid(): Tensor;
  logSoftmax(axis?: number): Tensor;
  neg(): Tensor;
  reciprocal(): Tensor;
  relu(): Tensor;
  round(): Tensor;
  rsqrt(): Tensor;
  sigmoid(): Tensor;
  sign(): Tensor;
  /** Along the last axis, unless another is given. */
  softmax(axis?: number): Tensor;
  softplus(): Tensor;
  sqrt(): Tensor;
  square(): Tensor;
  tanh(): Tensor;

  sum(axis?: Axis, keepDims?: boolean): Tensor;
  mean(axis?: Axis, keepDims?: boolean): Tensor;
  prod(axis?: Axis, keepDims?: boolean): Tensor;
  max(axis?: Axis, keepDims?: boolean): Tensor;
  min(axis?: Axis, keepDims?: boolean): Tensor;
  logSumExp(axis?: Axis, keepDims?: boolean): Tensor;
  norm(ord?: number | "euclidean" | "fro", axis?: Axis, keepDims?: boolean): Tensor;
  /** Along axis 0, unless another is given. Its dtype is int32. */
  argMax(axis?: number): Tensor;
  /** Along axis 0, unless another is given. Its dtype is int32. */
  argMin(axis?: number): Tensor;

  equal(other: Operand): Tensor;
  notEqual(other: Operand): Tensor;
  greater(other: Operand): Tensor;
  greaterEqual(other: Operand): Tensor;
  less(other: Operand): Tensor;
  lessEqual(other: Operand): Tensor;
  logicalAnd(other: Operand): Tensor;
  logicalOr(other: Operand): Tensor;
  logicalNot(): Tensor;
  /** The elements of `yes` where `condition` is 1 and this tensor's elsewhere. */
  where(condition: Operand, yes: Operand): Tensor;

  cast(dtype: DataType): Tensor;
  toInt(): Tensor;
  toFloat(): Tensor;
  toBool(): Tensor;
  reshape(shape: readonly number[]): Tensor;
  flatten(): Tensor;
  expandDims(axis?: number): Tensor;
  squeeze(axis?: readonly number[]): Tensor;
  transpose(perm?: readonly number[]): Tensor;
  concat(others: Tensor | readonly Tensor[], axis?: number): Tensor;
  stack(others: Tensor | readonly Tensor[], axis?: number): Tensor;
  unstack(axis?: number): Tensor[];
  split(parts: number | readonly number[], axis?: number): Tensor[];
  slice(begin: number | readonly number[], size?: number | readonly number[]): Tensor;
  gather(indices: Operand, axis?: number): Tensor;
  pad(paddings: readonly (readonly [number, number])[], value?: number): Tensor;
  reverse(axis?: Axis): Tensor;
  tile(reps: readonly number[]): Tensor;
  zerosLike(): Tensor;
  onesLike(): Tensor;

  conv2d(filter: Operand, strides: Sides, pad: Padding): Tensor;
  maxPool(size: Sides, strides: Sides, pad: Padding): Tensor;
  avgPool(size: Sides, strides: Sides, pad: Padding): Tensor;
}

/** A tensor whose value changes, as a parameter's does in training. `tf.tidy` does not dispose it. */
export interface Variable extends Tensor {
  readonly name: string;
  /** Whether optimizers and `tf.variableGrads` take it for a parameter. */
  trainable: boolean;
  /** Gives it a new value, of the same shape and dtype. */
  assign(value: Tensor): void;
}

/** Tensors by the names of their variables. */
export type NamedTensors = { [name: string]: Tensor };

/** What holds tensors: lists and objects, nested as you like. */
export type TensorContainer = Tensor | number | string | boolean | null | undefined | object;

/** Changes variables so that a loss becomes smaller. It keeps what it has seen, so one is made for all steps. */
export interface Optimizer {
  /**
   * One step.
   *
   * @param f computes the loss, a tensor of shape [], from variables
   * @param returnCost whether to return the loss, which is the one before the step
   * @param variables what may change; by default all trainable variables that `f` uses
   */
  minimize(f: () => Tensor, returnCost?: boolean, variables?: Variable[]): Tensor | null;
  /** The loss, and its gradients by the names of the variables. */
  computeGradients(f: () => Tensor, variables?: Variable[]): { value: Tensor; grads: NamedTensors };
  /** The second half of `minimize`. */
  applyGradients(gradients: NamedTensors | { name: string; tensor: Tensor }[]): void;
  /** Gives back the memory of what it keeps. */
  dispose(): void;
}
