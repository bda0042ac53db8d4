import type { GradedFunction } from "./GradedFunction";
import type { Part } from "./Part";

/** All that is known of the notebook, in the terms of an assignment. */
export interface Lesson {
  /** Of the notebook that it came from. */
  fileName: string;
  /** The name of the authoring format. */
  format: string;
  slug: string;
  number: number;
  title: string;
  parts: Part[];
  functions: GradedFunction[];
}
