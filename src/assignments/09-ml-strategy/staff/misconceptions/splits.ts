import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { MismatchSplit, Split } from "../../assignment";
import * as solution from "../solution";
import { stratified } from "../variants";

type Stratify = [labels: NDArray, dev: number, test: number, seed: number];
type Origins = [origin: NDArray, dev: number, test: number, trainDev: number, seed: number];

const shuffled = (numbers: NDArray) => np.take(numbers, np.random.permutation(numbers.size));
const joined = (...parts: NDArray[]) => np.sort(np.concatenate(parts));

/** Every set sorted as `sort()` sorts a JavaScript list: as texts, 10 before 2. */
function sortedAsText<S extends Split>(sets: S): S {
  const sort = (set: NDArray) => np.array([...set.toTypedArray()].sort((a, b) => (String(a) < String(b) ? -1 : 1)));
  return Object.fromEntries(Object.entries(sets).map(([name, set]) => [name, sort(set)])) as unknown as S;
}

const oneDistribution: Misconception[] = [
  {
    id: "ml-split-not-shuffled",
    function: "trainDevTestSplit",
    message:
      "The examples are cut in the order in which they come. Data often come sorted, by date or by source: shuffle each " +
      "class before you cut.",
    implementation: (...args: Stratify) => stratified(args, { shuffle: (members) => members }),
  },
  {
    id: "ml-split-not-stratified",
    function: "trainDevTestSplit",
    message:
      "All classes are shuffled together, so a rare one may be missing from the dev set. Shuffle and cut each class by " +
      "itself.",
    implementation: (...[labels, dev, test, seed]: Stratify) => stratified([np.zerosLike(labels), dev, test, seed], {}),
  },
  {
    id: "ml-split-share-of-rest",
    function: "trainDevTestSplit",
    message:
      "The test set is a share of what the dev set has left over. Both shares are of the whole class: Math.round(test * " +
      "n_c).",
    implementation: (...args: Stratify) => stratified(args, { testOf: (members, nDev) => members - nDev }),
  },
  {
    id: "ml-split-reseeded",
    function: "trainDevTestSplit",
    message:
      "The random stream is seeded again for every class, so classes are shuffled alike. Call np.random.seed once, before " +
      "the loop.",
    implementation: (...args: Stratify) =>
      stratified(args, {
        shuffle: (members) => {
          np.random.seed(args[3]);
          return shuffled(members);
        },
      }),
  },
  {
    id: "ml-split-rounded-down",
    function: "trainDevTestSplit",
    message: "The sizes are rounded down. Round to the nearest whole number, with Math.round.",
    implementation: (...args: Stratify) => stratified(args, { round: Math.floor }),
  },
  {
    id: "ml-split-overlap",
    function: "trainDevTestSplit",
    message:
      "The test examples are in the training set too: the test error would be measured on what the network has learned by " +
      "heart. The training set starts where the test set ends.",
    implementation: (...args: Stratify) => {
      const sets = solution.trainDevTestSplit(...args);
      return { ...sets, train: joined(sets.train, sets.test) };
    },
  },
  {
    id: "ml-split-sorted-as-text",
    function: "trainDevTestSplit",
    message: "JavaScript's sort() compares texts, so 10 comes before 2. Use np.sort, or sort((a, b) => a - b).",
    implementation: (...args: Stratify) => sortedAsText(solution.trainDevTestSplit(...args)),
  },
];

const twoDistributions: Misconception[] = [
  {
    id: "ml-mismatch-all-mixed",
    function: "mismatchSplit",
    message:
      "Everything is shuffled together, so dev and test set are mostly made of what does not matter. They are the target " +
      "that everybody aims at: take them from origin 1 alone.",
    implementation: (...[origin, dev, test, trainDev, seed]: Origins): MismatchSplit => {
      np.random.seed(seed);
      const order = np.random.permutation(origin.size);
      const left = dev + test;
      const end = left + Math.round(trainDev * (origin.size - left));
      return {
        train: np.sort(order.slice(`${end}:`)),
        trainDev: np.sort(order.slice(`${left}:${end}`)),
        dev: np.sort(order.slice(`:${dev}`)),
        test: np.sort(order.slice(`${dev}:${left}`)),
      };
    },
  },
  {
    id: "ml-traindev-from-target",
    function: "mismatchSplit",
    message:
      "The train-dev set is cut from the target examples. It has to have the distribution of the training set, or it " +
      "cannot tell variance from mismatch.",
    implementation: (...[origin, dev, test, trainDev, seed]: Origins): MismatchSplit => {
      const sets = solution.mismatchSplit(origin, dev, test, trainDev, seed);
      np.random.seed(seed);
      const left = shuffled(np.flatnonzero(origin)).slice(`${dev + test}:`);
      const size = sets.trainDev.size;
      const elsewhere = np.flatnonzero(np.equal(origin, 0));
      return { ...sets, train: joined(elsewhere, left.slice(`${size}:`)), trainDev: np.sort(left.slice(`:${size}`)) };
    },
  },
  {
    id: "ml-traindev-still-in-train",
    function: "mismatchSplit",
    message:
      "The train-dev examples are in the training set too. Then their error says nothing about variance: nothing may be " +
      "trained on them.",
    implementation: (...args: Origins) => {
      const sets = solution.mismatchSplit(...args);
      return { ...sets, train: joined(sets.train, sets.trainDev) };
    },
  },
  {
    id: "ml-target-rest-unused",
    function: "mismatchSplit",
    message:
      "The target examples that dev and test leave over are thrown away. They are the most valuable ones to learn from: " +
      "they join the others before train-dev is cut.",
    implementation: (...[origin, dev, test, trainDev, seed]: Origins): MismatchSplit => {
      np.random.seed(seed);
      const target = shuffled(np.flatnonzero(origin));
      const rest = shuffled(np.flatnonzero(np.equal(origin, 0)));
      const end = Math.round(trainDev * rest.size);
      return {
        train: np.sort(rest.slice(`${end}:`)),
        trainDev: np.sort(rest.slice(`:${end}`)),
        dev: np.sort(target.slice(`:${dev}`)),
        test: np.sort(target.slice(`${dev}:${dev + test}`)),
      };
    },
  },
  {
    id: "ml-mismatch-sorted-as-text",
    function: "mismatchSplit",
    message: "JavaScript's sort() compares texts, so 10 comes before 2. Use np.sort, or sort((a, b) => a - b).",
    implementation: (...args: Origins) => sortedAsText(solution.mismatchSplit(...args)),
  },
];

export const splits: Misconception[] = [...oneDistribution, ...twoDistributions];
