import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { DropoutCache, NetworkParameters } from "../../assignment";
import { relu, sigmoid } from "../activations";
import * as solution from "../solution";
import { backward, dropoutForward } from "../variants";

type BackwardRules = Parameters<typeof backward>[3];

/** The pass backward with other rules, which may use keepProb. */
function backwardWith(rules: (keepProb: number) => BackwardRules) {
  return (X: NDArray, Y: NDArray, cache: DropoutCache, keepProb: number) => backward(X, Y, cache, rules(keepProb));
}

const masked = (dA: NDArray, D: NDArray | undefined, keepProb: number): NDArray =>
  np.divide(np.multiply(dA, D ?? 1), keepProb);

export const dropout: Misconception[] = [
  {
    id: "dropout-randn",
    function: "forwardPropagationWithDropout",
    message:
      "The masks are drawn with randn, the normal distribution. randn < 0.7 keeps 76 % of the units, not 70 %. Use np.random.rand, which is uniform between 0 and 1.",
    implementation: dropoutForward({
      mask: (A, keepProb) => np.less(np.random.randn(A.shape[0], A.shape[1]), keepProb),
    }),
  },
  {
    id: "dropout-not-scaled",
    function: "forwardPropagationWithDropout",
    message:
      "A1 and A2 are not divided by keepProb. Without that, fewer units make all sums smaller than at test time, when every unit is there (inverted dropout).",
    implementation: dropoutForward({ drop: (A, D) => np.multiply(A, D) }),
  },
  {
    id: "dropout-multiplied",
    function: "forwardPropagationWithDropout",
    message: "A1 and A2 are multiplied by keepProb. Divide: the units that are left have to make up for the others.",
    implementation: dropoutForward({ drop: (A, D, keepProb) => np.multiply(np.multiply(A, D), keepProb) }),
  },
  {
    id: "dropout-inverted",
    function: "forwardPropagationWithDropout",
    message:
      "The masks are inverted: they keep a unit where the random number is above keepProb. It is kept where rand < keepProb.",
    implementation: dropoutForward({
      mask: (A, keepProb) => np.greater(np.random.rand(A.shape[0], A.shape[1]), keepProb),
    }),
  },
  {
    id: "dropout-keep-is-drop",
    function: "forwardPropagationWithDropout",
    message: "keepProb is taken for the probability of dropping a unit: the mask is rand < keepProb, not 1 - keepProb.",
    implementation: dropoutForward({
      mask: (A, keepProb) => np.less(np.random.rand(A.shape[0], A.shape[1]), 1 - keepProb),
    }),
  },
  {
    id: "dropout-scaled-by-drop",
    function: "forwardPropagationWithDropout",
    message: "A1 and A2 are divided by 1 - keepProb. Divide by keepProb, the share of the units that are left.",
    implementation: dropoutForward({ drop: (A, D, keepProb) => np.divide(np.multiply(A, D), 1 - keepProb) }),
  },
  {
    id: "dropout-no-mask",
    function: "forwardPropagationWithDropout",
    message: "The masks are drawn but not applied: A = A * D / keepProb.",
    implementation: dropoutForward({ drop: (A, _, keepProb) => np.divide(A, keepProb) }),
  },
  {
    id: "dropout-mask-not-thresholded",
    function: "forwardPropagationWithDropout",
    message: "The masks are the random numbers themselves. Compare them with keepProb: a mask holds 0 and 1.",
    implementation: dropoutForward({ mask: (A) => np.random.rand(A.shape[0], A.shape[1]) }),
  },
  {
    id: "dropout-same-units-for-all",
    function: "forwardPropagationWithDropout",
    message:
      "There is one random number a unit, so a unit is shut down for all examples or for none. Draw one for every unit and example: the shape of A.",
    implementation: dropoutForward({
      mask: (A, keepProb) =>
        np.multiply(np.less(np.random.rand(A.shape[0], 1), keepProb), np.ones([A.shape[0], A.shape[1]])),
    }),
  },
  {
    id: "dropout-seeded-twice",
    function: "forwardPropagationWithDropout",
    message: "The stream is seeded again before D2, so D2 repeats the numbers of D1. It is seeded once, at the start.",
    implementation: (X: NDArray, parameters: NetworkParameters, keepProb = 0.5, seed = 1) =>
      dropoutForward({
        mask: (A, keep) => {
          np.random.seed(seed);
          return np.less(np.random.rand(A.shape[0], A.shape[1]), keep);
        },
      })(X, parameters, keepProb, seed),
  },
  {
    id: "dropout-seed-ignored",
    function: "forwardPropagationWithDropout",
    message: "The stream is always seeded with 1. Use the argument seed: training needs other masks in every step.",
    implementation: (X: NDArray, parameters: NetworkParameters, keepProb = 0.5) =>
      solution.forwardPropagationWithDropout(X, parameters, keepProb, 1),
  },
  {
    id: "dropout-first-layer-only",
    function: "forwardPropagationWithDropout",
    message: "Only the first hidden layer has dropout: mask and scale A2 as well.",
    implementation: dropoutForward({
      drop: (A, D, keepProb, layer) => (layer === 1 ? np.divide(np.multiply(A, D), keepProb) : A),
    }),
  },
  {
    id: "dropout-before-relu",
    function: "forwardPropagationWithDropout",
    message: "The masks are applied to Z, and Z1 and Z2 in the cache changed. Leave Z as it is: drop from A = relu(Z).",
    implementation: (X: NDArray, parameters: NetworkParameters, keepProb = 0.5, seed = 1) => {
      const { A3, cache } = solution.forwardPropagationWithDropout(X, parameters, keepProb, seed);
      const [Z1, Z2] = [masked(cache.Z1, cache.D1, keepProb), masked(cache.Z2, cache.D2, keepProb)];
      return { A3, cache: { ...cache, Z1, Z2 } };
    },
  },
  {
    id: "dropout-output-too",
    function: "forwardPropagationWithDropout",
    message: "The output layer has dropout too: the prediction of an example is never dropped.",
    implementation: (X: NDArray, parameters: NetworkParameters, keepProb = 0.5, seed = 1) => {
      const { A3, cache } = solution.forwardPropagationWithDropout(X, parameters, keepProb, seed);
      const D3 = np.less(np.random.rand(A3.shape[0], A3.shape[1]), keepProb);
      const dropped = masked(A3, D3, keepProb);
      return { A3: dropped, cache: { ...cache, A3: dropped } };
    },
  },
  {
    id: "dropout-cache-before-mask",
    function: "forwardPropagationWithDropout",
    message: "A1 and A2 in the cache are those before dropout. The pass backward needs them as they were passed on.",
    implementation: (X: NDArray, parameters: NetworkParameters, keepProb = 0.5, seed = 1) => {
      const { A3, cache } = solution.forwardPropagationWithDropout(X, parameters, keepProb, seed);
      return { A3, cache: { ...cache, A1: relu(cache.Z1), A2: relu(cache.Z2) } };
    },
  },
  {
    id: "dropout-sigmoid-hidden",
    function: "forwardPropagationWithDropout",
    message: "The hidden layers use the sigmoid: they are ReLU layers, and only the output is a sigmoid.",
    implementation: dropoutForward({ hidden: sigmoid, hidden2: sigmoid }),
  },
  {
    id: "dropout-backward-no-mask",
    function: "backwardPropagationWithDropout",
    message:
      "dA2 and dA1 are neither masked nor scaled: a unit that was shut down gets no gradient. dA = dA * D / keepProb.",
    implementation: backwardWith(() => ({})),
  },
  {
    id: "dropout-backward-not-scaled",
    function: "backwardPropagationWithDropout",
    message: "dA2 and dA1 are not divided by keepProb. A was scaled on the way forward, so dA is scaled the same way.",
    implementation: backwardWith(() => ({ mask: (dA, D) => masked(dA, D, 1) })),
  },
  {
    id: "dropout-backward-mask-missing",
    function: "backwardPropagationWithDropout",
    message: "dA2 and dA1 are divided by keepProb but not masked: multiply by D2 and D1.",
    implementation: backwardWith((keepProb) => ({ mask: (dA) => np.divide(dA, keepProb) })),
  },
  {
    id: "dropout-backward-multiplied",
    function: "backwardPropagationWithDropout",
    message: "dA2 and dA1 are multiplied by keepProb. Divide by it, as A was divided on the way forward.",
    implementation: backwardWith((keepProb) => ({ mask: (dA, D) => masked(dA, D, 1 / keepProb) })),
  },
  {
    id: "dropout-backward-first-layer-missing",
    function: "backwardPropagationWithDropout",
    message: "Only dA2 is masked: mask and scale dA1 with D1 as well.",
    implementation: backwardWith((keepProb) => ({
      mask: (dA, D, layer) => (layer === 2 ? masked(dA, D, keepProb) : dA),
    })),
  },
  {
    id: "dropout-backward-second-layer-missing",
    function: "backwardPropagationWithDropout",
    message: "Only dA1 is masked: mask and scale dA2 with D2 as well.",
    implementation: backwardWith((keepProb) => ({
      mask: (dA, D, layer) => (layer === 1 ? masked(dA, D, keepProb) : dA),
    })),
  },
  {
    id: "dropout-backward-mask-on-dZ",
    function: "backwardPropagationWithDropout",
    message:
      "The masks are applied to dZ instead of dA: dA2 and dA1 are the gradients of the masked A, so mask and scale them first, then let ReLU act.",
    implementation: backwardWith((keepProb) => ({
      relu: (dA, A, D) => np.multiply(masked(dA, D, keepProb), np.greater(A, 0)),
    })),
  },
  {
    id: "dropout-backward-inverted",
    function: "backwardPropagationWithDropout",
    message: "The masks are inverted: the gradient goes through the units that were kept, where D is 1.",
    implementation: backwardWith((keepProb) => ({
      mask: (dA, D) => masked(dA, D && np.subtract(1, D), keepProb),
    })),
  },
  {
    id: "dropout-backward-new-masks",
    function: "backwardPropagationWithDropout",
    message:
      "New masks are drawn. Use those of the pass forward, D1 and D2 in the cache: the same units are shut down.",
    implementation: (X: NDArray, Y: NDArray, cache: DropoutCache, keepProb: number) => {
      np.random.seed(1);
      return backward(X, Y, cache, {
        mask: (dA) => masked(dA, np.less(np.random.rand(dA.shape[0], dA.shape[1]), keepProb), keepProb),
      });
    },
  },
  {
    id: "dropout-backward-no-relu",
    function: "backwardPropagationWithDropout",
    message: "dZ2 and dZ1 ignore ReLU: where A is 0, nothing comes back, so multiply dA by np.greater(A, 0).",
    implementation: backwardWith((keepProb) => ({ mask: (dA, D) => masked(dA, D, keepProb), relu: (dA) => dA })),
  },
];
