import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import * as solution from "../solution";
import { initializeWith } from "../variants";

const scaled = (W: NDArray): NDArray => np.multiply(W, 0.01);

/** Wrong variants of layerSizes and initializeParameters. */
export const initializationMistakes: Misconception[] = [
  {
    id: "shallow-sizes-columns",
    function: "layerSizes",
    message: "Those are the numbers of columns, which are the m examples. Features and outputs are rows: shape[0].",
    implementation: (X: NDArray, Y: NDArray) => ({ nX: X.shape[1], nH: 4, nY: Y.shape[1] }),
  },
  {
    id: "shallow-sizes-swapped",
    function: "layerSizes",
    message: "nX and nY are swapped: nX counts the features (rows of X), nY the outputs (rows of Y).",
    implementation: (X: NDArray, Y: NDArray) => ({ nX: Y.shape[0], nH: 4, nY: X.shape[0] }),
  },
  {
    id: "shallow-sizes-size",
    function: "layerSizes",
    message: "size counts all elements. The number of features is the number of rows: X.shape[0], and likewise for Y.",
    implementation: (X: NDArray, Y: NDArray) => ({ nX: X.size, nH: 4, nY: Y.size }),
  },
  {
    id: "shallow-sizes-hidden-from-data",
    function: "layerSizes",
    message: "nH is not in the data: the number of hidden units is ours to choose. Here it is 4.",
    implementation: (X: NDArray, Y: NDArray) => ({ nX: X.shape[0], nH: X.shape[0], nY: Y.shape[0] }),
  },
  {
    id: "shallow-init-not-scaled",
    function: "initializeParameters",
    message: "W1 is not multiplied by 0.01. Large weights drive tanh into its flat ends, where learning is slow.",
    implementation: initializeWith((nX, nH, nY) => ({
      W1: np.random.randn(nH, nX),
      W2: scaled(np.random.randn(nY, nH)),
    })),
  },
  {
    id: "shallow-init-neither-scaled",
    function: "initializeParameters",
    message:
      "Neither W1 nor W2 is multiplied by 0.01. Large weights drive tanh into its flat ends, where learning is slow.",
    implementation: initializeWith((nX, nH, nY) => ({ W1: np.random.randn(nH, nX), W2: np.random.randn(nY, nH) })),
  },
  {
    id: "shallow-init-W2-not-scaled",
    function: "initializeParameters",
    message: "W2 is not multiplied by 0.01, as W1 is.",
    implementation: initializeWith((nX, nH, nY) => ({
      W1: scaled(np.random.randn(nH, nX)),
      W2: np.random.randn(nY, nH),
    })),
  },
  {
    id: "shallow-W2-rand",
    function: "initializeParameters",
    message:
      "W2 is drawn with rand, uniform from 0 to 1 and never negative, and it is not scaled. Use 0.01 · randn for W2 too.",
    implementation: initializeWith((nX, nH, nY) => ({
      W1: scaled(np.random.randn(nH, nX)),
      W2: np.random.rand(nY, nH),
    })),
  },
  {
    id: "shallow-W2-rand-W1-not-scaled",
    function: "initializeParameters",
    message: "W1 is not multiplied by 0.01, and W2 is drawn with rand, which is never negative. Both are 0.01 · randn.",
    implementation: initializeWith((nX, nH, nY) => ({ W1: np.random.randn(nH, nX), W2: np.random.rand(nY, nH) })),
  },
  {
    id: "shallow-W2-rand-scaled",
    function: "initializeParameters",
    message: "W2 is drawn with rand, uniform from 0 to 1: all its weights have the same sign. Use randn for W2 too.",
    implementation: initializeWith((nX, nH, nY) => ({
      W1: scaled(np.random.randn(nH, nX)),
      W2: scaled(np.random.rand(nY, nH)),
    })),
  },
  {
    id: "shallow-init-rand",
    function: "initializeParameters",
    message: "rand is uniform from 0 to 1, so that no weight is negative. Use randn, the standard normal distribution.",
    implementation: initializeWith((nX, nH, nY) => ({
      W1: scaled(np.random.rand(nH, nX)),
      W2: scaled(np.random.rand(nY, nH)),
    })),
  },
  {
    id: "shallow-init-zeros",
    function: "initializeParameters",
    message:
      "All weights are zero. Then all hidden units compute the same and learn the same: draw them at random, 0.01 · randn.",
    implementation: (nX: number, nH: number, nY: number) => ({
      W1: np.zeros([nH, nX]),
      b1: np.zeros([nH, 1]),
      W2: np.zeros([nY, nH]),
      b2: np.zeros([nY, 1]),
    }),
  },
  {
    id: "shallow-init-transposed",
    function: "initializeParameters",
    message: "The weights are transposed. W1 X must work: W1 has shape (nH, nX), one row for each unit, W2 (nY, nH).",
    implementation: initializeWith((nX, nH, nY) => ({
      W1: scaled(np.random.randn(nX, nH)),
      W2: scaled(np.random.randn(nH, nY)),
    })),
  },
  {
    id: "shallow-init-W2-first",
    function: "initializeParameters",
    message: "The random numbers are used in another order: draw W1 first, then W2.",
    implementation: initializeWith((nX, nH, nY) => {
      const W2 = scaled(np.random.randn(nY, nH));
      return { W1: scaled(np.random.randn(nH, nX)), W2 };
    }),
  },
  {
    id: "shallow-init-seed-twice",
    function: "initializeParameters",
    message: "W2 starts with the same numbers as W1: call np.random.seed(2) once, before both draws.",
    implementation: initializeWith((nX, nH, nY) => {
      const W1 = scaled(np.random.randn(nH, nX));
      np.random.seed(2);
      return { W1, W2: scaled(np.random.randn(nY, nH)) };
    }),
  },
  {
    id: "shallow-init-bias-rank-1",
    function: "initializeParameters",
    message: "np.zeros(nH) has shape (nH,), neither row nor column. A bias is a column: np.zeros([nH, 1]).",
    implementation: (nX: number, nH: number, nY: number) => ({
      ...solution.initializeParameters(nX, nH, nY),
      b1: np.zeros(nH),
      b2: np.zeros(nY),
    }),
  },
  {
    id: "shallow-init-bias-number",
    function: "initializeParameters",
    message: "The biases are numbers. Every unit has a bias of its own: b1 has shape (nH, 1), b2 (nY, 1).",
    implementation: (nX: number, nH: number, nY: number) => ({
      ...solution.initializeParameters(nX, nH, nY),
      b1: 0,
      b2: 0,
    }),
  },
  {
    id: "shallow-randn-tuple",
    function: "initializeParameters",
    message: "randn takes the sizes one by one, not as a list: np.random.randn(nH, nX). (np.zeros does take a list.)",
    implementation: (nX: number, nH: number) => np.random.randn(...([[nH, nX]] as unknown as number[])),
  },
];
