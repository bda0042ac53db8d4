import type { Part } from "../Part";
import type { SourceCell } from "../SourceCell";

/** A way of writing assignments as Python notebooks. */
export interface Format {
  name: string;
  /** Whether these cells have at least one in which learners write, by the marks of this format. */
  matches: (cells: readonly SourceCell[]) => boolean;
  /** In the order of the cells. */
  read: (cells: readonly SourceCell[]) => Part[];
  /** Whether tests belong to the question that they name; else to the nearest solutions before them. */
  namesQuestions: boolean;
}
