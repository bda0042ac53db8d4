import type { Place } from "../Cell";
import type { Unit } from "../Unit";

/** A declaration as it was found, before anybody has asked whether it can be graded. */
export interface ParsedUnit extends Pick<Unit, "names" | "place" | "source" | "uses" | "binding" | "async"> {
  /** JavaScript, line for line; null where leaving types out is not enough. */
  blanked: string | null;
  /** Set when the code around it cannot be parsed. */
  syntaxError: SyntaxProblem | null;
  /** Set when it brings a name in from a module, or asks for one in an expression. */
  imports: Import[];
}

/** What the compiler has to complain about in a cell, where, and the text of that line. */
export interface SyntaxProblem {
  place: Place;
  complaint: string;
  text: string;
}

export interface Import {
  /** As messages name it: `fs`, or `import(fs)`. */
  module: string;
  place: Place;
}
