import type { Alternative } from "../../../check/contract";
import { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";

/** Everything with loops over examples and features, as before vectorisation. */
function explicitLoops(): Alternative {
  const activation = (z: number) => 1 / (1 + Math.exp(-z));
  const activations = (w: NDArray, b: number, X: NDArray) =>
    Array.from({ length: X.shape[1] }, (_, j) => {
      let z = b;
      for (let i = 0; i < X.shape[0]; i++) z += w.at(i, 0) * X.at(i, j);
      return activation(z);
    });
  function sigmoid(z: number | NDArray) {
    return typeof z === "number" ? activation(z) : z.map(activation);
  }
  function initializeWithZeros(dim: number) {
    return { w: np.array(Array.from({ length: dim }, () => [0])), b: 0 };
  }
  function propagate(w: NDArray, b: number, X: NDArray, Y: NDArray) {
    const [n, m] = X.shape;
    const dw = np.zeros([n, 1]);
    let [db, cost] = [0, 0];
    for (const [j, a] of activations(w, b, X).entries()) {
      const y = Y.at(0, j);
      cost -= y * Math.log(a) + (1 - y) * Math.log(1 - a);
      db += a - y;
      for (let i = 0; i < n; i++) dw.set(i, 0, dw.at(i, 0) + X.at(i, j) * (a - y));
    }
    return { grads: { dw: np.divide(dw, m), db: db / m }, cost: cost / m };
  }
  function optimize(w: NDArray, b: number, X: NDArray, Y: NDArray, numIterations: number, learningRate: number) {
    let result = { grads: { dw: np.zeros(w.shape), db: 0 }, cost: 0 };
    const costs: number[] = [];
    for (let i = 0; i < numIterations; i++) {
      result = propagate(w, b, X, Y);
      if (i % 100 === 0) costs.push(result.cost);
      w = np.subtract(w, np.multiply(result.grads.dw, learningRate));
      b -= result.grads.db * learningRate;
    }
    return { params: { w, b }, grads: result.grads, costs };
  }
  function predict(w: NDArray, b: number, X: NDArray) {
    return np.array([activations(w, b, X).map((a) => (a > 0.5 ? 1 : 0))]);
  }
  const model = modelFrom({ initializeWithZeros, optimize, predict });
  return { title: "explicit loops", functions: { sigmoid, initializeWithZeros, propagate, optimize, predict, model } };
}

/** The cost as softplus: log(1 + e^z) - y z, with log1p and expm1; chained methods; b as the mean of the error. */
function softplus(): Alternative {
  const logits = (w: NDArray, b: number, X: NDArray) => np.matmul(X.T, w).T.add(b);
  function sigmoid(z: number | NDArray) {
    const halfTanh = np.tanh(np.multiply(z, 0.5));
    return np.multiply(np.add(halfTanh, 1), 0.5);
  }
  function initializeWithZeros(dim: number) {
    return { b: 0, w: np.zeros(dim).reshape(dim, 1) };
  }
  function propagate(w: NDArray, b: number, X: NDArray, Y: NDArray) {
    const Z = logits(w, b, X);
    const error = np.subtract(sigmoid(Z), Y);
    const cost = np.mean(np.log1p(np.exp(Z)).subtract(Y.multiply(Z)));
    return { cost, grads: { db: np.mean(error), dw: np.mean(np.multiply(X, error), 1, true) } };
  }
  function optimize(w: NDArray, b: number, X: NDArray, Y: NDArray, numIterations: number, learningRate: number) {
    const params = { w: w.copy(), b };
    const costs: number[] = [];
    let grads = { dw: np.zerosLike(w), db: 0 };
    for (const i of Array(numIterations).keys()) {
      const { cost, grads: now } = propagate(params.w, params.b, X, Y);
      // In place, on the copy.
      params.w.assign(params.w.subtract(now.dw.multiply(learningRate)));
      params.b += -learningRate * now.db;
      grads = now;
      if (i / 100 === Math.floor(i / 100)) costs.push(cost);
    }
    return { costs, grads, params };
  }
  function predict(w: NDArray, b: number, X: NDArray) {
    return np.greater(logits(w, b, X), 0);
  }
  const model = modelFrom({ initializeWithZeros, optimize, predict });
  return { title: "softplus form", functions: { sigmoid, initializeWithZeros, propagate, optimize, predict, model } };
}

/** Recursion for the loop, the bias as one more weight, sums as products with a vector of ones, a label by where. */
function augmented(): Alternative {
  function sigmoid(z: number | NDArray) {
    // Beyond 700, where e^z would soon be too large for a number, σ(z) is 1 to all digits.
    const e = np.exp(np.minimum(z, 700));
    return np.divide(e, np.add(e, 1));
  }
  function initializeWithZeros(dim: number) {
    return { w: NDArray.fromData(new Float64Array(dim), [dim, 1]), b: 0 };
  }
  const withOnes = (X: NDArray) => np.vstack([X, np.ones([1, X.shape[1]])]);
  const withBias = (w: NDArray, b: number) => np.vstack([w, np.array([[b]])]);
  function propagate(w: NDArray, b: number, X: NDArray, Y: NDArray) {
    const A = sigmoid(np.matmul(withBias(w, b).T, withOnes(X))) as NDArray;
    const right = np.where(Y, A, np.subtract(1, A));
    const gradient = np.matmul(withOnes(X), np.subtract(A, Y).T).divide(Y.size);
    const [dw, db] = [gradient.slice(":-1"), gradient.at(-1, 0)];
    return { grads: { dw, db }, cost: np.mean(np.negative(np.log(right))) };
  }
  type Step = ReturnType<typeof propagate>;
  function optimize(w: NDArray, b: number, X: NDArray, Y: NDArray, numIterations: number, learningRate: number) {
    const descend = (i: number, w: NDArray, b: number, costs: number[], last: Step): unknown => {
      if (i === numIterations) return { params: { w, b }, grads: last.grads, costs };
      const now = propagate(w, b, X, Y);
      const { dw, db } = now.grads;
      const seen = i % 100 ? costs : [...costs, now.cost];
      return descend(i + 1, w.subtract(dw.multiply(learningRate)), b - learningRate * db, seen, now);
    };
    const none = { grads: { dw: np.subtract(w, w), db: 0 }, cost: 0 };
    return descend(0, w, b, [], none) as Step & { params: { w: NDArray; b: number }; costs: number[] };
  }
  function predict(w: NDArray, b: number, X: NDArray) {
    return np.where(np.greater(sigmoid(np.add(np.dot(w.T, X), b)), 0.5), 1, 0);
  }
  const model = modelFrom({ initializeWithZeros, optimize, predict });
  return {
    title: "bias as a weight",
    functions: { sigmoid, initializeWithZeros, propagate, optimize, predict, model },
  };
}

interface Parts {
  initializeWithZeros: (dim: number) => { w: NDArray; b: number };
  // biome-ignore format: one line reads better
  optimize: (w: NDArray, b: number, X: NDArray, Y: NDArray, numIterations: number, learningRate: number) =>
    { params: { w: NDArray; b: number }; costs: number[] };
  predict: (w: NDArray, b: number, X: NDArray) => NDArray;
}

/** model is composition only; what varies is what it composes. */
function modelFrom({ initializeWithZeros, optimize, predict }: Parts) {
  return (XTrain: NDArray, YTrain: NDArray, XTest: NDArray, _YTest: NDArray, numIterations = 2000, rate = 0.5) => {
    const { w, b } = initializeWithZeros(XTrain.shape[0]);
    const { params, costs } = optimize(w, b, XTrain, YTrain, numIterations, rate);
    const [YPredictionTrain, YPredictionTest] = [XTrain, XTest].map((X) => predict(params.w, params.b, X));
    return { numIterations, learningRate: rate, ...params, costs, YPredictionTrain, YPredictionTest };
  };
}

export const alternatives: Alternative[] = [explicitLoops(), softplus(), augmented()];
