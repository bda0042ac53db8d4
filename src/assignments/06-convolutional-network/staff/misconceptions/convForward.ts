import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { ConvHyperparameters } from "../../assignment";
import * as solution from "../solution";
import { eachPlace, range, spaced, unspaced } from "../variants";

type Layer = [APrev: NDArray, W: NDArray, b: NDArray, hparameters: ConvHyperparameters];

interface Parts {
  /** Row or column where window h begins. */
  corner: (h: number, stride: number) => number;
  /** Number of windows of which Z gets values; the rest of it stays 0. */
  filled: (size: number, f: number) => number;
  /** Which image a window of image i is cut from. */
  image: (i: number) => number;
  /** Which filter makes channel c. */
  filter: (c: number) => number;
  /** One filter at one place. */
  step: (window: NDArray, W: NDArray, b: NDArray) => number;
}

const right: Parts = {
  corner: spaced,
  filled: (size) => size,
  image: (i) => i,
  filter: (c) => c,
  step: solution.convSingleStep,
};

/** The layer with another rule for one of its parts. */
function convWith(part: Partial<Parts>) {
  const { corner, filled, image, filter, step } = { ...right, ...part };
  return (...[APrev, W, b, hparameters]: Layer) => {
    const { stride, pad } = hparameters;
    const [m, nHPrev, nWPrev] = APrev.shape;
    const [f, , , nC] = W.shape;
    const [nH, nW] = [nHPrev, nWPrev].map((n) => solution.outputSize(n, f, pad, stride));
    const padded = solution.zeroPad(APrev, pad);
    const Z = np.zeros([m, nH, nW, nC]);
    eachPlace([m, filled(nH, f), filled(nW, f), nC], (i, h, w, c) => {
      const window = padded.slice(image(i), range(corner(h, stride), f), range(corner(w, stride), f));
      Z.set(i, h, w, c, step(window, W.slice("...", filter(c)), b.slice("...", c)));
    });
    return { Z, cache: { APrev, W, b, hparameters } };
  };
}

export const convForward: Misconception[] = [
  {
    id: "conv-forward-border",
    function: "convForward",
    message:
      "The last rows and columns of Z stay 0: the loops end at nH - f + 1. nH is the number of places already, so loop " +
      "while h < nH.",
    implementation: convWith({ filled: (size, f) => size - f + 1 }),
  },
  {
    id: "conv-forward-stride-and-border",
    function: "convForward",
    message:
      "The windows begin at (h, w) instead of (h · stride, w · stride), and the loops end at nH - f + 1, so that the " +
      "last rows and columns of Z stay 0. nH is the number of places already: loop while h < nH.",
    implementation: convWith({ corner: unspaced, filled: (size, f) => size - f + 1 }),
  },
  {
    id: "conv-forward-stride",
    function: "convForward",
    message: "The windows begin at (h, w). With a stride they begin at (h · stride, w · stride).",
    implementation: convWith({ corner: unspaced }),
  },
  {
    id: "conv-forward-pad-forgotten",
    function: "convForward",
    message: "The images are not padded: begin with zeroPad(APrev, pad), and count pad in outputSize.",
    implementation: (...[APrev, W, b, hparameters]: Layer) => {
      const { Z } = solution.convForward(APrev, W, b, { ...hparameters, pad: 0 });
      return { Z, cache: { APrev, W, b, hparameters } };
    },
  },
  {
    id: "conv-forward-first-image",
    function: "convForward",
    message: "Every image gets the result of the first one: cut the window from image i, APrevPad.slice(i, …).",
    implementation: convWith({ image: () => 0 }),
  },
  {
    id: "conv-forward-first-filter",
    function: "convForward",
    message: 'All channels of Z come from the first filter: filter c is W.slice(":", ":", ":", c).',
    implementation: convWith({ filter: () => 0 }),
  },
  {
    id: "conv-forward-bias-in-sum",
    function: "convForward",
    message: "The bias is added to every product before the sum. Sum the products first, then add b once.",
    implementation: convWith({ step: (window, W, b) => np.sum(np.add(np.multiply(window, W), b)) }),
  },
  {
    id: "conv-forward-bias-missing",
    function: "convForward",
    message: "The bias is missing: each filter c adds its b[0, 0, 0, c].",
    implementation: convWith({ step: (window, W) => np.sum(np.multiply(window, W)) }),
  },
  {
    id: "conv-forward-relu",
    function: "convForward",
    message:
      "Z has no negative numbers: an activation has been applied. convForward gives Z; ReLU is a step of its own.",
    implementation: (...layer: Layer) => {
      const { Z, cache } = solution.convForward(...layer);
      return { Z: np.maximum(Z, 0), cache };
    },
  },
  {
    id: "conv-forward-cache-padded",
    function: "convForward",
    message:
      "Z is right, but the cache holds the padded images. It holds the arguments as they were: convBackward pads again.",
    implementation: (...layer: Layer) => {
      const { Z, cache } = solution.convForward(...layer);
      return { Z, cache: { ...cache, APrev: solution.zeroPad(cache.APrev, cache.hparameters.pad) } };
    },
  },
];
