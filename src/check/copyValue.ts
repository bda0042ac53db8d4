import { NDArray } from "../core/NDArray";
import { sizeOf } from "../core/shape";
import { realmWords } from "../words/realmWords";
import type { Value } from "./contract";
import type { Unusable } from "./Unusable";

/** Deep enough for any result of the course; a deeper one is a mistake or an attack. */
const maxDepth = 20;

/** Thrown for a value that a graded function may neither take nor return. */
export class UnusableValue extends Error {
  constructor(readonly what: Unusable) {
    super(realmWords.unusable(what));
    this.name = "UnusableValue";
  }
}

/**
 * A deep copy that shares nothing with the original. Class instances become plain objects.
 *
 * @throws UnusableValue when it holds something that is not a {@link Value}: a function, a Promise, a Map, …, or when
 * it is nested more than 20 levels deep (a list that contains itself, for example).
 */
export function copyValue(value: unknown, depth = 0): Value {
  if (depth > maxDepth) throw new UnusableValue({ kind: "nested", levels: maxDepth });
  if (value === null || value === undefined) return value;
  switch (typeof value) {
    case "number":
    case "boolean":
    case "string":
      return value;
    case "object":
      return copyObject(value, depth);
    default:
      throw new UnusableValue({ kind: "other", type: typeof value });
  }
}

function copyObject(value: object, depth: number): Value {
  if (value instanceof NDArray) return copyArray(value);
  if (Array.isArray(value)) return Array.from(value, (item) => copyValue(item, depth + 1));
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag === "Promise") throw new UnusableValue({ kind: "promise" });
  if (tag !== "Object") throw new UnusableValue({ kind: "other", type: tag });
  // Without a prototype, a key such as `__proto__` is just a key.
  const copy: Record<string, Value> = Object.create(null);
  for (const key of Object.keys(value)) copy[key] = copyValue(value[key as keyof typeof value], depth + 1);
  return copy;
}

/** Learner code may have overwritten its properties. If they still agree, one copy of the elements is enough. */
function copyArray(array: NDArray): NDArray {
  const data = array.toTypedArray();
  return sizeOf(array.shape) === data.length
    ? new NDArray(data, [...array.shape])
    : NDArray.fromData(data, array.shape);
}
