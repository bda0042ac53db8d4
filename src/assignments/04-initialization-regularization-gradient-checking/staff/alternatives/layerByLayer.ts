import type { Alternative } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { NetworkParameters } from "../../assignment";

type Arrays = Record<string, NDArray>;

/** Recursion over the layers; in a way that works for any number of them. */
function initialize(scale: (inputs: number) => number, draw: (units: number, inputs: number) => NDArray) {
  const from = (layersDims: number[], l: number): NetworkParameters => {
    const [inputs, units] = layersDims.slice(l - 1);
    if (units === undefined) return {};
    const W = draw(units, inputs);
    // In place, on the array that was just drawn.
    W.assign(W.multiply(scale(inputs)));
    return { [`W${l}`]: W, [`b${l}`]: np.zeros([units, 1]), ...from(layersDims, l + 1) };
  };
  return (layersDims: number[]) => {
    np.random.seed(3);
    return from(layersDims, 1);
  };
}

/** By rows: every feature on its own. */
function normalizeInputs(XTrain: NDArray, XTest: NDArray) {
  const features = Array.from({ length: XTrain.shape[0] }, (_, i) => {
    const values = XTrain.slice(i);
    const mu = np.sum(values) / values.size;
    const variance = np.sum(np.power(values.subtract(mu), 2)) / values.size;
    return { mu, sigma: variance ** 0.5 };
  });
  const normalized = (X: NDArray) =>
    np.stack(features.map(({ mu, sigma }, i) => X.slice(i).subtract(mu).divide(sigma)));
  return {
    XTrain: normalized(XTrain),
    XTest: normalized(XTest),
    mu: np.array(features.map(({ mu }) => [mu])),
    sigma: np.array(features.map(({ sigma }) => [sigma])),
  };
}

/** Everything that is a weight, by its name; the sum of squares is ‖W‖ squared. */
function computeCostWithRegularization(A3: NDArray, Y: NDArray, parameters: Arrays, lambd: number): number {
  const names = Object.keys(parameters).filter((name) => name.startsWith("W"));
  const penalty = names.map((name) => np.norm(parameters[name]) ** 2).reduce((a, b) => a + b, 0);
  return costOf(A3, Y) + (lambd * penalty) / (2 * A3.shape[1]);
}

function costOf(A: NDArray, Y: NDArray): number {
  const right = np.add(np.dot(Y, np.log(A).T), np.dot(np.subtract(1, Y), np.log1p(np.negative(A)).T));
  return right.item() / -Y.size;
}

/** The pass forward through all layers; `drop` may change what a hidden layer passes on. */
function forward(X: NDArray, parameters: Arrays, drop: (A: NDArray, l: number, cache: Arrays) => NDArray): Arrays {
  const cache: Arrays = { ...parameters };
  const last = Object.keys(parameters).length / 2;
  let A = X;
  for (let l = 1; l <= last; l++) {
    const Z = np.matmul(parameters[`W${l}`], A).add(parameters[`b${l}`]);
    cache[`Z${l}`] = Z;
    A = l === last ? np.reciprocal(np.exp(Z.negative()).add(1)) : drop(np.where(np.greater(Z, 0), Z, 0), l, cache);
    cache[`A${l}`] = A;
  }
  return cache;
}

function forwardPropagationN(X: NDArray, Y: NDArray, parameters: Arrays) {
  const cache = forward(X, parameters, (A) => A);
  return { cost: costOf(cache.A3, Y), cache };
}

function forwardPropagationWithDropout(X: NDArray, parameters: Arrays, keepProb = 0.5, seed = 1) {
  np.random.seed(seed);
  const cache = forward(X, parameters, (A, l, kept) => {
    kept[`D${l}`] = np.less(np.random.rand(...A.shape), keepProb) as NDArray;
    return A.multiply(kept[`D${l}`].divide(keepProb));
  });
  return { A3: cache.A3, cache };
}

/** From the last layer to the first; `decay` is added to every dW. */
function backward(X: NDArray, Y: NDArray, cache: Arrays, decay: (W: NDArray) => NDArray, keepProb = 1): Arrays {
  const m = X.shape[1];
  const gradients: Arrays = { dZ3: np.subtract(cache.A3, Y) };
  for (let l = 3; l >= 1; l--) {
    const dZ = gradients[`dZ${l}`];
    const before = l === 1 ? X : cache[`A${l - 1}`];
    gradients[`dW${l}`] = np.add(np.matmul(dZ.divide(m), before.T), decay(cache[`W${l}`]));
    gradients[`db${l}`] = np.divide(np.sum(dZ, 1), m).reshape(-1, 1);
    if (l === 1) break;
    const scale = cache[`D${l - 1}`]?.divide(keepProb) ?? 1;
    const dA = np.multiply(np.matmul(cache[`W${l}`].T, dZ), scale);
    gradients[`dA${l - 1}`] = dA;
    gradients[`dZ${l - 1}`] = np.where(np.greater(before, 0), dA, 0);
  }
  return gradients;
}

const noDecay = (W: NDArray): NDArray => np.zerosLike(W);

/** One parameter after the other, with map for its numbers; the three lengths by the rule of Pythagoras. */
function gradientCheckN(parameters: Arrays, gradients: Arrays, X: NDArray, Y: NDArray, epsilon = 1e-7): number {
  const slopes = Object.entries(parameters).flatMap(([name, theta]) =>
    Array.from(theta.toTypedArray(), (_, i) => {
      const [minus, plus] = [-epsilon, epsilon].map((step) => {
        const moved = theta.toTypedArray();
        moved[i] += step;
        return forwardPropagationN(X, Y, { ...parameters, [name]: np.reshape(moved, theta.shape) }).cost;
      });
      return { measured: (plus - minus) / (2 * epsilon), given: gradients[`d${name}`].toTypedArray()[i] };
    }),
  );
  const length = (values: number[]): number => Math.hypot(...values);
  return (
    length(slopes.map(({ given, measured }) => given - measured)) /
    (length(slopes.map(({ given }) => given)) + length(slopes.map(({ measured }) => measured)))
  );
}

/** The code of assignment 3: loops over layers, keys made of names and numbers. */
export const layerByLayer: Alternative = {
  title: "layer by layer",
  functions: {
    initializeParametersZeros: initialize(
      () => 0,
      (units, inputs) => np.random.rand(units, inputs),
    ),
    initializeParametersRandom: initialize(
      () => 10,
      (units, inputs) => np.random.randn(units, inputs),
    ),
    initializeParametersHe: initialize(
      (inputs) => (inputs / 2) ** -0.5,
      (units, inputs) => np.random.randn(units, inputs),
    ),
    normalizeInputs,
    computeCostWithRegularization,
    backwardPropagationWithRegularization: (X: NDArray, Y: NDArray, cache: Arrays, lambd: number) =>
      backward(X, Y, cache, (W) => W.multiply(lambd / Y.size)),
    forwardPropagationWithDropout,
    backwardPropagationWithDropout: (X: NDArray, Y: NDArray, cache: Arrays, keepProb: number) =>
      backward(X, Y, cache, noDecay, keepProb),
    forwardPropagationN,
    gradientCheckN,
    backwardPropagationN: (X: NDArray, Y: NDArray, cache: Arrays) => backward(X, Y, cache, noDecay),
  },
};
