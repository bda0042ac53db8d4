import type { PublicCheck } from "../../../src/check/contract";
import { np } from "../../../src/np";

/**
 * The checks that learners run themselves, on fixed inputs. `nablab build` records what the reference returns for them.
 * Every misconception has to show here. A function needs at least one public check and one hidden one.
 */
export const checks: PublicCheck[] = [
  {
    id: "predictLine.small",
    function: "predictLine",
    title: "three examples of two features",
    points: 20,
    cases: () => [{ args: threeExamples().slice(0, 3) }],
    hint: "wᵀ has shape (1, n) and X has shape (n, m): np.dot(w.T, X) has one number for each example.",
  },
  {
    id: "lineGradients.small",
    function: "lineGradients",
    title: "three examples of two features",
    points: 25,
    cases: () => [{ args: threeExamples() }],
    hint: "Start from the error Ŷ - Y, which has shape (1, m). dw has the shape of w, and db is a number.",
  },
];

/** w (2, 1), b, X (2, 3), Y (1, 3). */
function threeExamples() {
  return [
    np.array([[2], [-1]]),
    0.5,
    np.array([
      [1, 0, -2],
      [3, 1, 0.5],
    ]),
    np.array([[0, -1, 2]]),
  ];
}
