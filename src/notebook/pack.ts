import { toBase64 } from "./toBase64";

/** Numbers as plotly.js takes them without a list: base64 of a typed array's bytes, with the shape if there are rows. */
export interface PackedNumbers {
  dtype: string;
  bdata: string;
  shape?: string;
}

/** Shorter lists are as short in JSON, and can be read there. */
const shortest = 16;

const wholeTypes = [
  { dtype: "u1", least: 0, most: 255, pack: Uint8Array },
  { dtype: "i2", least: -32_768, most: 32_767, pack: Int16Array },
  { dtype: "i4", least: -(2 ** 31), most: 2 ** 31 - 1, pack: Int32Array },
] as const;

/**
 * A list of numbers, or of rows of equal length, in a quarter to a half of the space; anything else as it is. Rows are
 * colours on a screen, for which single precision is plenty.
 */
export function pack(values: unknown): unknown {
  const shape = shapeOf(values);
  if (!shape) return values;
  const numbers = (values as unknown[]).flat(shape.length - 1) as number[];
  if (numbers.length < shortest || !numbers.every((value) => typeof value === "number")) return values;
  const { dtype, bytes } = bytesOf(numbers, shape.length > 1);
  return { dtype, bdata: toBase64(bytes), ...(shape.length > 1 ? { shape: shape.join(", ") } : {}) };
}

/** Undefined for what is not a list, and for rows of different lengths. */
function shapeOf(values: unknown): number[] | undefined {
  if (!Array.isArray(values)) return undefined;
  if (!Array.isArray(values[0])) return [values.length];
  const inner = shapeOf(values[0]);
  const isEven = values.every((row) => shapeOf(row)?.join() === inner?.join());
  return inner && isEven ? [values.length, ...inner] : undefined;
}

function bytesOf(numbers: number[], isSingle: boolean): { dtype: string; bytes: Uint8Array } {
  const whole = numbers.every(Number.isInteger)
    ? wholeTypes.find(({ least, most }) => numbers.every((value) => value >= least && value <= most))
    : undefined;
  const typed = whole ? new whole.pack(numbers) : isSingle ? new Float32Array(numbers) : new Float64Array(numbers);
  return { dtype: whole?.dtype ?? (isSingle ? "f4" : "f8"), bytes: new Uint8Array(typed.buffer) };
}
