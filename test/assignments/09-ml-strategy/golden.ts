import { NDArray } from "../../../src/core/NDArray";
import golden from "../../golden/ml-vectors.json";

/** A value as the golden files write it: arrays with their shapes, NaN as a text. */
export type Stored = number | string | StoredArray | Stored[] | { [key: string]: Stored };

interface StoredArray {
  shape: number[];
  data: (number | "NaN")[];
}

export interface Vector {
  id: string;
  function: string;
  /** In the order of the parameters. */
  inputs: Record<string, Stored>;
  /** What the function returns, by its keys; a single value under another name. */
  outputs: Record<string, Stored>;
}

export interface Mistake {
  id: string;
  function: string;
  /** The vector that shows it, and all that do. */
  vector: string;
  shownBy: string[];
  wrongOutput: Stored;
}

export const vectors = golden.vectors as unknown as Vector[];
export const mistakes = golden.mistakes as unknown as Mistake[];

export function decode(value: Stored): unknown {
  if (typeof value === "string") return value === "NaN" ? Number.NaN : value;
  if (typeof value === "number") return value;
  if (Array.isArray(value)) return value.map(decode);
  if (isArray(value)) return NDArray.fromData(value.data.map(Number), value.shape);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item)]));
}

function isArray(value: object): value is StoredArray {
  return "shape" in value && "data" in value;
}

/** The result of a vector as the function returns it. */
export function resultOf({ outputs }: Vector): unknown {
  const values = Object.values(outputs);
  const single = values.length === 1;
  return decode(single ? values[0] : outputs);
}
