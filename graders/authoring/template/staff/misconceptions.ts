import type { Misconception } from "../../../../src/check/contract";
import type { NDArray } from "../../../../src/core/NDArray";
import { np } from "../../../../src/np";
import * as solution from "./solution";

/**
 * Mistakes that learners make. Each has a stable id, the message that they read, and an implementation that makes this
 * mistake and no other. If two of them agree on a check, the first one is named, so put common mistakes first.
 */
export const misconceptions: Misconception[] = [
  {
    id: "template-forgot-b",
    function: "predictLine",
    message: "The bias is left out: Ŷ = wᵀX + b.",
    implementation: (w: NDArray, _b: number, X: NDArray) => solution.predictLine(w, 0, X),
  },
  {
    id: "template-db-summed",
    function: "lineGradients",
    message: "db is summed but not averaged: divide by m, db = 1/m Σ (Ŷ - Y).",
    implementation: (w: NDArray, b: number, X: NDArray, Y: NDArray) => {
      const { dw, db } = solution.lineGradients(w, b, X, Y);
      return { dw, db: db * X.shape[1] };
    },
  },
  {
    id: "template-error-sign",
    function: "lineGradients",
    message: "Both gradients have the wrong sign: the error is Ŷ - Y, not Y - Ŷ.",
    implementation: (w: NDArray, b: number, X: NDArray, Y: NDArray) => {
      const { dw, db } = solution.lineGradients(w, b, X, Y);
      return { dw: np.negative(dw), db: -db };
    },
  },
];
