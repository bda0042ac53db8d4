import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { PoolCache, PoolMode } from "../../assignment";
import * as solution from "../solution";
import { eachPlace, put, range, spaced, unspaced } from "../variants";

interface Parts {
  /** Row or column where window h begins. */
  corner: (h: number, stride: number) => number;
  /** Whether what comes back is added, or written over what came before. */
  adds: boolean;
  max: (window: NDArray, da: number) => NDArray;
  average: (window: NDArray, da: number) => NDArray;
}

const right: Parts = {
  corner: spaced,
  adds: true,
  max: (window, da) => np.multiply(solution.createMaskFromWindow(window), da),
  average: (window, da) => solution.distributeValue(da, window.shape),
};

/** The way back with another rule for one of its parts. */
function backWith(part: Partial<Parts>) {
  const parts = { ...right, ...part };
  return (dA: NDArray, { APrev, hparameters: { f, stride } }: PoolCache, mode: PoolMode = "max") => {
    const dAPrev = np.zeros(APrev.shape);
    eachPlace(dA.shape, (i, h, w, c) => {
      const place = [i, range(parts.corner(h, stride), f), range(parts.corner(w, stride), f), c];
      put(dAPrev.slice(...place), parts[mode](APrev.slice(...place), dA.at(i, h, w, c)), parts.adds);
    });
    return dAPrev;
  };
}

/** createMaskFromWindow, distributeValue and poolBackward. */
export const poolBackward: Misconception[] = [
  {
    id: "pool-mask-values",
    function: "createMaskFromWindow",
    message: "The mask holds the largest value itself. It is 1 there: it says where the maximum is, not what it is.",
    implementation: (x: NDArray) => np.multiply(x, np.equal(x, np.max(x))),
  },
  {
    id: "pool-mask-first-only",
    function: "createMaskFromWindow",
    message: "Where the maximum comes several times, only the first one has a 1. Every place that equals it gets one.",
    implementation: (x: NDArray) => np.equal(np.arange(x.size).reshape(...x.shape), np.argmax(x)),
  },
  {
    id: "pool-mask-absolute",
    function: "createMaskFromWindow",
    message: "The mask finds the value that is furthest from 0. The maximum is the largest one, signs included.",
    implementation: (x: NDArray) => np.equal(np.abs(x), np.max(np.abs(x))),
  },
  {
    id: "pool-mask-minimum",
    function: "createMaskFromWindow",
    message: "The mask is the other way round: 0 at the maximum and 1 elsewhere.",
    implementation: (x: NDArray) => np.notEqual(x, np.max(x)),
  },
  {
    id: "pool-mask-rows",
    function: "createMaskFromWindow",
    message: "Every row has a maximum of its own. It is the largest value of the whole window that counts: np.max(x).",
    implementation: (x: NDArray) => np.equal(x, np.max(x, 1, true)),
  },
  {
    id: "pool-distribute-whole",
    function: "distributeValue",
    message: "Every place gets the whole value. Share it out: dz / (nH · nW) for each.",
    implementation: (dz: number, shape: readonly number[]) => np.full(shape, dz),
  },
  {
    id: "pool-distribute-rows",
    function: "distributeValue",
    message: "The value is divided by nH only. There are nH · nW places.",
    implementation: (dz: number, shape: readonly number[]) => np.full(shape, dz / shape[0]),
  },
  {
    id: "pool-distribute-sum",
    function: "distributeValue",
    message: "The value is divided by nH + nW. There are nH · nW places.",
    implementation: (dz: number, shape: readonly number[]) => np.full(shape, dz / (shape[0] + shape[1])),
  },
  {
    id: "pool-backward-overwrites",
    function: "poolBackward",
    message: "dAPrev's windows are overwritten. Windows overlap, so add what comes to each place.",
    implementation: backWith({ adds: false }),
  },
  {
    id: "pool-backward-stride",
    function: "poolBackward",
    message: "The windows begin at (h, w), not at (h · stride, w · stride) as on the way forward.",
    implementation: backWith({ corner: unspaced }),
  },
  {
    id: "pool-backward-mask-only",
    function: "poolBackward",
    message: "The mask alone is added. It only says where: multiply it by dA[i, h, w, c].",
    implementation: backWith({ max: (window) => solution.createMaskFromWindow(window) }),
  },
  {
    id: "pool-backward-first-maximum",
    function: "poolBackward",
    message:
      "Where the maximum comes several times, only the first one gets dA. After ReLU that is common, and each of them " +
      "gets it: createMaskFromWindow has a 1 for all.",
    implementation: backWith({
      max: (window, da) =>
        np.multiply(np.equal(np.arange(window.size).reshape(...window.shape), np.argmax(window)), da),
    }),
  },
  {
    id: "pool-backward-maxima-share",
    function: "poolBackward",
    message:
      "Where the maximum comes several times, dA is shared out. Each of them gets all of it: mask · dA[i, h, w, c].",
    implementation: backWith({
      max: (window, da) => {
        const mask = solution.createMaskFromWindow(window);
        return np.multiply(mask, da / np.sum(mask));
      },
    }),
  },
  {
    id: "pool-backward-average-not-shared",
    function: "poolBackward",
    message:
      'With mode "average" every place of the window gets the whole dA. It gets its f²-th part: distributeValue.',
    implementation: backWith({ average: (window, da) => np.full(window.shape, da) }),
  },
  {
    id: "pool-backward-always-max",
    function: "poolBackward",
    message: 'It is the way back of "max" in both modes. An average came from all the places of its window equally.',
    implementation: backWith({ average: right.max }),
  },
  {
    id: "pool-backward-always-average",
    function: "poolBackward",
    message: 'It is the way back of "average" in both modes. A maximum came from one place, which gets all of dA.',
    implementation: backWith({ max: right.average }),
  },
];
