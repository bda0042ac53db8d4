import { getSecondThread } from "../../../src/core/wasm/secondThread";
import { np } from "../../../src/np";

/** Prints whether there is a second thread, once it had time to start, and what two products give. */
np.random.seed(1);
const a = np.random.randn(2 ** 19);
const b = np.random.randn(300, 400);
setTimeout(() => {
  const product = np.dot(b, b.T);
  console.log(JSON.stringify({ twoThreads: getSecondThread() !== null, dot: np.dot(a, a), product: np.sum(product) }));
}, 500);
