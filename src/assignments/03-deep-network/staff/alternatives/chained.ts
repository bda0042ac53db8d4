import type { Alternative } from "../../../../check/contract";
import { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { Activation, LayerCache, LinearCache, NetworkGradients, NetworkParameters } from "../../assignment";

/** σ(z) = (1 + tanh(z/2)) / 2. */
const sigmoid = (Z: NDArray) => Z.multiply(0.5).tanh().add(1).multiply(0.5);

/** The mean of Z and |Z|. */
const relu = (Z: NDArray) => Z.add(Z.abs()).divide(2);

function initializeParametersDeep(layerDims: number[]): NetworkParameters {
  np.random.seed(3);
  const layers = layerDims.slice(1).map((units, i) => {
    const W = np.random.normal(0, 1, [units, layerDims[i]]).divide(100);
    return { [`W${i + 1}`]: W, [`b${i + 1}`]: NDArray.fromData(new Float64Array(units), [units, 1]) };
  });
  return Object.assign({}, ...layers);
}

function linearForward(APrev: NDArray, W: NDArray, b: NDArray) {
  return { cache: { W, b, APrev }, Z: np.matmul(APrev.T, W.T).add(b.T).T };
}

function linearActivationForward(APrev: NDArray, W: NDArray, b: NDArray, activation: Activation) {
  const { Z } = linearForward(APrev, W, b);
  return { cache: { Z, b, W, APrev }, A: { sigmoid, relu }[activation](Z) };
}

/** Recursion: a network is its first layer and the network of the others. */
function modelForward(X: NDArray, parameters: NetworkParameters): { AL: NDArray; caches: LayerCache[] } {
  const L = Object.keys(parameters).filter((key) => key.startsWith("W")).length;
  const from = (l: number, A: NDArray): { AL: NDArray; caches: LayerCache[] } => {
    if (l > L) return { AL: A, caches: [] };
    const layer = linearActivationForward(A, parameters[`W${l}`], parameters[`b${l}`], l === L ? "sigmoid" : "relu");
    const rest = from(l + 1, layer.A);
    return { AL: rest.AL, caches: [layer.cache, ...rest.caches] };
  };
  return from(1, X);
}

/** The logarithm of the probability given to the right label, averaged; the result is a 0-dimensional array. */
function computeCost(AL: NDArray, Y: NDArray) {
  const right = Y.multiply(AL).add(Y.subtract(1).multiply(AL.subtract(1)));
  return np.array(-np.mean(np.log(right)));
}

function linearBackward(dZ: NDArray, { APrev, W }: LinearCache) {
  const mean = np.full([dZ.shape[1], 1], 1 / dZ.shape[1]);
  return { db: dZ.dot(mean), dW: APrev.multiply(mean.T).dot(dZ.T).T, dAPrev: dZ.T.dot(W).T };
}

function linearActivationBackward(dA: NDArray, { Z, ...linear }: LayerCache, activation: Activation) {
  const derivative =
    activation === "relu" ? np.maximum(Z.sign(), 0) : Z.divide(2).tanh().square().subtract(1).divide(-4);
  return linearBackward(derivative.multiply(dA), linear);
}

function modelBackward(AL: NDArray, Y: NDArray, caches: LayerCache[]): NetworkGradients {
  const dAL = AL.subtract(Y).divide(AL.multiply(np.subtract(1, AL)));
  return caches.reduceRight(
    ({ dA, grads, activation }: { dA: NDArray; grads: NetworkGradients; activation: Activation }, cache, i) => {
      const { dAPrev, dW, db } = linearActivationBackward(dA, cache, activation);
      const withLayer = { [`dA${i}`]: dAPrev, [`dW${i + 1}`]: dW, [`db${i + 1}`]: db, ...grads };
      return { dA: dAPrev, grads: withLayer, activation: "relu" as const };
    },
    { dA: dAL, grads: {}, activation: "sigmoid" },
  ).grads;
}

/** In place, on copies. */
function updateParameters(parameters: NetworkParameters, grads: NetworkGradients, learningRate: number) {
  const updated: NetworkParameters = { ...parameters };
  for (const key of Object.keys(updated) as (keyof NetworkParameters)[]) {
    const copy = updated[key].copy();
    updated[key] = copy.assign(copy.add(grads[`d${key}`].multiply(-learningRate)));
  }
  return updated;
}

/** Methods chained, other formulas for the activations and their derivatives, recursion instead of loops. */
export function chained(): Alternative {
  const network = { modelForward, computeCost, modelBackward, updateParameters, initializeParametersDeep };
  const layer = { linearForward, linearActivationForward, linearBackward, linearActivationBackward };
  return { title: "chained methods and other formulas", functions: { ...network, ...layer } };
}
