import type { Alternative } from "../../../../src/check/contract";
import type { NDArray } from "../../../../src/core/NDArray";
import { np } from "../../../../src/np";

// Solutions that are correct and quite unlike the reference. They must earn full marks, which shows that the checks ask
// for what the documentation says, and not for the reference's way of doing it.

/** Example by example, as before vectorisation. */
function explicitLoops(): Alternative {
  function predictLine(w: NDArray, b: number, X: NDArray) {
    const [n, m] = X.shape;
    const Yhat = np.full([1, m], b);
    for (let j = 0; j < m; j++) {
      for (let i = 0; i < n; i++) Yhat.set(0, j, Yhat.at(0, j) + w.at(i, 0) * X.at(i, j));
    }
    return Yhat;
  }
  function lineGradients(w: NDArray, b: number, X: NDArray, Y: NDArray) {
    const [n, m] = X.shape;
    const Yhat = predictLine(w, b, X);
    const dw = np.zeros([n, 1]);
    let db = 0;
    for (let j = 0; j < m; j++) {
      const error = (Yhat.at(0, j) - Y.at(0, j)) / m;
      for (let i = 0; i < n; i++) dw.set(i, 0, dw.at(i, 0) + X.at(i, j) * error);
      db += error;
    }
    return { db, dw };
  }
  return { title: "explicit loops", functions: { predictLine, lineGradients } };
}

/** Methods instead of functions, products of the transposed arrays, means instead of sums. */
function means(): Alternative {
  function predictLine(w: NDArray, b: number, X: NDArray) {
    return np.matmul(X.T, w).add(b).T;
  }
  function lineGradients(w: NDArray, b: number, X: NDArray, Y: NDArray) {
    const error = predictLine(w, b, X).subtract(Y);
    return { dw: np.mean(X.multiply(error), 1, true), db: np.mean(error) };
  }
  return { title: "means", functions: { predictLine, lineGradients } };
}

export const alternatives: Alternative[] = [explicitLoops(), means()];
