import type { FunctionResult } from "../engine/results";

/** Remarks on how functions are written, one per line. They cost no points. */
export function remarkLines(functions: readonly FunctionResult[]): string[] {
  return functions.flatMap(({ name, remarks = [] }) => remarks.map(({ message }) => `${name}: ${message}`));
}
