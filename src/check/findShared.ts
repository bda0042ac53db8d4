import { NDArray } from "../core/NDArray";
import type { Value } from "./contract";
import { overlap } from "./overlap";
import { isPath, mostShared, type Shared } from "./Shared";

/** What the results of one function were made of, so that a later call that hands it out again is noticed. */
export class HandedOut {
  private readonly objects = new WeakSet<object>();
  /** By their memory, which does not stay alive because it is a key here. */
  private readonly arrays = new WeakMap<ArrayBufferLike, NDArray[]>();

  has(thing: object): boolean {
    if (!(thing instanceof NDArray)) return this.objects.has(thing);
    return this.arrays.get(thing.data.buffer)?.some((other) => overlap(other, thing)) ?? false;
  }

  add(thing: object): void {
    if (!(thing instanceof NDArray)) {
      this.objects.add(thing);
      return;
    }
    const { buffer } = thing.data;
    const known = this.arrays.get(buffer);
    if (!known) this.arrays.set(buffer, [thing]);
    else if (known.length < mostShared) known.push(thing);
  }
}

/**
 * What is handed out twice within a result, or again after an earlier call. Notes the result for later calls.
 *
 * @param met the arrays, lists and objects that the result consists of, as `copyValue` met them
 * @param copied the copy
 */
export function findShared(met: readonly object[], copied: Value, earlier: HandedOut): Shared[] {
  const pairs = pairsIn(met);
  const again = met.flatMap((thing, i) => (!isEmpty(thing) && earlier.has(thing) ? [i] : []));
  for (const thing of met) if (!isEmpty(thing)) earlier.add(thing);
  if (pairs.length + again.length === 0) return [];
  const paths = [...pathsIn(copied, "")];
  return [
    ...pairs.map(([i, j]): Shared => ({ path: paths[j], with: paths[i] })),
    ...again.map((i): Shared => ({ path: paths[i], with: null })),
  ]
    .filter(({ path, with: other }) => isPath(path) && (other === null || isPath(other)))
    .slice(0, mostShared);
}

/** The positions of two that are one object, or arrays that have an element in common. */
function pairsIn(met: readonly object[]): [number, number][] {
  const pairs: [number, number][] = [];
  const places = new Map<object, number[]>();
  for (const [j, thing] of met.entries()) {
    if (isEmpty(thing)) continue;
    const key = thing instanceof NDArray ? thing.data.buffer : thing;
    const before = places.get(key);
    if (!before) {
      places.set(key, [j]);
      continue;
    }
    for (const i of before) if (pairs.length < mostShared && isShared(met[i], thing)) pairs.push([i, j]);
    if (before.length < mostShared) before.push(j);
  }
  return pairs;
}

function isShared(one: object, other: object): boolean {
  return one === other || (one instanceof NDArray && other instanceof NDArray && overlap(one, other));
}

/** Nothing can be written to it that another would see. */
function isEmpty(thing: object): boolean {
  return thing instanceof NDArray ? thing.size === 0 : Object.keys(thing).length === 0;
}

/** In the order in which `copyValue` meets them. */
function* pathsIn(value: Value, path: string): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  yield path;
  if (value instanceof NDArray) return;
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* pathsIn(item, `${path}[${i}]`);
  else for (const [key, item] of Object.entries(value)) yield* pathsIn(item, path ? `${path}.${key}` : key);
}
