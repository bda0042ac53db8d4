import { NDArray } from "../core/NDArray";
import { sizeOf } from "../core/shape";
import { realmWords } from "../words/realmWords";
import type { Value } from "./contract";
import type { Unusable } from "./Unusable";

/** Deep enough for any result of the course; a deeper one is a mistake or an attack. */
const maxDepth = 20;

/** How deep getters are read: one that returns a new instance of its class each time would never end. */
const deepestGetters = 2;

/** Thrown for a value that a graded function may neither take nor return. */
export class UnusableValue extends Error {
  constructor(readonly what: Unusable) {
    super(realmWords.unusable(what));
    this.name = "UnusableValue";
  }
}

/** Gives an array for what is one in another form, such as a tensor; undefined for everything else. */
export type ToArray = (value: object) => NDArray | undefined;

/**
 * A deep copy that shares nothing with the original. Class instances become plain objects, with what their getters
 * return; methods are left out.
 *
 * @param met is given every array, list and object that the value consists of, from the outside in, in order
 * @param toArray is asked about every object that the value consists of
 * @throws UnusableValue when it holds something that is not a {@link Value}: a Promise, a Map, a function in a list, an
 * object of functions alone, …; or when it is nested more than 20 levels deep (a list that contains itself, for example).
 */
export function copyValue(value: unknown, met: object[] = [], toArray?: ToArray): Value {
  return copy(value, { met, copyArray: compactCopy, toArray }, 0);
}

/** Copies of a case's arguments, whose arrays lie in memory as the originals do. */
export function copyArguments(args: readonly Value[]): Value[] {
  return args.map((arg) => copy(arg, { met: [], copyArray: faithfulCopy }, 0));
}

interface Copying {
  met: object[];
  copyArray: (array: NDArray) => NDArray;
  toArray?: ToArray;
}

function copy(value: unknown, copying: Copying, depth: number): Value {
  if (depth > maxDepth) throw new UnusableValue({ kind: "nested", levels: maxDepth });
  if (value === null || value === undefined) return value;
  switch (typeof value) {
    case "number":
    case "boolean":
    case "string":
      return value;
    case "object":
      return copyObject(value, copying, depth);
    default:
      throw new UnusableValue({ kind: "other", type: typeof value });
  }
}

function copyObject(value: object, copying: Copying, depth: number): Value {
  const array = copying.toArray?.(value);
  if (array) {
    copying.met.push(value);
    return array;
  }
  if (value instanceof NDArray) {
    copying.met.push(value);
    return copying.copyArray(value);
  }
  if (Array.isArray(value)) {
    copying.met.push(value);
    return Array.from(value, (item) => copy(item, copying, depth + 1));
  }
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag === "Promise") throw new UnusableValue({ kind: "promise" });
  if (tag !== "Object") throw new UnusableValue({ kind: "other", type: tag });
  copying.met.push(value);
  // Without a prototype, a key such as `__proto__` is just a key.
  const record: Record<string, Value> = Object.create(null);
  let hasMethods = false;
  for (const key of Object.keys(value)) {
    const property: unknown = value[key as keyof typeof value];
    if (typeof property === "function") hasMethods = true;
    else record[key] = copy(property, copying, depth + 1);
  }
  if (depth <= deepestGetters) copyGetters(value, record, copying, depth);
  if (hasMethods && Object.keys(record).length === 0) throw new UnusableValue({ kind: "other", type: "function" });
  return record;
}

/** What the getters of a class return. One that fails is left out: it may be none of those that are asked for. */
function copyGetters(value: object, record: Record<string, Value>, copying: Copying, depth: number): void {
  for (let proto = Object.getPrototypeOf(value); isClass(proto); proto = Object.getPrototypeOf(proto)) {
    for (const key of Object.getOwnPropertyNames(proto)) {
      if (key in record || !Object.getOwnPropertyDescriptor(proto, key)?.get) continue;
      const before = copying.met.length;
      try {
        record[key] = copy(value[key as keyof typeof value], copying, depth + 1);
      } catch {
        copying.met.length = before;
      }
    }
  }
}

/** Whether a prototype is of a class. The prototype of all objects, in whatever realm, has none itself. */
function isClass(proto: object | null): proto is object {
  return proto !== null && Object.getPrototypeOf(proto) !== null;
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
