import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { NetworkParameters } from "../../assignment";
import * as solution from "../solution";
import { forwardWith, linear, relu, sigmoid } from "../variants";

/** Wrong variants of forwardPropagation. */
export const forwardMistakes: Misconception[] = [
  {
    id: "shallow-forward-sigmoid-hidden",
    function: "forwardPropagation",
    message: "The hidden layer uses the sigmoid; here it is tanh: A1 = np.tanh(Z1).",
    implementation: forwardWith(sigmoid, sigmoid),
  },
  {
    id: "shallow-forward-tanh-output",
    function: "forwardPropagation",
    message: "The output uses tanh, which runs from -1 to 1. A probability needs the sigmoid: A2 = σ(Z2).",
    implementation: forwardWith(np.tanh, np.tanh),
  },
  {
    id: "shallow-forward-activations-swapped",
    function: "forwardPropagation",
    message: "The activations are swapped: tanh belongs to the hidden layer, the sigmoid to the output.",
    implementation: forwardWith(sigmoid, np.tanh),
  },
  {
    id: "shallow-forward-no-hidden-activation",
    function: "forwardPropagation",
    message: "The hidden layer has no activation. Without tanh the two layers are no more than one linear function.",
    implementation: forwardWith(linear, sigmoid),
  },
  {
    id: "shallow-forward-no-output-activation",
    function: "forwardPropagation",
    message: "A2 is Z2 itself. A probability needs the sigmoid: A2 = σ(Z2).",
    implementation: forwardWith(np.tanh, linear),
  },
  {
    id: "shallow-forward-relu-hidden",
    function: "forwardPropagation",
    message: "The hidden layer uses ReLU; here it is tanh: A1 = np.tanh(Z1).",
    implementation: forwardWith(relu, sigmoid),
  },
  {
    id: "shallow-forward-tanh-overflow",
    function: "forwardPropagation",
    message:
      "tanh from its definition is NaN for a large Z1: e^Z1 is Infinity, and Infinity / Infinity is NaN. Use np.tanh.",
    implementation: forwardWith((Z) => {
      const [up, down] = [np.exp(Z), np.exp(np.negative(Z))];
      return np.divide(np.subtract(up, down), np.add(up, down));
    }, sigmoid),
  },
  {
    id: "shallow-forward-sigmoid-overflow",
    function: "forwardPropagation",
    message:
      "For a large Z2, e^Z2 is Infinity, and Infinity / Infinity is NaN. Write 1 / (1 + e^(-Z2)), as the sigmoid of the notebook does.",
    implementation: forwardWith(np.tanh, (Z) => np.divide(np.exp(Z), np.add(1, np.exp(Z)))),
  },
  {
    id: "shallow-forward-forgot-biases",
    function: "forwardPropagation",
    message: "Both biases are left out: Z1 = W1 X + b1 and Z2 = W2 A1 + b2.",
    implementation: (X: NDArray, { W1, b1, W2, b2 }: NetworkParameters) =>
      solution.forwardPropagation(X, { W1, b1: np.zerosLike(b1), W2, b2: np.zerosLike(b2) }),
  },
  {
    id: "shallow-forward-forgot-b1",
    function: "forwardPropagation",
    message: "b1 is left out: Z1 = W1 X + b1.",
    implementation: (X: NDArray, parameters: NetworkParameters) =>
      solution.forwardPropagation(X, { ...parameters, b1: np.zerosLike(parameters.b1) }),
  },
  {
    id: "shallow-forward-forgot-b2",
    function: "forwardPropagation",
    message: "b2 is left out: Z2 = W2 A1 + b2.",
    implementation: (X: NDArray, parameters: NetworkParameters) =>
      solution.forwardPropagation(X, { ...parameters, b2: np.zerosLike(parameters.b2) }),
  },
  {
    id: "shallow-forward-Z1-to-output",
    function: "forwardPropagation",
    message: "The output layer is fed Z1. It takes what the hidden units put out: Z2 = W2 A1 + b2.",
    implementation: (X: NDArray, { W1, b1, W2, b2 }: NetworkParameters) => {
      const Z1 = np.add(np.dot(W1, X), b1);
      const Z2 = np.add(np.dot(W2, Z1), b2);
      const A2 = sigmoid(Z2);
      return { A2, cache: { Z1, A1: np.tanh(Z1), Z2, A2 } };
    },
  },
  {
    id: "shallow-forward-cache-swapped",
    function: "forwardPropagation",
    message: "Z and A are swapped in the cache: Z1 and Z2 are the sums before the activation, A1 and A2 come after it.",
    implementation: (X: NDArray, parameters: NetworkParameters) => {
      const { A2, cache } = solution.forwardPropagation(X, parameters);
      return { A2, cache: { Z1: cache.A1, A1: cache.Z1, Z2: cache.A2, A2: cache.Z2 } };
    },
  },
  {
    id: "shallow-forward-cache-only",
    function: "forwardPropagation",
    message: "The cache itself is returned. Two things are wanted: return { A2, cache: { Z1, A1, Z2, A2 } }.",
    implementation: (X: NDArray, parameters: NetworkParameters) => solution.forwardPropagation(X, parameters).cache,
  },
];
