import { realmWords } from "../../../../src/words/realmWords";
import { DOMException } from "./DOMException";

const errors: Record<string, ErrorConstructor> = {
  ...{ Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError },
};

/**
 * Copies lists, objects, maps, sets, typed arrays, dates and so on, circular ones too; instances become plain objects.
 *
 * @throws DOMException for functions, symbols, promises and weak collections
 */
export function structuredClone(value: unknown, _options?: unknown): unknown {
  return cloneOf(value, new Map());
}

function cloneOf(value: unknown, known: Map<object, unknown>): unknown {
  if (typeof value === "function" || typeof value === "symbol") throw notCloned(value);
  if (typeof value !== "object" || value === null) return value;
  if (known.has(value)) return known.get(value);
  const clone = beginning(value, known);
  known.set(value, clone);
  fill(clone, value, known);
  return clone;
}

/** The clone before its contents, which may lead back to it. */
function beginning(value: object, known: Map<object, unknown>): object {
  if (value instanceof Date) return new Date(value.getTime());
  if (value instanceof RegExp) return new RegExp(value.source, value.flags);
  if (value instanceof Map) return new Map();
  if (value instanceof Set) return new Set();
  if (value instanceof ArrayBuffer) return value.slice(0);
  if (ArrayBuffer.isView(value)) return viewOn(cloneOf(value.buffer, known) as ArrayBuffer, value);
  if (value instanceof Error) return errorLike(value);
  if (Array.isArray(value)) return new Array(value.length);
  if (value instanceof Number || value instanceof String || value instanceof Boolean) return Object(value.valueOf());
  if (/^\[object (Object|Arguments)\]$/.test(tagOf(value)) || isInstance(value)) return {};
  throw notCloned(value);
}

function fill(clone: object, value: object, known: Map<object, unknown>): void {
  if (value instanceof Map) {
    for (const [key, item] of [...value]) (clone as typeof value).set(cloneOf(key, known), cloneOf(item, known));
  } else if (value instanceof Set) {
    for (const item of [...value]) (clone as typeof value).add(cloneOf(item, known));
  } else if (Array.isArray(value) || clone.constructor === Object) {
    for (const key of Object.keys(value)) {
      const copied = cloneOf(value[key as keyof typeof value], known);
      Object.defineProperty(clone, key, { value: copied, writable: true, enumerable: true, configurable: true });
    }
  } else if (value instanceof Error && Object.hasOwn(value, "cause")) {
    Object.defineProperty(clone, "cause", { value: cloneOf(value.cause, known), writable: true, configurable: true });
  }
}

/** A view on the same part of the cloned memory, of the built-in class: one of one's own that extends it is lost. */
function viewOn(buffer: ArrayBuffer, view: ArrayBufferView): object {
  if (view instanceof DataView) return new DataView(buffer, view.byteOffset, view.byteLength);
  const kinds = globalThis as unknown as Record<string, Uint8ArrayConstructor>;
  return new kinds[tagOf(view).slice(8, -1)](buffer, view.byteOffset, (view as Uint8Array).length);
}

function errorLike(error: Error): Error {
  const clone = new (errors[error.name] ?? Error)(error.message);
  Object.defineProperty(clone, "stack", { value: error.stack, writable: true, configurable: true });
  return clone;
}

/** Whether an object is of a class with a tag of its own, rather than a built-in kind that cannot be cloned. */
function isInstance(value: object): boolean {
  return !(
    value instanceof Promise ||
    value instanceof WeakMap ||
    value instanceof WeakSet ||
    value instanceof WeakRef
  );
}

function tagOf(value: object): string {
  return Object.prototype.toString.call(value);
}

function notCloned(value: unknown): DOMException {
  const text =
    typeof value === "symbol" || typeof value === "function"
      ? String(value)
      : `#<${tagOf(value as object).slice(8, -1)}>`;
  return new DOMException(realmWords.notCloned(text), "DataCloneError");
}
