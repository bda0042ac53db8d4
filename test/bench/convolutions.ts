import type { NDArray } from "../../src/core/NDArray";
import { np } from "../../src/np";

// Four ways to write the loops of convForward: images (m, H, W, C), filters (f, f, C, F), biases (1, 1, 1, F), stride
// 1, no padding. workloads.py has them as the course writes them in NumPy.

function output(X: NDArray, W: NDArray): NDArray {
  return np.zeros([X.shape[0], X.shape[1] - W.shape[0] + 1, X.shape[2] - W.shape[1] + 1, W.shape[3]]);
}

/** Indices into the typed arrays, as in assignment 6's notebook: f columns with all their channels are contiguous. */
export function convFlat(X: NDArray, W: NDArray, b: NDArray): NDArray {
  const Z = output(X, W);
  const [m, height, width, filters] = Z.shape;
  const [, imageHeight, imageWidth, channels] = X.shape;
  const f = W.shape[0];
  const x = X.data;
  const k = W.data;
  const biases = b.data;
  let to = 0;
  for (let i = 0; i < m; i++) {
    for (let h = 0; h < height; h++) {
      for (let w = 0; w < width; w++) {
        for (let c = 0; c < filters; c++) {
          let sum = 0;
          let weight = c;
          for (let p = 0; p < f; p++) {
            const from = ((i * imageHeight + h + p) * imageWidth + w) * channels;
            for (let q = 0; q < f * channels; q++) {
              sum += x[from + q] * k[weight];
              weight += filters;
            }
          }
          Z.data[to++] = sum + biases[c];
        }
      }
    }
  }
  return Z;
}

/** `row()` for the innermost loop. */
export function convRow(X: NDArray, W: NDArray, b: NDArray): NDArray {
  const Z = output(X, W);
  const [m, height, width, filters] = Z.shape;
  const [f, , channels] = W.shape;
  const x = X.data;
  const k = W.data;
  for (let i = 0; i < m; i++) {
    for (let h = 0; h < height; h++) {
      for (let w = 0; w < width; w++) {
        for (let c = 0; c < filters; c++) {
          let sum = 0;
          for (let p = 0; p < f; p++) {
            for (let q = 0; q < f; q++) {
              const from = X.row(i, h + p, w + q);
              const weight = W.row(p, q, 0) + c;
              for (let ch = 0; ch < channels; ch++) sum += x[from + ch] * k[weight + ch * filters];
            }
          }
          Z.set(i, h, w, c, sum + b.at(0, 0, 0, c));
        }
      }
    }
  }
  return Z;
}

/** `at` and `set` everywhere. */
export function convAt(X: NDArray, W: NDArray, b: NDArray): NDArray {
  const Z = output(X, W);
  const [m, height, width, filters] = Z.shape;
  const [f, , channels] = W.shape;
  for (let i = 0; i < m; i++) {
    for (let h = 0; h < height; h++) {
      for (let w = 0; w < width; w++) {
        for (let c = 0; c < filters; c++) {
          let sum = 0;
          for (let p = 0; p < f; p++) {
            for (let q = 0; q < f; q++) {
              for (let ch = 0; ch < channels; ch++) sum += X.at(i, h + p, w + q, ch) * W.at(p, q, ch, c);
            }
          }
          Z.set(i, h, w, c, sum + b.at(0, 0, 0, c));
        }
      }
    }
  }
  return Z;
}

/** A slice times the kernel, as the course writes it in NumPy. */
export function convSlices(X: NDArray, W: NDArray, b: NDArray): NDArray {
  const Z = output(X, W);
  const [m, height, width, filters] = Z.shape;
  const f = W.shape[0];
  for (let i = 0; i < m; i++) {
    for (let h = 0; h < height; h++) {
      for (let w = 0; w < width; w++) {
        const window = X.slice(i, `${h}:${h + f}`, `${w}:${w + f}`);
        for (let c = 0; c < filters; c++) {
          const step = np.sum(np.multiply(window, W.slice(":", ":", ":", c))) + b.slice(":", ":", ":", c).item();
          Z.set(i, h, w, c, step);
        }
      }
    }
  }
  return Z;
}
