import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type {
  ConvCache,
  ConvHyperparameters,
  PoolCache,
  PoolHyperparameters,
  PoolMode,
  ResidualParameters,
} from "../assignment";

/**
 * The convolution of a grey image with a filter, without padding and with stride 1: the
 * filter lies on every place where it fits, and each result is the sum of the products
 * of what lies on top of each other.
 *
 *     output[i, j] = Σ_u Σ_v image[i + u, j + v] * filter[u, v]
 *
 * @param image shape (nH, nW), not necessarily square
 * @param filter shape (f, f)
 * @returns shape (nH - f + 1, nW - f + 1)
 */
export function conv2d(image: NDArray, filter: NDArray): NDArray {
  // BEGIN SOLUTION
  const [nH, nW] = image.shape;
  const f = filter.shape[0];
  const output = np.zeros([nH - f + 1, nW - f + 1]);
  for (let i = 0; i < nH - f + 1; i++) {
    for (let j = 0; j < nW - f + 1; j++) {
      const window = image.slice(`${i}:${i + f}`, `${j}:${j + f}`);
      output.set(i, j, np.sum(np.multiply(window, filter)));
    }
  }
  return output;
  // END SOLUTION
}

/**
 * How many places a filter (or a pooling window) has along one side of an image, which
 * is the size of the output:
 *
 *     ⌊(n + 2 pad - f) / stride⌋ + 1
 *
 * @param n size of the image along that side, in pixels
 * @param f size of the filter
 * @param pad zeros added at each of the two ends
 * @param stride pixels from one place to the next
 * @returns the number of places, a whole number
 */
export function outputSize(n: number, f: number, pad = 0, stride = 1): number {
  // BEGIN SOLUTION
  return Math.floor((n + 2 * pad - f) / stride) + 1;
  // END SOLUTION
}

/**
 * Adds a border of zeros around every image of a batch. Neither the number of images
 * nor that of channels changes.
 *
 * @param X images, shape (m, nH, nW, nC)
 * @param pad width of the border, in pixels
 * @returns shape (m, nH + 2 pad, nW + 2 pad, nC)
 */
export function zeroPad(X: NDArray, pad: number): NDArray {
  // BEGIN SOLUTION
  return np.pad(X, [
    [0, 0],
    [pad, pad],
    [pad, pad],
    [0, 0],
  ]);
  // END SOLUTION
}

/**
 * One filter at one place: Z = Σ aSlicePrev * W + b, the sum over all rows, columns and
 * channels.
 *
 * @param aSlicePrev the window of the input under the filter, shape (f, f, nCPrev)
 * @param W the filter's weights, shape (f, f, nCPrev)
 * @param b the filter's bias, shape (1, 1, 1)
 * @returns Z, a number
 */
export function convSingleStep(aSlicePrev: NDArray, W: NDArray, b: NDArray): number {
  // BEGIN SOLUTION
  return np.sum(np.multiply(aSlicePrev, W)) + b.item();
  // END SOLUTION
}

/**
 * A convolutional layer: every filter at every place of every image.
 *
 *     Z[i, h, w, c] = Σ window * W[:, :, :, c] + b[0, 0, 0, c]
 *
 * where the window is f by f pixels of the padded image i, its corner at row h · stride
 * and column w · stride.
 *
 * @param APrev activations of the layer before, shape (m, nHPrev, nWPrev, nCPrev)
 * @param W filters, shape (f, f, nCPrev, nC)
 * @param b biases, shape (1, 1, 1, nC)
 * @param hparameters { stride, pad }
 * @returns Z, shape (m, nH, nW, nC), with nH = ⌊(nHPrev + 2 pad - f) / stride⌋ + 1 and
 *   nW likewise; and cache, the four arguments { APrev, W, b, hparameters } as they
 *   were, for the way back
 */
export function convForward(
  APrev: NDArray,
  W: NDArray,
  b: NDArray,
  hparameters: ConvHyperparameters,
): { Z: NDArray; cache: ConvCache } {
  // BEGIN SOLUTION
  const [m, nHPrev, nWPrev] = APrev.shape;
  const [f, , , nC] = W.shape;
  const { stride, pad } = hparameters;
  const nH = outputSize(nHPrev, f, pad, stride);
  const nW = outputSize(nWPrev, f, pad, stride);
  const APrevPad = zeroPad(APrev, pad);
  const Z = np.zeros([m, nH, nW, nC]);
  for (let i = 0; i < m; i++) {
    for (let h = 0; h < nH; h++) {
      const rows = `${h * stride}:${h * stride + f}`;
      for (let w = 0; w < nW; w++) {
        const window = APrevPad.slice(i, rows, `${w * stride}:${w * stride + f}`, ":");
        for (let c = 0; c < nC; c++) {
          const step = convSingleStep(
            window,
            W.slice(":", ":", ":", c),
            b.slice(":", ":", ":", c),
          );
          Z.set(i, h, w, c, step);
        }
      }
    }
  }
  return { Z, cache: { APrev, W, b, hparameters } };
  // END SOLUTION
}

/**
 * A pooling layer: of every window, and of each channel by itself, the largest value or
 * the average. No padding.
 *
 * @param APrev activations of the layer before, shape (m, nHPrev, nWPrev, nC)
 * @param hparameters { f, stride }: windows of f by f pixels, stride pixels apart
 * @param mode "max" or "average"
 * @returns A, shape (m, nH, nW, nC), with nH = ⌊(nHPrev - f) / stride⌋ + 1 and nW
 *   likewise; and cache, the first two arguments { APrev, hparameters }, for the way
 *   back
 */
export function poolForward(
  APrev: NDArray,
  hparameters: PoolHyperparameters,
  mode: PoolMode = "max",
): { A: NDArray; cache: PoolCache } {
  // BEGIN SOLUTION
  const [m, nHPrev, nWPrev, nC] = APrev.shape;
  const { f, stride } = hparameters;
  const nH = outputSize(nHPrev, f, 0, stride);
  const nW = outputSize(nWPrev, f, 0, stride);
  const A = np.zeros([m, nH, nW, nC]);
  for (let i = 0; i < m; i++) {
    for (let h = 0; h < nH; h++) {
      const rows = `${h * stride}:${h * stride + f}`;
      for (let w = 0; w < nW; w++) {
        const columns = `${w * stride}:${w * stride + f}`;
        for (let c = 0; c < nC; c++) {
          const window = APrev.slice(i, rows, columns, c);
          A.set(i, h, w, c, mode === "max" ? np.max(window) : np.mean(window));
        }
      }
    }
  }
  return { A, cache: { APrev, hparameters } };
  // END SOLUTION
}

/**
 * The way back through a convolutional layer. Every Z[i, h, w, c] came from one window
 * and one filter, so dZ[i, h, w, c] goes back to both; what comes to one place from
 * several outputs adds up:
 *
 *     dAPrev's window += W[:, :, :, c] * dZ[i, h, w, c]
 *     dW[:, :, :, c]  += APrev's window * dZ[i, h, w, c]
 *     db[0, 0, 0, c]  += dZ[i, h, w, c]
 *
 * Windows lie in the padded images, as on the way forward; in the end dAPrev's border
 * is cut off. (If there is a 1/m, it is in dZ already.)
 *
 * @param dZ gradient of the cost by Z, shape (m, nH, nW, nC)
 * @param cache { APrev, W, b, hparameters } from convForward
 * @returns dAPrev, shape (m, nHPrev, nWPrev, nCPrev); dW, shape (f, f, nCPrev, nC); db,
 *   shape (1, 1, 1, nC)
 */
export function convBackward(
  dZ: NDArray,
  cache: ConvCache,
): { dAPrev: NDArray; dW: NDArray; db: NDArray } {
  // BEGIN SOLUTION
  const { APrev, W, hparameters } = cache;
  const { stride, pad } = hparameters;
  const [, nHPrev, nWPrev] = APrev.shape;
  const [m, nH, nW, nC] = dZ.shape;
  const f = W.shape[0];
  const APrevPad = zeroPad(APrev, pad);
  const dAPrevPad = np.zeros(APrevPad.shape);
  const dW = np.zeros(W.shape);
  const db = np.sum(dZ, [0, 1, 2], true);
  for (let i = 0; i < m; i++) {
    for (let h = 0; h < nH; h++) {
      const rows = `${h * stride}:${h * stride + f}`;
      for (let w = 0; w < nW; w++) {
        const columns = `${w * stride}:${w * stride + f}`;
        const window = APrevPad.slice(i, rows, columns, ":");
        const dWindow = dAPrevPad.slice(i, rows, columns, ":");
        for (let c = 0; c < nC; c++) {
          const dz = dZ.at(i, h, w, c);
          const dFilter = dW.slice(":", ":", ":", c);
          dWindow.assign(np.add(dWindow, np.multiply(W.slice(":", ":", ":", c), dz)));
          dFilter.assign(np.add(dFilter, np.multiply(window, dz)));
        }
      }
    }
  }
  const dAPrev = dAPrevPad.slice(
    ":",
    `${pad}:${pad + nHPrev}`,
    `${pad}:${pad + nWPrev}`,
    ":",
  );
  return { dAPrev, dW, db };
  // END SOLUTION
}

/**
 * Where the largest value of a window is.
 *
 * @param x a window, of any shape
 * @returns an array of the same shape: 1 where x equals its maximum (in several places,
 *   if the maximum is), 0 elsewhere
 */
export function createMaskFromWindow(x: NDArray): NDArray {
  // BEGIN SOLUTION
  return np.equal(x, np.max(x));
  // END SOLUTION
}

/**
 * Shares a value out: each of the nH · nW places gets the same part.
 *
 * @param dz the value, a number
 * @param shape [nH, nW]
 * @returns shape (nH, nW), filled with dz / (nH · nW)
 */
export function distributeValue(dz: number, shape: readonly number[]): NDArray {
  // BEGIN SOLUTION
  const [nH, nW] = shape;
  return np.full([nH, nW], dz / (nH * nW));
  // END SOLUTION
}

/**
 * The way back through a pooling layer. Each dA[i, h, w, c] goes back to the window
 * that A[i, h, w, c] came from: with "max" to the largest value only
 * (createMaskFromWindow), with "average" to all in equal parts (distributeValue).
 * Windows may overlap; then what comes to one place adds up.
 *
 * @param dA gradient of the cost by A, shape (m, nH, nW, nC)
 * @param cache { APrev, hparameters } from poolForward
 * @param mode "max" or "average"
 * @returns dAPrev, of the shape of APrev, (m, nHPrev, nWPrev, nC)
 */
export function poolBackward(
  dA: NDArray,
  cache: PoolCache,
  mode: PoolMode = "max",
): NDArray {
  // BEGIN SOLUTION
  const { APrev, hparameters } = cache;
  const { f, stride } = hparameters;
  const [m, nH, nW, nC] = dA.shape;
  const dAPrev = np.zeros(APrev.shape);
  for (let i = 0; i < m; i++) {
    for (let h = 0; h < nH; h++) {
      const rows = `${h * stride}:${h * stride + f}`;
      for (let w = 0; w < nW; w++) {
        const columns = `${w * stride}:${w * stride + f}`;
        for (let c = 0; c < nC; c++) {
          const da = dA.at(i, h, w, c);
          const mask = createMaskFromWindow(APrev.slice(i, rows, columns, c));
          const share =
            mode === "max" ? np.multiply(mask, da) : distributeValue(da, [f, f]);
          const dWindow = dAPrev.slice(i, rows, columns, c);
          dWindow.assign(np.add(dWindow, share));
        }
      }
    }
  }
  return dAPrev;
  // END SOLUTION
}

/**
 * Two convolutional layers with a shortcut around them:
 *
 *     Z1 = convolution of APrev with W1, b1          A1 = ReLU(Z1)
 *     Z2 = convolution of A1 with W2, b2             A2 = ReLU(Z2 + shortcut)
 *
 * Both convolutions have stride 1 and keep the size of the image ("same" padding, (f -
 * 1) / 2). The shortcut is APrev itself; only if the parameters have filters Ws, it is
 * the convolution of APrev with Ws (1 by 1, no bias, no padding), which gives APrev as
 * many channels as Z2 has.
 *
 * @param APrev shape (m, nH, nW, nCPrev)
 * @param parameters W1 (f, f, nCPrev, nC1), b1 (1, 1, 1, nC1), W2 (f, f, nC1, nC), b2
 *   (1, 1, 1, nC), with odd f; and Ws (1, 1, nCPrev, nC), which may be missing if
 *   nCPrev = nC
 * @returns A2, shape (m, nH, nW, nC)
 */
export function residualBlockForward(
  APrev: NDArray,
  parameters: ResidualParameters,
): NDArray {
  // BEGIN SOLUTION
  const { W1, b1, W2, b2, Ws } = parameters;
  const same = (W: NDArray) => ({ stride: 1, pad: (W.shape[0] - 1) / 2 });
  const A1 = np.maximum(convForward(APrev, W1, b1, same(W1)).Z, 0);
  const Z2 = convForward(A1, W2, b2, same(W2)).Z;
  const shortcut = Ws ? convForward(APrev, Ws, np.zeros(b2.shape), same(Ws)).Z : APrev;
  return np.maximum(np.add(Z2, shortcut), 0);
  // END SOLUTION
}

/**
 * A convolution with filters of one pixel: at every pixel, a small layer of nC units
 * that sees that pixel's channels.
 *
 *     Z[i, h, w, c] = Σ_k APrev[i, h, w, k] * W[0, 0, k, c] + b[0, 0, 0, c]
 *
 * @param APrev shape (m, nH, nW, nCPrev)
 * @param W shape (1, 1, nCPrev, nC)
 * @param b shape (1, 1, 1, nC)
 * @returns Z, shape (m, nH, nW, nC)
 */
export function conv1x1(APrev: NDArray, W: NDArray, b: NDArray): NDArray {
  // BEGIN SOLUTION
  const [m, nH, nW, nCPrev] = APrev.shape;
  const nC = W.shape[3];
  const pixels = APrev.reshape(m * nH * nW, nCPrev);
  const Z = np.dot(pixels, W.reshape(nCPrev, nC));
  return np.add(Z.reshape(m, nH, nW, nC), b);
  // END SOLUTION
}

/**
 * How many multiplications of a weight with a number of the input a convolutional layer
 * takes for one image. Products with zeros of the border count too.
 *
 * @param inputShape [nHPrev, nWPrev, nCPrev]
 * @param filterShape [f, f, nCPrev, nC]
 * @param hparameters { stride, pad }
 * @returns the number of multiplications
 */
export function multiplicationCount(
  inputShape: readonly number[],
  filterShape: readonly number[],
  hparameters: ConvHyperparameters,
): number {
  // BEGIN SOLUTION
  const [nHPrev, nWPrev] = inputShape;
  const [f, , nCPrev, nC] = filterShape;
  const { stride, pad } = hparameters;
  const nH = outputSize(nHPrev, f, pad, stride);
  const nW = outputSize(nWPrev, f, pad, stride);
  return nH * nW * nC * f * f * nCPrev;
  // END SOLUTION
}
