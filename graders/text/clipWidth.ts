import stringWidth from "string-width";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Shortens a text to a number of a terminal's columns, of which a Chinese character takes two and an accent none. What a
 * reader sees as one character stays whole.
 */
export function clipWidth(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = "";
  // The last column is for the ellipsis.
  let left = width - 1;
  for (const { segment } of graphemes.segment(text)) {
    left -= stringWidth(segment);
    if (left < 0) break;
    kept += segment;
  }
  return width < 1 ? "" : `${kept}…`;
}
