import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";

type Pair = [before: number, after: number];

/** Pads each of the four axes by a pair of its own. */
function padWith(pairs: (pad: number) => [Pair, Pair, Pair, Pair]) {
  return (X: NDArray, pad: number) => np.pad(X, pairs(pad));
}

/** outputSize and zeroPad: how large things are. */
export const sizes: Misconception[] = [
  {
    id: "pool-output-size",
    function: "outputSize",
    message:
      "It is rounded up, which counts a place where the filter sticks out. Round down: 5 pixels with f = 2 and " +
      "stride = 2 give 2 places, not 3.",
    implementation: (n: number, f: number, pad = 0, stride = 1) => Math.ceil((n + 2 * pad - f) / stride) + 1,
  },
  {
    id: "conv-size-not-rounded",
    function: "outputSize",
    message: "A number of places is whole: round down with Math.floor. (TypeScript's / keeps the fraction.)",
    implementation: (n: number, f: number, pad = 0, stride = 1) => (n + 2 * pad - f) / stride + 1,
  },
  {
    id: "conv-size-pad-once",
    function: "outputSize",
    message: "The padding is counted once. There is a border at both ends: n + 2 pad.",
    implementation: (n: number, f: number, pad = 0, stride = 1) => Math.floor((n + pad - f) / stride) + 1,
  },
  {
    id: "conv-size-without-1",
    function: "outputSize",
    message: "One place is missing: after the division comes + 1, for the place where the filter starts.",
    implementation: (n: number, f: number, pad = 0, stride = 1) => Math.floor((n + 2 * pad - f) / stride),
  },
  {
    id: "conv-size-1-inside",
    function: "outputSize",
    message: "The + 1 is divided by the stride too. It comes after the division: ⌊(n + 2 pad - f) / stride⌋ + 1.",
    implementation: (n: number, f: number, pad = 0, stride = 1) => Math.floor((n + 2 * pad - f + 1) / stride),
  },
  {
    id: "conv-size-stride-ignored",
    function: "outputSize",
    message: "The stride is ignored: with stride 2 there are about half as many places.",
    implementation: (n: number, f: number, pad = 0) => n + 2 * pad - f + 1,
  },
  {
    id: "conv-pad-all-axes",
    function: "zeroPad",
    message:
      "The axes of examples and channels are padded too, which makes images and colours that do not exist. Only height " +
      "and width get a border: [0, 0] for axes 0 and 3.",
    implementation: (X: NDArray, pad: number) => np.pad(X, pad),
  },
  {
    id: "conv-pad-one-side",
    function: "zeroPad",
    message:
      "The border is at the bottom and on the right only. It goes all around: [pad, pad] for each of the two axes.",
    implementation: padWith((pad) => [
      [0, 0],
      [0, pad],
      [0, pad],
      [0, 0],
    ]),
  },
  {
    id: "conv-pad-height-only",
    function: "zeroPad",
    message: "Only the height has a border; the width (axis 2) needs one as well.",
    implementation: padWith((pad) => [
      [0, 0],
      [pad, pad],
      [0, 0],
      [0, 0],
    ]),
  },
  {
    id: "conv-pad-channels-first",
    function: "zeroPad",
    message: "Axes 2 and 3 are padded, width and channels. The layout is (m, nH, nW, nC): pad axes 1 and 2.",
    implementation: padWith((pad) => [
      [0, 0],
      [0, 0],
      [pad, pad],
      [pad, pad],
    ]),
  },
  {
    id: "conv-pad-ones",
    function: "zeroPad",
    message: "The border is filled with ones, not with zeros.",
    implementation: (X: NDArray, pad: number) =>
      np.pad(
        X,
        [
          [0, 0],
          [pad, pad],
          [pad, pad],
          [0, 0],
        ],
        1,
      ),
  },
];
