import type { Assignment, Recorded } from "../../check/contract";
import { vectorized } from "../../check/vectorized";
import type { NDArray } from "../../core/NDArray";
import { checks } from "./checks";
import recorded from "./expected.json";

export const assignment: Assignment = {
  number: 6,
  slug: "convolutional-network",
  title: "A convolutional network: filters, pooling, and digits read at 97 %",
  functions: [
    { name: "conv2d", points: 8 },
    { name: "outputSize", points: 6 },
    { name: "zeroPad", points: 6, rules: [vectorized("zeroPad", "`np.pad` takes all images")] },
    {
      name: "convSingleStep",
      points: 7,
      rules: [vectorized("convSingleStep", "`np.sum` of `np.multiply` takes the whole window")],
    },
    { name: "convForward", points: 16, uses: ["outputSize", "zeroPad", "convSingleStep"] },
    { name: "poolForward", points: 11, uses: ["outputSize"] },
    { name: "convBackward", points: 16, uses: ["zeroPad"] },
    {
      name: "createMaskFromWindow",
      points: 5,
      rules: [vectorized("createMaskFromWindow", "a comparison with `np.max(x)` takes the whole window")],
    },
    { name: "distributeValue", points: 4, rules: [vectorized("distributeValue", "`np.full` makes the whole window")] },
    { name: "poolBackward", points: 9, uses: ["createMaskFromWindow", "distributeValue"] },
    { name: "residualBlockForward", points: 5, uses: ["zeroPad", "convForward"] },
    { name: "conv1x1", points: 4, uses: ["convForward"] },
    { name: "multiplicationCount", points: 3, uses: ["outputSize"] },
  ],
  checks,
  recorded: recorded as Recorded,
};

/** How a filter moves: by `stride` pixels at a time, over images with `pad` zeros on every side. */
export type ConvHyperparameters = Record<"stride" | "pad", number>;

/** Windows of f by f pixels, `stride` pixels apart. */
export type PoolHyperparameters = Record<"f" | "stride", number>;

export type PoolMode = "max" | "average";

/** The arguments of convForward, for the way back. */
export type ConvCache = Record<"APrev" | "W" | "b", NDArray> & { hparameters: ConvHyperparameters };

/** The arguments of poolForward, for the way back. */
export type PoolCache = Record<"APrev", NDArray> & { hparameters: PoolHyperparameters };

/** The filters of the two convolutions, and Ws, those of the shortcut, where it needs any. */
export type ResidualParameters = Record<`W${1 | 2}` | `b${1 | 2}`, NDArray> & { Ws?: NDArray };
