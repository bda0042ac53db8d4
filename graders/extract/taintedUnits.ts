import type { Unit } from "./Unit";

/** The units that must not run, and those that use them, directly or not. */
export function taintedUnits(units: readonly Unit[]): ReadonlySet<Unit> {
  const tainted = new Set(units.filter(({ fault }) => fault !== null));
  if (tainted.size === 0) return tainted;
  const users = new Map<string, Unit[]>();
  for (const unit of units) {
    for (const name of new Set([...unit.loadUses, ...unit.laterUses])) {
      const known = users.get(name);
      if (known) known.push(unit);
      else users.set(name, [unit]);
    }
  }
  // A set goes on to what is added while it is gone through.
  for (const { kind, names } of tainted) {
    if (kind === "statement") continue;
    for (const name of names) for (const user of users.get(name) ?? []) tainted.add(user);
  }
  return tainted;
}
