import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type {
  Activation,
  LayerCache,
  LinearCache,
  NetworkGradients,
  NetworkParameters,
} from "../assignment";

/** Given in the notebook: σ(Z) = 1 / (1 + e^(-Z)), element by element. */
export function sigmoid(Z: NDArray): NDArray {
  return np.divide(1, np.add(1, np.exp(np.negative(Z))));
}

/** Given in the notebook: max(0, Z), element by element. */
export function relu(Z: NDArray): NDArray {
  return np.maximum(Z, 0);
}

/** Given in the notebook: dZ = dA * σ(Z) (1 - σ(Z)). */
export function sigmoidBackward(dA: NDArray, Z: NDArray): NDArray {
  const A = sigmoid(Z);
  return np.multiply(dA, np.multiply(A, np.subtract(1, A)));
}

/** Given in the notebook: dZ = dA where Z > 0, and 0 elsewhere. */
export function reluBackward(dA: NDArray, Z: NDArray): NDArray {
  return np.where(np.greater(Z, 0), dA, 0);
}

/**
 * Parameters to start from: for every layer l = 1, …, L, small random weights and zero
 * biases,
 *
 *     W[l] = 0.01 * randn(n[l], n[l-1]),    b[l] = zeros(n[l], 1).
 *
 * Call np.random.seed(3) once, first; then draw W1, W2, … in this order, each with one
 * call of np.random.randn.
 *
 * @param layerDims the numbers of units [n[0], n[1], …, n[L]]; n[0] is the number of
 *   features
 * @returns W1, b1, …, WL, bL; W[l] has shape (n[l], n[l-1]) and b[l] has shape (n[l],
 *   1)
 */
export function initializeParametersDeep(layerDims: number[]): NetworkParameters {
  const parameters: NetworkParameters = {};
  // BEGIN SOLUTION
  np.random.seed(3);
  for (let l = 1; l < layerDims.length; l++) {
    parameters[`W${l}`] = np.multiply(
      np.random.randn(layerDims[l], layerDims[l - 1]),
      0.01,
    );
    parameters[`b${l}`] = np.zeros([layerDims[l], 1]);
  }
  // END SOLUTION
  return parameters;
}

/**
 * The linear part of one layer, forward: Z = W APrev + b.
 *
 * @param APrev activations of the layer before, or X for the first layer, shape
 *   (n[l-1], m)
 * @param W weights, shape (n[l], n[l-1])
 * @param b biases, shape (n[l], 1)
 * @returns Z, shape (n[l], m), and the cache { APrev, W, b } for the way back
 */
export function linearForward(
  APrev: NDArray,
  W: NDArray,
  b: NDArray,
): { Z: NDArray; cache: LinearCache } {
  // BEGIN SOLUTION
  const Z = np.add(np.dot(W, APrev), b);
  return { Z, cache: { APrev, W, b } };
  // END SOLUTION
}

/**
 * One whole layer, forward: Z = W APrev + b, then A = g(Z), where g is the activation.
 *
 * @param APrev activations of the layer before, or X for the first layer, shape
 *   (n[l-1], m)
 * @param W weights, shape (n[l], n[l-1])
 * @param b biases, shape (n[l], 1)
 * @param activation "sigmoid" or "relu"
 * @returns A, shape (n[l], m), and the cache { APrev, W, b, Z } for the way back
 */
export function linearActivationForward(
  APrev: NDArray,
  W: NDArray,
  b: NDArray,
  activation: Activation,
): { A: NDArray; cache: LayerCache } {
  // BEGIN SOLUTION
  const { Z, cache } = linearForward(APrev, W, b);
  const A = activation === "sigmoid" ? sigmoid(Z) : relu(Z);
  return { A, cache: { ...cache, Z } };
  // END SOLUTION
}

/**
 * The whole network, forward: relu in the layers 1, …, L-1, sigmoid in layer L.
 *
 * @param X examples, one a column, shape (n[0], m)
 * @param parameters W1, b1, …, WL, bL
 * @returns AL, the activations of the last layer, shape (n[L], m); and the caches of
 *   the layers 1, …, L, in this order
 */
export function modelForward(
  X: NDArray,
  parameters: NetworkParameters,
): { AL: NDArray; caches: LayerCache[] } {
  const L = Object.keys(parameters).length / 2;
  const caches: LayerCache[] = [];
  let A = X;
  // BEGIN SOLUTION
  for (let l = 1; l <= L; l++) {
    const activation = l < L ? "relu" : "sigmoid";
    const layer = linearActivationForward(
      A,
      parameters[`W${l}`],
      parameters[`b${l}`],
      activation,
    );
    caches.push(layer.cache);
    A = layer.A;
  }
  // END SOLUTION
  return { AL: A, caches };
}

/**
 * The cross-entropy cost: -1/m Σ (Y log AL + (1 - Y) log(1 - AL)), the sum taken over
 * the m examples.
 *
 * @param AL predicted probabilities, shape (1, m)
 * @param Y true labels, 0 or 1, shape (1, m)
 * @returns the cost, a number
 */
export function computeCost(AL: NDArray, Y: NDArray): number {
  // BEGIN SOLUTION
  const m = Y.shape[1];
  const positive = np.multiply(Y, np.log(AL));
  const negative = np.multiply(np.subtract(1, Y), np.log(np.subtract(1, AL)));
  return -np.sum(np.add(positive, negative)) / m;
  // END SOLUTION
}

/**
 * The linear part of one layer, backward: from dZ, the gradient of the m losses with
 * respect to Z, the gradients of the cost by W and b, and those of the m losses by
 * APrev, for Z = W APrev + b. The cost is the average of the losses.
 *
 * @param dZ gradient with respect to Z, shape (n[l], m)
 * @param cache { APrev, W, b } as linearForward made it
 * @returns dAPrev, dW and db, of the shapes of APrev, W and b
 */
export function linearBackward(
  dZ: NDArray,
  cache: LinearCache,
): { dAPrev: NDArray; dW: NDArray; db: NDArray } {
  const { APrev, W } = cache;
  const m = APrev.shape[1];
  // BEGIN SOLUTION
  const dW = np.divide(np.dot(dZ, APrev.T), m);
  const db = np.divide(np.sum(dZ, 1, true), m);
  const dAPrev = np.dot(W.T, dZ);
  return { dAPrev, dW, db };
  // END SOLUTION
}

/**
 * One whole layer, backward: dZ = dA * g'(Z), element by element, then the linear part.
 *
 * @param dA gradient with respect to the layer's activations A, shape (n[l], m)
 * @param cache { APrev, W, b, Z } as linearActivationForward made it
 * @param activation "sigmoid" or "relu": the layer's g
 * @returns dAPrev, dW and db, of the shapes of APrev, W and b
 */
export function linearActivationBackward(
  dA: NDArray,
  cache: LayerCache,
  activation: Activation,
): { dAPrev: NDArray; dW: NDArray; db: NDArray } {
  // BEGIN SOLUTION
  const dZ =
    activation === "sigmoid" ? sigmoidBackward(dA, cache.Z) : reluBackward(dA, cache.Z);
  return linearBackward(dZ, cache);
  // END SOLUTION
}

/**
 * The whole network, backward. It starts with the gradient of the m losses with respect
 * to AL,
 *
 *     dAL = -(Y / AL - (1 - Y) / (1 - AL)),
 *
 * and goes through the layers L, …, 1: sigmoid in layer L, relu in the others.
 *
 * @param AL predicted probabilities, shape (n[L], m)
 * @param Y true labels, 0 or 1, of AL's shape
 * @param caches the caches of the layers 1, …, L, as modelForward made them
 * @returns for every layer l the keys `dW${l}`, `db${l}` and `dA${l - 1}`: the gradient
 *   that layer l passes on belongs to the activations of layer l - 1
 */
export function modelBackward(
  AL: NDArray,
  Y: NDArray,
  caches: LayerCache[],
): NetworkGradients {
  const grads: NetworkGradients = {};
  const L = caches.length;
  // BEGIN SOLUTION
  let dA = np.subtract(
    np.divide(np.subtract(1, Y), np.subtract(1, AL)),
    np.divide(Y, AL),
  );
  for (let l = L; l >= 1; l--) {
    const { dAPrev, dW, db } = linearActivationBackward(
      dA,
      caches[l - 1],
      l < L ? "relu" : "sigmoid",
    );
    grads[`dA${l - 1}`] = dAPrev;
    grads[`dW${l}`] = dW;
    grads[`db${l}`] = db;
    dA = dAPrev;
  }
  // END SOLUTION
  return grads;
}

/**
 * One step of gradient descent, for every layer l:
 *
 *     W[l] = W[l] - learningRate * dW[l],    b[l] = b[l] - learningRate * db[l]
 *
 * @param parameters W1, b1, …, WL, bL; left as they are
 * @param grads dW1, db1, …, dWL, dbL, and possibly dA0, dA1, …, which are not needed
 *   here
 * @param learningRate length of the step
 * @returns the new parameters, in a new object
 */
export function updateParameters(
  parameters: NetworkParameters,
  grads: NetworkGradients,
  learningRate: number,
): NetworkParameters {
  const L = Object.keys(parameters).length / 2;
  const updated: NetworkParameters = {};
  // BEGIN SOLUTION
  for (let l = 1; l <= L; l++) {
    updated[`W${l}`] = np.subtract(
      parameters[`W${l}`],
      np.multiply(learningRate, grads[`dW${l}`]),
    );
    updated[`b${l}`] = np.subtract(
      parameters[`b${l}`],
      np.multiply(learningRate, grads[`db${l}`]),
    );
  }
  // END SOLUTION
  return updated;
}
