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

/** For each of the f · f places in a window, the pixels that lie there in all the nH by nW windows: a view. */
function* shifts(A: NDArray, f: number, stride: number, nH: number, nW: number) {
  const range = (from: number, count: number) => `${from}:${from + (count - 1) * stride + 1}:${stride}`;
  for (let u = 0; u < f; u++) {
    for (let v = 0; v < f; v++) yield { u, v, shifted: A.slice(":", range(u, nH), range(v, nW), ":") };
  }
}

function conv2d(image: NDArray, filter: NDArray): NDArray {
  const f = filter.shape[0];
  const [nH, nW] = image.shape.map((n) => n - (f - 1));
  let output = np.zeros([nH, nW]);
  for (const { u, v, shifted } of shifts(image.reshape(1, ...image.shape, 1), f, 1, nH, nW)) {
    output = output.add(shifted.reshape(nH, nW).multiply(filter.at(u, v)));
  }
  return output;
}

function outputSize(n: number, f: number, pad = 0, stride = 1): number {
  const span = n + 2 * pad - f;
  // What % leaves has the sign of span.
  const rest = ((span % stride) + stride) % stride;
  return (span - rest) / stride + 1;
}

function zeroPad(X: NDArray, pad: number): NDArray {
  const [m, nH, nW, nC] = X.shape;
  const padded = np.zeros([m, nH + 2 * pad, nW + 2 * pad, nC]);
  padded.slice(":", `${pad}:${pad + nH}`, `${pad}:${pad + nW}`).assign(X);
  return padded;
}

function convSingleStep(aSlicePrev: NDArray, W: NDArray, b: NDArray): number {
  return np.sum(np.sum(np.multiply(W, aSlicePrev), 2)) + Number(b.squeeze().item());
}

function convForward(APrev: NDArray, W: NDArray, b: NDArray, hparameters: ConvHyperparameters) {
  const { stride, pad } = hparameters;
  const [m, nHPrev, nWPrev, nCPrev] = APrev.shape;
  const [f, , , nC] = W.shape;
  const [nH, nW] = [outputSize(nHPrev, f, pad, stride), outputSize(nWPrev, f, pad, stride)];
  let Z = np.zeros([m, nH, nW, nC]);
  for (const { u, v, shifted } of shifts(zeroPad(APrev, pad), f, stride, nH, nW)) {
    Z = Z.add(shifted.reshape(-1, nCPrev).dot(W.slice(u, v)).reshape(m, nH, nW, nC));
  }
  return { cache: { APrev, W, b, hparameters }, Z: Z.add(b) };
}

function poolForward(APrev: NDArray, hparameters: PoolHyperparameters, mode: PoolMode = "max") {
  const { f, stride } = hparameters;
  const [, nHPrev, nWPrev] = APrev.shape;
  const [nH, nW] = [outputSize(nHPrev, f, 0, stride), outputSize(nWPrev, f, 0, stride)];
  const parts = [...shifts(APrev, f, stride, nH, nW)].map(({ shifted }) => shifted);
  const A =
    mode === "max"
      ? parts.reduce((largest, part) => np.maximum(largest, part)).copy()
      : parts.reduce((sum, part) => np.add(sum, part), np.zerosLike(parts[0])).divide(f * f);
  return { A, cache: { APrev, hparameters } };
}

function convBackward(dZ: NDArray, { APrev, W, hparameters: { stride, pad } }: ConvCache) {
  const [, nH, nW, nC] = dZ.shape;
  const [, nHPrev, nWPrev, nCPrev] = APrev.shape;
  const f = W.shape[0];
  const errors = dZ.reshape(-1, nC);
  const dPadded = zeroPad(np.zerosLike(APrev), pad);
  const dW = np.zerosLike(W);
  for (const { u, v, shifted } of shifts(zeroPad(APrev, pad), f, stride, nH, nW)) {
    dW.slice(u, v).assign(np.dot(shifted.reshape(-1, nCPrev).T, errors));
  }
  for (const { u, v, shifted } of shifts(dPadded, f, stride, nH, nW)) {
    shifted.assign(shifted.add(errors.dot(W.slice(u, v).T).reshape(...shifted.shape)));
  }
  const [top, left] = [`${pad}:${nHPrev + pad}`, `${pad}:${nWPrev + pad}`];
  return { dAPrev: dPadded.slice(":", top, left).copy(), dW, db: np.sum(dZ, [0, 1, 2]).reshape(1, 1, 1, -1) };
}

function createMaskFromWindow(x: NDArray): NDArray {
  return np.subtract(1, np.less(x, x.max()));
}

function distributeValue(dz: number, shape: readonly number[]): NDArray {
  return np.divide(np.full(shape, dz), shape[0] * shape[1]);
}

function poolBackward(dA: NDArray, cache: PoolCache, mode: PoolMode = "max"): NDArray {
  const { APrev, hparameters } = cache;
  const { f, stride } = hparameters;
  const [, nH, nW] = dA.shape;
  const { A } = poolForward(APrev, hparameters);
  const dAPrev = np.zerosLike(APrev);
  const inputs = shifts(APrev, f, stride, nH, nW);
  for (const { shifted } of shifts(dAPrev, f, stride, nH, nW)) {
    const input: NDArray = inputs.next().value?.shifted ?? APrev;
    shifted.assign(shifted.add(mode === "max" ? np.multiply(dA, np.equal(input, A)) : np.divide(dA, f * f)));
  }
  return dAPrev;
}

function residualBlockForward(APrev: NDArray, { W1, b1, W2, b2, Ws }: ResidualParameters): NDArray {
  const relu = (Z: NDArray) => np.divide(np.add(Z, np.abs(Z)), 2);
  const pad = (W1.shape[0] - 1) / 2;
  const A1 = relu(convForward(APrev, W1, b1, { stride: 1, pad }).Z);
  const shortcut = Ws ? conv1x1(APrev, Ws, np.zerosLike(b2)) : APrev;
  return relu(np.add(shortcut, convForward(A1, W2, b2, { stride: 1, pad: (W2.shape[0] - 1) / 2 }).Z));
}

/** Channel by channel: the sum of weighted grey images. */
function conv1x1(APrev: NDArray, W: NDArray, b: NDArray): NDArray {
  const [, , nCPrev] = W.shape;
  let Z = b;
  for (let k = 0; k < nCPrev; k++) {
    Z = np.add(Z, np.multiply(APrev.slice(":", ":", ":", `${k}:${k + 1}`), W.slice(":", ":", k).expandDims(2)));
  }
  return Z;
}

function multiplicationCount(
  [nHPrev, nWPrev]: readonly number[],
  [f, , nCPrev, nC]: readonly number[],
  { stride, pad }: ConvHyperparameters,
): number {
  const size = (n: number) => outputSize(n, f, pad, stride);
  return size(nHPrev) * size(nWPrev) * nC * (f * f * nCPrev);
}

/** No loop over pixels: for each weight of a filter, the whole batch of images, shifted. */
export const shiftedImages: Alternative = {
  title: "shifted images",
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
