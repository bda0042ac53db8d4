import type { Alternative } from "../../../../check/contract";
import { NDArray } from "../../../../core/NDArray";
import type {
  ConvCache,
  ConvHyperparameters,
  PoolCache,
  PoolHyperparameters,
  PoolMode,
  ResidualParameters,
} from "../../assignment";

function total(length: number, term: (k: number) => number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += term(k);
  return sum;
}

/** An array from a function of its four indices. */
function table(shape: readonly number[], entry: (i: number, h: number, w: number, c: number) => number): NDArray {
  const data: number[] = [];
  for (let i = 0; i < shape[0]; i++)
    for (let h = 0; h < shape[1]; h++)
      for (let w = 0; w < shape[2]; w++) for (let c = 0; c < shape[3]; c++) data.push(entry(i, h, w, c));
  return NDArray.fromData(data, shape);
}

/** A pixel of image i, or 0 beside the image. */
function pixel(A: NDArray, i: number, h: number, w: number, c: number): number {
  return h >= 0 && w >= 0 && h < A.shape[1] && w < A.shape[2] ? A.at(i, h, w, c) : 0;
}

function conv2d(image: NDArray, filter: NDArray): NDArray {
  const asBatch = image.expandDims(0).expandDims(3);
  const { Z } = convForward(asBatch, filter.expandDims(2).expandDims(3), NDArray.fromData([0], [1, 1, 1, 1]), {
    stride: 1,
    pad: 0,
  });
  return Z.squeeze(0).squeeze(2);
}

/** Counts the places one by one. */
function outputSize(n: number, f: number, pad = 0, stride = 1): number {
  let places = 0;
  for (let corner = -pad; corner + f <= n + pad; corner += stride) places++;
  return places;
}

function zeroPad(X: NDArray, pad: number): NDArray {
  const [m, nH, nW, nC] = X.shape;
  return table([m, nH + 2 * pad, nW + 2 * pad, nC], (i, h, w, c) => pixel(X, i, h - pad, w - pad, c));
}

function convSingleStep(aSlicePrev: NDArray, W: NDArray, b: NDArray): number {
  const [a, weights] = [aSlicePrev.toTypedArray(), W.toTypedArray()];
  return total(a.length, (k) => a[k] * weights[k]) + b.at(0, 0, 0);
}

function convForward(APrev: NDArray, W: NDArray, b: NDArray, hparameters: ConvHyperparameters) {
  const { stride, pad } = hparameters;
  const [m, nHPrev, nWPrev] = APrev.shape;
  const [f, , nCPrev, nC] = W.shape;
  const shape = [m, outputSize(nHPrev, f, pad, stride), outputSize(nWPrev, f, pad, stride), nC];
  const Z = table(shape, (i, h, w, c) => {
    let z = b.at(0, 0, 0, c);
    for (let u = 0; u < f; u++)
      for (let v = 0; v < f; v++)
        for (let k = 0; k < nCPrev; k++)
          z += pixel(APrev, i, h * stride + u - pad, w * stride + v - pad, k) * W.at(u, v, k, c);
    return z;
  });
  return { cache: { hparameters, b, W, APrev }, Z };
}

function poolForward(APrev: NDArray, hparameters: PoolHyperparameters, mode: PoolMode = "max") {
  const { f, stride } = hparameters;
  const [m, nHPrev, nWPrev, nC] = APrev.shape;
  const shape = [m, outputSize(nHPrev, f, 0, stride), outputSize(nWPrev, f, 0, stride), nC];
  const A = table(shape, (i, h, w, c) => {
    let [largest, sum] = [Number.NEGATIVE_INFINITY, 0];
    for (let u = 0; u < f; u++)
      for (let v = 0; v < f; v++) {
        const value = APrev.at(i, h * stride + u, w * stride + v, c);
        if (value > largest) largest = value;
        sum += value;
      }
    return mode === "max" ? largest : sum / (f * f);
  });
  return { A, cache: { APrev, hparameters } };
}

/** Gathers for each number what comes back to it, instead of handing out each dZ. */
function convBackward(dZ: NDArray, { APrev, W, hparameters: { stride, pad } }: ConvCache) {
  const [m, nH, nW, nC] = dZ.shape;
  const f = W.shape[0];
  const places = (sum: (h: number, w: number) => number) => total(nH, (h) => total(nW, (w) => sum(h, w)));
  const dAPrev = table(APrev.shape, (i, y, x, k) =>
    places((h, w) => {
      const [u, v] = [y + pad - h * stride, x + pad - w * stride];
      if (u < 0 || v < 0 || u >= f || v >= f) return 0;
      return total(nC, (c) => W.at(u, v, k, c) * dZ.at(i, h, w, c));
    }),
  );
  const dW = table(W.shape, (u, v, k, c) =>
    total(m, (i) =>
      places((h, w) => dZ.at(i, h, w, c) * pixel(APrev, i, h * stride + u - pad, w * stride + v - pad, k)),
    ),
  );
  const db = table([1, 1, 1, nC], (_i, _h, _w, c) => total(m, (i) => places((h, w) => dZ.at(i, h, w, c))));
  return { db, dW, dAPrev };
}

function createMaskFromWindow(x: NDArray): NDArray {
  const values = x.toTypedArray();
  const largest = values.reduce((a, b) => Math.max(a, b));
  return NDArray.fromData(
    values.map((value) => (value === largest ? 1 : 0)),
    x.shape,
  );
}

function distributeValue(dz: number, [nH, nW]: readonly number[]): NDArray {
  return NDArray.fromData(new Float64Array(nH * nW).fill(dz / nH / nW), [nH, nW]);
}

function poolBackward(dA: NDArray, { APrev, hparameters: { f, stride } }: PoolCache, mode: PoolMode = "max"): NDArray {
  const [m, nH, nW, nC] = dA.shape;
  const dAPrev = APrev.multiply(0);
  for (let i = 0; i < m; i++)
    for (let h = 0; h < nH; h++)
      for (let w = 0; w < nW; w++)
        for (let c = 0; c < nC; c++) {
          const window = APrev.slice(i, `${h * stride}:${h * stride + f}`, `${w * stride}:${w * stride + f}`, c);
          const largest = window.max();
          for (let u = 0; u < f; u++)
            for (let v = 0; v < f; v++) {
              const part = mode === "average" ? 1 / f ** 2 : window.at(u, v) === largest ? 1 : 0;
              const [y, x] = [h * stride + u, w * stride + v];
              dAPrev.set(i, y, x, c, dAPrev.at(i, y, x, c) + part * dA.at(i, h, w, c));
            }
        }
  return dAPrev;
}

function residualBlockForward(APrev: NDArray, { W1, b1, W2, b2, Ws }: ResidualParameters): NDArray {
  const conv = (A: NDArray, W: NDArray, b: NDArray) =>
    convForward(A, W, b, { stride: 1, pad: Math.floor(W.shape[0] / 2) }).Z;
  const A1 = conv(APrev, W1, b1).map((z) => (z > 0 ? z : 0));
  const Z2 = conv(A1, W2, b2);
  return table(Z2.shape, (i, h, w, c) => {
    const shortcut = Ws ? total(APrev.shape[3], (k) => APrev.at(i, h, w, k) * Ws.at(0, 0, k, c)) : APrev.at(i, h, w, c);
    return Math.max(Z2.at(i, h, w, c) + shortcut, 0);
  });
}

function conv1x1(APrev: NDArray, W: NDArray, b: NDArray): NDArray {
  return convForward(APrev, W, b, { stride: 1, pad: 0 }).Z;
}

/** Counts the multiplications at each place of each filter. */
function multiplicationCount(
  [nHPrev, nWPrev]: readonly number[],
  filterShape: readonly number[],
  { stride, pad }: ConvHyperparameters,
): number {
  const eachPlace = filterShape.reduce((product, n) => product * n, 1);
  const rows = outputSize(nHPrev, filterShape[0], pad, stride);
  return total(rows, () => outputSize(nWPrev, filterShape[0], pad, stride) * eachPlace);
}

/** Everything with loops over single numbers, and a border that is not stored but asked for. */
export const explicitLoops: Alternative = {
  title: "explicit loops",
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
