import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { MiniBatch } from "../../assignment";
import * as solution from "../solution";

type Sets = [X: NDArray, Y: NDArray, miniBatchSize?: number, seed?: number];

/** Cuts with the columns already in their final order; each piece starts at a multiple of `stride`. */
function cut(X: NDArray, Y: NDArray, size: number, stride = size): MiniBatch[] {
  const count = Math.ceil(X.shape[1] / stride);
  return Array.from({ length: count }, (_, k) => {
    const columns = `${k * stride}:${k * stride + size}`;
    return { X: X.slice(":", columns), Y: Y.slice(":", columns) };
  });
}

function ordered(X: NDArray, order: NDArray): NDArray {
  return np.take(X, order, 1);
}

function draw(m: number, seed: number): NDArray {
  np.random.seed(seed);
  return np.random.permutation(m);
}

export const miniBatches: Misconception[] = [
  {
    id: "opt-batches-last-dropped",
    function: "randomMiniBatches",
    message: "The examples left over at the end are lost: the last mini-batch may be smaller than the others.",
    implementation: (...[X, Y, size = 64, seed]: Sets) =>
      solution.randomMiniBatches(X, Y, size, seed).filter((batch) => batch.X.shape[1] === size),
  },
  {
    id: "opt-batches-last-empty",
    function: "randomMiniBatches",
    message:
      "There is an empty mini-batch at the end when m is a multiple of the size. Add a last one only if columns are left.",
    implementation: (...[X, Y, size = 64, seed]: Sets) => {
      const batches = solution.randomMiniBatches(X, Y, size, seed);
      const empty = { X: X.slice(":", "0:0"), Y: Y.slice(":", "0:0") };
      return X.shape[1] % size === 0 ? [...batches, empty] : batches;
    },
  },
  {
    id: "opt-batches-not-shuffled",
    function: "randomMiniBatches",
    message:
      "The examples are still in their old order: put the columns of X and Y in the order of the permutation first.",
    implementation: (...[X, Y, size = 64]: Sets) => cut(X, Y, size),
  },
  {
    id: "opt-batches-labels-not-shuffled",
    function: "randomMiniBatches",
    message: "X is shuffled and Y is not, so examples lose their labels. Use the same permutation for both.",
    implementation: (...[X, Y, size = 64, seed = 0]: Sets) => cut(ordered(X, draw(X.shape[1], seed)), Y, size),
  },
  {
    id: "opt-batches-two-permutations",
    function: "randomMiniBatches",
    message:
      "X and Y are shuffled by two different permutations, so examples lose their labels. Draw one, use it twice.",
    implementation: (...[X, Y, size = 64, seed = 0]: Sets) => {
      const m = X.shape[1];
      return cut(ordered(X, draw(m, seed)), ordered(Y, np.random.permutation(m)), size);
    },
  },
  {
    id: "opt-batches-seed-ignored",
    function: "randomMiniBatches",
    message: "The seed that was passed is not used: it is always 0. Call np.random.seed(seed).",
    implementation: (...[X, Y, size]: Sets) => solution.randomMiniBatches(X, Y, size, 0),
  },
  {
    id: "opt-batches-size-ignored",
    function: "randomMiniBatches",
    message: "The mini-batches always have 64 examples: use miniBatchSize.",
    implementation: (...[X, Y, , seed]: Sets) => solution.randomMiniBatches(X, Y, 64, seed),
  },
  {
    id: "opt-batches-one-short",
    function: "randomMiniBatches",
    message: 'Every mini-batch lacks its last column: the end of a range is not part of it, "0:64" are 64 columns.',
    implementation: (...[X, Y, size = 64, seed = 0]: Sets) => {
      const order = draw(X.shape[1], seed);
      return cut(ordered(X, order), ordered(Y, order), size - 1, size);
    },
  },
  {
    id: "opt-batches-drawn-anew",
    function: "randomMiniBatches",
    message:
      "Every mini-batch is drawn from all examples again, so some come twice and others never. Draw one permutation, " +
      "and cut it into pieces.",
    implementation: (...[X, Y, size = 64, seed = 0]: Sets) => {
      np.random.seed(seed);
      return cut(X, Y, size).map((batch) => {
        const columns = np.random.permutation(X.shape[1]).slice(`0:${batch.X.shape[1]}`);
        return { X: ordered(X, columns), Y: ordered(Y, columns) };
      });
    },
  },
  {
    id: "opt-batches-inverse-order",
    function: "randomMiniBatches",
    message:
      "Example j was moved to place permutation[j]. It is the other way round: column k of the shuffled X is column " +
      "permutation[k] of X, as np.take gives it.",
    implementation: (...[X, Y, size = 64, seed = 0]: Sets) => {
      const permutation = draw(X.shape[1], seed);
      const inverse = np.zerosLike(permutation);
      for (let j = 0; j < permutation.size; j++) inverse.set(permutation.at(j), j);
      return cut(ordered(X, inverse), ordered(Y, inverse), size);
    },
  },
];
