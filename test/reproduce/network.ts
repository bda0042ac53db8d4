import * as solution from "../../src/assignments/07-batchnorm-softmax/staff/solution";
import type { NDArray } from "../../src/core/NDArray";
import { np } from "../../src/np";
import type { RandomState } from "../../src/random/RandomState";

/** W1, b1, … and, where a layer has batch normalization, gamma1, beta1, … */
export type Network = Record<string, NDArray>;

/** The activation of the last layer. Its gradient times that of the cost has to be (A - Y)/m. */
export type Output = (Z: NDArray) => NDArray;

/** The mean and variance of each layer, over the training set. */
export type Running = Record<number, { mu: NDArray; variance: NDArray }>;

export interface Training {
  output: Output;
  rate: number;
  epochs: number;
  /** The examples in a step; all of them, in their order, if left out. */
  size?: number;
  /** Whether an epoch's last examples are left out when they do not fill a batch. */
  wholeBatches?: boolean;
  /** The factor of the weights in their gradients. */
  decay?: number;
  /** For the order of the examples. */
  random: RandomState;
}

/** What frameworks take for ε. */
const epsilon = 1e-5;

export const he = (inputs: number): number => Math.sqrt(2 / inputs);
export const small = (): number => 0.01;
export const sigmoid: Output = (Z) => np.divide(1, np.add(1, np.exp(np.negative(Z))));

/** Normal weights times `scale` of a layer's inputs; no biases, no normalization but in hidden layers. */
export function startNetwork(
  sizes: readonly number[],
  scale: (inputs: number) => number,
  isNormalized: boolean,
  random: RandomState,
): Network {
  const network: Network = {};
  for (let l = 1; l < sizes.length; l++) {
    network[`W${l}`] = np.multiply(random.randn(sizes[l], sizes[l - 1]), scale(sizes[l - 1]));
    network[`b${l}`] = np.zeros([sizes[l], 1]);
    if (!isNormalized || l === sizes.length - 1) continue;
    network[`gamma${l}`] = np.ones([sizes[l], 1]);
    network[`beta${l}`] = np.zeros([sizes[l], 1]);
  }
  return network;
}

/** Gradient descent. `outputs` are those of the last step, before it was taken. */
export function train(network: Network, X: NDArray, Y: NDArray, how: Training) {
  const m = X.shape[1];
  const { size = m, wholeBatches = false } = how;
  const running: Running = {};
  let outputs = X;
  for (let epoch = 0; epoch < how.epochs; epoch++) {
    const order = size < m ? how.random.permutation(m) : null;
    for (let start = 0; start + (wholeBatches ? size : 1) <= m; start += size) {
      const chosen = order?.slice(`${start}:${start + size}`);
      const [batchX, batchY] = chosen ? [np.take(X, chosen, 1), np.take(Y, chosen, 1)] : [X, Y];
      const { A, caches } = pass(batchX, network, how.output);
      for (const [l, cache] of caches.entries()) if (cache) running[l] = followed(running[l], cache);
      outputs = A[A.length - 1];
      const gradients = gradientsOf(A, caches, batchY, network, how.decay ?? 0);
      network = Object.fromEntries(
        Object.entries(network).map(([name, value]) => [
          name,
          np.subtract(value, np.multiply(how.rate, gradients[name])),
        ]),
      );
    }
  }
  return { network, running, outputs };
}

/** The outputs for X, shape (C, m): normalized by what was seen in training, or by X itself where that is left out. */
export function outputsOf(X: NDArray, network: Network, output: Output, running?: Running): NDArray {
  return pass(X, network, output, running).A.at(-1)!;
}

type Cache = ReturnType<typeof solution.batchNormForward>["cache"];

function pass(X: NDArray, network: Network, output: Output, running?: Running) {
  const A = [X];
  const caches: (Cache | undefined)[] = [undefined];
  const L = layersOf(network);
  for (let l = 1; l <= L; l++) {
    let Z = np.add(np.dot(network[`W${l}`], A[l - 1]), network[`b${l}`]);
    const [gamma, beta] = [network[`gamma${l}`], network[`beta${l}`]];
    if (gamma && running) Z = solution.batchNormInference(Z, gamma, beta, running[l], epsilon);
    else if (gamma) {
      const { ZTilde, cache } = solution.batchNormForward(Z, gamma, beta, epsilon);
      caches[l] = cache;
      Z = ZTilde;
    }
    A.push(l < L ? np.maximum(Z, 0) : output(Z));
  }
  return { A, caches };
}

function gradientsOf(
  A: NDArray[],
  caches: (Cache | undefined)[],
  Y: NDArray,
  network: Network,
  decay: number,
): Network {
  const gradients: Network = {};
  const L = layersOf(network);
  let dZ = solution.softmaxBackward(A[L], Y);
  for (let l = L; l >= 1; l--) {
    const cache = caches[l];
    if (cache) {
      const { dZ: before, dGamma, dBeta } = solution.batchNormBackward(dZ, cache);
      Object.assign(gradients, { [`gamma${l}`]: dGamma, [`beta${l}`]: dBeta });
      dZ = before;
    }
    gradients[`W${l}`] = np.add(np.dot(dZ, A[l - 1].T), np.multiply(decay, network[`W${l}`]));
    gradients[`b${l}`] = np.sum(dZ, 1, true);
    dZ = np.multiply(np.dot(network[`W${l}`].T, dZ), np.greater(A[l - 1], 0));
  }
  return gradients;
}

function followed(running: Running[number] | undefined, { mu, variance }: Cache): Running[number] {
  return running ? solution.updateRunning(running, { mu, variance }) : { mu, variance };
}

function layersOf(network: Network): number {
  return Object.keys(network).filter((name) => name.startsWith("W")).length;
}
