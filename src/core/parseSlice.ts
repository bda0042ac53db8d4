/** One index of `slice`: a position, a range such as `"1:5"`, `"::-1"` or `":"`, `"..."`, or null for a new axis. */
export type SliceIndex = number | string | null;

/** A range as written: a missing end is undefined, negative ones count from the end. */
export interface Range {
  readonly start: number | undefined;
  readonly stop: number | undefined;
  readonly step: number;
}

const pattern = /^\s*(-?\d+)?\s*:\s*(-?\d+)?\s*(?::\s*(-?\d+)?\s*)?$/;

/** Loops slice the same windows again and again, and looking a range up is several times faster than parsing it. */
const parsed = new Map<string, Range>();
const mostParsed = 4096;

/**
 * Reads a range such as `"1:5"`.
 *
 * @throws SyntaxError if the text is not a range, RangeError for a step of 0
 */
export function parseSlice(text: string): Range {
  const known = parsed.get(text);
  if (known) return known;
  const match = pattern.exec(text);
  if (!match) {
    throw new SyntaxError(`slice: "${text}" is not an index; write a number, "start:stop", "start:stop:step" or ":"`);
  }
  const [start, stop, step = 1] = match.slice(1).map((digits) => (digits === undefined ? undefined : Number(digits)));
  if (step === 0) throw new RangeError(`slice: the step of "${text}" must not be 0`);
  const range = { start, stop, step };
  if (parsed.size >= mostParsed) parsed.clear();
  parsed.set(text, range);
  return range;
}

/** Where a range begins on an axis of the given length, by Python's rules: ends are clamped. */
export function firstOf(range: Range, length: number): number {
  if (range.start === undefined) return range.step > 0 ? 0 : length - 1;
  return clamp(range.start, range.step, length);
}

/** The number of elements in a range that begins at `first` on an axis of the given length. */
export function countOf(range: Range, first: number, length: number): number {
  const { stop, step } = range;
  const end = stop === undefined ? (step > 0 ? length : -1) : clamp(stop, step, length);
  const distance = step > 0 ? end - first : first - end;
  if (distance <= 0) return 0;
  return step === 1 ? distance : Math.ceil(distance / Math.abs(step));
}

function clamp(given: number, step: number, length: number): number {
  const position = given < 0 ? given + length : given;
  const low = step > 0 ? 0 : -1;
  const high = step > 0 ? length : length - 1;
  return position < low ? low : position > high ? high : position;
}
