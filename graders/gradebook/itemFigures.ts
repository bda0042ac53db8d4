import { round, sum } from "../engine/points";
import { groupsOf } from "../text/groupsOf";

/** What one learner has for one function. */
export interface ItemScore {
  person: string;
  name: string;
  points: number;
  maxPoints: number;
}

/**
 * Pearson's correlation of what learners have for a function with what they have for all others together; or why there is
 * none: fewer than two learners, everybody has the same, or everybody has the same for the others.
 */
export type ItemRest = { kind: "known"; r: number } | { kind: "few" | "constant" | "constant-rest" };

/** How a function behaves as a question. */
export interface ItemFigures {
  name: string;
  learners: number;
  /** The mean share of its points; null where it is worth nothing. */
  facility: number | null;
  itemRest: ItemRest;
}

/**
 * The figures of classical test theory, by function; a learner whose submission was graded without a function is left out
 * there. Held against SciPy's `pearsonr` in a test.
 */
export function itemFigures(scores: readonly ItemScore[]): ItemFigures[] {
  const totals = new Map<string, number>();
  for (const { person, points } of scores) totals.set(person, (totals.get(person) ?? 0) + points);
  return groupsOf(scores, ({ name }) => name)
    .map((group) => group.map((i) => scores[i]))
    .toSorted(([a], [b]) => (a.name < b.name ? -1 : 1))
    .map((own) => {
      const [{ name }] = own;
      const points = own.map((one) => one.points);
      // Without what adding and subtracting leaves in the last digits, which would look like a difference.
      const rest = own.map((one) => round((totals.get(one.person) ?? 0) - one.points));
      return { name, learners: own.length, facility: facilityOf(own), itemRest: itemRestOf(points, rest) };
    });
}

/** The mean share of a function's points; null where it is worth nothing. @param scores of so many learners each, or of one */
export function facilityOf(
  scores: readonly (Pick<ItemScore, "points" | "maxPoints"> & { learners?: number })[],
): number | null {
  const worth = scores.filter(({ maxPoints }) => maxPoints > 0);
  const shares = worth.map(({ points, maxPoints, learners = 1 }) => (learners * points) / maxPoints);
  return worth.length === 0 ? null : sum(shares) / sum(worth.map(({ learners = 1 }) => learners));
}

function itemRestOf(points: readonly number[], rest: readonly number[]): ItemRest {
  if (points.length < 2) return { kind: "few" };
  if (isConstant(points)) return { kind: "constant" };
  if (isConstant(rest)) return { kind: "constant-rest" };
  const [x, y] = [centred(points), centred(rest)];
  const r = dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
  return { kind: "known", r: Math.min(1, Math.max(-1, r)) };
}

function isConstant(numbers: readonly number[]): boolean {
  return numbers.every((one) => one === numbers[0]);
}

/** From which the mean was taken: the sums of squares alone would lose digits. */
function centred(numbers: readonly number[]): number[] {
  const mean = sum(numbers) / numbers.length;
  return numbers.map((one) => one - mean);
}

function dot(x: readonly number[], y: readonly number[]): number {
  return sum(x.map((one, i) => one * y[i]));
}
