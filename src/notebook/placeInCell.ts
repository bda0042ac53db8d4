import { stackOf } from "./stackHook";

/** A line of a cell, and the function it is in: "" at the top level. */
export interface CellPlace {
  function: string;
  cell: string;
  line: number;
}

const frame = /^(?:(\S+) \()?(Cell \[\d+\]):(\d+):\d+\)?$/;

/** The innermost line of an error's stack that is in a cell, such as `propagate (Cell [3]:2:9)`, as our kernel has it. */
export function frameInCell(error: unknown): string | undefined {
  const lines = error instanceof Error ? stackOf(error).split("\n") : [];
  return lines.map((line) => line.replace(/^ +at /, "")).find((line) => frame.test(line));
}

export function placeInCell(line: string): CellPlace | null {
  const match = frame.exec(line);
  return match && { function: match[1] ?? "", cell: match[2], line: Number(match[3]) };
}
