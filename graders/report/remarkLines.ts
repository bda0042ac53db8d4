import type { FunctionResult } from "../engine/results";

/** What there is to say on the way functions are written, a line each. It costs no points. */
export function remarkLines(functions: readonly FunctionResult[]): string[] {
  return functions.flatMap(({ name, remarks = [] }) => remarks.map(({ message }) => `${name}: ${message}`));
}
