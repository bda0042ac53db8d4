import { NDArray } from "../core/NDArray";
import type { Outcome, Value } from "./contract";
import type { Shared } from "./Shared";

type Returned = Extract<Outcome, { kind: "returned" }>;

/**
 * The first two parts of the actual result that are one, and that the expected one has as well, but apart from each
 * other; null if there are none.
 */
export function sharedBeyond({ shared = [] }: Returned, expected: Returned): Shared | null {
  if (shared.length === 0) return null;
  const known = new Set(expected.shared?.map(keyOf));
  const isThere = (path: string | null) => path === null || has(expected.value, path);
  return shared.find((pair) => !known.has(keyOf(pair)) && isThere(pair.path) && isThere(pair.with)) ?? null;
}

/** Which of two comes first depends on the order in which a function lists its keys. */
function keyOf({ path, with: other }: Shared): string {
  return JSON.stringify(other === null ? [path] : [path, other].sort());
}

/** Whether the value has a part at this path, such as `grads.dw` or `costs[1]`. */
function has(value: Value, path: string): boolean {
  return path === "" || partsOf(value, "").includes(path);
}

function partsOf(value: Value, path: string): string[] {
  if (typeof value !== "object" || value === null || value instanceof NDArray) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, item]: [string, Value]) => {
    const place = isList ? `${path}[${key}]` : path ? `${path}.${key}` : key;
    return [place, ...partsOf(item, place)];
  });
}
