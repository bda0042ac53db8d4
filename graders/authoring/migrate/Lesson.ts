import type { GradedFunction } from "./GradedFunction";
import type { Part } from "./Part";

/** All that is known about the notebook, in the terms of an assignment. */
export interface Lesson {
  /** The name of the notebook that it came from. */
  fileName: string;
  /** The name of the authoring format. */
  format: string;
  slug: string;
  number: number;
  title: string;
  parts: Part[];
  functions: GradedFunction[];
}
