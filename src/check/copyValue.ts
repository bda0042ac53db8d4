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
export function copyValue(value: unknown): Value {
  return copy(value, compactCopy, 0);
}

/** Copies of a case's arguments, whose arrays lie in memory as the originals do. */
export function copyArguments(args: readonly Value[]): Value[] {
  return args.map((arg) => copy(arg, faithfulCopy, 0));
}

type CopyArray = (array: NDArray) => NDArray;

function copy(value: unknown, copyArray: CopyArray, depth: number): Value {
  if (depth > maxDepth) throw new UnusableValue({ kind: "nested", levels: maxDepth });
  if (value === null || value === undefined) return value;
  switch (typeof value) {
    case "number":
    case "boolean":
    case "string":
      return value;
    case "object":
      return copyObject(value, copyArray, depth);
    default:
      throw new UnusableValue({ kind: "other", type: typeof value });
  }
}

function copyObject(value: object, copyArray: CopyArray, depth: number): Value {
  if (value instanceof NDArray) {
    return copyArray(value);
  }
  if (Array.isArray(value)) {
    return Array.from(value, (item) => copy(item, copyArray, depth + 1));
  }
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag === "Promise") throw new UnusableValue({ kind: "promise" });
  if (tag !== "Object") throw new UnusableValue({ kind: "other", type: tag });

  // Without a prototype, a key such as `__proto__` is just a key.
  const record: Record<string, Value> = Object.create(null);
  for (const key of Object.keys(value)) record[key] = copy(value[key as keyof typeof value], copyArray, depth + 1);
  return record;
}

/** Learner code may have overwritten its properties. If they still agree, one copy of the elements is enough. */
function compactCopy(array: NDArray): NDArray {
  const data = array.toTypedArray();
  return sizeOf(array.shape) === data.length
    ? new NDArray(data, [...array.shape])
    : NDArray.fromData(data, array.shape);
}

function faithfulCopy({ data, shape, strides, offset }: NDArray): NDArray {
  return new NDArray(data.slice(), [...shape], [...strides], offset);
}
