import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type { Activation, LayerCache, LinearCache, NetworkGradients, NetworkParameters } from "../assignment";
import * as solution from "./solution";

type Function = (Z: NDArray) => NDArray;

/** linearForward, with something done to its result. */
export function linearThen(change: (Z: NDArray, cache: LinearCache) => unknown) {
  return (APrev: NDArray, W: NDArray, b: NDArray) => {
    const { Z, cache } = solution.linearForward(APrev, W, b);
    return change(Z, cache);
  };
}

/** linearActivationForward with other activations. */
export function activateWith(part: Partial<Record<Activation, Function>>) {
  const functions = { sigmoid: solution.sigmoid, relu: solution.relu, ...part };
  return (APrev: NDArray, W: NDArray, b: NDArray, activation: Activation) => {
    const { Z, cache } = solution.linearForward(APrev, W, b);
    return { A: functions[activation](Z), cache: { ...cache, Z } };
  };
}

/** linearActivationForward with another cache. */
export function cacheInstead(change: (cache: LayerCache, A: NDArray) => unknown) {
  return (APrev: NDArray, W: NDArray, b: NDArray, activation: Activation) => {
    const { A, cache } = solution.linearActivationForward(APrev, W, b, activation);
    return { A, cache: change(cache, A) };
  };
}

/** modelForward with other activations in the hidden layers or in the last one. */
export function forwardWith({
  hidden = solution.relu,
  last = solution.sigmoid,
}: {
  hidden?: Function;
  last?: Function;
}) {
  return (X: NDArray, parameters: NetworkParameters) => {
    const L = layersOf(parameters);
    const caches: LayerCache[] = [];
    let A = X;
    for (let l = 1; l <= L; l++) {
      const { Z, cache } = solution.linearForward(A, parameters[`W${l}`], parameters[`b${l}`]);
      caches.push({ ...cache, Z });
      A = (l < L ? hidden : last)(Z);
    }
    return { AL: A, caches };
  };
}

export function layersOf(parameters: NetworkParameters): number {
  return Object.keys(parameters).length / 2;
}

type LayerGradients = ReturnType<typeof solution.linearBackward>;

/** linearBackward, with something done to its result; m is the number of examples. */
export function linearBackwardThen(
  change: (grads: LayerGradients, dZ: NDArray, m: number, cache: LinearCache) => unknown,
) {
  return (dZ: NDArray, cache: LinearCache) =>
    change(solution.linearBackward(dZ, cache), dZ, cache.APrev.shape[1], cache);
}

type Backward = (dA: NDArray, Z: NDArray) => NDArray;

/** linearActivationBackward with another dZ. */
export function backThrough(part: Partial<Record<Activation, Backward>>) {
  const functions = { sigmoid: solution.sigmoidBackward, relu: solution.reluBackward, ...part };
  return (dA: NDArray, cache: LayerCache, activation: Activation) =>
    solution.linearBackward(functions[activation](dA, cache.Z), cache);
}

interface Descent {
  /** The gradient to start from. */
  start: (AL: NDArray, Y: NDArray) => NDArray;
  activation: (l: number, L: number, cache: LayerCache) => Activation;
  /** The number after dA under which layer l's dAPrev is kept. */
  index: (l: number) => number;
  /** What the layer before receives. */
  passOn: (dAPrev: NDArray, dAL: NDArray) => NDArray;
  /** The first layer that is reached. */
  until: number;
}

export function dALOf(AL: NDArray, Y: NDArray): NDArray {
  return np.subtract(np.divide(np.subtract(1, Y), np.subtract(1, AL)), np.divide(Y, AL));
}

const rightDescent: Descent = {
  start: dALOf,
  activation: (l, L) => (l < L ? "relu" : "sigmoid"),
  index: (l) => l - 1,
  passOn: (dAPrev) => dAPrev,
  until: 1,
};

/** modelBackward, with another rule for one of its parts. */
export function backwardWith(part: Partial<Descent>) {
  const { start, activation, index, passOn, until } = { ...rightDescent, ...part };
  return (AL: NDArray, Y: NDArray, caches: LayerCache[]): NetworkGradients => {
    const grads: NetworkGradients = {};
    const L = caches.length;
    const dAL = start(AL, Y);
    let dA = dAL;
    for (let l = L; l >= until; l--) {
      const { dAPrev, dW, db } = solution.linearActivationBackward(dA, caches[l - 1], activation(l, L, caches[l - 1]));
      grads[`dA${index(l)}`] = dAPrev;
      grads[`dW${l}`] = dW;
      grads[`db${l}`] = db;
      dA = passOn(dAPrev, dAL);
    }
    return grads;
  };
}

type Update = (parameter: NDArray, gradient: NDArray, learningRate: number, l: number, L: number) => NDArray;

const rightUpdate: Update = (parameter, gradient, learningRate) =>
  np.subtract(parameter, np.multiply(learningRate, gradient));

/** updateParameters, with another rule for the weights or for the biases. */
export function updateWith({ W = rightUpdate, b = rightUpdate }: { W?: Update; b?: Update }) {
  return (parameters: NetworkParameters, grads: NetworkGradients, learningRate: number) => {
    const L = layersOf(parameters);
    const updated: NetworkParameters = {};
    for (let l = 1; l <= L; l++) {
      updated[`W${l}`] = W(parameters[`W${l}`], grads[`dW${l}`], learningRate, l, L);
      updated[`b${l}`] = b(parameters[`b${l}`], grads[`db${l}`], learningRate, l, L);
    }
    return updated;
  };
}
