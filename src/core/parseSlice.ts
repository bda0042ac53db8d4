/** One index of `slice`: a position, a range such as `"1:5"`, `"::-1"` or `":"`, `"..."`, or null for a new axis. */
export type SliceIndex = number | string | null;

export interface Range {
  start: number;
  step: number;
  length: number;
}

const pattern = /^\s*(-?\d+)?\s*:\s*(-?\d+)?\s*(?::\s*(-?\d+)?\s*)?$/;

/** Python's slice rules for an axis of the given length: ends are clamped, negative numbers count from the end. */
export function parseSlice(text: string, length: number): Range {
  if (text === ":") return { start: 0, step: 1, length };
  const match = pattern.exec(text);
  if (!match) {
    throw new SyntaxError(`slice: "${text}" is not an index; write a number, "start:stop", "start:stop:step" or ":"`);
  }
  const step = match[3] === undefined ? 1 : Number(match[3]);
  if (step === 0) throw new RangeError(`slice: the step of "${text}" must not be 0`);
  const low = step > 0 ? 0 : -1;
  const high = step > 0 ? length : length - 1;
  const clamp = (given: string | undefined, otherwise: number): number => {
    if (given === undefined) return otherwise;
    const position = Number(given) < 0 ? Number(given) + length : Number(given);
    return Math.min(Math.max(position, low), high);
  };
  const start = clamp(match[1], step > 0 ? low : high);
  const stop = clamp(match[2], step > 0 ? high : low);
  return { start, step, length: Math.max(0, Math.ceil((stop - start) / step)) };
}
