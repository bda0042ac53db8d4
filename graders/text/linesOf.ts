import { readSync } from "node:fs";

/** A line of a file, without its line feed. */
export interface Line {
  offset: number;
  length: number;
  /** Null for a line that is longer than the limit. */
  text: string | null;
}

/**
 * The lines of an open file that end in a line feed, in one pass, with no more than one line in memory.
 *
 * @param longest the most bytes that a line may have for its text to be kept
 */
export function* linesOf(file: number, longest: number): Generator<Line> {
  const chunk = Buffer.alloc(2 ** 20);
  let pieces: Buffer[] = [];
  let offset = 0;
  let length = 0;
  const take = (piece: Buffer): void => {
    length += piece.length;
    // Copied, because the chunk is reused.
    if (length <= longest) pieces.push(Buffer.from(piece));
  };
  let position = 0;
  for (let count = 1; count > 0; position += count) {
    count = readSync(file, chunk, 0, chunk.length, position);
    const filled = chunk.subarray(0, count);
    let start = 0;
    for (let feed = filled.indexOf(10); feed >= 0; feed = filled.indexOf(10, start)) {
      take(filled.subarray(start, feed));
      yield { offset, length, text: length <= longest ? Buffer.concat(pieces).toString("utf8") : null };
      offset += length + 1;
      start = feed + 1;
      pieces = [];
      length = 0;
    }
    take(filled.subarray(start));
  }
}
