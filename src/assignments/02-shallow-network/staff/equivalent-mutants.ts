import type { EquivalentMutant } from "../../../check/contract";

/** Mutants of the reference solution that do the same as it does, and why. */
export const equivalentMutants: EquivalentMutant[] = [
  {
    function: "nnModel",
    line: "const cost = computeCost(A2, Y);",
    reason: "computeCost does not use the parameters; they are there for a later assignment",
  },
];
