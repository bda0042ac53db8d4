import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { ResidualParameters } from "../../assignment";
import * as solution from "../solution";

interface Values {
  APrev: NDArray;
  A1: NDArray;
  Z2: NDArray;
  shortcut: NDArray;
}

const relu = (Z: NDArray) => np.maximum(Z, 0);

/** The block, with another ending. */
function blockWith(end: (values: Values) => NDArray, activate = relu) {
  return (APrev: NDArray, { W1, b1, W2, b2, Ws }: ResidualParameters) => {
    const same = (A: NDArray, W: NDArray, b: NDArray) =>
      solution.convForward(A, W, b, { stride: 1, pad: (W.shape[0] - 1) / 2 }).Z;
    const A1 = activate(same(APrev, W1, b1));
    const Z2 = same(A1, W2, b2);
    return end({ APrev, A1, Z2, shortcut: Ws ? same(APrev, Ws, np.zeros(b2.shape)) : APrev });
  };
}

export const residualBlock: Misconception[] = [
  {
    id: "conv-residual-no-shortcut",
    function: "residualBlockForward",
    message: "The shortcut is missing: these are two plain layers. Add APrev to Z2, then ReLU.",
    implementation: blockWith(({ Z2 }) => relu(Z2)),
  },
  {
    id: "conv-residual-after-relu",
    function: "residualBlockForward",
    message: "The shortcut is added after the second ReLU. It joins before: ReLU(Z2 + shortcut).",
    implementation: blockWith(({ Z2, shortcut }) => np.add(relu(Z2), shortcut)),
  },
  {
    id: "conv-residual-no-last-relu",
    function: "residualBlockForward",
    message: "The second ReLU is missing: A2 = ReLU(Z2 + shortcut).",
    implementation: blockWith(({ Z2, shortcut }) => np.add(Z2, shortcut)),
  },
  {
    id: "conv-residual-no-first-relu",
    function: "residualBlockForward",
    message: "The ReLU between the two convolutions is missing: A1 = ReLU(Z1).",
    implementation: blockWith(
      ({ Z2, shortcut }) => relu(np.add(Z2, shortcut)),
      (Z) => Z,
    ),
  },
  {
    id: "conv-residual-shortcut-relu",
    function: "residualBlockForward",
    message: "The shortcut has a ReLU of its own. It goes around everything, as it is: ReLU(Z2 + shortcut).",
    implementation: blockWith(({ Z2, shortcut }) => relu(np.add(Z2, relu(shortcut)))),
  },
];
