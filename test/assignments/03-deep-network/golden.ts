import { expect } from "vitest";
import { NDArray } from "../../../src/core/NDArray";
import file from "../../golden/deep-vectors.json";

export interface Stored {
  shape: number[];
  data: number[];
}

export type Inputs = Record<string, unknown>;

export interface Vector {
  id: string;
  function: string;
  inputs: Inputs;
  outputs: Record<string, unknown>;
}

export interface Mistake {
  id: string;
  vector: string;
  wrongOutput: Record<string, unknown>;
}

export const vectors = file.vectors as unknown as Vector[];

const mistakes = file.mistakes as unknown as Mistake[];

export function mistake(id: string): Mistake {
  const found = mistakes.find((each) => each.id === id);
  if (!found) throw new Error(`no golden mistake ${id}`);
  return found;
}

export function inputsOf(vector: string): Inputs {
  const found = vectors.find(({ id }) => id === vector);
  if (!found) throw new Error(`no golden vector ${vector}`);
  return found.inputs;
}

/** Arrays become NDArrays, and A_prev becomes APrev. */
export function fromGolden(value: unknown): unknown {
  if (isStored(value)) return NDArray.fromData(value.data, value.shape);
  if (Array.isArray(value)) return value.map(fromGolden);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [camelCase(key), fromGolden(item)]));
}

/** Every key of `expected` is in `actual`, of the same shape and with the same numbers. */
export function expectClose(actual: unknown, expected: unknown, path: string): void {
  if (typeof expected === "number") {
    expect(Math.abs((actual as number) - expected), path).toBeLessThanOrEqual(1e-12 + 1e-9 * Math.abs(expected));
  } else if (Array.isArray(expected)) {
    expect((actual as unknown[]).length, path).toBe(expected.length);
    for (const [i, item] of expected.entries()) expectClose((actual as unknown[])[i], item, `${path}[${i}]`);
  } else if (isStored(expected)) {
    const array = actual as NDArray;
    expect([...array.shape], path).toEqual(expected.shape);
    expectClose([...array.toTypedArray()], expected.data, path);
  } else {
    for (const [key, item] of Object.entries(expected as object)) {
      expectClose((actual as Record<string, unknown>)[camelCase(key)], item, `${path}.${key}`);
    }
  }
}

function isStored(value: unknown): value is Stored {
  return typeof value === "object" && value !== null && "shape" in value && "data" in value;
}

function camelCase(key: string): string {
  return key.replace(/_([a-zA-Z])/g, (_, letter: string) => letter.toUpperCase());
}
