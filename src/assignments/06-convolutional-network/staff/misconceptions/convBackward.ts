import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { ConvCache } from "../../assignment";
import * as solution from "../solution";
import { eachPlace, put, range, spaced, unspaced } from "../variants";

interface Parts {
  /** Row or column where window h begins. */
  corner: (h: number, stride: number) => number;
  /** Whether what comes back is added, or written over what came before. */
  adds: { dAPrev: boolean; dW: boolean; db: boolean };
  /** Cuts the border off. */
  crop: (dAPrevPad: NDArray, pad: number, shape: readonly number[]) => NDArray;
}

const right: Parts = {
  corner: spaced,
  adds: { dAPrev: true, dW: true, db: true },
  crop: (padded, pad, [, nH, nW]) => padded.slice(":", range(pad, nH), range(pad, nW)),
};

/** The way back with another rule for one of its parts. */
function backWith(part: Partial<Parts>) {
  const { corner, adds, crop } = { ...right, ...part };
  return (dZ: NDArray, { APrev, W, b, hparameters }: ConvCache) => {
    const { stride, pad } = hparameters;
    const f = W.shape[0];
    const padded = solution.zeroPad(APrev, pad);
    const [dPadded, dW, db] = [np.zeros(padded.shape), np.zeros(W.shape), np.zeros(b.shape)];
    eachPlace(dZ.shape, (i, h, w, c) => {
      const place = [i, range(corner(h, stride), f), range(corner(w, stride), f)];
      const dz = dZ.at(i, h, w, c);
      put(dPadded.slice(...place), np.multiply(W.slice("...", c), dz), adds.dAPrev);
      put(dW.slice("...", c), np.multiply(padded.slice(...place), dz), adds.dW);
      put(db.slice("...", c), dz, adds.db);
    });
    return { dAPrev: crop(dPadded, pad, APrev.shape), dW, db };
  };
}

export const convBackward: Misconception[] = [
  {
    id: "conv-backward-stride",
    function: "convBackward",
    message:
      "The windows begin at (h, w), not at (h · stride, w · stride) as on the way forward. (db is right even so.)",
    implementation: backWith({ corner: unspaced }),
  },
  {
    id: "conv-backward-not-cropped",
    function: "convBackward",
    message: "dAPrev still has its border. Cut off pad rows and columns on each side: it has the shape of APrev.",
    implementation: backWith({ crop: (padded) => padded }),
  },
  {
    id: "conv-backward-crop-to-minus-pad",
    function: "convBackward",
    message:
      'The border is cut off with a range such as "0:-0" when there is no padding, which is empty. Write the end as ' +
      "pad + nHPrev instead of -pad.",
    implementation: backWith({
      crop: (padded, pad) => padded.slice(":", `${pad}:-${pad}`, `${pad}:-${pad}`),
    }),
  },
  {
    id: "conv-backward-crop-one-side",
    function: "convBackward",
    message:
      "The border of dAPrev is cut off at the bottom and on the right, twice as wide. It lies on all sides: the image " +
      "begins at row pad and column pad.",
    implementation: backWith({ crop: (padded, _pad, [, nH, nW]) => padded.slice(":", range(0, nH), range(0, nW)) }),
  },
  {
    id: "conv-backward-overwrites-dAPrev",
    function: "convBackward",
    message:
      "dAPrev's windows are overwritten. A pixel lies under many windows and filters, and gets a part from each: add up.",
    implementation: backWith({ adds: { ...right.adds, dAPrev: false } }),
  },
  {
    id: "conv-backward-overwrites-dW",
    function: "convBackward",
    message: "dW is overwritten, so only the last window of the last image counts. Add up over all of them.",
    implementation: backWith({ adds: { ...right.adds, dW: false } }),
  },
  {
    id: "conv-backward-overwrites-db",
    function: "convBackward",
    message: "db is overwritten, so it is the last dZ. It is the sum of dZ over images, rows and columns.",
    implementation: backWith({ adds: { ...right.adds, db: false } }),
  },
  {
    id: "conv-backward-divided-by-m",
    function: "convBackward",
    message: "dW and db are divided by m. That 1/m is in dZ already: only add up.",
    implementation: (dZ: NDArray, cache: ConvCache) => {
      const { dAPrev, dW, db } = solution.convBackward(dZ, cache);
      return { dAPrev, dW: np.divide(dW, dZ.shape[0]), db: np.divide(db, dZ.shape[0]) };
    },
  },
  {
    id: "conv-backward-flat-db",
    function: "convBackward",
    message: "db has the shape (nC,). Like b it has the shape (1, 1, 1, nC): sum with keepdims.",
    implementation: (dZ: NDArray, cache: ConvCache) => ({
      ...solution.convBackward(dZ, cache),
      db: np.sum(dZ, [0, 1, 2]),
    }),
  },
];
