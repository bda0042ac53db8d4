import type { Misconception } from "../../../../check/contract";
import * as solution from "../solution";

type Schedule = [learningRate0: number, epochNum: number, decayRate: number, timeInterval?: number];

/** A rule of the number of changes so far. */
function afterChanges(rule: (learningRate0: number, changes: number, decayRate: number) => number) {
  return (...[learningRate0, epochNum, decayRate, timeInterval = 1]: Schedule) =>
    rule(learningRate0, Math.floor(epochNum / timeInterval), decayRate);
}

export const decay: Misconception[] = [
  {
    id: "opt-decay-precedence",
    function: "learningRateDecay",
    message: "α_0 / 1 + … is (α_0 / 1) + …: the whole sum 1 + decayRate * epoch belongs under the fraction.",
    implementation: afterChanges((rate0, n, decayRate) => rate0 / 1 + decayRate * n),
  },
  {
    id: "opt-decay-no-one",
    function: "learningRateDecay",
    message: "The 1 is missing from the denominator: in epoch 0 that divides by 0, and it must leave α_0 as it is.",
    implementation: afterChanges((rate0, n, decayRate) => rate0 / (decayRate * n)),
  },
  {
    id: "opt-decay-linear",
    function: "learningRateDecay",
    message: "The learning rate falls along a line, and becomes negative in the end. Divide by 1 + decayRate * epoch.",
    implementation: afterChanges((rate0, n, decayRate) => rate0 * (1 - decayRate * n)),
  },
  {
    id: "opt-decay-compound",
    function: "learningRateDecay",
    message:
      "The rate of the epoch before is lowered again, so the decays multiply. Each epoch starts from α_0: " +
      "α_0 / (1 + decayRate * epoch).",
    implementation: afterChanges((rate0, n, decayRate) => rate0 / (1 + decayRate) ** n),
  },
  {
    id: "opt-decay-exponential",
    function: "learningRateDecay",
    message:
      "That is exponential decay, α_0 · decayRate^epoch: another schedule. Here it is α_0 / (1 + decayRate * epoch).",
    implementation: afterChanges((rate0, n, decayRate) => rate0 * decayRate ** n),
  },
  {
    id: "opt-decay-epoch-from-one",
    function: "learningRateDecay",
    message: "The epoch is counted one too far: epochs start at 0, and epoch 0 has the full α_0.",
    implementation: afterChanges((rate0, n, decayRate) => rate0 / (1 + decayRate * (n + 1))),
  },
  {
    id: "opt-decay-interval-ignored",
    function: "learningRateDecay",
    message: "timeInterval is not used: the rate changes only once every timeInterval epochs.",
    implementation: (...[learningRate0, epochNum, decayRate]: Schedule) =>
      solution.learningRateDecay(learningRate0, epochNum, decayRate),
  },
  {
    id: "opt-decay-interval-not-floored",
    function: "learningRateDecay",
    message: "The rate changes a little in every epoch. It stays the same for timeInterval epochs: use Math.floor.",
    implementation: (...[learningRate0, epochNum, decayRate, timeInterval = 1]: Schedule) =>
      learningRate0 / (1 + (decayRate * epochNum) / timeInterval),
  },
];
