// What of TensorFlow.js is bundled into tensorflow.ts: what `nablab/tf` exports, and its engine, which it keeps for itself.
import { env, registerBackend, setBackend } from "@tensorflow/tfjs-core";
import { ENGINE } from "@tensorflow/tfjs-core/dist/engine";
// Without these two, nothing can be differentiated, and tensors have no methods.
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops";
import { MathBackendCPU } from "@tensorflow/tfjs-backend-cpu/dist/backend_cpu";
import "@tensorflow/tfjs-backend-cpu/dist/register_all_kernels";

// It finds none, as the bundle has neither `window` nor `process`: this one works everywhere, and reaches nothing.
env().setPlatform("nablab", {
  now: () => Date.now(),
  fetch: () => Promise.reject(new Error("there is no network in nablab/tf")),
  encode: (text) => Uint8Array.from(unescape(encodeURIComponent(text)), (character) => character.charCodeAt(0)),
  decode: (bytes) => decodeURIComponent(escape(String.fromCharCode(...bytes))),
  setTimeoutCustom: () => undefined,
  isTypedArray: (value) => ArrayBuffer.isView(value) && !(value instanceof DataView),
});
registerBackend("cpu", () => new MathBackendCPU(), 1);
setBackend("cpu");

// biome-ignore format: one name a line would fill three screens
export {
  abs, add, argMax, argMin, avgPool, cast, ceil, clipByValue, concat, conv2d, dispose, div, dot, elu, equal, exp,
  expandDims, expm1, eye, fill, floor, gather, grad, grads, greater, greaterEqual, keep, leakyRelu, less, lessEqual,
  linspace, log, log1p, logicalAnd, logicalNot, logicalOr, logSigmoid, logSoftmax, logSumExp, losses, matMul, max,
  maximum, maxPool, mean, memory, min, minimum, moments, mul, neg, norm, notEqual, oneHot, ones, onesLike,
  outerProduct, pad, pow, prod, Reduction, randomNormal, randomUniform, range, reciprocal, relu, reshape, reverse,
  round, rsqrt, scalar, sigmoid, sign, slice, softmax, softplus, split, sqrt, square, squaredDifference, squeeze,
  stack, sub, sum, Tensor, tanh, tensor, tensor1d, tensor2d, tensor3d, tensor4d, tidy, tile, train, transpose,
  truncatedNormal, unstack, Variable, valueAndGrad, valueAndGrads, variable, variableGrads, where, zeros, zerosLike,
} from "@tensorflow/tfjs-core";
export { ENGINE as engine };
