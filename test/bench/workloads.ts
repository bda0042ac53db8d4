import type { NDArray } from "../../src/core/NDArray";
import { allowRelaxed } from "../../src/core/wasm/gemm";
import { makeMoons } from "../../src/datasets/makeMoons";
import { loadMnist } from "../../src/datasets/mnist";
import { planarFlower } from "../../src/datasets/planarFlower";
import { np } from "../../src/np";
import { RandomState } from "../../src/random/RandomState";
import { trainCnn } from "./cnn";
import { convAt, convFlat, convRow, convSlices } from "./convolutions";
import { trainAdam, trainDeep, trainShallow } from "./networks";

/** Milliseconds of the fastest of several rounds, after a warm-up: for work that takes less than a second. */
function fastest(rounds: number, work: () => unknown): number {
  let best = Infinity;
  for (let i = 0; i < rounds; i++) best = Math.min(best, timed(work));
  return best;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function convolution(conv: (X: NDArray, W: NDArray, b: NDArray) => NDArray): number {
  const random = new RandomState(0);
  const X = random.randn(10, 28, 28, 8);
  const W = random.randn(3, 3, 8, 16);
  const b = np.zeros([1, 1, 1, 16]);
  return fastest(5, () => conv(X, W, b));
}

function million(): [NDArray, NDArray] {
  const random = new RandomState(0);
  return [random.rand(1e6), random.rand(1e6)];
}

function explicitLoop(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** What is measured against the processor's peak: on two threads with fused multiply-add, and on one without. */
export const product = "np.dot of 512 x 512 matrices";
export const productInGrading = `${product}, as in grading`;

function product512(): number {
  const random = new RandomState(0);
  const a = random.rand(512, 512);
  const b = random.rand(512, 512);
  return fastest(200, () => np.dot(a, b)); // some seconds: the second thread takes a while to start
}

/** What is measured, in milliseconds; workloads.py uses the same names. */
export const workloads: Record<string, () => number> = {
  "flower net 2-4-1, 10,000 iterations": () => {
    const { X, Y } = planarFlower();
    return timed(() => trainShallow(X, Y, 4, 10_000));
  },
  "moons, mini-batch Adam, 10,000 epochs": () => {
    const { X, Y } = makeMoons(300, { noise: 0.2, random: new RandomState(3) });
    return timed(() => trainAdam(X, Y, [2, 5, 2, 1], 10_000, 0.0007));
  },
  "12288-20-7-5-1 net on 209 images, 50 iterations": () => {
    const random = new RandomState(0);
    const X = random.rand(12288, 209);
    const Y = np.greater(random.rand(1, 209), 0.5);
    return timed(() => trainDeep(X, Y, [12288, 20, 7, 5, 1], 50, 0.0075));
  },
  "np.dot of a million": () => {
    const [a, b] = million();
    return fastest(200, () => np.dot(a, b)); // a quarter of a millisecond each: fewer would be over before both are warm
  },
  "explicit loop over a million": () => {
    const [a, b] = million();
    return fastest(20, () => explicitLoop(a.data, b.data));
  },
  [product]: product512,
  [productInGrading]: () => {
    allowRelaxed(false);
    return product512();
  },
  "np.random.randn of a million": () => {
    const random = new RandomState(0);
    return fastest(5, () => random.randn(1e6));
  },
  "small CNN, an epoch of 7,000 digits": () => {
    const { XTrain, YTrain } = loadMnist({ train: 7000, test: 0 });
    const images = XTrain.T.copy().reshape(-1, 28, 28, 1);
    const labels = np.equal(YTrain.T, np.arange(10));
    return timed(() => trainCnn(images, labels));
  },
  "convForward, flat indices": () => convolution(convFlat),
  "convForward, row()": () => convolution(convRow),
  "convForward, at and set": () => convolution(convAt),
  "convForward, slices": () => convolution(convSlices),
};
