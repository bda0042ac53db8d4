import type { NDArray } from "../../src/core/NDArray";
import { np } from "../../src/np";

type Parameters = Record<string, NDArray>;

const relu = (Z: NDArray): NDArray => np.maximum(0, Z);
const sigmoid = (Z: NDArray): NDArray => np.divide(1, np.add(1, np.exp(np.negative(Z))));

/** A network with ReLU in the hidden layers and a sigmoid at the end, as the course writes it. */
export function initialize(sizes: readonly number[], seed: number): Parameters {
  np.random.seed(seed);
  const parameters: Parameters = {};
  for (let l = 1; l < sizes.length; l++) {
    const scale = Math.sqrt(2 / sizes[l - 1]);
    parameters[`W${l}`] = np.multiply(np.random.randn(sizes[l], sizes[l - 1]), scale);
    parameters[`b${l}`] = np.zeros([sizes[l], 1]);
  }
  return parameters;
}

/** Activations A0 = X to AL. */
export function forward(X: NDArray, parameters: Parameters, layers: number): NDArray[] {
  const activations = [X];
  for (let l = 1; l <= layers; l++) {
    const Z = np.add(np.dot(parameters[`W${l}`], activations[l - 1]), parameters[`b${l}`]);
    activations.push(l === layers ? sigmoid(Z) : relu(Z));
  }
  return activations;
}

export function crossEntropy(A: NDArray, Y: NDArray): number {
  const gains = np.add(np.multiply(np.log(A), Y), np.multiply(np.log(np.subtract(1, A)), np.subtract(1, Y)));
  return -np.sum(gains);
}

export function backward(activations: NDArray[], Y: NDArray, parameters: Parameters, layers: number): Parameters {
  const m = Y.shape[1];
  const gradients: Parameters = {};
  let dZ = np.subtract(activations[layers], Y);
  for (let l = layers; l >= 1; l--) {
    gradients[`W${l}`] = np.divide(np.dot(dZ, activations[l - 1].T), m);
    gradients[`b${l}`] = np.divide(np.sum(dZ, 1, true), m);
    if (l > 1) dZ = np.multiply(np.dot(parameters[`W${l}`].T, dZ), np.greater(activations[l - 1], 0));
  }
  return gradients;
}

/** Gradient descent on the whole set; returns the last cost. */
export function trainDeep(X: NDArray, Y: NDArray, sizes: readonly number[], iterations: number, rate: number): number {
  const layers = sizes.length - 1;
  const parameters = initialize(sizes, 1);
  let cost = 0;
  for (let i = 0; i < iterations; i++) {
    const activations = forward(X, parameters, layers);
    cost = crossEntropy(activations[layers], Y) / Y.shape[1];
    const gradients = backward(activations, Y, parameters, layers);
    for (const key of Object.keys(gradients)) {
      parameters[key] = np.subtract(parameters[key], np.multiply(rate, gradients[key]));
    }
  }
  return cost;
}

/** Mini-batches of 64 with Adam; returns the last epoch's cost. */
export function trainAdam(X: NDArray, Y: NDArray, sizes: readonly number[], epochs: number, rate: number): number {
  const layers = sizes.length - 1;
  const m = Y.shape[1];
  const parameters = initialize(sizes, 3);
  const keys = Object.keys(parameters);
  const v: Parameters = {};
  const s: Parameters = {};
  for (const key of keys) {
    v[key] = np.zerosLike(parameters[key]);
    s[key] = np.zerosLike(parameters[key]);
  }
  let cost = 0;
  let t = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    np.random.seed(10 + epoch);
    const order = np.random.permutation(m);
    const shuffledX = np.take(X, order, 1);
    const shuffledY = np.take(Y, order, 1);
    cost = 0;
    for (let from = 0; from < m; from += 64) {
      const batchX = shuffledX.slice(":", `${from}:${from + 64}`);
      const batchY = shuffledY.slice(":", `${from}:${from + 64}`);
      const activations = forward(batchX, parameters, layers);
      cost += crossEntropy(activations[layers], batchY);
      const gradients = backward(activations, batchY, parameters, layers);
      t += 1;
      for (const key of keys) {
        v[key] = np.add(np.multiply(0.9, v[key]), np.multiply(0.1, gradients[key]));
        s[key] = np.add(np.multiply(0.999, s[key]), np.multiply(0.001, np.power(gradients[key], 2)));
        const vCorrected = np.divide(v[key], 1 - 0.9 ** t);
        const sCorrected = np.divide(s[key], 1 - 0.999 ** t);
        const step = np.divide(vCorrected, np.add(np.sqrt(sCorrected), 1e-8));
        parameters[key] = np.subtract(parameters[key], np.multiply(rate, step));
      }
    }
  }
  return cost / m;
}

/** The course's network with one hidden layer of tanh units; returns the last cost. */
export function trainShallow(X: NDArray, Y: NDArray, hidden: number, iterations: number): number {
  const m = Y.shape[1];
  np.random.seed(2);
  let W1 = np.multiply(np.random.randn(hidden, X.shape[0]), 0.01);
  let b1 = np.zeros([hidden, 1]);
  let W2 = np.multiply(np.random.randn(1, hidden), 0.01);
  let b2 = np.zeros([1, 1]);
  let cost = 0;
  for (let i = 0; i < iterations; i++) {
    const A1 = np.tanh(np.add(np.dot(W1, X), b1));
    const A2 = sigmoid(np.add(np.dot(W2, A1), b2));
    cost = crossEntropy(A2, Y) / m;
    const dZ2 = np.subtract(A2, Y);
    const dZ1 = np.multiply(np.dot(W2.T, dZ2), np.subtract(1, np.power(A1, 2)));
    W2 = np.subtract(W2, np.multiply(1.2, np.divide(np.dot(dZ2, A1.T), m)));
    b2 = np.subtract(b2, np.multiply(1.2, np.divide(np.sum(dZ2, 1, true), m)));
    W1 = np.subtract(W1, np.multiply(1.2, np.divide(np.dot(dZ1, X.T), m)));
    b1 = np.subtract(b1, np.multiply(1.2, np.divide(np.sum(dZ1, 1, true), m)));
  }
  return cost;
}
