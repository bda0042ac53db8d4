import { NDArray } from "../../src/core/NDArray";

/** A value as the golden files write it: arrays with their shapes; NaN and infinities as texts. */
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

const notFinite = new Set(["NaN", "Infinity", "-Infinity"]);

/** The vectors and mistakes of a golden file, as JSON gives it. */
export function readGolden(file: { vectors: readonly unknown[]; mistakes: readonly unknown[] }) {
  const vectors = file.vectors as readonly Vector[];
  const vectorOf = (id: string): Vector => {
    const found = vectors.find((vector) => vector.id === id);
    if (!found) throw new Error(`there is no golden vector ${id}`);
    return found;
  };
  return { vectors, mistakes: file.mistakes as readonly Mistake[], vectorOf };
}

export function decode(value: Stored): unknown {
  if (typeof value === "string") return notFinite.has(value) ? Number(value) : value;
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
  return decode(values.length === 1 ? values[0] : outputs);
}

export const argumentsOf = ({ inputs }: Vector): unknown[] => Object.values(inputs).map(decode);
