/** NumPy's names, and abbreviations, of functions that have another name here. */
const otherNames: Record<string, string> = {
  absolute: "abs",
  concat: "concatenate",
  div: "divide",
  empty: "zeros",
  inverse: "reciprocal",
  mul: "multiply",
  neg: "negative",
  pow: "power",
  sub: "subtract",
  true_divide: "divide",
};

/**
 * The candidate that was most likely meant: another spelling of the same name (`expand_dims`, `tanH`), one that the name
 * is short for (`mult`) or begins with (`squared`), or one with a letter or two wrong. Undefined if none is near.
 */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const candidates = names.filter((candidate) => candidate !== name);
  const plain = plainly(name);
  const meant = Object.hasOwn(otherNames, name) ? otherNames[name] : undefined;
  if (meant !== undefined && candidates.includes(meant)) return meant;
  const same = candidates.find((candidate) => plainly(candidate) === plain);
  if (same !== undefined || plain.length < 3) return same;
  const ranked = candidates
    .filter((candidate) => candidate.length > 1)
    .map((candidate) => ({ candidate, distance: distance(plain, plainly(candidate)) }))
    .filter(({ candidate, distance }) => distance <= Math.min(2, plain.length / 3, candidate.length / 3))
    .sort((a, b) => a.distance - b.distance);
  if (ranked.length > 0) return ranked[0].candidate;
  const begins = (candidate: string): boolean => {
    const other = plainly(candidate);
    return other.length > 2 && (other.startsWith(plain) || plain.startsWith(other));
  };
  const parts = candidates.filter(begins);
  return parts.sort((a, b) => Math.abs(a.length - plain.length) - Math.abs(b.length - plain.length))[0];
}

/**
 * The same among several modules, such as `np` and `np.random`, with the module's name before it: of all that have this
 * very name, or else first in the module where it was looked for.
 */
export function nearestInModules(
  name: string,
  owner: string,
  modules: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  for (const [module, names] of modules) if (module !== owner && names.includes(name)) return `${module}.${name}`;
  for (const module of new Set([owner, ...modules.keys()])) {
    const near = nearestName(name, modules.get(module) ?? []);
    if (near !== undefined) return `${module}.${near}`;
  }
  return undefined;
}

function plainly(name: string): string {
  return name.toLowerCase().replaceAll("_", "");
}

/** Levenshtein's distance, with two neighbours exchanged as one step. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost, isSwap ? before[j - 2] + 1 : Infinity));
    }
    before = row;
    row = next;
  }
  return row[b.length];
}
