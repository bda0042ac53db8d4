import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { PoolHyperparameters, PoolMode } from "../../assignment";
import * as solution from "../solution";
import { eachPlace, range, spaced, unspaced } from "../variants";

type Layer = [APrev: NDArray, hparameters: PoolHyperparameters, mode?: PoolMode];

interface Parts {
  /** Row or column where window h begins. */
  corner: (h: number, stride: number) => number;
  window: (APrev: NDArray, i: number, rows: string, columns: string, c: number) => NDArray;
  average: (window: NDArray) => number;
  /** How many windows there are along one side. */
  size: (n: number, f: number, stride: number) => number;
}

const right: Parts = {
  corner: spaced,
  window: (APrev, i, rows, columns, c) => APrev.slice(i, rows, columns, c),
  average: (window) => np.mean(window),
  size: (n, f, stride) => solution.outputSize(n, f, 0, stride),
};

/** The layer with another rule for one of its parts. */
function poolWith(part: Partial<Parts>) {
  const { corner, window, average, size } = { ...right, ...part };
  return (...[APrev, hparameters, mode = "max"]: Layer) => {
    const { f, stride } = hparameters;
    const [m, nHPrev, nWPrev, nC] = APrev.shape;
    const A = np.zeros([m, size(nHPrev, f, stride), size(nWPrev, f, stride), nC]);
    eachPlace(A.shape, (i, h, w, c) => {
      const values = window(APrev, i, range(corner(h, stride), f), range(corner(w, stride), f), c);
      A.set(i, h, w, c, mode === "max" ? np.max(values) : average(values));
    });
    return { A, cache: { APrev, hparameters } };
  };
}

export const poolForward: Misconception[] = [
  {
    id: "pool-no-sample-index",
    function: "poolForward",
    message:
      "The window is cut without the number of the image, APrev.slice(rows, columns, c), so it runs over several images, " +
      "and all of them get the same result: APrev.slice(i, rows, columns, c).",
    implementation: poolWith({ window: (APrev, _i, rows, columns, c) => APrev.slice(rows, columns, c) }),
  },
  {
    id: "pool-all-images",
    function: "poolForward",
    message:
      'The window is cut from all images at once, APrev.slice(":", rows, columns, c), so all of them get the same ' +
      "result: APrev.slice(i, rows, columns, c).",
    implementation: poolWith({ window: (APrev, _i, rows, columns, c) => APrev.slice(":", rows, columns, c) }),
  },
  {
    id: "pool-across-channels",
    function: "poolForward",
    message: "All channels are pooled together. Each one is pooled by itself: APrev.slice(i, rows, columns, c).",
    implementation: poolWith({ window: (APrev, i, rows, columns) => APrev.slice(i, rows, columns) }),
  },
  {
    id: "pool-always-max",
    function: "poolForward",
    message: 'It is the largest value in both modes; with mode "average" it is np.mean of the window.',
    implementation: poolWith({ average: (window) => np.max(window) }),
  },
  {
    id: "pool-always-average",
    function: "poolForward",
    message: 'It is the average in both modes; with mode "max" it is np.max of the window.',
    implementation: (...[APrev, hparameters]: Layer) => solution.poolForward(APrev, hparameters, "average"),
  },
  {
    id: "pool-sum",
    function: "poolForward",
    message: 'With mode "average" the window is summed: divide by f · f, or take np.mean.',
    implementation: poolWith({ average: (window) => np.sum(window) }),
  },
  {
    id: "pool-stride",
    function: "poolForward",
    message: "The windows begin at (h, w). With a stride they begin at (h · stride, w · stride).",
    implementation: poolWith({ corner: unspaced }),
  },
  {
    id: "pool-stride-is-f",
    function: "poolForward",
    message: "The windows are f pixels apart, side by side. They are stride pixels apart, and may overlap.",
    implementation: (...[APrev, hparameters, mode]: Layer) => {
      const { A } = solution.poolForward(APrev, { f: hparameters.f, stride: hparameters.f }, mode);
      return { A, cache: { APrev, hparameters } };
    },
  },
  {
    id: "pool-rest-counted",
    function: "poolForward",
    message:
      "There is a window too many, one that sticks out of the image. The number of windows is rounded down: 5 by 5 with " +
      "f = 2 and stride = 2 gives 2 by 2.",
    implementation: poolWith({ size: (n, f, stride) => Math.ceil((n - f) / stride) + 1 }),
  },
];
