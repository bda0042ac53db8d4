import type { NDArray } from "./array";
import { type FloatFormat, floatFormat, formatScalar } from "./formatFloat";

const threshold = 1000;
const edgeItems = 3;
const lineWidth = 75;

/** The array as `print` shows it in NumPy with default options. */
export function format(array: NDArray): string {
  if (array.ndim === 0) return formatScalar(array.item());
  if (array.size === 0) return "[]";
  const summarize = array.size > threshold;
  const shown: number[] = [];
  collect(array, 0, array.offset, summarize, shown);
  return formatAxis(array, 0, array.offset, floatFormat(shown), summarize, " ", lineWidth);
}

/** Positions shown along an axis; -1 stands for the dots. */
export function shownPositions(length: number, summarize: boolean): number[] {
  if (!summarize || length <= 2 * edgeItems) return Array.from({ length }, (_, i) => i);
  const positions = Array.from({ length: edgeItems }, (_, i) => i);
  positions.push(-1);
  for (let i = length - edgeItems; i < length; i++) positions.push(i);
  return positions;
}

function collect(array: NDArray, axis: number, offset: number, summarize: boolean, into: number[]): void {
  if (axis === array.ndim) {
    into.push(array.data[offset]);
    return;
  }
  for (const i of shownPositions(array.shape[axis], summarize)) {
    if (i >= 0) collect(array, axis + 1, offset + i * array.strides[axis], summarize, into);
  }
}

function formatAxis(
  array: NDArray,
  axis: number,
  offset: number,
  write: FloatFormat,
  summarize: boolean,
  indent: string,
  width: number,
): string {
  const positions = shownPositions(array.shape[axis], summarize);
  const stride = array.strides[axis];
  if (axis === array.ndim - 1) {
    const words = positions.map((i) => (i < 0 ? "..." : write(array.data[offset + i * stride])));
    return `[${wrapWords(words, indent, width - 1).slice(indent.length)}]`;
  }
  const parts = positions.map((i) =>
    i < 0 ? "..." : formatAxis(array, axis + 1, offset + i * stride, write, summarize, `${indent} `, width - 1),
  );
  return `[${parts.join("\n".repeat(array.ndim - 1 - axis) + indent)}]`;
}

/** Words separated by spaces in lines of at most `width`, each line starting with the indent. */
function wrapWords(words: string[], indent: string, width: number): string {
  let text = "";
  let line = indent;
  words.forEach((word, i) => {
    if (line.length + word.length > width && line.length > indent.length) {
      text += `${line.trimEnd()}\n`;
      line = indent;
    }
    line += word;
    if (i < words.length - 1) line += " ";
  });
  return text + line;
}
