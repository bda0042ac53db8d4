import type { Alternative } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { Gradients, Parameters } from "../../assignment";

/**
 * The averages as weighted sums instead of recursions; momentum and RMSprop as borders of one general step; ε under the
 * root, as in the code that printed the course's table.
 */
export function byWeights(): Alternative {
  const stacked = (old: NDArray, now: NDArray, beta: number) =>
    np.sum(np.multiply(np.stack([old, now]), np.array([beta, 1 - beta]).reshape(2, 1, 1)), 0);

  function step(
    parameters: Parameters,
    averages: (key: keyof Gradients) => { v: NDArray; s: NDArray },
    direction: (v: NDArray, s: NDArray, key: keyof Gradients) => NDArray,
    learningRate: number,
  ) {
    const result: { parameters: Parameters; v: Gradients; s: Gradients } = { parameters: {}, v: {}, s: {} };
    for (const [key, parameter] of Object.entries(parameters)) {
      const dKey = `d${key}` as keyof Gradients;
      const { v, s } = averages(dKey);
      result.v[dKey] = v;
      result.s[dKey] = s;
      const change = np.multiply(direction(v, s, dKey), learningRate);
      result.parameters[key as keyof Parameters] = np.subtract(parameter, change);
    }
    return result;
  }
  function updateParametersWithGd(parameters: Parameters, grads: Gradients, learningRate: number) {
    return updateParametersWithMomentum(parameters, grads, initializeVelocity(parameters), 0, learningRate).parameters;
  }
  function randomMiniBatches(X: NDArray, Y: NDArray, miniBatchSize = 64, seed = 0) {
    const m = Y.size;
    np.random.seed(seed);
    const permutation = np.random.permutation(m);
    const full = Math.floor(m / miniBatchSize);
    const rest = m % miniBatchSize === 0 ? 0 : 1;
    return Array.from({ length: full + rest }, (_, k) => {
      const order = permutation.slice(`${k * miniBatchSize}:${Math.min(m, (k + 1) * miniBatchSize)}`);
      return { X: np.take(X.T, order, 0).T, Y: np.take(Y, order).reshape(1, -1) };
    });
  }
  function exponentiallyWeightedAverage(theta: NDArray, beta: number) {
    const averages = Array.from({ length: theta.size }, (_, i) => {
      const weights = np.power(beta, np.arange(i + 1)).slice("::-1");
      return np.dot(weights, theta.slice(`:${i + 1}`)) as unknown as number;
    });
    const totals = np.cumsum(np.power(beta, np.arange(theta.size)));
    return np.divide(np.array(averages), totals);
  }
  function initializeVelocity(parameters: Parameters): Gradients {
    const v: Record<string, NDArray> = {};
    for (const key in parameters) v["d" + key] = np.full(parameters[key as keyof Parameters].shape, 0);
    return v;
  }
  function updateParametersWithMomentum(
    parameters: Parameters,
    grads: Gradients,
    v: Gradients,
    beta: number,
    learningRate: number,
  ) {
    const averages = (key: keyof Gradients) => ({ v: stacked(v[key], grads[key], beta), s: grads[key] });
    const result = step(parameters, averages, (velocity) => velocity, learningRate);
    return { parameters: result.parameters, v: result.v };
  }
  function updateParametersWithRmsprop(
    parameters: Parameters,
    grads: Gradients,
    s: Gradients,
    beta: number,
    learningRate: number,
    epsilon = 1e-8,
  ) {
    const averages = (key: keyof Gradients) => ({ v: grads[key], s: stacked(s[key], np.power(grads[key], 2), beta) });
    const scaled = (grad: NDArray, squares: NDArray) => np.divide(grad, np.sqrt(np.add(squares, epsilon)));
    const result = step(parameters, averages, scaled, learningRate);
    return { parameters: result.parameters, s: result.s };
  }
  function initializeAdam(parameters: Parameters) {
    const [v, s] = [1, 2].map(() => initializeVelocity(parameters));
    return { v, s };
  }
  function updateParametersWithAdam(
    parameters: Parameters,
    grads: Gradients,
    v: Gradients,
    s: Gradients,
    t: number,
    learningRate = 0.01,
    beta1 = 0.9,
    beta2 = 0.999,
    epsilon = 1e-8,
  ) {
    const averages = (key: keyof Gradients) => ({
      v: stacked(v[key], grads[key], beta1),
      s: stacked(s[key], np.power(grads[key], 2), beta2),
    });
    const scaled = (first: NDArray, second: NDArray) =>
      np.divide(np.divide(first, 1 - beta1 ** t), np.sqrt(np.add(np.divide(second, 1 - beta2 ** t), epsilon)));
    return step(parameters, averages, scaled, learningRate);
  }
  function learningRateDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1) {
    return learningRate0 * (1 + decayRate * Math.trunc(epochNum / timeInterval)) ** -1;
  }
  return {
    title: "averages as weighted sums",
    functions: {
      updateParametersWithGd,
      randomMiniBatches,
      exponentiallyWeightedAverage,
      initializeVelocity,
      updateParametersWithMomentum,
      updateParametersWithRmsprop,
      initializeAdam,
      updateParametersWithAdam,
      learningRateDecay,
    },
  };
}
