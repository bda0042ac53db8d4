/** A regrade that was applied, or the taking back of one. */
export interface Applied {
  id: string;
  /** The regrade that is taken back, by id; null for one whose verdicts count. */
  undoes: string | null;
}

/** The regrades whose verdicts count: those that were not taken back, in the order that is given. */
export function inEffect<T extends Applied>(applied: readonly T[]): T[] {
  const undone = new Set(applied.map(({ undoes }) => undoes));
  return applied.filter(({ id, undoes }) => undoes === null && !undone.has(id));
}
