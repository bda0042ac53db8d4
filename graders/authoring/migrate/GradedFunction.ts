import type { Part } from "./Part";
import type { PythonFunction } from "./python/PythonFunction";

/** A function that learners write: as it was in Python, and what it becomes. */
export interface GradedFunction {
  python: PythonFunction;
  /** In TypeScript. */
  name: string;
  /** The cell that defines it. */
  part: Part;
  points: number;
  /** The earlier graded functions that it calls, by their names in TypeScript. */
  uses: string[];
  /** The test cells whose points it gets or shares. */
  tests: Part[];
}
