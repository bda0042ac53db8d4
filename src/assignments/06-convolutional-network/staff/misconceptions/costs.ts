import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { ConvHyperparameters } from "../../assignment";
import * as solution from "../solution";

type Layer = [inputShape: readonly number[], filterShape: readonly number[], hparameters: ConvHyperparameters];

/** conv1x1 and multiplicationCount. */
export const costs: Misconception[] = [
  {
    id: "conv-1x1-bias-missing",
    function: "conv1x1",
    message: "The bias is missing: add b, which broadcasts over images, rows and columns.",
    implementation: (APrev: NDArray, W: NDArray, b: NDArray) => np.subtract(solution.conv1x1(APrev, W, b), b),
  },
  {
    id: "conv-1x1-flat",
    function: "conv1x1",
    message: "Z is still a matrix with a row for each pixel. Give it back its shape (m, nH, nW, nC).",
    implementation: (APrev: NDArray, W: NDArray, b: NDArray) => solution.conv1x1(APrev, W, b).reshape(-1, b.size),
  },
  {
    id: "conv-1x1-reshaped-not-transposed",
    function: "conv1x1",
    message:
      "W is reshaped to (nC, nCPrev), which mixes up its weights. Reshape to (nCPrev, nC), the order in which they are; " +
      "if you need the transpose, take .T of that.",
    implementation: (APrev: NDArray, W: NDArray, b: NDArray) => {
      const [, , nCPrev, nC] = W.shape;
      return solution.conv1x1(APrev, W.reshape(nC, nCPrev).T.reshape(1, 1, nCPrev, nC), b);
    },
  },
  {
    id: "conv-1x1-relu",
    function: "conv1x1",
    message: "Z has no negative numbers: an activation has been applied. conv1x1 gives Z; ReLU is a step of its own.",
    implementation: (APrev: NDArray, W: NDArray, b: NDArray) => np.maximum(solution.conv1x1(APrev, W, b), 0),
  },
  {
    id: "conv-count-input-size",
    function: "multiplicationCount",
    message: "The places are counted in the input. Count the filter's places, the size of the output.",
    implementation: (...[[nH, nW], [f, , nCPrev, nC]]: Layer) => nH * nW * nC * f * f * nCPrev,
  },
  {
    id: "conv-count-no-channels",
    function: "multiplicationCount",
    message: "A filter is f by f by nCPrev: it multiplies with all the channels of the input.",
    implementation: (...layer: Layer) => solution.multiplicationCount(...layer) / layer[1][2],
  },
  {
    id: "conv-count-one-filter",
    function: "multiplicationCount",
    message: "That is one filter. There are nC of them.",
    implementation: (...layer: Layer) => solution.multiplicationCount(...layer) / layer[1][3],
  },
  {
    id: "conv-count-weights",
    function: "multiplicationCount",
    message: "That is the number of weights. Each of them is used once at every place: multiply by nH · nW.",
    implementation: (...[, [f, , nCPrev, nC]]: Layer) => f * f * nCPrev * nC,
  },
];
