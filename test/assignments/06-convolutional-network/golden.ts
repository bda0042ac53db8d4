import { expect } from "vitest";
import { NDArray } from "../../../src/core/NDArray";
import file from "../../golden/conv-vectors.json";

interface Stored {
  shape: number[];
  data: (number | boolean)[];
}

export type Values = Record<string, unknown>;

export interface Vector {
  id: string;
  function: string;
  variant: string;
  inputs: Values;
  outputs: Values;
  derived?: Values;
}

export interface Mistake {
  id: string;
  vector: string;
  wrongOutput: Values;
}

export const vectors = file.vectors as unknown as Vector[];

export const mistakes = file.mistakes as unknown as Mistake[];

export function vectorOf(id: string): Vector {
  const found = vectors.find((vector) => vector.id === id);
  if (!found) throw new Error(`there is no golden vector ${id}`);
  return found;
}

const isStored = (value: unknown): value is Stored => typeof value === "object" && value !== null && "data" in value;

/** Ours for theirs: arrays of their shape; numbers, names and lists as they are. */
export function revive(value: unknown): unknown {
  return isStored(value) ? NDArray.fromData(value.data.map(Number), value.shape) : value;
}

/** The inputs by name. */
export function inputsOf({ inputs }: Vector): Record<string, never> {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, revive(value) as never]));
}

export function expectClose(actual: unknown, stored: unknown, path: string): void {
  if (isStored(stored)) {
    const array = actual as NDArray;
    expect([...array.shape], path).toEqual(stored.shape);
    const data = array.toTypedArray();
    for (const [i, value] of stored.data.entries()) expectClose(data[i], Number(value), `${path}[${i}]`);
  } else {
    const expected = stored as number;
    expect(Math.abs((actual as number) - expected), path).toBeLessThanOrEqual(1e-12 + 1e-9 * Math.abs(expected));
  }
}
