import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";
import type { Errors, Gap, Metrics, MismatchSplit, Split } from "../assignment";

/**
 * Counts which class was taken for which: entry (i, j) is the number of examples that
 * are of class i, and of which the model says that they are of class j.
 *
 * @param predicted what the model says, classes 0 to C - 1, shape (1, m)
 * @param actual what they are, classes 0 to C - 1, shape (1, m)
 * @param C number of classes
 * @returns the confusion matrix, counts of shape (C, C): a row for what it is, a column
 *   for what the model says
 */
export function confusionMatrix(
  predicted: NDArray,
  actual: NDArray,
  C: number,
): NDArray {
  const confusion = np.zeros([C, C]);
  // BEGIN SOLUTION
  for (let i = 0; i < actual.shape[1]; i++) {
    const [row, column] = [actual.at(0, i), predicted.at(0, i)];
    confusion.set(row, column, confusion.at(row, column) + 1);
  }
  // END SOLUTION
  return confusion;
}

/**
 * Precision, recall and F1 of every class, and one number for all of them:
 *
 *     precision = TP / (all that the model says are of the class)
 *     recall    = TP / (all that are of the class)
 *     F1        = 2 · precision · recall / (precision + recall)
 *     macroF1   = the mean of F1 over the classes
 *
 * with TP, the true positives, on the diagonal. Where 0 is divided by 0, the quotient
 * is 0.
 *
 * @param confusion counts, shape (C, C): a row for what it is, a column for what the
 *   model says
 * @returns precision, recall and f1, each of shape (C,), and macroF1, a number
 */
export function precisionRecallF1(confusion: NDArray): {
  precision: NDArray;
  recall: NDArray;
  f1: NDArray;
  macroF1: number;
} {
  // BEGIN SOLUTION
  // A part is never more than the whole: where that is 0, the part is 0 too, as is 0 / 1.
  const ratio = (part: NDArray, whole: NDArray) =>
    np.divide(part, np.where(np.equal(whole, 0), 1, whole));
  const hits = np.diag(confusion);
  const precision = ratio(hits, np.sum(confusion, 0));
  const recall = ratio(hits, np.sum(confusion, 1));
  const f1 = ratio(
    np.multiply(2, np.multiply(precision, recall)),
    np.add(precision, recall),
  );
  return { precision, recall, f1, macroF1: np.mean(f1) };
  // END SOLUTION
}

/**
 * The best of several models: the one with the largest value of the metric to optimize,
 * among those that keep every limit. A limit is the most that a metric may be; a value
 * equal to it is still allowed.
 *
 * @param models the metrics of each model, such as
 *   [{ accuracy: 0.9, runningTime: 80 }, …]
 * @param optimize the name of the optimizing metric: the more, the better
 * @param limits the satisficing metrics, by name, each with the most that it may be:
 *   { runningTime: 100 }
 * @returns the position of the best model in the list, from 0; of equally good ones,
 *   the first; -1 if none keeps every limit
 */
export function satisficingBest(
  models: Metrics[],
  optimize: string,
  limits: Metrics,
): number {
  let best = -1;
  // BEGIN SOLUTION
  for (let i = 0; i < models.length; i++) {
    const passes = Object.keys(limits).every(
      (metric) => models[i][metric] <= limits[metric],
    );
    const isBetter = best === -1 || models[i][optimize] > models[best][optimize];
    if (passes && isBetter) best = i;
  }
  // END SOLUTION
  return best;
}

/**
 * Splits examples into three sets in which every class has the same share (a
 * *stratified* split):
 *
 * 1. seed the random stream, once: `np.random.seed(seed)`;
 * 2. for each class, in ascending order: list the numbers of its n_c examples,
 *    ascending, and put them in random order with one `np.random.permutation(n_c)`. The
 *    first Math.round(dev · n_c) of them go to the dev set, the next Math.round(test ·
 *    n_c) to the test set, and all others to the training set;
 * 3. sort the numbers of each set.
 *
 * @param labels the class of each example, whole numbers from 0 on, shape (1, m)
 * @param dev share of the dev set, from 0 to 1
 * @param test share of the test set, from 0 to 1
 * @param seed seed of the random stream
 * @returns { train, dev, test }: the numbers of the examples in each set, from 0 to m -
 *   1, ascending, each of shape (size of the set,)
 */
export function trainDevTestSplit(
  labels: NDArray,
  dev: number,
  test: number,
  seed: number,
): Split {
  // BEGIN SOLUTION
  np.random.seed(seed);
  const sets: Record<keyof Split, NDArray[]> = { train: [], dev: [], test: [] };
  for (const label of np.unique(labels).toTypedArray()) {
    const members = np.flatnonzero(np.equal(labels, label));
    const shuffled = np.take(members, np.random.permutation(members.size));
    const devEnd = Math.round(dev * members.size);
    const testEnd = devEnd + Math.round(test * members.size);
    sets.dev.push(shuffled.slice(`:${devEnd}`));
    sets.test.push(shuffled.slice(`${devEnd}:${testEnd}`));
    sets.train.push(shuffled.slice(`${testEnd}:`));
  }
  const ascending = (parts: NDArray[]) => np.sort(np.concatenate(parts));
  return {
    train: ascending(sets.train),
    dev: ascending(sets.dev),
    test: ascending(sets.test),
  };
  // END SOLUTION
}

/**
 * Splits examples of two origins, of which only one matters in the end, the *target*.
 * Dev and test set are made of target examples alone; whatever is left of them joins
 * the others in the training set. From there comes the train-dev set, which has the
 * training set's distribution and is not trained on.
 *
 * 1. seed the random stream, once: `np.random.seed(seed)`;
 * 2. put the numbers of the target examples, ascending, in random order with one
 *    `np.random.permutation`: the first `dev` of them are the dev set, the next `test`
 *    the test set;
 * 3. list all other examples: those of origin 0, ascending, then the target examples
 *    left over, ascending. Put this list in random order with one more
 *    `np.random.permutation`: the first Math.round(trainDev · its length) of them are
 *    the train-dev set, all others the training set;
 * 4. sort the numbers of each set.
 *
 * @param origin where each example comes from, 1 for the target and 0 for elsewhere,
 *   shape (1, m)
 * @param dev size of the dev set
 * @param test size of the test set
 * @param trainDev share of the train-dev set in what is left, from 0 to 1
 * @param seed seed of the random stream
 * @returns { train, trainDev, dev, test }: the numbers of the examples in each set,
 *   ascending, each of shape (size of the set,)
 */
export function mismatchSplit(
  origin: NDArray,
  dev: number,
  test: number,
  trainDev: number,
  seed: number,
): MismatchSplit {
  // BEGIN SOLUTION
  np.random.seed(seed);
  const shuffled = (numbers: NDArray) =>
    np.take(numbers, np.random.permutation(numbers.size));
  const target = shuffled(np.flatnonzero(origin));
  const elsewhere = np.flatnonzero(np.equal(origin, 0));
  const rest = shuffled(
    np.concatenate([elsewhere, np.sort(target.slice(`${dev + test}:`))]),
  );
  const trainDevEnd = Math.round(trainDev * rest.size);
  return {
    train: np.sort(rest.slice(`${trainDevEnd}:`)),
    trainDev: np.sort(rest.slice(`:${trainDevEnd}`)),
    dev: np.sort(target.slice(`:${dev}`)),
    test: np.sort(target.slice(`${dev}:${dev + test}`)),
  };
  // END SOLUTION
}

/**
 * The error of a model where mistakes have different prices: a mistake in example i
 * counts weights[i] times. It is 0 for a model that is always right and 1 for one that
 * is always wrong, whatever the weights.
 *
 * @param predicted what the model says, shape (1, m)
 * @param actual what is right, shape (1, m)
 * @param weights how much each example counts, above 0, shape (1, m)
 * @returns the weighted error, a number from 0 to 1
 */
export function weightedError(
  predicted: NDArray,
  actual: NDArray,
  weights: NDArray,
): number {
  // BEGIN SOLUTION
  const wrong = np.notEqual(predicted, actual);
  return np.sum(np.multiply(weights, wrong)) / np.sum(weights);
  // END SOLUTION
}

/**
 * Says what a model's error on the test set is made of. It starts from the error that
 * nobody can avoid, the Bayes error, for which you take the best estimate that `human`
 * allows. What the model's test error is above that, four gaps make up together: the
 * avoidable bias, the variance, the data mismatch and the overfitting to the dev set,
 * in this order. Decide for each which two errors it lies between.
 *
 * @param errors the errors, as shares from 0 to 1: `human` of several people or groups
 *   of people at the same task, and the model's on four sets: `train`, `trainDev`,
 *   `dev` and `test`
 * @returns the four gaps, each a number that may be negative, and the name of the
 *   largest of them; of equally large ones the first in the order above
 */
export function diagnoseErrors(errors: Errors): Record<Gap, number> & { largest: Gap } {
  // BEGIN SOLUTION
  const { human, train, trainDev, dev, test } = errors;
  const gaps = {
    avoidableBias: train - Math.min(...human),
    variance: trainDev - train,
    dataMismatch: dev - trainDev,
    devOverfitting: test - dev,
  };
  const names = Object.keys(gaps) as Gap[];
  return {
    ...gaps,
    largest: names.reduce((best, name) => (gaps[name] > gaps[best] ? name : best)),
  };
  // END SOLUTION
}

/**
 * The error analysis of mistakes that somebody has looked at, one by one: what share of
 * them has each cause, and how low the dev error could get, at best, if that cause were
 * gone.
 *
 *     share        = mistakes with the tag / mistakes looked at
 *     errorIfFixed = devError · (1 - share)
 *
 * @param tags a row for each of the k mistakes looked at, a column for each of the c
 *   tags: 1 where the tag applies, else 0; a mistake may have several tags, or none;
 *   shape (k, c)
 * @param devError the error on the dev set, from 0 to 1
 * @returns share and errorIfFixed, each of shape (c,)
 */
export function errorAnalysisCeiling(
  tags: NDArray,
  devError: number,
): { share: NDArray; errorIfFixed: NDArray } {
  // BEGIN SOLUTION
  const share = np.mean(tags, 0);
  return { share, errorIfFixed: np.multiply(devError, np.subtract(1, share)) };
  // END SOLUTION
}

/**
 * The error of a model in three ways, on examples some of which have a wrong label:
 *
 * - `asLabelled`: by the labels as they are;
 * - `mistakesCleaned`: after somebody has checked the label wherever the model
 *   disagreed with it, and nowhere else;
 * - `allCleaned`: after somebody has checked every label.
 *
 * @param predicted what the model says, shape (1, m)
 * @param labels the labels as they are, shape (1, m)
 * @param cleaned what the labels should be, shape (1, m)
 * @returns the three errors, numbers from 0 to 1: shares of all m examples
 */
export function cleanedErrors(
  predicted: NDArray,
  labels: NDArray,
  cleaned: NDArray,
): { asLabelled: number; mistakesCleaned: number; allCleaned: number } {
  // BEGIN SOLUTION
  const errorBy = (truth: NDArray) => np.mean(np.notEqual(predicted, truth));
  const halfCleaned = np.where(np.equal(predicted, labels), labels, cleaned);
  return {
    asLabelled: errorBy(labels),
    mistakesCleaned: errorBy(halfCleaned),
    allCleaned: errorBy(cleaned),
  };
  // END SOLUTION
}

/**
 * The cost of a network that answers T questions with yes or no about each example. The
 * logistic losses of all *known* labels are added up, and averaged over the examples:
 *
 *     J = 1/m · Σ over examples · Σ over known labels
 *       of -(y log a + (1 - y) log(1 - a))
 *
 * @param A the answers, probabilities between 0 and 1, shape (T, m)
 * @param Y the labels: 1, 0, or NaN where nobody knows, shape (T, m)
 * @returns the cost J, a number
 */
export function multiTaskCost(A: NDArray, Y: NDArray): number {
  // BEGIN SOLUTION
  const m = Y.shape[1];
  const known = np.logicalNot(np.isnan(Y));
  // The probability of what is right; 1, whose logarithm is 0, where nobody knows.
  const ofTruth = np.where(known, np.where(np.equal(Y, 1), A, np.subtract(1, A)), 1);
  return -np.sum(np.log(ofTruth)) / m;
  // END SOLUTION
}

/**
 * The gradient of the cost by Z, where A = sigmoid(Z): (A - Y) / m where the label is
 * known, and 0 where it is not.
 *
 * @param A the answers, probabilities between 0 and 1, shape (T, m)
 * @param Y the labels: 1, 0, or NaN where nobody knows, shape (T, m)
 * @returns dZ, the gradient of the cost (1/m is in it), shape (T, m)
 */
export function multiTaskGradient(A: NDArray, Y: NDArray): NDArray {
  // BEGIN SOLUTION
  const m = Y.shape[1];
  return np.where(np.isnan(Y), 0, np.divide(np.subtract(A, Y), m));
  // END SOLUTION
}
