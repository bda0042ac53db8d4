/** Adds unit vectors of length m, orthogonal to those that are known and to each other, until there are `count`. */
export function completeBasis(known: readonly Float64Array[], m: number, count: number): Float64Array[] {
  const basis = [...known];
  while (basis.length < count) {
    // Of the axes, the one that the basis covers least has a part of at least 1 / sqrt(m) that is new.
    const candidates = Array.from({ length: m }, (_, axis) => remainder(basis, m, axis));
    const best = candidates.reduce((p, q) => (lengthOf(q) > lengthOf(p) ? q : p));
    const length = lengthOf(best);
    basis.push(best.map((x) => x / length));
  }
  return basis;
}

/** What is left of a unit vector; subtracted twice, since rounding spoils the first time. */
function remainder(basis: readonly Float64Array[], m: number, axis: number): Float64Array {
  const vector = new Float64Array(m);
  vector[axis] = 1;
  for (let pass = 0; pass < 2; pass++) {
    for (const known of basis) {
      const share = known.reduce((sum, x, i) => sum + x * vector[i], 0);
      for (let i = 0; i < m; i++) vector[i] -= share * known[i];
    }
  }
  return vector;
}

function lengthOf(vector: Float64Array): number {
  return Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
}
