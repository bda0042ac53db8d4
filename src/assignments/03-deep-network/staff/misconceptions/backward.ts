import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { LinearCache } from "../../assignment";
import { relu, reluBackward, sigmoid, sigmoidBackward } from "../solution";
import { backThrough, backwardWith, dALOf, linearBackwardThen } from "../variants";

export const backward: Misconception[] = [
  {
    id: "deep-forgot-m",
    function: "linearBackward",
    message: "dW and db are not divided by m: both are averages over the m examples.",
    implementation: linearBackwardThen(({ dAPrev, dW, db }, _dZ, m) => ({
      dAPrev,
      dW: np.multiply(dW, m),
      db: np.multiply(db, m),
    })),
  },
  {
    id: "deep-db-not-averaged",
    function: "linearBackward",
    message: "db is summed but not averaged: divide by m, db = 1/m Σ dZ.",
    implementation: linearBackwardThen((grads, _dZ, m) => ({ ...grads, db: np.multiply(grads.db, m) })),
  },
  {
    id: "deep-dW-not-averaged",
    function: "linearBackward",
    message: "dW is not divided by m: dW = 1/m dZ APrevᵀ.",
    implementation: linearBackwardThen((grads, _dZ, m) => ({ ...grads, dW: np.multiply(grads.dW, m) })),
  },
  {
    id: "deep-dAPrev-averaged",
    function: "linearBackward",
    message: "dAPrev is divided by m. Only dW and db are averages; dAPrev keeps a column for each example: Wᵀ dZ.",
    implementation: linearBackwardThen((grads, _dZ, m) => ({ ...grads, dAPrev: np.divide(grads.dAPrev, m) })),
  },
  {
    id: "deep-m-from-rows",
    function: "linearBackward",
    message: "m is the number of rows of APrev, its units. The m examples are its columns: APrev.shape[1].",
    implementation: linearBackwardThen(({ dAPrev, dW, db }, _dZ, m, { APrev }) => ({
      dAPrev,
      dW: np.multiply(dW, m / APrev.shape[0]),
      db: np.multiply(db, m / APrev.shape[0]),
    })),
  },
  {
    id: "deep-db-number",
    function: "linearBackward",
    message: "db is one number, summed over the units too. Sum along the examples only: np.sum(dZ, 1, true).",
    implementation: linearBackwardThen((grads, dZ, m) => ({ ...grads, db: np.sum(dZ) / m })),
  },
  {
    id: "deep-db-summed-over-units",
    function: "linearBackward",
    message: "Every unit gets the same db, summed over all units. Each bias has its own: np.sum(dZ, 1, true) / m.",
    implementation: linearBackwardThen((grads, dZ, m) => ({ ...grads, db: np.fullLike(grads.db, np.sum(dZ) / m) })),
  },
  {
    id: "deep-db-axis",
    function: "linearBackward",
    message: "db is summed over the units (axis 0): that leaves one number an example. Sum over the examples, axis 1.",
    implementation: linearBackwardThen((grads, dZ, m) => ({ ...grads, db: np.divide(np.sum(dZ, 0, true), m) })),
  },
  {
    id: "deep-db-rank-1",
    function: "linearBackward",
    message: "db has shape (n[l],), neither row nor column. Keep both dimensions: np.sum(dZ, 1, true).",
    implementation: linearBackwardThen((grads, dZ, m) => ({ ...grads, db: np.divide(np.sum(dZ, 1), m) })),
  },
  {
    id: "deep-dW-transposed",
    function: "linearBackward",
    message: "dW is transposed: APrev dZᵀ. A gradient has its parameter's shape: dW = 1/m dZ APrevᵀ.",
    implementation: linearBackwardThen((grads) => ({ ...grads, dW: grads.dW.T })),
  },
  {
    id: "deep-dAPrev-W-not-transposed",
    function: "linearBackward",
    message: "dAPrev is computed with W. On the way back the weights are transposed: dAPrev = Wᵀ dZ.",
    implementation: (dZ: NDArray, { APrev, W }: LinearCache) => ({
      dW: np.divide(np.dot(dZ, APrev.T), APrev.shape[1]),
      db: np.divide(np.sum(dZ, 1, true), APrev.shape[1]),
      dAPrev: np.dot(W, dZ),
    }),
  },
  {
    id: "deep-relu-backward-argument",
    function: "linearActivationBackward",
    message:
      "relu lets the whole of dA through. Where the cached Z is not positive, dZ is 0: reluBackward(dA, cache.Z).",
    implementation: backThrough({ relu: (dA) => dA }),
  },
  {
    id: "deep-relu-backward-at-zero",
    function: "linearActivationBackward",
    message: "relu lets dA through where Z is 0. In this course its slope there is 0: dZ is dA only where Z > 0.",
    implementation: backThrough({ relu: (dA, Z) => np.multiply(dA, np.greaterEqual(Z, 0)) }),
  },
  {
    id: "deep-sigmoid-backward-overflow",
    function: "linearActivationBackward",
    message:
      "For a large Z, e^Z is Infinity, and Infinity / Infinity is NaN. The given sigmoidBackward takes e^(-Z), which is 0 there.",
    implementation: backThrough({
      sigmoid: (dA, Z) => np.multiply(dA, np.divide(np.exp(Z), np.square(np.add(1, np.exp(Z))))),
    }),
  },
  {
    id: "deep-activation-backward-none",
    function: "linearActivationBackward",
    message: "dA goes to the linear part as it is. First comes the activation: dZ = dA * g'(Z).",
    implementation: backThrough({ relu: (dA) => dA, sigmoid: (dA) => dA }),
  },
  {
    id: "deep-sigmoid-backward-none",
    function: "linearActivationBackward",
    message: "For the sigmoid dZ is dA itself. The chain rule asks for dA * σ(Z) (1 - σ(Z)).",
    implementation: backThrough({ sigmoid: (dA) => dA }),
  },
  {
    id: "deep-sigmoid-derivative-of-Z",
    function: "linearActivationBackward",
    message: "The derivative is taken as Z (1 - Z). It is σ(Z) (1 - σ(Z)).",
    implementation: backThrough({ sigmoid: (dA, Z) => np.multiply(dA, np.multiply(Z, np.subtract(1, Z))) }),
  },
  {
    id: "deep-sigmoid-backward-forward",
    function: "linearActivationBackward",
    message: "dA is multiplied by σ(Z), not by its derivative σ(Z) (1 - σ(Z)).",
    implementation: backThrough({ sigmoid: (dA, Z) => np.multiply(dA, sigmoid(Z)) }),
  },
  {
    id: "deep-relu-mask-from-dA",
    function: "linearActivationBackward",
    message: "dZ is 0 where dA is negative. What counts is Z: relu passes dA on where Z > 0, whatever its sign.",
    implementation: backThrough({ relu: (dA) => relu(dA) }),
  },
  {
    id: "deep-relu-backward-forward",
    function: "linearActivationBackward",
    message: "dA is multiplied by relu(Z), not by its derivative, which is 1 where Z > 0 and 0 elsewhere.",
    implementation: backThrough({ relu: (dA, Z) => np.multiply(dA, relu(Z)) }),
  },
  {
    id: "deep-backward-without-dA",
    function: "linearActivationBackward",
    message: "dZ is g'(Z) alone. The chain rule multiplies it by dA, what comes from the layer after.",
    implementation: backThrough({
      sigmoid: (_dA, Z) => sigmoidBackward(np.onesLike(Z), Z),
      relu: (_dA, Z) => reluBackward(np.onesLike(Z), Z),
    }),
  },
  {
    id: "deep-activation-backward-swapped",
    function: "linearActivationBackward",
    message: "The two activations are swapped: sigmoidBackward is used for relu, and reluBackward for the sigmoid.",
    implementation: backThrough({ sigmoid: reluBackward, relu: sigmoidBackward }),
  },
  {
    id: "deep-activation-backward-always-sigmoid",
    function: "linearActivationBackward",
    message: "The sigmoid's derivative is used for relu as well.",
    implementation: backThrough({ relu: sigmoidBackward }),
  },
  {
    id: "deep-activation-backward-always-relu",
    function: "linearActivationBackward",
    message: "relu's derivative is used for the sigmoid as well.",
    implementation: backThrough({ sigmoid: reluBackward }),
  },
  {
    id: "deep-dA-names",
    function: "modelBackward",
    message:
      "What layer l passes on is kept as dA[l]. It is the gradient of A[l-1], so its key is dA followed by l - 1.",
    implementation: backwardWith({ index: (l) => l }),
  },
  {
    id: "deep-dAL-sign",
    function: "modelBackward",
    message: "All gradients have the wrong sign: dAL = -(Y / AL - (1 - Y) / (1 - AL)), with the minus.",
    implementation: backwardWith({ start: (AL, Y) => np.negative(dALOf(AL, Y)) }),
  },
  {
    id: "deep-dAL-plus",
    function: "modelBackward",
    message: "The two parts of dAL have the same sign: it is -Y / AL, but +(1 - Y) / (1 - AL).",
    implementation: backwardWith({
      start: (AL, Y) => np.negative(np.add(np.divide(Y, AL), np.divide(np.subtract(1, Y), np.subtract(1, AL)))),
    }),
  },
  {
    id: "deep-dAL-half",
    function: "modelBackward",
    message: "dAL counts only the examples labelled 1. Those labelled 0 add (1 - Y) / (1 - AL).",
    implementation: backwardWith({ start: (AL, Y) => np.negative(np.divide(Y, AL)) }),
  },
  {
    id: "deep-dAL-is-error",
    function: "modelBackward",
    message: "AL - Y is dZ of the last layer, not dAL: it goes to linearBackward, past the sigmoid's derivative.",
    implementation: backwardWith({ start: (AL, Y) => np.subtract(AL, Y) }),
  },
  {
    id: "deep-dAL-averaged",
    function: "modelBackward",
    message: "Everything is divided by m twice: dAL belongs to the single losses; linearBackward takes the average.",
    implementation: backwardWith({ start: (AL, Y) => np.divide(dALOf(AL, Y), Y.shape[1]) }),
  },
  {
    id: "deep-backward-all-relu",
    function: "modelBackward",
    message: "The last layer is treated as relu. It is a sigmoid, on the way back too.",
    implementation: backwardWith({ activation: () => "relu" }),
  },
  {
    id: "deep-backward-all-sigmoid",
    function: "modelBackward",
    message: "Every layer is treated as a sigmoid. Only the last one is; the others are relu.",
    implementation: backwardWith({ activation: () => "sigmoid" }),
  },
  {
    id: "deep-backward-one-unit",
    function: "modelBackward",
    message:
      "A layer of one unit is taken for the last one. The last layer is layer L, whatever its units: a hidden layer may have one, and the last one several.",
    implementation: backwardWith({ activation: (_l, _L, { W }) => (W.shape[0] > 1 ? "relu" : "sigmoid") }),
  },
  {
    id: "deep-backward-dAL-everywhere",
    function: "modelBackward",
    message: "Every layer is given dAL. Layer l takes what layer l + 1 passed on.",
    implementation: backwardWith({ passOn: (_dAPrev, dAL) => dAL }),
  },
  {
    id: "deep-backward-first-layer-missing",
    function: "modelBackward",
    message: "The loop ends before layer 1: it has gradients too, dW1, db1 and dA0.",
    implementation: backwardWith({ until: 2 }),
  },
];
