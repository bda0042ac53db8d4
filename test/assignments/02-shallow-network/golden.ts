import { expect } from "vitest";
import { NDArray } from "../../../src/core/NDArray";
import golden from "../../golden/shallow-vectors.json";

export { golden };

/** An array, an object of them, a truth value or a number, as the golden file has it. */
export type Stored = { shape: number[]; data: (number | boolean)[] } | { [name: string]: Stored } | number;

/** Ours for theirs: arrays of their shape, dictionaries with the same keys. */
export function revive(stored: Stored): unknown {
  if (typeof stored === "number") return stored;
  if (isArray(stored)) return NDArray.fromData(stored.data.map(Number), stored.shape);
  return Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, revive(value)]));
}

/** The arguments of a golden vector, in the order of the function's parameters. */
export function argumentsOf(id: string): unknown[] {
  const vector = golden.vectors.find((each) => each.id === id);
  if (!vector) throw new Error(`there is no golden vector ${id}`);
  return Object.values(vector.inputs).map((input) => revive(input as Stored));
}

export function expectClose(actual: unknown, stored: unknown, path: string): void {
  if (typeof stored === "number") {
    expect(Math.abs((actual as number) - stored), path).toBeLessThanOrEqual(1e-12 + 1e-9 * Math.abs(stored));
  } else if (isArray(stored)) {
    const array = actual as NDArray;
    expect([...array.shape], path).toEqual(stored.shape);
    const data = array.toTypedArray();
    for (const [i, value] of stored.data.entries()) expectClose(data[i], Number(value), `${path}[${i}]`);
  } else {
    for (const [key, value] of Object.entries(stored as object)) {
      expectClose((actual as Record<string, unknown>)[key], value, `${path}.${key}`);
    }
  }
}

function isArray(stored: unknown): stored is { shape: number[]; data: (number | boolean)[] } {
  return typeof stored === "object" && stored !== null && "shape" in stored;
}
