/**
 * For each line of a piece of JavaScript, the places where the line of TypeScript that it comes from changes: a flat
 * list of pairs, a column and the line that the code from there on comes from. All are counted from 1.
 */
export type LineMap = number[][];

/** The line of TypeScript that a place in its JavaScript comes from; null when it comes from none. */
export function originalLine(lines: LineMap, line: number, column: number): number | null {
  for (let current = Math.min(line, lines.length); current > 0; current--) {
    const pairs = lines[current - 1];
    for (let i = pairs.length - 2; i >= 0; i -= 2) {
      if (current < line || pairs[i] <= column) return pairs[i + 1];
    }
  }
  return null;
}
