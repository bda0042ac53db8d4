import type { Cell } from "../Cell";

const call = /\buseAssignment\(\s*["'`]([\w-]{1,100})["'`]/;

/** The assignment that a submission names in its call of `useAssignment`. */
export function usedIn(cells: readonly Cell[]): string | null {
  for (const { source } of cells) {
    const slug = call.exec(source)?.[1];
    if (slug !== undefined) return slug;
  }
  return null;
}
