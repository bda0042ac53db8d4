import type { Part } from "../Part";
import type { SourceCell } from "../SourceCell";

/** A way of writing assignments as Python notebooks. */
export interface Format {
  name: string;
  /** Whether learners write in at least one of these cells, judging by this format's marks. */
  matches: (cells: readonly SourceCell[]) => boolean;
  /** In the order of the cells. */
  read: (cells: readonly SourceCell[]) => Part[];
  /** Whether tests belong to the question that they name; otherwise to the nearest solutions before them. */
  namesQuestions: boolean;
}
