import type { Effects } from "./Unit";

/** Those of some declarations with a name that no other code declares. */
export function withoutDeclared<D extends Effects>(some: readonly D[], others: readonly Effects[]): D[] {
  const declared = new Set(others.flatMap(({ kind, names }) => (kind === "statement" ? [] : names)));
  return some.filter(({ names }) => names.some((name) => !declared.has(name)));
}
