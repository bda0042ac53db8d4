/** The UTF-16 offset in `text` of Jupyter's cursor position, which counts code points. */
export function toUtf16(text: string, codePoints: number): number {
  return Array.from(text).slice(0, codePoints).join("").length;
}

/** The number of code points in front of a UTF-16 offset. */
export function toCodePoints(text: string, offset: number): number {
  return Array.from(text.slice(0, offset)).length;
}
