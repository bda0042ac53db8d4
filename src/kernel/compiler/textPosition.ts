/** A place in a text, both zero-based. */
export interface TextPosition {
  line: number;
  column: number;
}

/** The line and column of an offset in UTF-16 code units. */
export function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length - 1, column: offset - lineStart };
}

/** The offset of a line and column; past the end of the line, its end. */
export function offsetAt(text: string, { line, column }: TextPosition): number {
  const lines = text.split("\n");
  const before = lines.slice(0, line).reduce((sum, previous) => sum + previous.length + 1, 0);
  return before + Math.min(column, lines[line]?.length ?? 0);
}
