import type { EquivalentMutant } from "../../../check/contract";

const oneOutput = "the network has one output: W3ᵀ is a column and dZ3 a row, and their product is the same either way";
const neverEqual = "np.random.rand does not draw exactly keepProb";

/** Mutants of the reference solution that do the same as it does, and why. */
export const equivalentMutants: EquivalentMutant[] = [
  {
    function: "backwardPropagationWithRegularization",
    line: "const dA2 = np.multiply(W3.T, dZ3);",
    reason: oneOutput,
  },
  {
    function: "backwardPropagationWithDropout",
    line: "const dA2 = np.divide(np.multiply(np.multiply(W3.T, dZ3), D2), keepProb);",
    reason: oneOutput,
  },
  { function: "backwardPropagationN", line: "const dA2 = np.multiply(W3.T, dZ3);", reason: oneOutput },
  {
    function: "forwardPropagationWithDropout",
    line: "const D1 = np.lessEqual(np.random.rand(Z1.shape[0], Z1.shape[1]), keepProb);",
    reason: neverEqual,
  },
  {
    function: "forwardPropagationWithDropout",
    line: "const D2 = np.lessEqual(np.random.rand(Z2.shape[0], Z2.shape[1]), keepProb);",
    reason: neverEqual,
  },
  {
    function: "forwardPropagationWithDropout",
    line: "const D2 = np.less(np.random.rand(Z2.shape[0], Z1.shape[1]), keepProb);",
    reason: "Z1 and Z2 both have a column for every example",
  },
  {
    function: "gradientCheckN",
    line: "difference = np.norm(np.subtract(gradApprox, grad)) / (np.norm(grad) + np.norm(gradApprox));",
    reason: "a list of numbers is as long as its opposite",
  },
];
