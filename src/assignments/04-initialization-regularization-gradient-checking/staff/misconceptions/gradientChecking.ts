import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { NetworkCache, NetworkParameters } from "../../assignment";
import { sigmoid } from "../activations";
import * as solution from "../solution";
import { backward, checkGradients, forward, weightGradient } from "../variants";

type BackwardRules = Parameters<typeof backward>[3];

const backwardWith = (rules: BackwardRules) => (X: NDArray, Y: NDArray, cache: NetworkCache) =>
  backward(X, Y, cache, rules);

const doubledInLayer2: BackwardRules["weights"] = (dZ, A, m, _, layer) =>
  np.multiply(layer === 2 ? 2 : 1, weightGradient(dZ, A, m));
const timesFourInLayer1: BackwardRules["biases"] = (dZ, _m, _b, layer) =>
  np.multiply(layer === 1 ? 4 : 1, np.mean(dZ, 1, true));

const costTimes =
  (factor: (m: number) => number) =>
  (...[X, Y, parameters]: [NDArray, NDArray, NetworkParameters]) => {
    const { cost, cache } = solution.forwardPropagationN(X, Y, parameters);
    return { cost: cost * factor(X.shape[1]), cache };
  };

export const gradientChecking: Misconception[] = [
  {
    id: "gc-forward-cost-summed",
    function: "forwardPropagationN",
    message: "The cost is not divided by m: it is the average of the losses of the m examples.",
    implementation: costTimes((m) => m),
  },
  {
    id: "gc-forward-cost-sign",
    function: "forwardPropagationN",
    message: "The cost has the wrong sign: log of a probability is negative, so the sum needs a minus in front.",
    implementation: costTimes(() => -1),
  },
  {
    id: "gc-forward-cost-half",
    function: "forwardPropagationN",
    message: "The cost counts only the examples labelled 1. Those labelled 0 add (1 - Y) log(1 - A3).",
    implementation: (...[X, Y, parameters]: [NDArray, NDArray, NetworkParameters]) => {
      const { cache } = solution.forwardPropagationN(X, Y, parameters);
      return { cost: -np.mean(np.multiply(Y, np.log(cache.A3))), cache };
    },
  },
  {
    id: "gc-forward-sigmoid-hidden",
    function: "forwardPropagationN",
    message: "The hidden layers use the sigmoid: they are ReLU layers, and only the output is a sigmoid.",
    implementation: forward({ hidden: sigmoid, hidden2: sigmoid }),
  },
  {
    id: "gc-forward-tanh-hidden",
    function: "forwardPropagationN",
    message: "The hidden layers use tanh: they are ReLU layers in this network.",
    implementation: forward({ hidden: (Z) => np.tanh(Z), hidden2: (Z) => np.tanh(Z) }),
  },
  {
    id: "gc-forward-second-relu-missing",
    function: "forwardPropagationN",
    message: "A2 is Z2 itself: the second hidden layer needs its ReLU.",
    implementation: forward({ hidden2: (Z) => Z }),
  },
  {
    id: "gc-forward-no-bias",
    function: "forwardPropagationN",
    message: "The biases are left out: Z = W A + b.",
    implementation: forward({ linear: (W, A) => np.dot(W, A) }),
  },
  {
    id: "gc-epsilon-overwritten",
    function: "gradientCheckN",
    message:
      "ε is always 0.01: the argument epsilon is overwritten. With a step that long, right gradients look wrong.",
    implementation: checkGradients({ epsilon: () => 0.01 }),
  },
  {
    id: "gc-epsilon-ignored",
    function: "gradientCheckN",
    message: "ε is always 1e-7: use the argument epsilon.",
    implementation: checkGradients({ epsilon: () => 1e-7 }),
  },
  {
    id: "gc-minus-from-plus",
    function: "gradientCheckN",
    message:
      "θ⁻ is computed from θ⁺: (θ + ε) - ε is θ again, so the slope is measured over ε and divided by 2ε, which halves it. Right gradients then give exactly 1/3. Start from θ both times.",
    implementation: checkGradients({ approximate: (cost, epsilon) => (cost(epsilon) - cost(0)) / (2 * epsilon) }),
  },
  {
    id: "gc-one-sided",
    function: "gradientCheckN",
    message:
      "The slope is measured to one side only, (J(θ + ε) - J(θ)) / ε: its error shrinks with ε. To both sides, (J(θ + ε) - J(θ - ε)) / (2ε), it shrinks with ε².",
    implementation: checkGradients({ approximate: (cost, epsilon) => (cost(epsilon) - cost(0)) / epsilon }),
  },
  {
    id: "gc-forgot-two",
    function: "gradientCheckN",
    message: "The difference of the costs is divided by ε. The two points are 2ε apart: divide by 2ε.",
    implementation: checkGradients({ approximate: (cost, epsilon) => (cost(epsilon) - cost(-epsilon)) / epsilon }),
  },
  {
    id: "gc-two-epsilon-precedence",
    function: "gradientCheckN",
    message: "/ 2 * epsilon divides by 2 and multiplies by ε: write / (2 * epsilon).",
    implementation: checkGradients({
      approximate: (cost, epsilon) => ((cost(epsilon) - cost(-epsilon)) / 2) * epsilon,
    }),
  },
  {
    id: "gc-slope-sign",
    function: "gradientCheckN",
    message: "The slope has the wrong sign: it is J(θ + ε) - J(θ - ε), in that order. Right gradients then give 1.",
    implementation: checkGradients({
      approximate: (cost, epsilon) => (cost(-epsilon) - cost(epsilon)) / (2 * epsilon),
    }),
  },
  {
    id: "gc-not-restored",
    function: "gradientCheckN",
    message:
      "The numbers that were moved are not moved back, so each slope is measured at another place. Start from a fresh copy for each one.",
    implementation: checkGradients({ restores: false }),
  },
  {
    id: "gc-not-relative",
    function: "gradientCheckN",
    message: "That is ‖grad - gradApprox‖. Divide by ‖grad‖ + ‖gradApprox‖: what counts is the relative difference.",
    implementation: checkGradients({ difference: (grad, approximation) => np.norm(np.subtract(grad, approximation)) }),
  },
  {
    id: "gc-norm-of-sum",
    function: "gradientCheckN",
    message: "The denominator is ‖grad + gradApprox‖. It is the sum of two lengths: ‖grad‖ + ‖gradApprox‖.",
    implementation: checkGradients({
      difference: (grad, approximation) =>
        np.norm(np.subtract(grad, approximation)) / np.norm(np.add(grad, approximation)),
    }),
  },
  {
    id: "gc-one-norm-below",
    function: "gradientCheckN",
    message: "The denominator is ‖grad‖ alone: it is ‖grad‖ + ‖gradApprox‖.",
    implementation: checkGradients({
      difference: (grad, approximation) => np.norm(np.subtract(grad, approximation)) / np.norm(grad),
    }),
  },
  {
    id: "gc-denominator-product",
    function: "gradientCheckN",
    message: "The denominator is ‖grad‖ times ‖gradApprox‖: it is their sum.",
    implementation: checkGradients({
      difference: (grad, approximation) =>
        np.norm(np.subtract(grad, approximation)) / (np.norm(grad) * np.norm(approximation)),
    }),
  },
  {
    id: "gc-squared-norms",
    function: "gradientCheckN",
    message: "The norms are squared: ‖v‖ is the root of the sum of squares.",
    implementation: checkGradients({
      difference: (grad, approximation) =>
        np.sum(np.square(np.subtract(grad, approximation))) /
        (np.sum(np.square(grad)) + np.sum(np.square(approximation))),
    }),
  },
  {
    id: "gc-as-handed-out",
    function: "backwardPropagationN",
    message:
      "Both mistakes of the version that was handed out are still there: gradientCheckN gives 0.285. Compare dW2 with dW1 and dW3, and db1 with db2 and db3.",
    implementation: backwardWith({ weights: doubledInLayer2, biases: timesFourInLayer1 }),
  },
  {
    id: "gc-dW2-doubled",
    function: "backwardPropagationN",
    message: "dW2 is twice what it should be: it has the same form as dW1 and dW3, 1/m dZ2 A1ᵀ, without a factor 2.",
    implementation: backwardWith({ weights: doubledInLayer2 }),
  },
  {
    id: "gc-db1-times-4",
    function: "backwardPropagationN",
    message: "db1 is four times what it should be: it has the same form as db2 and db3, 1/m Σ dZ1, not 4/m.",
    implementation: backwardWith({ biases: timesFourInLayer1 }),
  },
  {
    id: "gc-backward-error-sign",
    function: "backwardPropagationN",
    message: "All gradients have the wrong sign: dZ3 is A3 - Y, not Y - A3.",
    implementation: backwardWith({ outputError: (A3, Y) => np.subtract(Y, A3) }),
  },
  {
    id: "gc-backward-db-not-averaged",
    function: "backwardPropagationN",
    message: "db1, db2 and db3 are summed but not averaged: divide by m.",
    implementation: backwardWith({ biases: (dZ) => np.sum(dZ, 1, true) }),
  },
  {
    id: "gc-backward-dW-not-averaged",
    function: "backwardPropagationN",
    message: "dW1, dW2 and dW3 are not divided by m: dW = 1/m dZ Aᵀ.",
    implementation: backwardWith({ weights: (dZ, A) => np.dot(dZ, A.T) }),
  },
  {
    id: "gc-backward-forgot-m",
    function: "backwardPropagationN",
    message: "Nothing is divided by m: dW and db are averages over the m examples.",
    implementation: backwardWith({ weights: (dZ, A) => np.dot(dZ, A.T), biases: (dZ) => np.sum(dZ, 1, true) }),
  },
  {
    id: "gc-backward-db-over-units",
    function: "backwardPropagationN",
    message:
      "Every unit of a layer gets the same db, summed over all units. Sum along axis 1, over the examples, with keepdims.",
    implementation: backwardWith({ biases: (dZ, m) => np.full([dZ.shape[0], 1], np.sum(dZ) / m) }),
  },
  {
    id: "gc-backward-extra-derivative",
    function: "backwardPropagationN",
    message:
      "A3 - Y is multiplied by A3 (1 - A3). With the cross-entropy the sigmoid's derivative cancels: dZ3 = A3 - Y.",
    implementation: backwardWith({
      outputError: (A3, Y) => np.multiply(np.subtract(A3, Y), np.multiply(A3, np.subtract(1, A3))),
    }),
  },
  {
    id: "gc-backward-no-relu",
    function: "backwardPropagationN",
    message: "dZ2 and dZ1 ignore ReLU: where A is 0, nothing comes back, so multiply dA by np.greater(A, 0).",
    implementation: backwardWith({ relu: (dA) => dA }),
  },
  {
    id: "gc-backward-relu-value",
    function: "backwardPropagationN",
    message: "dA is multiplied by A itself. The slope of ReLU is 1 where A > 0, else 0: multiply by np.greater(A, 0).",
    implementation: backwardWith({ relu: (dA, A) => np.multiply(dA, A) }),
  },
];
