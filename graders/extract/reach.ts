import { isPartial } from "./isPartial";
import type { Effects } from "./Unit";

/** The parts of a declaration that matter here. */
type Declared = Pick<Effects, "kind" | "names" | "value" | "loadUses" | "laterUses">;

/**
 * The declaration of each name that counts, which is the last one; of a graded name, the last that may be a function.
 */
export function lastDeclarations<D extends Declared>(all: Iterable<D>, graded: readonly string[]): Map<string, D> {
  const last = new Map<string, D>();
  const isGraded = new Set(graded);
  for (const one of all) {
    if (isPartial(one)) continue;
    for (const name of one.names) {
      const before = last.get(name);
      const isWorse = before && isGraded.has(name) && rankOf(one) < rankOf(before);
      if (!isWorse) last.set(name, one);
    }
  }
  return last;
}

function rankOf({ value }: Declared): number {
  if (value === "function") return 2;
  return value === "unknown" ? 1 : 0;
}

/**
 * The declarations that a name reaches, each after those that it uses. Without recursion: a chain of ten thousand
 * constants must not fail.
 *
 * @param standIns names that have a stand-in, and so reach nothing
 */
export function reach<D extends Declared>(
  declarations: ReadonlyMap<string, D>,
  name: string,
  standIns: readonly string[] = [],
): { reached: D[] } {
  const met = new Set<string>(standIns);
  const reached: D[] = [];
  const entered = new Set<D>();
  const path: { declared: D; uses: Iterator<string> }[] = [];
  const enter = (current: string): void => {
    if (met.has(current)) return;
    met.add(current);
    const declared = declarations.get(current);
    if (!declared || entered.has(declared)) return;
    entered.add(declared);
    path.push({ declared, uses: new Set([...declared.loadUses, ...declared.laterUses]).values() });
  };
  enter(name);
  for (let last = path.at(-1); last; last = path.at(-1)) {
    const next = last.uses.next();
    if (!next.done) {
      enter(next.value);
      continue;
    }
    reached.push(last.declared);
    path.pop();
  }
  return { reached };
}
