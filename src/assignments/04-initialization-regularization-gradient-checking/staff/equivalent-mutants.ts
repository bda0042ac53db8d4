import type { EquivalentMutant } from "../../../check/contract";

const neverEqual = "np.random.rand does not draw exactly keepProb";

/** Mutants of the reference solution that do the same as it does, and why. */
export const equivalentMutants: EquivalentMutant[] = [
  {
    function: "forwardPropagationWithDropout",
    line: "D1 = np.lessEqual(np.random.rand(A1.shape[0], A1.shape[1]), keepProb);",
    reason: neverEqual,
  },
  {
    function: "forwardPropagationWithDropout",
    line: "D2 = np.lessEqual(np.random.rand(A2.shape[0], A2.shape[1]), keepProb);",
    reason: neverEqual,
  },
  {
    function: "forwardPropagationWithDropout",
    line: "D2 = np.less(np.random.rand(A2.shape[0], A1.shape[1]), keepProb);",
    reason: "A1 and A2 both have a column for every example",
  },
  {
    function: "gradientCheckN",
    line: "np.norm(np.subtract(gradApprox, grad)) / (np.norm(grad) + np.norm(gradApprox));",
    reason: "a list of numbers is as long as its opposite",
  },
];
