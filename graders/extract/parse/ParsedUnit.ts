import type { Place } from "../Cell";
import type { Unit } from "../Unit";

/** A declaration as found, before it is known whether it can be graded. */
export interface ParsedUnit extends Pick<Unit, "names" | "place" | "source" | "uses" | "binding" | "async"> {
  /** JavaScript with the same line numbers; null when leaving out the types is not enough. */
  blanked: string | null;
  /** Set when the code around it cannot be parsed. */
  syntaxError: SyntaxProblem | null;
  /** Set when it imports a name from a module, or requests a module in an expression. */
  imports: Import[];
}

/** The compiler's complaint about a cell, where it is, and the text of that line. */
export interface SyntaxProblem {
  place: Place;
  complaint: string;
  text: string;
}

export interface Import {
  /** The module as messages name it: `fs`, or `import(fs)`. */
  module: string;
  place: Place;
}
