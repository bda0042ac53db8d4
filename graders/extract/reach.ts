/** The parts of a declaration that matter here. */
interface Declared {
  names: readonly string[];
  uses: Iterable<string>;
}

/** The last declaration of each name, which is the one that counts. */
export function lastDeclarations<D extends Declared>(all: Iterable<D>): Map<string, D> {
  const last = new Map<string, D>();
  for (const one of all) for (const name of one.names) last.set(name, one);
  return last;
}

/**
 * The declarations that a name reaches, each after those that it uses, and all names that were met. Without recursion:
 * a chain of ten thousand constants must not fail.
 *
 * @param standIns names that have a stand-in, and so reach nothing
 */
export function reach<D extends Declared>(
  declarations: ReadonlyMap<string, D>,
  name: string,
  standIns: readonly string[] = [],
): { reached: D[]; met: ReadonlySet<string> } {
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
    path.push({ declared, uses: declared.uses[Symbol.iterator]() });
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
  return { reached, met };
}
