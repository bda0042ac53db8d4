/**
 * TensorFlow.js as the course uses it: its tensors, and what computes with them on the processor. Everywhere else the
 * same code begins with `import * as tf from "@tensorflow/tfjs"`. What is not in this list is not there: no backends to
 * choose from, no files, no kernels of one's own.
 */
import { setTensorLibrary } from "../check/tensorLibrary";
import { library } from "./library/tensorflow";
import type {
  DataType,
  NamedTensors,
  Operand,
  Optimizer,
  Padding,
  Tensor,
  TensorContainer,
  TensorLike,
  Variable,
} from "./Tensor";
import { tensorLibraryOf } from "./tensorLibraryOf";

/** These names tell ranks apart in TensorFlow.js; here they are all tensors. */
export type {
  Tensor as Rank0,
  Tensor as Scalar,
  Tensor as Tensor1D,
  Tensor as Tensor2D,
  Tensor as Tensor3D,
  Tensor as Tensor4D,
} from "./Tensor";
export type { DataType, NamedTensors, Optimizer, Padding, Tensor, TensorContainer, TensorLike, Variable };

type Shape = readonly number[];
type Axis = number | readonly number[];
type Sides = number | readonly [number, number];
type Unary = (x: Operand) => Tensor;
type Binary = (a: Operand, b: Operand) => Tensor;
type Reduction_ = (x: Operand, axis?: Axis, keepDims?: boolean) => Tensor;
type Creation = (values: TensorLike, shape?: Shape, dtype?: DataType) => Tensor;
type Loss = (labels: Operand, predictions: Operand, weights?: Operand, reduction?: Reduction) => Tensor;

// Tensors from numbers

/** A tensor of numbers, lists of them or a typed array (not a `Float64Array`). Its dtype is float32 for numbers. */
export const tensor: Creation = library.tensor;
/** A tensor of shape []. */
export const scalar: (value: number | boolean | string, dtype?: DataType) => Tensor = library.scalar;
/** A tensor of one axis. */
export const tensor1d: (values: TensorLike, dtype?: DataType) => Tensor = library.tensor1d;
/** A matrix. */
export const tensor2d: Creation = library.tensor2d;
/** A tensor of three axes. */
export const tensor3d: Creation = library.tensor3d;
/** A tensor of four axes: images as [image, row, column, channel], say. */
export const tensor4d: Creation = library.tensor4d;
/** A tensor whose value changes, as a parameter's does in training. It stays until it is disposed. */
export const variable: (value: Tensor, trainable?: boolean, name?: string, dtype?: DataType) => Variable =
  library.variable;
/** Zeros. */
export const zeros: (shape: Shape, dtype?: DataType) => Tensor = library.zeros;
/** Ones. */
export const ones: (shape: Shape, dtype?: DataType) => Tensor = library.ones;
/** One value throughout. */
export const fill: (shape: Shape, value: number, dtype?: DataType) => Tensor = library.fill;
/** Zeros, of the shape of another tensor. */
export const zerosLike: Unary = library.zerosLike;
/** Ones, of the shape of another tensor. */
export const onesLike: Unary = library.onesLike;
/** The identity matrix. */
export const eye: (rows: number, columns?: number) => Tensor = library.eye;
/** Numbers from `start` up to `stop`, which is not among them. */
export const range: (start: number, stop: number, step?: number, dtype?: "float32" | "int32") => Tensor = library.range;
/** This many numbers from `start` to `stop`, both included. */
export const linspace: (start: number, stop: number, count: number) => Tensor = library.linspace;
/**
 * A **row** of zeros with a one for each label, of shape [labels, depth].
 *
 * @param labels of dtype int32
 */
export const oneHot: (labels: Operand, depth: number, onValue?: number, offValue?: number) => Tensor = library.oneHot;
/** Random numbers of a normal distribution; the same seed gives the same numbers. */
export const randomNormal: (
  shape: Shape,
  mean?: number,
  standardDeviation?: number,
  dtype?: "float32" | "int32",
  seed?: number,
) => Tensor = library.randomNormal;
/** As `randomNormal`, but drawn again where they are more than two standard deviations from the mean. */
export const truncatedNormal: typeof randomNormal = library.truncatedNormal;
/** Random numbers between two bounds; the same seed gives the same numbers. */
export const randomUniform: (
  shape: Shape,
  low?: number,
  high?: number,
  dtype?: DataType,
  seed?: number | string,
) => Tensor = library.randomUniform;

// Element by element; shapes are broadcast as NumPy does

/** a + b. */
export const add: Binary = library.add;
/** a − b. */
export const sub: Binary = library.sub;
/** a · b, element by element. For matrices, see `matMul`. */
export const mul: Binary = library.mul;
/** a / b. */
export const div: Binary = library.div;
/** base to the power of exponent. */
export const pow: Binary = library.pow;
/** The larger of each two. */
export const maximum: Binary = library.maximum;
/** The smaller of each two. */
export const minimum: Binary = library.minimum;
/** (a − b)². */
export const squaredDifference: Binary = library.squaredDifference;
/** |x|. */
export const abs: Unary = library.abs;
/** Rounded up. */
export const ceil: Unary = library.ceil;
/** Values below `low` become `low`, those above `high` become `high`. */
export const clipByValue: (x: Operand, low: number, high: number) => Tensor = library.clipByValue;
/** x for x > 0, e^x − 1 elsewhere. */
export const elu: Unary = library.elu;
/** e^x. */
export const exp: Unary = library.exp;
/** e^x − 1, also exact for small x. */
export const expm1: Unary = library.expm1;
/** Rounded down. */
export const floor: Unary = library.floor;
/** x for x > 0, alpha · x elsewhere. */
export const leakyRelu: (x: Operand, alpha?: number) => Tensor = library.leakyRelu;
/** The natural logarithm. */
export const log: Unary = library.log;
/** log(1 + x), also exact for small x. */
export const log1p: Unary = library.log1p;
/** log σ(x), also for large negative x. */
export const logSigmoid: Unary = library.logSigmoid;
/** The logarithm of `softmax`, also where that is 0 in float32. */
export const logSoftmax: (logits: Operand, axis?: number) => Tensor = library.logSoftmax;
/** −x. */
export const neg: Unary = library.neg;
/** 1/x. */
export const reciprocal: Unary = library.reciprocal;
/** max(x, 0). */
export const relu: Unary = library.relu;
/** Rounded to whole numbers. */
export const round: Unary = library.round;
/** 1/√x. */
export const rsqrt: Unary = library.rsqrt;
/** σ(x) = 1/(1 + e^−x). */
export const sigmoid: Unary = library.sigmoid;
/** −1, 0 or 1. */
export const sign: Unary = library.sign;
/** e^x divided by its sum along an axis: the **last**, which are the classes if examples are in rows. */
export const softmax: (logits: Operand, axis?: number) => Tensor = library.softmax;
/** log(1 + e^x). */
export const softplus: Unary = library.softplus;
/** √x. */
export const sqrt: Unary = library.sqrt;
/** x². */
export const square: Unary = library.square;
/** The hyperbolic tangent. */
export const tanh: Unary = library.tanh;

// Matrices

/** The product of two matrices, [n, k] and [k, m]. */
export const matMul: (a: Operand, b: Operand, transposeA?: boolean, transposeB?: boolean) => Tensor = library.matMul;
/** The product of vectors or matrices. */
export const dot: Binary = library.dot;
/** All products of an element of one vector with one of the other, a matrix. */
export const outerProduct: Binary = library.outerProduct;
/** Rows become columns; with `perm`, the axes in this order. */
export const transpose: (x: Operand, perm?: readonly number[]) => Tensor = library.transpose;

// Along axes; without an axis, over all elements

/** The sum. */
export const sum: Reduction_ = library.sum;
/** The mean. */
export const mean: Reduction_ = library.mean;
/** The product. */
export const prod: Reduction_ = library.prod;
/** The largest. */
export const max: Reduction_ = library.max;
/** The smallest. */
export const min: Reduction_ = library.min;
/** log Σ e^x, also where e^x is beyond float32. */
export const logSumExp: Reduction_ = library.logSumExp;
/** Mean and variance. */
export const moments: (x: Operand, axis?: Axis, keepDims?: boolean) => { mean: Tensor; variance: Tensor } =
  library.moments;
/** The norm, by default the Euclidean one. */
export const norm: (x: Operand, ord?: number | "euclidean" | "fro", axis?: Axis, keepDims?: boolean) => Tensor =
  library.norm;
/** The position of the largest along an axis, which is 0 by default. Its dtype is int32. */
export const argMax: (x: Operand, axis?: number) => Tensor = library.argMax;
/** The position of the smallest along an axis, which is 0 by default. Its dtype is int32. */
export const argMin: (x: Operand, axis?: number) => Tensor = library.argMin;

// Comparisons, of dtype bool

/** a = b. */
export const equal: Binary = library.equal;
/** a ≠ b. */
export const notEqual: Binary = library.notEqual;
/** a > b. */
export const greater: Binary = library.greater;
/** a ≥ b. */
export const greaterEqual: Binary = library.greaterEqual;
/** a < b. */
export const less: Binary = library.less;
/** a ≤ b. */
export const lessEqual: Binary = library.lessEqual;
/** Both; of dtype bool. */
export const logicalAnd: Binary = library.logicalAnd;
/** One or both; of dtype bool. */
export const logicalOr: Binary = library.logicalOr;
/** Not; of dtype bool. */
export const logicalNot: Unary = library.logicalNot;
/** `yes` where the condition, of dtype bool, holds, and `no` elsewhere. */
export const where: (condition: Operand, yes: Operand, no: Operand) => Tensor = library.where;

// Shape and dtype

/** The same values in another dtype. */
export const cast: (x: Operand, dtype: DataType) => Tensor = library.cast;
/** The same values in another shape; one of its lengths may be −1. */
export const reshape: (x: Operand, shape: Shape) => Tensor = library.reshape;
/** With one more axis, of length 1. */
export const expandDims: (x: Operand, axis?: number) => Tensor = library.expandDims;
/** Without the axes of length 1. */
export const squeeze: (x: Operand, axes?: readonly number[]) => Tensor = library.squeeze;
/** One after the other, along an axis that they have. */
export const concat: (tensors: readonly Operand[], axis?: number) => Tensor = library.concat;
/** One beside the other, along a new axis. */
export const stack: (tensors: readonly Operand[], axis?: number) => Tensor = library.stack;
/** The parts along an axis, without it. */
export const unstack: (x: Operand, axis?: number) => Tensor[] = library.unstack;
/** This many equal parts along an axis, or parts of these lengths. */
export const split: (x: Operand, parts: number | readonly number[], axis?: number) => Tensor[] = library.split;
/** A part that begins at an index for each axis, with so many elements along each. */
export const slice: (x: Operand, begin: number | readonly number[], size?: number | readonly number[]) => Tensor =
  library.slice;
/** The parts at these places along an axis. */
export const gather: (x: Operand, indices: Operand, axis?: number) => Tensor = library.gather;
/** With a margin: how much before and after, for each axis. */
export const pad: (x: Operand, paddings: readonly (readonly [number, number])[], value?: number) => Tensor =
  library.pad;
/** Backwards along axes, or along all. */
export const reverse: (x: Operand, axis?: Axis) => Tensor = library.reverse;
/** Repeated so many times along each axis. */
export const tile: (x: Operand, reps: readonly number[]) => Tensor = library.tile;

// Images: [image, row, column, channel]

/** Convolution without flipping; the filter has the shape [rows, columns, channels in, channels out]. */
export const conv2d: (x: Operand, filter: Operand, strides: Sides, pad: Padding) => Tensor = library.conv2d;
/** The largest of each window. */
export const maxPool: (x: Operand, size: Sides, strides: Sides, pad: Padding) => Tensor = library.maxPool;
/** The mean of each window. */
export const avgPool: (x: Operand, size: Sides, strides: Sides, pad: Padding) => Tensor = library.avgPool;

// Learning

/** What a loss of many examples becomes: one for each, their mean, their sum, or their sum by the number of weights ≠ 0. */
export enum Reduction {
  NONE = 0,
  MEAN = 1,
  SUM = 2,
  SUM_BY_NONZERO_WEIGHTS = 3,
}

/**
 * Loss functions. They take the **labels first**, examples in **rows**, and give the mean unless another reduction is
 * asked for.
 */
export const losses: {
  /** |y − ŷ|. */
  absoluteDifference: Loss;
  /** (y − ŷ)². */
  meanSquaredError: Loss;
  /** −y log(ŷ + ε) − (1 − y) log(1 − ŷ + ε). */
  logLoss: (
    labels: Operand,
    predictions: Operand,
    weights?: Operand,
    epsilon?: number,
    reduction?: Reduction,
  ) => Tensor;
  /** The logistic loss of **logits**: log(1 + e^z) − y z, computed so that nothing overflows. */
  sigmoidCrossEntropy: (
    labels: Operand,
    logits: Operand,
    weights?: Operand,
    labelSmoothing?: number,
    reduction?: Reduction,
  ) => Tensor;
  /** log Σ e^z − z_y for one-hot labels and **logits**, both of shape [examples, classes]. */
  softmaxCrossEntropy: (
    labels: Operand,
    logits: Operand,
    weights?: Operand,
    labelSmoothing?: number,
    reduction?: Reduction,
  ) => Tensor;
} = library.losses;

/** Makes optimizers. */
export const train: {
  /** θ − α g. */
  sgd(learningRate: number): Optimizer;
  /** With momentum. */
  momentum(learningRate: number, momentum: number, useNesterov?: boolean): Optimizer;
  /** RMSprop. */
  rmsprop(learningRate: number, decay?: number, momentum?: number, epsilon?: number): Optimizer;
  /** Adam, with ε = 1e-7 unless another is given. */
  adam(learningRate?: number, beta1?: number, beta2?: number, epsilon?: number): Optimizer;
  /** Adagrad. */
  adagrad(learningRate: number, initialAccumulatorValue?: number): Optimizer;
} = library.train;

/** The derivative of a function of one tensor: a function of that tensor. */
export const grad: (f: (x: Tensor) => Tensor) => (x: Operand, dy?: Operand) => Tensor = library.grad;
/** The derivatives by each of several tensors: a function of a list of them, which returns a list. */
export const grads: (f: (...xs: Tensor[]) => Tensor) => (xs: readonly Operand[], dy?: Operand) => Tensor[] =
  library.grads;
/** As `grad`, with the value. */
export const valueAndGrad: (f: (x: Tensor) => Tensor) => (x: Tensor, dy?: Tensor) => { value: Tensor; grad: Tensor } =
  library.valueAndGrad;
/** As `grads`, with the value. */
export const valueAndGrads: (
  f: (...xs: Tensor[]) => Tensor,
) => (xs: readonly Tensor[], dy?: Tensor) => { value: Tensor; grads: Tensor[] } = library.valueAndGrads;
/** The value of a loss, a tensor of shape [], and its derivatives by the variables that it uses, by their names. */
export const variableGrads: (f: () => Tensor, variables?: Variable[]) => { value: Tensor; grads: NamedTensors } =
  library.variableGrads;

// Memory

/** Runs a function and disposes the tensors that it has made, but for those that it returns and for variables. */
export const tidy: <T>(f: (() => T) | string, named?: () => T) => T = library.tidy;
/** Lets a tensor survive the end of `tidy`. */
export const keep: <T extends Tensor>(tensor: T) => T = library.keep;
/** Disposes all tensors in an object or a list. */
export const dispose: (container: TensorContainer) => void = library.dispose;
/** How many tensors there are, and how many bytes they take. */
export const memory: () => { numTensors: number; numDataBuffers: number; numBytes: number } = library.memory;

setTensorLibrary(tensorLibraryOf(library));
