import type { Effects } from "./Unit";

/** Whether a unit leaves a part of what its names stood for before: it only changes them, or adds to them. */
export function isPartial({ kind, names, loadUses }: Pick<Effects, "kind" | "names" | "loadUses">): boolean {
  return kind === "statement" || (kind === "merging" && loadUses.includes(names[0]));
}
