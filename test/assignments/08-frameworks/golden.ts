import { NDArray } from "../../../src/core/NDArray";
import golden from "../../golden/tf-vectors.json";

/** A value as the golden files write it: arrays with their shapes; NaN and Infinity as texts. */
export type Stored = number | string | StoredArray | Stored[] | { [key: string]: Stored };

interface StoredArray {
  shape: number[];
  data: (number | string)[];
}

export interface Vector {
  id: string;
  function: string;
  /** In the order of the parameters. */
  inputs: Record<string, Stored>;
  /** What the function returns, by its keys; a single value under a name of its own. */
  outputs: Record<string, Stored>;
  /** How far 32 bits may be from 64; left out for what is exact. */
  tolerance?: { abs: number; rel: number };
}

export interface Mistake {
  id: string;
  function: string;
  /** The vector whose wrong output is known, and all that show the mistake. */
  vector: string;
  shownBy: string[];
  wrongOutput: Stored;
}

export const vectors = golden.vectors as unknown as Vector[];
export const mistakes = golden.mistakes as unknown as Mistake[];

export function decode(value: Stored): unknown {
  if (typeof value !== "object") return Number(value);
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
  return decode(values.length === 1 ? values[0] : outputs);
}

export const argumentsOf = ({ inputs }: Vector): unknown[] => Object.values(inputs).map(decode);
