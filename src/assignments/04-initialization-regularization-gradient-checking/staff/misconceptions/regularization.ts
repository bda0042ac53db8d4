import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { NetworkCache, NetworkParameters } from "../../assignment";
import { backward, crossEntropy, weightGradient } from "../variants";

type CostArguments = [A3: NDArray, Y: NDArray, parameters: NetworkParameters, lambd: number];

/** The cost with another penalty, from the weights, λ and m. */
function costWith(penalty: (weights: NDArray[], lambd: number, m: number, parameters: NetworkParameters) => number) {
  return (...[A3, Y, parameters, lambd]: CostArguments) => {
    const { W1, W2, W3 } = parameters;
    return crossEntropy(A3, Y) + penalty([W1, W2, W3], lambd, Y.size, parameters);
  };
}

const total = (arrays: NDArray[], of: (W: NDArray) => number): number => arrays.reduce((sum, W) => sum + of(W), 0);
const squares = (arrays: NDArray[]): number => total(arrays, (W) => np.sum(np.square(W)));

type PenaltyGradient = (W: NDArray, lambd: number, m: number, layer: number) => NDArray;

/** The pass backward with another term in dW. */
function backwardWith(term: PenaltyGradient) {
  return (X: NDArray, Y: NDArray, cache: NetworkCache, lambd: number) =>
    backward(X, Y, cache, {
      weights: (dZ, A, m, W, layer) => np.add(weightGradient(dZ, A, m), term(W, lambd, m, layer)),
    });
}

const right: PenaltyGradient = (W, lambd, m) => np.multiply(lambd / m, W);

export const regularization: Misconception[] = [
  {
    id: "reg-cost-no-penalty",
    function: "computeCostWithRegularization",
    message: "The penalty is missing: add λ/(2m) times the sum of all squared weights to the cross-entropy.",
    implementation: costWith(() => 0),
  },
  {
    id: "reg-cost-forgot-half",
    function: "computeCostWithRegularization",
    message: "The penalty is λ/m times the squares; it is λ/(2m), so that its derivative is λ/m W without a 2.",
    implementation: costWith((weights, lambd, m) => (lambd / m) * squares(weights)),
  },
  {
    id: "reg-cost-forgot-m",
    function: "computeCostWithRegularization",
    message: "The penalty is not divided by m: it is λ/(2m) times the squares.",
    implementation: costWith((weights, lambd) => (lambd / 2) * squares(weights)),
  },
  {
    id: "reg-cost-forgot-m-and-half",
    function: "computeCostWithRegularization",
    message: "The penalty is λ times the squares; it is λ/(2m) times the squares.",
    implementation: costWith((weights, lambd) => lambd * squares(weights)),
  },
  {
    id: "reg-cost-parentheses",
    function: "computeCostWithRegularization",
    message: "lambd / 2 * m is (λ/2)·m: write lambd / (2 * m).",
    implementation: costWith((weights, lambd, m) => (lambd / 2) * m * squares(weights)),
  },
  {
    id: "reg-cost-l1",
    function: "computeCostWithRegularization",
    message: "The penalty sums absolute values: that is L1. L2 sums squares.",
    implementation: costWith((weights, lambd, m) => (lambd / (2 * m)) * total(weights, (W) => np.sum(np.abs(W)))),
  },
  {
    id: "reg-cost-norm-not-squared",
    function: "computeCostWithRegularization",
    message: "The penalty sums the norms of the weight matrices. Square them: ‖W‖² is the sum of the squared weights.",
    implementation: costWith((weights, lambd, m) => (lambd / (2 * m)) * total(weights, (W) => np.norm(W))),
  },
  {
    id: "reg-cost-not-squared",
    function: "computeCostWithRegularization",
    message: "The penalty sums the weights themselves, and those of opposite sign cancel. Square them first.",
    implementation: costWith((weights, lambd, m) => (lambd / (2 * m)) * total(weights, (W) => np.sum(W))),
  },
  {
    id: "reg-cost-biases",
    function: "computeCostWithRegularization",
    message: "The biases are penalized too. L2 is for the weights only: the biases are few and do not overfit.",
    implementation: costWith(
      (weights, lambd, m, { b1, b2, b3 }) => (lambd / (2 * m)) * squares([...weights, b1, b2, b3]),
    ),
  },
  {
    id: "reg-cost-last-layer-only",
    function: "computeCostWithRegularization",
    message: "Only W3 is penalized: sum the squares of W1, W2 and W3.",
    implementation: costWith((weights, lambd, m) => (lambd / (2 * m)) * squares(weights.slice(2))),
  },
  {
    id: "reg-cost-last-layer-missing",
    function: "computeCostWithRegularization",
    message: "W3 is not penalized: sum the squares of W1, W2 and W3.",
    implementation: costWith((weights, lambd, m) => (lambd / (2 * m)) * squares(weights.slice(0, 2))),
  },
  {
    id: "reg-cost-penalty-subtracted",
    function: "computeCostWithRegularization",
    message: "The penalty is subtracted: large weights would be rewarded. Add it.",
    implementation: costWith((weights, lambd, m) => (-lambd / (2 * m)) * squares(weights)),
  },
  {
    id: "reg-cost-penalty-only",
    function: "computeCostWithRegularization",
    message: "That is the penalty alone: the cost is the cross-entropy plus the penalty.",
    implementation: (...[A3, Y, { W1, W2, W3 }, lambd]: CostArguments) =>
      (lambd / (2 * A3.size)) * squares([W1, W2, W3]) + 0 * Y.size,
  },
  {
    id: "reg-cost-cross-entropy-summed",
    function: "computeCostWithRegularization",
    message: "The cross-entropy is not divided by m: it is the average of the losses of the m examples.",
    implementation: (...[A3, Y, { W1, W2, W3 }, lambd]: CostArguments) =>
      crossEntropy(A3, Y) * Y.size + (lambd / (2 * Y.size)) * squares([W1, W2, W3]),
  },
  {
    id: "reg-backward-no-penalty",
    function: "backwardPropagationWithRegularization",
    message: "The gradients are those without the penalty: add λ/m W to each dW.",
    implementation: backwardWith((W) => np.zerosLike(W)),
  },
  {
    id: "reg-backward-half",
    function: "backwardPropagationWithRegularization",
    message: "The penalty's gradient is λ/(2m) W here. The derivative of W² is 2W, which cancels the 2: it is λ/m W.",
    implementation: backwardWith((W, lambd, m) => np.multiply(lambd / (2 * m), W)),
  },
  {
    id: "reg-backward-forgot-m",
    function: "backwardPropagationWithRegularization",
    message: "The penalty's gradient is not divided by m: it is λ/m W.",
    implementation: backwardWith((W, lambd) => np.multiply(lambd, W)),
  },
  {
    id: "reg-backward-divided-twice",
    function: "backwardPropagationWithRegularization",
    message: "The penalty's gradient is divided by m twice: dW = 1/m dZ Aᵀ + λ/m W, with λ/m outside of the 1/m.",
    implementation: backwardWith((W, lambd, m) => np.multiply(lambd / (m * m), W)),
  },
  {
    id: "reg-backward-subtracted",
    function: "backwardPropagationWithRegularization",
    message: "λ/m W is subtracted from dW. Add it: gradient descent then makes the weights smaller.",
    implementation: backwardWith((W, lambd, m) => np.multiply(-lambd / m, W)),
  },
  {
    id: "reg-backward-l1",
    function: "backwardPropagationWithRegularization",
    message: "λ/m times the sign of W is the gradient of the L1 penalty. That of the L2 penalty is λ/m W.",
    implementation: backwardWith((W, lambd, m) => np.multiply(lambd / m, np.sign(W))),
  },
  {
    id: "reg-backward-squared",
    function: "backwardPropagationWithRegularization",
    message: "λ/m times W² is added to dW. The gradient of λ/(2m) W² is λ/m W.",
    implementation: backwardWith((W, lambd, m) => np.multiply(lambd / m, np.square(W))),
  },
  {
    id: "reg-backward-total",
    function: "backwardPropagationWithRegularization",
    message: "The penalty itself, one number, is added to every dW. Its gradient is λ/m W, of the shape of W.",
    implementation: backwardWith((W, lambd, m) => np.full(W.shape, (lambd / (2 * m)) * np.sum(np.square(W)))),
  },
  {
    id: "reg-backward-last-layer-only",
    function: "backwardPropagationWithRegularization",
    message: "Only dW3 has the penalty's gradient: dW2 and dW1 need λ/m W2 and λ/m W1.",
    implementation: backwardWith((W, lambd, m, layer) => (layer === 3 ? right(W, lambd, m, layer) : np.zerosLike(W))),
  },
  {
    id: "reg-backward-last-layer-missing",
    function: "backwardPropagationWithRegularization",
    message: "dW3 lacks the penalty's gradient: add λ/m W3.",
    implementation: backwardWith((W, lambd, m, layer) => (layer !== 3 ? right(W, lambd, m, layer) : np.zerosLike(W))),
  },
  {
    id: "reg-backward-biases",
    function: "backwardPropagationWithRegularization",
    message: "The biases have λ/m b in their gradients. They are not penalized: db is the mean of dZ.",
    implementation: (X: NDArray, Y: NDArray, cache: NetworkCache, lambd: number) =>
      backward(X, Y, cache, {
        weights: (dZ, A, m, W, layer) => np.add(weightGradient(dZ, A, m), right(W, lambd, m, layer)),
        biases: (dZ, m, b) => np.add(np.mean(dZ, 1, true), np.multiply(lambd / m, b)),
      }),
  },
  {
    id: "reg-backward-no-relu",
    function: "backwardPropagationWithRegularization",
    message: "dZ2 and dZ1 ignore ReLU: where A is 0, nothing comes back, so multiply dA by np.greater(A, 0).",
    implementation: (X: NDArray, Y: NDArray, cache: NetworkCache, lambd: number) =>
      backward(X, Y, cache, {
        weights: (dZ, A, m, W, layer) => np.add(weightGradient(dZ, A, m), right(W, lambd, m, layer)),
        relu: (dA) => dA,
      }),
  },
];
