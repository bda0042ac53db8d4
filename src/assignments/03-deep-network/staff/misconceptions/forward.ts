import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { Activation, LayerCache, NetworkParameters } from "../../assignment";
import * as solution from "../solution";
import { activateWith, cacheInstead, forwardWith, layersOf, linearThen } from "../variants";

const identity = (Z: NDArray) => Z;

const rightActivation = (l: number, L: number): Activation => (l < L ? "relu" : "sigmoid");

const counted = (parameters: NetworkParameters) => Array.from({ length: layersOf(parameters) }, (_, i) => i + 1);

const numbersIn = (keys: string[]) => keys.filter((key) => key.startsWith("W")).map((key) => Number(key.slice(1)));

export const forward: Misconception[] = [
  {
    id: "deep-linear-forgot-b",
    function: "linearForward",
    message: "The bias is left out: Z = W APrev + b.",
    implementation: linearThen((Z, cache) => ({ Z: np.subtract(Z, cache.b), cache })),
  },
  {
    id: "deep-linear-W-transposed",
    function: "linearForward",
    message: "The product is Wᵀ APrev, as in logistic regression. Here W has one row a unit, so it is W APrev.",
    implementation: (APrev: NDArray, W: NDArray, b: NDArray) => ({
      Z: np.add(np.dot(W.T, APrev), b),
      cache: { APrev, W, b },
    }),
  },
  {
    id: "deep-linear-wrong-order",
    function: "linearForward",
    message: "The factors are in the wrong order: W APrev, not APrev W.",
    implementation: (APrev: NDArray, W: NDArray, b: NDArray) => ({
      Z: np.add(np.dot(APrev, W), b),
      cache: { APrev, W, b },
    }),
  },
  {
    id: "deep-linear-examples-as-rows",
    function: "linearForward",
    message: "Z has one row an example: that is the transpose. Examples are columns in this course: Z = W APrev + b.",
    implementation: linearThen((Z, cache) => ({ Z: Z.T, cache })),
  },
  {
    id: "deep-linear-activated",
    function: "linearForward",
    message: "Z has gone through relu. The linear part has no activation; linearActivationForward adds it.",
    implementation: linearThen((Z, cache) => ({ Z: solution.relu(Z), cache })),
  },
  {
    id: "deep-linear-cache-Z",
    function: "linearForward",
    message: "The cache keeps Z as APrev. The way back needs what came in: { APrev, W, b }.",
    implementation: linearThen((Z, cache) => ({ Z, cache: { ...cache, APrev: Z } })),
  },
  {
    id: "deep-activation-always-sigmoid",
    function: "linearActivationForward",
    message: "The sigmoid is used whatever the activation is. For relu, A = max(0, Z).",
    implementation: activateWith({ relu: solution.sigmoid }),
  },
  {
    id: "deep-activation-always-relu",
    function: "linearActivationForward",
    message: "relu is used whatever the activation is. For the sigmoid, A = 1 / (1 + e^(-Z)).",
    implementation: activateWith({ sigmoid: solution.relu }),
  },
  {
    id: "deep-activation-swapped",
    function: "linearActivationForward",
    message: "The two activations are swapped.",
    implementation: activateWith({ sigmoid: solution.relu, relu: solution.sigmoid }),
  },
  {
    id: "deep-activation-none",
    function: "linearActivationForward",
    message: "A is Z itself: without an activation, any number of layers is no more than one linear layer.",
    implementation: activateWith({ sigmoid: identity, relu: identity }),
  },
  {
    id: "deep-activation-tanh",
    function: "linearActivationForward",
    message: "tanh is used for relu. relu is max(0, Z).",
    implementation: activateWith({ relu: np.tanh }),
  },
  {
    id: "deep-activation-leaky",
    function: "linearActivationForward",
    message: "That is the leaky relu, max(0.01 Z, Z). The plain relu is 0 wherever Z is negative.",
    implementation: activateWith({ relu: (Z) => np.maximum(np.multiply(0.01, Z), Z) }),
  },
  {
    id: "deep-activation-step",
    function: "linearActivationForward",
    message: "relu gives 1 for every positive Z: that is its derivative. relu itself keeps Z where Z is positive.",
    implementation: activateWith({ relu: (Z) => np.greater(Z, 0) }),
  },
  {
    id: "deep-activation-overflow",
    function: "linearActivationForward",
    message:
      "For a large Z, e^Z is Infinity, and Infinity / Infinity is NaN. Write 1 / (1 + e^(-Z)), as the given sigmoid does.",
    implementation: activateWith({ sigmoid: (Z) => np.divide(np.exp(Z), np.add(1, np.exp(Z))) }),
  },
  {
    id: "deep-activation-cache-A",
    function: "linearActivationForward",
    message: "The cache holds A under the name Z. The derivative of the activation is taken at Z, so keep Z.",
    implementation: cacheInstead((cache, A) => ({ ...cache, Z: A })),
  },
  {
    id: "deep-activation-cache-without-Z",
    function: "linearActivationForward",
    message: "The cache is that of the linear part alone. The way back needs Z too: { ...cache, Z }.",
    implementation: cacheInstead(({ APrev, W, b }) => ({ APrev, W, b })),
  },
  {
    id: "deep-forward-all-relu",
    function: "modelForward",
    message: "The last layer uses relu like the others. It must be a sigmoid, so that AL is a probability.",
    implementation: forwardWith({ last: solution.relu }),
  },
  {
    id: "deep-forward-all-sigmoid",
    function: "modelForward",
    message: "Every layer uses the sigmoid. Only the last one does; the layers before it use relu.",
    implementation: forwardWith({ hidden: solution.sigmoid }),
  },
  {
    id: "deep-forward-activations-swapped",
    function: "modelForward",
    message: "The activations are the wrong way round: relu in the hidden layers, sigmoid in the last one.",
    implementation: forwardWith({ hidden: solution.sigmoid, last: solution.relu }),
  },
  {
    id: "deep-forward-tanh",
    function: "modelForward",
    message: "The hidden layers use tanh, as in the shallow network. Here they use relu.",
    implementation: forwardWith({ hidden: np.tanh }),
  },
  {
    id: "deep-forward-one-unit",
    function: "modelForward",
    message:
      "A layer of one unit is taken for the last one. The last layer is layer L, whatever its units: a hidden layer may have one, and the last one several.",
    implementation: forwardBy((_l, _L, W) => (W.shape[0] > 1 ? "relu" : "sigmoid"), counted),
  },
  {
    id: "deep-forward-keys-as-text",
    function: "modelForward",
    message:
      "The layers are in the order of their keys as text, where W10 comes before W2. Count l from 1 to L, and put it into the key.",
    implementation: forwardBy(rightActivation, (parameters) => numbersIn(Object.keys(parameters).sort())),
  },
  {
    id: "deep-forward-order-of-keys",
    function: "modelForward",
    message:
      "The layers are in the order in which the dictionary was filled. Count l from 1 to L, and put it into the key.",
    implementation: forwardBy(rightActivation, (parameters) => numbersIn(Object.keys(parameters))),
  },
  {
    id: "deep-forward-last-layer-skipped",
    function: "modelForward",
    message:
      "The last layer is left out: AL is the output of layer L - 1. The loop over relu layers ends there; add one.",
    implementation: (X: NDArray, parameters: NetworkParameters) => {
      const { caches } = solution.modelForward(X, parameters);
      return { AL: caches[caches.length - 1].APrev, caches: caches.slice(0, -1) };
    },
  },
  {
    id: "deep-forward-last-cache-missing",
    function: "modelForward",
    message: "The cache of the last layer is missing. There is one cache for each of the L layers.",
    implementation: cachesOf((caches) => caches.slice(0, -1)),
  },
  {
    id: "deep-forward-caches-reversed",
    function: "modelForward",
    message: "The caches are in reverse order: the first one belongs to layer 1.",
    implementation: cachesOf((caches) => [...caches].reverse()),
  },
  {
    id: "deep-forward-input-not-passed-on",
    function: "modelForward",
    message: "Every layer is given X. Layer l takes A[l-1], what the layer before it gave.",
    implementation: (X: NDArray, parameters: NetworkParameters) => {
      const L = layersOf(parameters);
      const layers = Array.from({ length: L }, (_, i) => i + 1).map((l) =>
        solution.linearActivationForward(X, parameters[`W${l}`], parameters[`b${l}`], l < L ? "relu" : "sigmoid"),
      );
      return { AL: layers[L - 1].A, caches: layers.map(({ cache }) => cache) };
    },
  },
];

/** modelForward with something done to its caches. */
function cachesOf(change: (caches: LayerCache[]) => LayerCache[]) {
  return (X: NDArray, parameters: NetworkParameters) => {
    const { AL, caches } = solution.modelForward(X, parameters);
    return { AL, caches: change(caches) };
  };
}

/** modelForward with another rule for a layer's activation, or for the order of the layers. */
function forwardBy(
  activation: (l: number, L: number, W: NDArray) => Activation,
  order: (parameters: NetworkParameters) => number[],
) {
  return (X: NDArray, parameters: NetworkParameters) => {
    const numbers = order(parameters);
    const caches: LayerCache[] = [];
    let A = X;
    for (const [i, l] of numbers.entries()) {
      const [W, b] = [parameters[`W${l}`], parameters[`b${l}`]];
      const layer = solution.linearActivationForward(A, W, b, activation(i + 1, numbers.length, W));
      caches.push(layer.cache);
      A = layer.A;
    }
    return { AL: A, caches };
  };
}
