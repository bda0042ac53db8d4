import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type { Split } from "../assignment";

/** What a stratified split may do otherwise than the reference. */
interface Otherwise {
  /** Puts the members of a class in order. */
  shuffle?: (members: NDArray) => NDArray;
  round?: (size: number) => number;
  /** What the test set is a share of. */
  testOf?: (members: number, nDev: number) => number;
}

export function stratified(
  [labels, dev, test, seed]: [labels: NDArray, dev: number, test: number, seed: number],
  {
    shuffle = (members) => np.take(members, np.random.permutation(members.size)),
    round = Math.round,
    testOf = (members) => members,
  }: Otherwise,
): Split {
  np.random.seed(seed);
  const sets: Record<keyof Split, NDArray[]> = { train: [], dev: [], test: [] };
  for (const label of np.unique(labels).toTypedArray()) {
    const members = shuffle(np.flatnonzero(np.equal(labels, label)));
    const devEnd = round(dev * members.size);
    const testEnd = devEnd + round(test * testOf(members.size, devEnd));
    sets.dev.push(members.slice(`:${devEnd}`));
    sets.test.push(members.slice(`${devEnd}:${testEnd}`));
    sets.train.push(members.slice(`${testEnd}:`));
  }
  const ascending = (parts: NDArray[]) => np.sort(np.concatenate(parts));
  return { train: ascending(sets.train), dev: ascending(sets.dev), test: ascending(sets.test) };
}
