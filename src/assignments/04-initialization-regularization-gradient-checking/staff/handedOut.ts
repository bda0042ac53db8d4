import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type { NetworkCache, NetworkGradients } from "../assignment";

/** Given to learners in a cell of the notebook, with its two mistakes: in dW2 and in db1. */
export function handedOut(X: NDArray, Y: NDArray, cache: NetworkCache): NetworkGradients {
  const m = X.shape[1];
  const { A1, A2, W2, A3, W3 } = cache;
  const dZ3 = np.subtract(A3, Y);
  const dW3 = np.multiply(1 / m, np.dot(dZ3, A2.T));
  const db3 = np.multiply(1 / m, np.sum(dZ3, 1, true));
  const dA2 = np.dot(W3.T, dZ3);
  const dZ2 = np.multiply(dA2, np.greater(A2, 0));
  const dW2 = np.multiply(2 / m, np.dot(dZ2, A1.T));
  const db2 = np.multiply(1 / m, np.sum(dZ2, 1, true));
  const dA1 = np.dot(W2.T, dZ2);
  const dZ1 = np.multiply(dA1, np.greater(A1, 0));
  const dW1 = np.multiply(1 / m, np.dot(dZ1, X.T));
  const db1 = np.multiply(4 / m, np.sum(dZ1, 1, true));
  return { dZ3, dW3, db3, dA2, dZ2, dW2, db2, dA1, dZ1, dW1, db1 };
}
