import type { SourcePosition } from "./SourceRegistry";

/** One call on the stack, in the learner's own code. */
export interface LearnerFrame {
  /** The function's name; empty at the top level of a cell. */
  functionName: string;
  position: SourcePosition;
}

/** A frame as stacks show it, such as `propagate (Cell [3]:2:9)`. */
export function describeFrame({ functionName, position }: LearnerFrame): string {
  const place = `${position.label}:${position.line + 1}:${position.column + 1}`;
  return functionName === "" ? place : `${functionName} (${place})`;
}
