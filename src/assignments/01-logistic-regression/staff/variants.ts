import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import * as solution from "./solution";

type Propagated = ReturnType<typeof solution.propagate>;
type Optimized = ReturnType<typeof solution.optimize>;
export type Data = [w: NDArray, b: number, X: NDArray, Y: NDArray];
export type Training = [...data: Data, numIterations: number, learningRate: number];
export type Sets = [
  XTrain: NDArray,
  YTrain: NDArray,
  XTest: NDArray,
  YTest: NDArray,
  numIterations?: number,
  rate?: number,
];

/** propagate, with something done to its result. */
export function propagateThen(change: (result: Propagated, m: number) => unknown) {
  return (...[w, b, X, Y]: Data) => change(solution.propagate(w, b, X, Y), X.shape[1]);
}

/** propagate with another cost. */
export function withCost(cost: (A: NDArray, Y: NDArray) => number) {
  return (...[w, b, X, Y]: Data) => ({
    grads: solution.propagate(w, b, X, Y).grads,
    cost: cost(solution.sigmoid(np.add(np.dot(w.T, X), b)), Y),
  });
}

export function errorOf(...[w, b, X, Y]: Data): NDArray {
  return np.subtract(solution.sigmoid(np.add(np.dot(w.T, X), b)), Y);
}

export function gradientsOf(dZ: NDArray, X: NDArray) {
  return { dw: np.divide(np.dot(X, dZ.T), X.shape[1]), db: np.mean(dZ) };
}

export function costOf(A: NDArray, Y: NDArray): number {
  return -np.mean(np.add(np.multiply(Y, np.log(A)), np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A)))));
}

/** optimize, with something done to its result. */
export function optimizeThen(change: (result: Optimized, X: NDArray, Y: NDArray) => unknown) {
  return (...[w, b, X, Y, numIterations, rate]: Training) =>
    change(solution.optimize(w, b, X, Y, numIterations, rate), X, Y);
}

interface Descent {
  records: (i: number) => boolean;
  /** Whether to stop, at a cost after the one before it. */
  stops: (cost: number, last: number) => boolean;
  updateW: (w: NDArray, dw: NDArray, rate: number) => NDArray;
  updateB: (b: number, db: number, rate: number) => number;
}

const rightDescent: Descent = {
  records: (i) => i % 100 === 0,
  stops: () => false,
  updateW: (w, dw, rate) => np.subtract(w, np.multiply(rate, dw)),
  updateB: (b, db, rate) => b - rate * db,
};

/** optimize, with another rule for one of its parts. */
export function descend(part: Partial<Descent>) {
  const { records, stops, updateW, updateB } = { ...rightDescent, ...part };
  return (...[w, b, X, Y, numIterations, rate]: Training) => {
    let grads = { dw: np.zerosLike(w), db: 0 };
    const costs: number[] = [];
    let last = Number.POSITIVE_INFINITY;
    for (let i = 0; i < numIterations; i++) {
      const now = solution.propagate(w, b, X, Y);
      if (stops(now.cost, last)) break;
      last = now.cost;
      grads = now.grads;
      w = updateW(w, grads.dw, rate);
      b = updateB(b, grads.db, rate);
      if (records(i)) costs.push(now.cost);
    }
    return { params: { w, b }, grads, costs };
  };
}

export function predictWith(label: (A: NDArray) => NDArray) {
  return (w: NDArray, b: number, X: NDArray) => label(solution.sigmoid(np.add(np.dot(w.T, X), b)));
}
