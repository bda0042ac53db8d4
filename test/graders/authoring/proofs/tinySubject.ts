import type { Subject } from "../../../../graders/authoring/proofs/Proof";
import type { Assignment, HiddenCheck, PublicCheck } from "../../../../src/check/contract";
import { prepareChecks } from "../../../../src/check/prepare";
import { NDArray } from "../../../../src/core/NDArray";
import { np } from "../../../../src/np";
import type { RandomState } from "../../../../src/random/RandomState";
import { ownCourse } from "../../../ownCourse";

const solutionSource = `
/**
 * Half of x.
 *
 * @param x shape (n, m)
 * @returns x / 2, of the same shape
 */
export function half(x: NDArray): NDArray {
  // BEGIN SOLUTION
  return np.divide(x, 2);
  // END SOLUTION
}

/**
 * A quarter of x.
 *
 * @param x a matrix (n, m)
 * @returns an array of the same shape
 */
export function quarter(x: NDArray): NDArray {
  // BEGIN SOLUTION
  return half(half(x));
  // END SOLUTION
}
`;

const half = (x: NDArray): NDArray => np.divide(x, 2);
const functions = { half, quarter: (x: NDArray): NDArray => half(half(x)) };

export const hiddenHalf: HiddenCheck = {
  id: "half.random",
  function: "half",
  title: "",
  points: 40,
  cases: (random: RandomState) => [{ args: [random.randn(2, 3)] }],
};

export const publicHalf: PublicCheck = {
  id: "half.public",
  function: "half",
  title: "",
  points: 10,
  cases: () => [{ args: [NDArray.fromData([1, -2], [1, 2])] }],
};

/** A proof's view of an assignment with two functions, which is sound except for the given changes. */
export async function tinySubject({
  publicCheck = publicHalf,
  hiddenCheck = hiddenHalf,
  ...changed
}: Partial<Subject> & { publicCheck?: PublicCheck; hiddenCheck?: HiddenCheck } = {}): Promise<Subject> {
  const assignment: Assignment = {
    number: 99,
    slug: "tiny",
    title: "Tiny",
    functions: [
      { name: "half", points: 50 },
      { name: "quarter", points: 50, uses: ["half"] },
    ],
    checks: [publicCheck],
    recorded: {},
  };
  const staff = {
    solution: functions,
    misconceptions: [],
    alternatives: [{ title: "times a half", functions: { half: (x: NDArray) => np.multiply(x, 0.5) } }],
    hiddenChecks: [hiddenCheck],
  };
  const subject = { course: ownCourse, assignment, staff, solutionSource, checks: [], seeds: 10, ...changed };
  return { ...subject, checks: await prepareChecks(subject.assignment, subject.staff, { hidden: true, seed: 1 }) };
}
