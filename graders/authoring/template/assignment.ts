import type { Assignment, Recorded } from "../../../src/check/contract";
import { vectorized } from "../../../src/check/vectorized";
import { checks } from "./checks";
import recorded from "./expected.json";

// The graded functions in the order in which they are written, and what each is worth. Points make 100 in all; those of a
// function are the sum of the points of its checks, public (checks.ts) and hidden (staff/hidden-checks.ts).
export const assignment: Assignment = {
  number: 0,
  slug: "template",
  title: "Title of the assignment",
  functions: [
    { name: "predictLine", points: 40 },
    {
      name: "lineGradients",
      points: 60,
      // When one of these is wrong, the grader lets the reference stand in for it, so that a mistake costs its points once.
      uses: ["predictLine"],
      rules: [vectorized("lineGradients", "`np.dot` and `np.sum` take all of them")],
    },
  ],
  checks,
  recorded: recorded as Recorded,
};
