import type { NDArray } from "../../../../src/core/NDArray";
import { np } from "../../../../src/np";

// The reference implementation. Documentation, signature and what stands outside of the solution region go into the
// learner's notebook as they are; the region itself is replaced by "YOUR CODE HERE". The documentation describes every
// parameter and the result, with the shapes of arrays.

/**
 * What a line predicts for every example: Ŷ = wᵀX + b.
 *
 * @param w weights, shape (n, 1)
 * @param b bias, a number
 * @param X examples, one a column, shape (n, m)
 * @returns the predictions, shape (1, m)
 */
export function predictLine(w: NDArray, b: number, X: NDArray): NDArray {
  // BEGIN SOLUTION
  return np.add(np.dot(w.T, X), b);
  // END SOLUTION
}

/**
 * The gradients of the cost J = 1/2m Σ (Ŷ - Y)²:
 *
 *     dw = 1/m X (Ŷ - Y)ᵀ
 *     db = 1/m Σ (Ŷ - Y)
 *
 * @param w weights, shape (n, 1)
 * @param b bias, a number
 * @param X examples, one a column, shape (n, m)
 * @param Y what should be predicted, shape (1, m)
 * @returns the gradients dw, shape (n, 1), and db, a number
 */
export function lineGradients(w: NDArray, b: number, X: NDArray, Y: NDArray): { dw: NDArray; db: number } {
  // BEGIN SOLUTION
  const m = X.shape[1];
  const error = np.subtract(predictLine(w, b, X), Y);
  return { dw: np.divide(np.dot(X, error.T), m), db: np.sum(error) / m };
  // END SOLUTION
}
