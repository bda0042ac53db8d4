import type { EquivalentMutant } from "../../../check/contract";

const rank1 = "a rank-1 array of shape (m,) is broadcast over the rows, as (1, m) is";
const summedAnyway = "what is left are the losses, and their mean is the same over (m,) and (1, m)";

/** Mutants of the reference solution that do the same as it does, and why. */
export const equivalentMutants: EquivalentMutant[] = [
  { function: "softmax", line: "const powers = np.exp(np.subtract(Z, np.max(Z, 0)));", reason: rank1 },
  { function: "softmax", line: "const powers = np.exp(np.subtract(Z, np.max(Z, 0, false)));", reason: rank1 },
  { function: "softmax", line: "return np.divide(powers, np.sum(powers, 0));", reason: rank1 },
  { function: "softmax", line: "return np.divide(powers, np.sum(powers, 0, false));", reason: rank1 },
  { function: "crossEntropyFromLogits", line: "const highest = np.max(Z, 0);", reason: rank1 },
  { function: "crossEntropyFromLogits", line: "const highest = np.max(Z, 0, false);", reason: rank1 },
  {
    function: "crossEntropyFromLogits",
    line: "const logOfSum = np.add(highest, np.log(np.sum(powers, 0)));",
    reason: summedAnyway,
  },
  {
    function: "crossEntropyFromLogits",
    line: "const logOfSum = np.add(highest, np.log(np.sum(powers, 0, false)));",
    reason: summedAnyway,
  },
];
