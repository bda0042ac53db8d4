import type { Alternative } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type {
  ConvCache,
  ConvHyperparameters,
  PoolCache,
  PoolHyperparameters,
  PoolMode,
  ResidualParameters,
} from "../../assignment";

/** The corners of all windows: [image, row, column], in the order of the output. */
function corners(m: number, nH: number, nW: number, stride: number): [i: number, y: number, x: number][] {
  return Array.from({ length: m * nH * nW }, (_, k) => [
    Math.floor(k / (nH * nW)),
    stride * (Math.floor(k / nW) % nH),
    stride * (k % nW),
  ]);
}

function windowAt(A: NDArray, [i, y, x]: [number, number, number], f: number): NDArray {
  return A.slice(i, `${y}:${y + f}`, `${x}:${x + f}`);
}

/** Every window as a row: shape (m nH nW, f f nC). */
function columnsOf(A: NDArray, f: number, places: [number, number, number][]): NDArray {
  return np.stack(places.map((place) => windowAt(A, place, f).ravel()));
}

/** Adds every row to the window that it belongs to. */
function addBack(rows: NDArray, A: NDArray, f: number, places: [number, number, number][]): void {
  for (const [k, place] of places.entries()) {
    const window = windowAt(A, place, f);
    window.assign(window.add(rows.slice(k).reshape(f, f, A.shape[3])));
  }
}

function conv2d(image: NDArray, filter: NDArray): NDArray {
  const f = filter.shape[0];
  const [nH, nW] = image.shape.map((n) => n - f + 1);
  const rows = columnsOf(image.reshape(1, ...image.shape, 1), f, corners(1, nH, nW, 1));
  return rows.dot(filter.ravel()).reshape(nH, nW);
}

function outputSize(n: number, f: number, pad = 0, stride = 1): number {
  return Math.trunc((n - f + pad + pad + stride) / stride);
}

function zeroPad(X: NDArray, pad: number): NDArray {
  const [m, nH, nW, nC] = X.shape;
  const beside = np.zeros([m, nH, pad, nC]);
  const wide = np.concatenate([beside, X, beside], 2);
  const above = np.zeros([m, pad, nW + 2 * pad, nC]);
  return np.concatenate([above, wide, above], 1);
}

function convSingleStep(aSlicePrev: NDArray, W: NDArray, b: NDArray): number {
  return aSlicePrev.ravel().dot(W.ravel()).item() + np.sum(b);
}

function convForward(APrev: NDArray, W: NDArray, b: NDArray, hparameters: ConvHyperparameters) {
  const { stride, pad } = hparameters;
  const [f, , , nC] = W.shape;
  const [m, nH, nW] = APrev.shape.map((n, axis) => (axis === 0 ? n : outputSize(n, f, pad, stride)));
  const rows = columnsOf(zeroPad(APrev, pad), f, corners(m, nH, nW, stride));
  const Z = rows.dot(W.reshape(-1, nC)).add(b.ravel()).reshape(m, nH, nW, nC);
  return { Z, cache: { APrev, W, b, hparameters } };
}

function poolForward(APrev: NDArray, hparameters: PoolHyperparameters, mode?: PoolMode) {
  const { f, stride } = hparameters;
  const [m, nHPrev, nWPrev, nC] = APrev.shape;
  const [nH, nW] = [outputSize(nHPrev, f, 0, stride), outputSize(nWPrev, f, 0, stride)];
  const rows = columnsOf(APrev, f, corners(m, nH, nW, stride)).reshape(-1, f * f, nC);
  const A = mode === "average" ? rows.mean(1) : rows.max(1);
  return { cache: { hparameters, APrev }, A: A.reshape(m, nH, nW, nC) };
}

function convBackward(dZ: NDArray, { APrev, W, hparameters: { stride, pad } }: ConvCache) {
  const [m, nH, nW, nC] = dZ.shape;
  const [, nHPrev, nWPrev] = APrev.shape;
  const f = W.shape[0];
  const padded = zeroPad(APrev, pad);
  const places = corners(m, nH, nW, stride);
  const errors = dZ.reshape(-1, nC);
  const dPadded = np.zerosLike(padded);
  addBack(errors.dot(W.reshape(-1, nC).T), dPadded, f, places);
  return {
    dAPrev: dPadded.slice(":", `${pad}:${pad + nHPrev}`, `${pad}:${pad + nWPrev}`),
    dW: columnsOf(padded, f, places)
      .T.dot(errors)
      .reshape(...W.shape),
    db: errors.sum(0).reshape(1, 1, 1, nC),
  };
}

function createMaskFromWindow(x: NDArray): NDArray {
  return np.greaterEqual(np.subtract(x, x.max()), 0);
}

function distributeValue(dz: number, shape: readonly number[]): NDArray {
  const ones = np.ones(shape);
  return ones.multiply(dz).divide(ones.size);
}

function poolBackward(dA: NDArray, { APrev, hparameters: { f, stride } }: PoolCache, mode?: PoolMode): NDArray {
  const [m, nH, nW, nC] = dA.shape;
  const places = corners(m, nH, nW, stride);
  const errors = dA.reshape(-1, 1, nC);
  const dAPrev = np.zerosLike(APrev);
  const rows = columnsOf(APrev, f, places).reshape(-1, f * f, nC);
  const parts = mode === "average" ? np.full(rows.shape, 1 / (f * f)) : np.equal(rows, rows.max(1, true));
  addBack(parts.multiply(errors).reshape(places.length, f * f * nC), dAPrev, f, places);
  return dAPrev;
}

function residualBlockForward(APrev: NDArray, { W1, b1, W2, b2, Ws }: ResidualParameters): NDArray {
  const same = (A: NDArray, W: NDArray, b: NDArray) => convForward(A, W, b, { stride: 1, pad: (W.shape[0] - 1) / 2 }).Z;
  const inner = same(same(APrev, W1, b1).clip(0, Infinity), W2, b2);
  const sum = inner.add(Ws ? conv1x1(APrev, Ws, np.zeros([1])) : APrev);
  return sum.multiply(sum.greater(0));
}

function conv1x1(APrev: NDArray, W: NDArray, b: NDArray): NDArray {
  return np.einsum("ihwk,kc->ihwc", APrev, W.squeeze([0, 1])).add(b.ravel());
}

function multiplicationCount(
  inputShape: readonly number[],
  [f, , nCPrev, nC]: readonly number[],
  { stride, pad }: ConvHyperparameters,
): number {
  const [nH, nW] = inputShape.map((n) => outputSize(n, f, pad, stride));
  return [nH * nW, f * f, nCPrev, nC].reduce((product, n) => product * n);
}

/** Every window becomes a row of a matrix, and every layer a matrix product, as libraries do it. */
export const imageToColumns: Alternative = {
  title: "images to columns",
  functions: {
    conv2d,
    outputSize,
    zeroPad,
    convSingleStep,
    convForward,
    poolForward,
    convBackward,
    createMaskFromWindow,
    distributeValue,
    poolBackward,
    residualBlockForward,
    conv1x1,
    multiplicationCount,
  },
};
