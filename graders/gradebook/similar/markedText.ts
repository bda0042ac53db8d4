import type { Statement } from "../../extract/Structure";
import type { Part } from "./commonParts";

/** A stretch of text; `part` is the position of the common part that it belongs to, or null. */
export interface Stretch {
  text: string;
  part: number | null;
}

/**
 * Statements with the parts that are common, each cut into stretches. Where parts overlap, a stretch belongs to the
 * longest of them.
 *
 * @param parts in lines through all statements
 */
export function markedText(statements: readonly Statement[], parts: readonly Part[]): Stretch[][] {
  let lines = 0;
  return statements.map(({ text }) => {
    const starts = lineStarts(text);
    const from = lines;
    lines += starts.length;
    const offset = (line: number, column: number): number => {
      if (line < from) return 0;
      return line >= lines ? text.length : Math.min(text.length, starts[line - from] + column);
    };
    const spans = parts.map((part, i) => ({
      part: i,
      start: offset(part.startLine, part.start),
      end: offset(part.endLine, part.end),
    }));
    return stretchesOf(text, spans);
  });
}

function stretchesOf(text: string, spans: readonly { part: number; start: number; end: number }[]): Stretch[] {
  const owner = new Int32Array(text.length).fill(-1);
  for (const { part, start, end } of spans.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    for (let i = start; i < end; i++) if (owner[i] < 0) owner[i] = part;
  }
  const stretches: Stretch[] = [];
  for (let start = 0, i = 1; start < text.length; i++) {
    if (i < text.length && owner[i] === owner[start]) continue;
    stretches.push({ text: text.slice(start, i), part: owner[start] < 0 ? null : owner[start] });
    start = i;
  }
  return stretches;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
