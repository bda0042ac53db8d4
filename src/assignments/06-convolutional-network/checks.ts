import type { Case, PublicCheck } from "../../check/contract";
import { np } from "../../np";
import { RandomState } from "../../random/RandomState";
import type { ConvCache, PoolCache, PoolHyperparameters } from "./assignment";

/** The checks that learners run themselves; "course" are the inputs of the course's own tests. */
export const checks: PublicCheck[] = [
  {
    id: "conv2d.edge",
    function: "conv2d",
    title: "a vertical edge, and a horizontal one",
    points: 2,
    cases: () => [{ args: [brightHalf(), verticalEdges()] }, { args: [brightHalf().T, verticalEdges()] }],
    hint: "At every place: multiply the 3 by 3 window with the filter, element by element, and sum the nine products.",
  },
  {
    id: "conv2d.asymmetric",
    function: "conv2d",
    title: "a wide image, a tall one, and one as small as the filter",
    points: 2,
    cases: () => {
      const random = new RandomState(1);
      return [
        { args: [random.randn(4, 6), random.randn(3, 3)] },
        { args: [random.randn(5, 3), random.randn(2, 2)] },
        { args: [random.randn(2, 2), random.randn(2, 2)] },
      ];
    },
    hint: "The image has nH rows and nW columns, and the filter fits on (nH - f + 1) · (nW - f + 1) places.",
  },
  {
    id: "outputSize.layers",
    function: "outputSize",
    title: "the layers of famous networks",
    points: 2,
    cases: () => [{ args: [32, 5] }, { args: [28, 5, 2] }, { args: [227, 11, 0, 4] }, { args: [55, 3, 0, 2] }],
    hint: "⌊(n + 2 pad - f) / stride⌋ + 1. Without padding and with stride 1, that is n - f + 1.",
  },
  {
    id: "outputSize.rest",
    function: "outputSize",
    title: "strides that do not divide evenly, and an image that is too small",
    points: 1,
    cases: () => [{ args: [5, 2, 0, 2] }, { args: [14, 5, 1, 3] }, { args: [4, 5, 0, 2] }],
    hint: "A filter that sticks out at the end is not counted: round down, below 0 too. A filter of 5 has no place in 4 pixels.",
  },
  {
    id: "zeroPad.course",
    function: "zeroPad",
    title: "four images with a border of two pixels, and four others",
    points: 3,
    cases: () => [1, 2].map((seed) => ({ args: [new RandomState(seed).randn(4, 3, 3, 2), 2] })),
    hint: "np.pad(X, [[0, 0], [before, after], [before, after], [0, 0]]): a pair for each axis (m, nH, nW, nC).",
  },
  {
    id: "convSingleStep.course",
    function: "convSingleStep",
    title: "one filter at one place, and another one",
    points: 3,
    cases: () => {
      const random = new RandomState(1);
      return [1, 2].map(() => ({ args: [random.randn(4, 4, 3), random.randn(4, 4, 3), random.randn(1, 1, 1)] }));
    },
    hint: "Multiply element by element, sum everything to one number, then add the bias once: b.item() is a number.",
  },
  {
    id: "convForward.course",
    function: "convForward",
    title: "eight filters, padding 1, stride 2",
    points: 5,
    cases: () => [convolution(1, [2, 5, 7, 4], [3, 3, 4, 8], 2, 1)],
    hint: "Window (h, w) begins at row h · stride and column w · stride of the padded image i, over all channels.",
  },
  {
    id: "convForward.plain",
    function: "convForward",
    title: "no padding, stride 1; and one image with one filter",
    points: 3,
    cases: () => [
      convolution(2, [2, 3, 4, 2], [2, 2, 2, 3], 1, 0),
      convolution(3, [2, 3, 4, 2], [2, 2, 2, 3], 1, 0),
      convolution(4, [1, 4, 5, 2], [2, 2, 2, 1], 1, 0),
    ],
    hint: "Z has shape (m, nH, nW, nC), with one channel for each filter. The cache holds the arguments as they were.",
  },
  {
    id: "poolForward.course",
    function: "poolForward",
    title: "one window of 3 by 3, largest value and average",
    points: 3,
    cases: () => [1, 2].flatMap((seed) => pooling(seed, [2, 4, 4, 3], { f: 3, stride: 2 })),
    hint: "Every channel is pooled by itself, and so is every image: APrev.slice(i, rows, columns, c).",
  },
  {
    id: "poolForward.windows",
    function: "poolForward",
    title: "windows that overlap, windows that leave a rest, and no mode",
    points: 2,
    cases: () => {
      const random = new RandomState(3);
      return [
        { args: [random.randn(1, 5, 4, 2), { f: 3, stride: 1 }, "average"] },
        { args: [random.randn(2, 5, 5, 2), { f: 2, stride: 2 }, "max"] },
        { args: [random.randn(1, 3, 4, 1), { f: 2, stride: 1 }] },
      ];
    },
    hint: 'Without a mode it is "max". A 5 by 5 image has 2 by 2 windows of f = 2, stride = 2: what sticks out is dropped.',
  },
  {
    id: "convBackward.course",
    function: "convBackward",
    title: "eight filters, padding 2, stride 2",
    points: 5,
    cases: () => [convolutionBack(1, [2, 4, 4, 3], [2, 2, 3, 8], [2, 4, 4, 8], 2, 2)],
    hint: "Use the same windows as on the way forward, in the padded images, and add up: += in all three gradients.",
  },
  {
    id: "convBackward.plain",
    function: "convBackward",
    title: "no padding, stride 1",
    points: 3,
    cases: () => [2, 3].map((seed) => convolutionBack(seed, [2, 4, 5, 2], [3, 3, 2, 2], [2, 2, 3, 2], 1, 0)),
    hint: "Each gradient has the shape of what it belongs to: dAPrev that of APrev, dW that of W, db that of b.",
  },
  {
    id: "createMaskFromWindow.course",
    function: "createMaskFromWindow",
    title: "the largest of six, of nine, of four, and of a list",
    points: 2,
    cases: () => [
      { args: [new RandomState(1).randn(2, 3)] },
      {
        args: [
          np.array([
            [-1, 2, 3],
            [2, -3, 2],
            [1, 5, -2],
          ]),
        ],
      },
      {
        args: [
          np.array([
            [-4, 3],
            [-7, 1],
          ]),
        ],
      },
      { args: [np.array([2, -3, 5, 1])] },
    ],
    hint: "np.equal(x, y) is 1 where both are equal and 0 elsewhere, for any shape; np.max(x) is one number.",
  },
  {
    id: "createMaskFromWindow.ties",
    function: "createMaskFromWindow",
    title: "two largest values, and two that are nearly the same",
    points: 1,
    cases: () => [
      {
        args: [
          np.array([
            [0, 2],
            [2, -1],
          ]),
        ],
      },
      {
        args: [
          np.array([
            [2, 1],
            [0, 2.000001],
          ]),
        ],
      },
    ],
    hint: "Where the maximum comes several times, every one of them gets a 1, and what is smaller gets none.",
  },
  {
    id: "distributeValue.course",
    function: "distributeValue",
    title: "2 over two by two, 6 over two by five",
    points: 2,
    cases: () => [{ args: [2, [2, 2]] }, { args: [6, [2, 5]] }],
    hint: "np.full([nH, nW], value): all the parts together give dz again.",
  },
  {
    id: "poolBackward.course",
    function: "poolBackward",
    title: "overlapping windows, largest value and average",
    points: 3,
    cases: () => poolingBack(1, [5, 5, 3, 2], [5, 4, 2, 2], { f: 2, stride: 1 }),
    hint: "Add to dAPrev's window: mask · dA[i, h, w, c] for the maximum, distributeValue(dA[i, h, w, c], [f, f]) else.",
  },
  {
    id: "poolBackward.stride",
    function: "poolBackward",
    title: "stride 2, no mode, and maxima that come several times",
    points: 2,
    cases: () => {
      const hparameters = { f: 2, stride: 2 };
      const [max, average] = poolingBack(2, [2, 5, 4, 2], [2, 2, 2, 2], hparameters);
      const tied: PoolCache = { APrev: afterRelu(), hparameters };
      return [{ args: max.args.slice(0, 2) }, average, { args: [max.args[0], tied] }];
    },
    hint: 'Window (h, w) begins at row h · stride and column w · stride. Without a mode it is "max". After ReLU, many windows are all 0: then every place is a maximum, and each of them gets dA[i, h, w, c].',
  },
  {
    id: "residualBlockForward.identity",
    function: "residualBlockForward",
    title: "the shortcut is the input",
    points: 2,
    cases: () => [4, 5].map((seed) => residual(seed, [2, 4, 3, 2], [3, 3, 2, 3], [3, 3, 3, 2])),
    hint: "Add APrev to Z2, before the second ReLU. ReLU(Z) is np.maximum(Z, 0).",
  },
  {
    id: "residualBlockForward.projection",
    function: "residualBlockForward",
    title: "the shortcut has filters of its own",
    points: 1,
    cases: () => [residual(5, [1, 4, 4, 2], [5, 5, 2, 3], [3, 3, 3, 4], [1, 1, 2, 4])],
    hint: "If parameters.Ws is there, the shortcut is the convolution of APrev with it, with stride 1 and no padding.",
  },
  {
    id: "conv1x1.pixels",
    function: "conv1x1",
    title: "from three channels to two, and from two to four",
    points: 2,
    cases: () => [oneByOne(6, [2, 3, 2, 3], 2), oneByOne(7, [1, 2, 4, 2], 4), oneByOne(8, [1, 2, 4, 2], 4)],
    hint: "APrev.reshape(m · nH · nW, nCPrev) is a matrix with a row for each pixel; so one np.dot is enough.",
  },
  {
    id: "multiplicationCount.inception",
    function: "multiplicationCount",
    title: "5 by 5 filters, alone and behind a bottleneck",
    points: 2,
    cases: () => [
      { args: [[28, 28, 192], [5, 5, 192, 32], { stride: 1, pad: 2 }] },
      { args: [[28, 28, 192], [1, 1, 192, 16], { stride: 1, pad: 0 }] },
      { args: [[227, 225, 3], [11, 11, 3, 96], { stride: 4, pad: 0 }] },
    ],
    hint: "Count the numbers that come out, nH · nW · nC, and how many products are summed for each of them.",
  },
];

type Shape = [number, number, number, number];

/** An image of 6 by 6 pixels: 10 in the left half, 0 in the right one. */
function brightHalf() {
  return np.multiply(np.ones([6, 1]), np.array([10, 10, 10, 0, 0, 0]));
}

/** Detects vertical edges: bright minus dark, from left to right. */
function verticalEdges() {
  return np.multiply(np.ones([3, 1]), np.array([1, 0, -1]));
}

function convolution(seed: number, shape: Shape, filters: Shape, stride: number, pad: number): Case {
  const random = new RandomState(seed);
  const args = [random.randn(...shape), random.randn(...filters), random.randn(1, 1, 1, filters[3])];
  return { args: [...args, { stride, pad }] };
}

/** The gradient is drawn last; its shape is that of the convolution's output. */
function convolutionBack(seed: number, shape: Shape, filters: Shape, output: Shape, stride: number, pad: number): Case {
  const random = new RandomState(seed);
  const [APrev, W] = [random.randn(...shape), random.randn(...filters)];
  const b = random.randn(1, 1, 1, filters[3]);
  const cache: ConvCache = { APrev, W, b, hparameters: { stride, pad } };
  return { args: [random.randn(...output), cache] };
}

/** The same images in both modes. */
function pooling(seed: number, shape: Shape, hparameters: PoolHyperparameters): Case[] {
  const APrev = new RandomState(seed).randn(...shape);
  return ["max", "average"].map((mode) => ({ args: [APrev, hparameters, mode] }));
}

function poolingBack(seed: number, shape: Shape, output: Shape, hparameters: PoolHyperparameters): Case[] {
  const random = new RandomState(seed);
  const cache: PoolCache = { APrev: random.randn(...shape), hparameters };
  const dA = random.randn(...output);
  return ["max", "average"].map((mode) => ({ args: [dA, cache, mode] }));
}

/** Small images as ReLU leaves them: each channel of the first has a window of zeros, and one with two largest values. */
function afterRelu() {
  const APrev = np.maximum(new RandomState(3).randn(2, 5, 4, 2), 0);
  APrev.slice(0, "0:2", "0:2").assign(0);
  APrev.slice(0, 2, "2:4").assign(3);
  return APrev;
}

function residual(seed: number, shape: Shape, first: Shape, second: Shape, shortcut?: Shape): Case {
  const random = new RandomState(seed);
  const parameters = {
    W1: np.multiply(0.4, random.randn(...first)),
    b1: random.randn(1, 1, 1, first[3]),
    W2: np.multiply(0.4, random.randn(...second)),
    b2: random.randn(1, 1, 1, second[3]),
  };
  const APrev = random.randn(...shape);
  return { args: [APrev, shortcut ? { ...parameters, Ws: random.randn(...shortcut) } : parameters] };
}

function oneByOne(seed: number, shape: Shape, channels: number): Case {
  const random = new RandomState(seed);
  return { args: [random.randn(...shape), random.randn(1, 1, shape[3], channels), random.randn(1, 1, 1, channels)] };
}
