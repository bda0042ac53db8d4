import type { Case, HiddenCheck, Value } from "../../../check/contract";
import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type { RandomState } from "../../../random/RandomState";

/** Random inputs, of sizes that leave a rest and are not square. Maxima are unique but where a case is about ties. */
export const hiddenChecks: HiddenCheck[] = [
  {
    id: "conv2d.random",
    function: "conv2d",
    title: "other images and filters",
    points: 4,
    cases: (random) => [
      { args: [random.randn(integer(random, 5, 8), integer(random, 9, 12)), random.randn(3, 3)] },
      { args: [random.randn(integer(random, 6, 8), integer(random, 3, 5)), random.randn(2, 2)] },
      { args: [random.randn(integer(random, 5, 6), integer(random, 7, 8)), random.randn(4, 4)] },
    ],
  },
  {
    id: "outputSize.random",
    function: "outputSize",
    title: "other images, filters, strides and paddings",
    points: 3,
    cases: (random) => {
      const f = integer(random, 2, 7);
      return [
        { args: [integer(random, 20, 200), f, integer(random, 1, 3), 1] },
        // With stride 2, one of two neighbouring sizes leaves a rest.
        { args: [2 * integer(random, 10, 50) + f, f, 0, 2] },
        { args: [2 * integer(random, 10, 50) + f + 1, f, 0, 2] },
        { args: [3 * integer(random, 10, 50) + f + 1, f, 3, 3] },
      ];
    },
  },
  {
    id: "zeroPad.random",
    function: "zeroPad",
    title: "other images and borders",
    points: 3,
    cases: (random) => [
      { args: [images(random), integer(random, 1, 3)] },
      { args: [random.randn(1, 2, 3, 1), integer(random, 1, 3)] },
      { args: [images(random), 0] },
    ],
  },
  {
    id: "convSingleStep.random",
    function: "convSingleStep",
    title: "other windows and filters",
    points: 4,
    cases: (random) =>
      [1, 2, 5].map((f) => {
        const shape = [f, f, integer(random, 2, 4)];
        return { args: [random.randn(...shape), random.randn(...shape), away(random, [1, 1, 1])] };
      }),
  },
  {
    id: "convForward.random",
    function: "convForward",
    title: "other images, filters, strides and paddings",
    points: 8,
    cases: (random) => [
      convolution(random, 3, 2, 1),
      convolution(random, 2, 1, 0),
      convolution(random, 1, 2, 2),
      convolution(random, 3, 1, 1),
      convolution(random, 2, 2, 1, 1, 1),
    ],
  },
  {
    id: "poolForward.random",
    function: "poolForward",
    title: "other images, windows and strides",
    points: 6,
    cases: (random) =>
      ["max", "average"].flatMap((mode) => [
        { args: [images(random, 5), { f: 2, stride: 2 }, mode] },
        { args: [images(random, 5), { f: 3, stride: 1 }, mode] },
        { args: [images(random, 6), { f: 2, stride: 4 }, mode] },
      ]),
  },
  {
    id: "convBackward.random",
    function: "convBackward",
    title: "other images, filters, strides and paddings",
    points: 8,
    cases: (random) => [
      back(random, convolution(random, 3, 2, 1)),
      back(random, convolution(random, 2, 1, 0)),
      back(random, convolution(random, 2, 2, 2)),
      back(random, convolution(random, 3, 1, 1)),
      back(random, convolution(random, 2, 2, 0, 1, 1)),
    ],
  },
  {
    id: "createMaskFromWindow.random",
    function: "createMaskFromWindow",
    title: "other windows, with one largest value and with two",
    points: 2,
    cases: (random) => {
      const [x, negative, tied] = [random.randn(3, 3), random.uniform(-3, -1, [2, 4]), random.randn(2, 3)];
      // The most negative value is further from 0 than the largest.
      x.set(integer(random, 0, 2), integer(random, 0, 2), -5);
      tied.set(0, integer(random, 0, 2), 4);
      tied.set(1, integer(random, 0, 2), 4);
      return [{ args: [x] }, { args: [negative] }, { args: [tied] }, { args: [random.randn(2, 3, 2)] }];
    },
  },
  {
    id: "distributeValue.random",
    function: "distributeValue",
    title: "other values and shapes",
    points: 2,
    cases: (random) => [
      { args: [away(random, []).item(), [integer(random, 3, 4), integer(random, 5, 7)]] },
      { args: [away(random, []).item(), [1, integer(random, 2, 4)]] },
      ...[1, 2].map(() => ({ args: [away(random, []).item(), [2, 3]] })),
    ],
  },
  {
    id: "poolBackward.random",
    function: "poolBackward",
    title: "other images, windows and strides",
    points: 4,
    cases: (random) =>
      ["max", "average"].flatMap((mode) => [
        poolingBack(random, 2, 2, mode),
        poolingBack(random, 3, 1, mode),
        poolingBack(random, 2, 1, mode),
        tied(poolingBack(random, 2, 2, mode)),
      ]),
  },
  {
    id: "residualBlockForward.random",
    function: "residualBlockForward",
    title: "other images and filters, with and without filters in the shortcut",
    points: 2,
    cases: (random) => [residual(random, 2, 2), residual(random, 1, 3), residual(random, 3, 3)],
  },
  {
    id: "conv1x1.random",
    function: "conv1x1",
    title: "other images and channels",
    points: 2,
    cases: (random) =>
      [2, 3].map((channels) => {
        const APrev = images(random, 3, 4);
        const W = random.randn(1, 1, 4, channels);
        return { args: [APrev, W, away(random, [1, 1, 1, channels])] };
      }),
  },
  {
    id: "multiplicationCount.random",
    function: "multiplicationCount",
    title: "other layers",
    points: 1,
    cases: (random) =>
      [1, 2].map((stride) => {
        const [nCPrev, nC, f] = [integer(random, 3, 64), integer(random, 3, 64), integer(random, 2, 5)];
        const input = [integer(random, 20, 60), integer(random, 61, 99), nCPrev];
        return { args: [input, [f, f, nCPrev, nC], { stride, pad: integer(random, 0, 2) }] };
      }),
  },
];

/** A whole number from `low` to `high`, both included. */
function integer(random: RandomState, low: number, high: number): number {
  return random.randint(low, high + 1);
}

/** Images that are not square, two or three of them unless told. */
function images(
  random: RandomState,
  size = 3,
  channels = integer(random, 2, 3),
  count = integer(random, 2, 3),
): NDArray {
  const height = size + integer(random, 0, 1);
  return random.randn(count, height, height + integer(random, 1, 2), channels);
}

/** Numbers of both signs that are not near 0: a bias that is left out must be seen. */
function away(random: RandomState, shape: number[]): NDArray {
  const signs = np.subtract(np.multiply(2, random.randint(0, 2, shape)), 1);
  return np.multiply(signs, random.uniform(0.5, 3, shape));
}

/** Small: with follow-through, each step at each place is a question to the grader. */
function convolution(
  random: RandomState,
  f: number,
  stride: number,
  pad: number,
  nC = integer(random, 2, 3),
  count = 2,
): Case {
  const nCPrev = integer(random, 2, 3);
  const APrev = images(random, 4, nCPrev, count);
  return { args: [APrev, random.randn(f, f, nCPrev, nC), away(random, [1, 1, 1, nC]), { stride, pad }] };
}

/** The way back through that convolution, for a random gradient. */
function back(random: RandomState, { args }: Case): Case {
  const [APrev, W, b, hparameters] = args as [NDArray, NDArray, NDArray, { stride: number; pad: number }];
  const { stride, pad } = hparameters;
  const size = (n: number) => Math.floor((n + 2 * pad - W.shape[0]) / stride) + 1;
  const [m, nH, nW] = APrev.shape;
  return { args: [random.randn(m, size(nH), size(nW), W.shape[3]), { APrev, W, b, hparameters }] };
}

function poolingBack(random: RandomState, f: number, stride: number, mode: string): Case {
  const APrev = images(random, 4);
  const [m, nH, nW, nC] = APrev.shape;
  const size = (n: number) => Math.floor((n - f) / stride) + 1;
  return { args: [random.randn(m, size(nH), size(nW), nC), { APrev, hparameters: { f, stride } }, mode] };
}

/** The same on the images as ReLU leaves them, the first window of each all zeros. */
function tied({ args: [dA, cache, mode] }: Case): Case {
  const { APrev, hparameters } = cache as { APrev: NDArray; hparameters: Value };
  const rectified = np.maximum(APrev, 0);
  rectified.slice(":", "0:2", "0:2").assign(0);
  return { args: [dA, { APrev: rectified, hparameters }, mode] };
}

/** With filters in the shortcut if the number of channels changes, and in one case where it does not. */
function residual(random: RandomState, nCPrev: number, nC: number): Case {
  const [inner, f1, f2] = [integer(random, 2, 3), 1 + 2 * integer(random, 0, 1), 3];
  const filters = (f: number, from: number, to: number) => np.multiply(0.5, random.randn(f, f, from, to));
  const parameters = {
    W1: filters(f1, nCPrev, inner),
    b1: away(random, [1, 1, 1, inner]),
    W2: filters(f2, inner, nC),
    b2: away(random, [1, 1, 1, nC]),
  };
  const APrev = images(random, 3, nCPrev);
  return { args: [APrev, nCPrev === 2 ? parameters : { ...parameters, Ws: filters(1, nCPrev, nC) }] };
}
