const digits = new Map(
  Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", (digit, value) => [digit, value]),
);

/**
 * Where a program comes from, according to its source map's `mappings`: for each line, a flat list of pairs, the column
 * at which a segment begins and the line that it comes from, all counted from 0. See https://tc39.es/ecma426/.
 */
export function decodeMappings(mappings: string): number[][] {
  let line = 0;
  return mappings.split(";").map((segments) => {
    const pairs: number[] = [];
    let column = 0;
    for (const segment of segments.split(",")) {
      const fields = decodeNumbers(segment);
      column += fields[0] ?? 0;
      // The other fields are the source file, and the line and column in it.
      if (fields.length < 4) continue;
      line += fields[2];
      pairs.push(column, line);
    }
    return pairs;
  });
}

/** Numbers in base 64, least significant digit first; the lowest bit of each number is its sign. */
function decodeNumbers(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of text) {
    const bits = digits.get(digit) ?? 0;
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    numbers.push(value & 1 ? -(value >>> 1) : value >>> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
