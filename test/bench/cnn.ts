import type { NDArray } from "../../src/core/NDArray";
import { np } from "../../src/np";
import { RandomState } from "../../src/random/RandomState";

// A small convolutional network that copies the images' windows into rows (im2col), so that matrix products do the
// work:
// 28 x 28 x 1 -> 5 x 5 conv, 8 -> max pool, ReLU -> 5 x 5 conv, 16 -> max pool, ReLU -> 256 -> 10, softmax.

const batchSize = 32;
const rate = 0.05;

/** Every f by f window as a row: (m, h, w, c) to (m (h - f + 1) (w - f + 1), f f c). */
function imageToColumns(A: NDArray, f: number): NDArray {
  const [m, height, width, channels] = A.shape;
  const length = f * channels;
  const columns = np.zeros([m * (height - f + 1) * (width - f + 1), f * length]);
  const [from, to] = [A.data, columns.data];
  let position = 0;
  for (let i = 0; i < m; i++) {
    for (let h = 0; h <= height - f; h++) {
      for (let w = 0; w <= width - f; w++) {
        for (let u = 0; u < f; u++) {
          const start = A.row(i, h + u, w);
          for (let k = 0; k < length; k++) to[position + k] = from[start + k];
          position += length;
        }
      }
    }
  }
  return columns;
}

/** The inverse direction: adds every row to the window it came from. */
function columnsToImage(columns: NDArray, shape: readonly number[], f: number): NDArray {
  const A = np.zeros(shape);
  const [m, height, width, channels] = shape;
  const length = f * channels;
  const [from, to] = [columns.data, A.data];
  let position = 0;
  for (let i = 0; i < m; i++) {
    for (let h = 0; h <= height - f; h++) {
      for (let w = 0; w <= width - f; w++) {
        for (let u = 0; u < f; u++) {
          const start = A.row(i, h + u, w);
          for (let k = 0; k < length; k++) to[start + k] += from[position + k];
          position += length;
        }
      }
    }
  }
  return A;
}

/** The maximum of every 2 by 2 window, and its position in `Z.data`. */
function pool(Z: NDArray): { A: NDArray; origin: Int32Array } {
  const [m, height, width, channels] = Z.shape;
  const A = np.zeros([m, height / 2, width / 2, channels]);
  const origin = new Int32Array(A.size);
  const [from, largest] = [Z.data, A.data];
  const below = width * channels;
  let to = 0;
  for (let i = 0; i < m; i++) {
    for (let h = 0; h < height; h += 2) {
      for (let w = 0; w < width; w += 2) {
        const corner = Z.row(i, h, w);
        for (let c = corner; c < corner + channels; c++) {
          let best = c;
          if (from[c + channels] > from[best]) best = c + channels;
          if (from[c + below] > from[best]) best = c + below;
          if (from[c + below + channels] > from[best]) best = c + below + channels;
          origin[to] = best;
          largest[to++] = from[best];
        }
      }
    }
  }
  return { A, origin };
}

function unpool(dA: NDArray, origin: Int32Array, shape: readonly number[]): NDArray {
  const dZ = np.zeros(shape);
  for (let i = 0; i < origin.length; i++) dZ.data[origin[i]] = dA.data[i];
  return dZ;
}

function convolve(A: NDArray, W: NDArray, b: NDArray) {
  const [m, height, width] = A.shape;
  const columns = imageToColumns(A, 5);
  const Z = np.add(np.dot(columns, W), b).reshape(m, height - 4, width - 4, W.shape[1]);
  const pooled = pool(Z);
  return { columns, shape: Z.shape, origin: pooled.origin, A: np.maximum(0, pooled.A) };
}

function softmax(Z: NDArray): NDArray {
  const powers = np.exp(np.subtract(Z, np.max(Z, 1, true)));
  return np.divide(powers, np.sum(powers, 1, true));
}

/** One epoch of mini-batches; images of shape (m, 28, 28, 1), labels one-hot of shape (m, 10). Returns the last cost. */
export function trainCnn(images: NDArray, labels: NDArray): number {
  const random = new RandomState(1);
  const weights = (rows: number, columns: number) => np.multiply(random.randn(rows, columns), Math.sqrt(2 / rows));
  let [W1, b1] = [weights(25, 8), np.zeros([1, 8])];
  let [W2, b2] = [weights(200, 16), np.zeros([1, 16])];
  let [W3, b3] = [weights(256, 10), np.zeros([1, 10])];
  const step = (P: NDArray, dP: NDArray): NDArray => np.subtract(P, np.multiply(rate, dP));
  let cost = 0;
  for (let start = 0; start < images.shape[0]; start += batchSize) {
    const window = `${start}:${start + batchSize}`;
    const Y = labels.slice(window);
    const m = Y.shape[0];
    const first = convolve(images.slice(window), W1, b1);
    const second = convolve(first.A, W2, b2);
    const flat = second.A.reshape(m, 256);
    const probabilities = softmax(np.add(np.dot(flat, W3), b3));
    cost = -np.sum(np.multiply(Y, np.log(probabilities))) / m;

    const dZ3 = np.divide(np.subtract(probabilities, Y), m);
    const dA2 = np.multiply(np.dot(dZ3, W3.T), np.greater(flat, 0));
    const dZ2 = unpool(dA2, second.origin, second.shape).reshape(-1, 16);
    const dA1 = columnsToImage(np.dot(dZ2, W2.T), first.A.shape, 5);
    const dZ1 = unpool(np.multiply(dA1, np.greater(first.A, 0)), first.origin, first.shape).reshape(-1, 8);
    [W3, b3] = [step(W3, np.dot(flat.T, dZ3)), step(b3, np.sum(dZ3, 0, true))];
    [W2, b2] = [step(W2, np.dot(second.columns.T, dZ2)), step(b2, np.sum(dZ2, 0, true))];
    [W1, b1] = [step(W1, np.dot(first.columns.T, dZ1)), step(b1, np.sum(dZ1, 0, true))];
  }
  return cost;
}
