/** The candidates that contain the word, else those with a part that is the fewest edits away from it. */
export function nearest(word: string, candidates: readonly string[]): string[] {
  const longer = candidates.filter((candidate) => word.length > 2 && candidate.includes(word.toLowerCase()));
  if (longer.length > 0) return longer;
  const distances = candidates.map((candidate) => distance(word.toLowerCase(), candidate.toLowerCase()));
  const least = Math.min(...distances);
  return candidates.filter((_, i) => distances[i] === least);
}

/**
 * The insertions, deletions and substitutions between a word and a part of another: Levenshtein's table, one row at a
 * time, where letters before and after the part cost nothing. `logistc` means `logistic-regression`, which is much
 * longer.
 */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return Math.min(...row);
}
