import type { Reason } from "../../../src/words/Saying";
import type { Place } from "../Cell";
import type { Effects, Unit } from "../Unit";

/** A declaration or a statement as found, before it is known whether it can be graded. */
export interface ParsedUnit extends Effects, Pick<Unit, "place" | "binding" | "async"> {
  /** The code that declares its names, or does what the statement does. */
  declaring: Code;
  /** The code that assigns to its names instead, for one that a program gives several values. */
  assigning: Code;
  /** Where in its cell it is run: imports and functions are there from the start. */
  rank: Rank;
  /** Set when the code around it cannot be parsed. */
  syntaxError: SyntaxProblem | null;
  /** Set when it imports a name from a module, or requests a module in an expression. */
  imports: Import[];
}

/** A piece of code on its own. */
export interface Code {
  /** TypeScript. */
  source: string;
  /** JavaScript with the same line numbers; null when leaving out the types is not enough. */
  blanked: string | null;
}

export const ranks = { import: 0, function: 1, statement: 2, exportList: 3 } as const;
export type Rank = (typeof ranks)[keyof typeof ranks];

/** The compiler's complaint about a cell, where it is, and the text of that line. */
export interface SyntaxProblem {
  place: Place;
  complaint: Reason;
  text: string;
}

export interface Import {
  /** The module as messages name it: `fs`, or `import(fs)`. */
  module: string;
  place: Place;
}
