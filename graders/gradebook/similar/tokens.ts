import { File, Region, TokenizedFile } from "@dodona/dolos-core";
import type { Statement } from "../../extract/Structure";

/**
 * Statements as Dolos compares them: each node is a bracket and its kind, and a bracket that closes after its children.
 * Of a node with children, the opening tokens are where it starts and the closing one where it ends, so that a run of
 * tokens covers just what lies between them. Lines are counted through all statements, one after the other.
 */
export function tokensOf(name: string, statements: readonly Statement[]): TokenizedFile {
  const tokens: string[] = [];
  const regions: Region[] = [];
  let lines = 0;
  for (const { kinds, spans, text } of statements) {
    const ends: Region[] = [];
    let at = 0;
    for (const [i, kind] of kinds.entries()) {
      if (kind === 0) {
        tokens.push(")");
        regions.push(ends.pop() as Region);
        continue;
      }
      const [line, column, lastLine, end] = spans.slice(at, at + 4);
      at += 4;
      const whole = new Region(lines + line, column, lines + lastLine, end);
      const isLeaf = kinds[i + 1] === 0;
      const opening = isLeaf ? whole : new Region(whole.startRow, column, whole.startRow, column);
      tokens.push("(", String(kind));
      regions.push(opening, opening);
      ends.push(isLeaf ? whole : new Region(whole.endRow, end, whole.endRow, end));
    }
    lines += text.split("\n").length;
  }
  return new TokenizedFile(new File(name, ""), tokens, regions);
}
