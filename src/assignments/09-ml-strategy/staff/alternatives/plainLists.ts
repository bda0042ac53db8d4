import type { Alternative } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { Errors, Gap, Metrics } from "../../assignment";

/** JavaScript's lists and their methods wherever there is a choice; gaps from the test error backwards. */
export function plainLists(): Alternative {
  const listOf = (array: NDArray) => array.reshape(-1).tolist() as number[];
  const ascending = (numbers: number[]) => np.array(numbers.toSorted((a, b) => a - b));
  const shuffled = (numbers: number[]) => listOf(np.random.permutation(numbers.length)).map((k) => numbers[k]);
  const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);
  const ratio = (part: number, whole: number) => part / whole || 0;

  function confusionMatrix(predicted: NDArray, actual: NDArray, C: number) {
    const rows = Array.from({ length: C }, () => Array<number>(C).fill(0));
    const said = listOf(predicted);
    listOf(actual).forEach((label, i) => {
      rows[label][said[i]]++;
    });
    return np.array(rows);
  }
  function precisionRecallF1(confusion: NDArray) {
    const rows = confusion.tolist() as number[][];
    const precision = rows.map((row, c) => ratio(row[c], total(rows.map((other) => other[c]))));
    const recall = rows.map((row, c) => ratio(row[c], total(row)));
    // The reciprocal of the mean of the reciprocals.
    const f1 = precision.map((P, c) => (P === 0 || recall[c] === 0 ? 0 : 2 / (1 / P + 1 / recall[c])));
    return {
      precision: np.array(precision),
      recall: np.array(recall),
      f1: np.array(f1),
      macroF1: total(f1) / f1.length,
    };
  }
  function satisficingBest(models: Metrics[], optimize: string, limits: Metrics) {
    const keeps = (model: Metrics) => Object.entries(limits).every(([name, limit]) => !(model[name] > limit));
    const allowed = models.filter(keeps).toSorted((a, b) => b[optimize] - a[optimize]);
    return models.indexOf(allowed[0]);
  }
  function trainDevTestSplit(labels: NDArray, dev: number, test: number, seed: number) {
    np.random.seed(seed);
    const list = listOf(labels);
    const classes = [...new Set(list)].sort((a, b) => a - b);
    const parts = classes.map((c) => {
      const members = shuffled(list.flatMap((label, i) => (label === c ? [i] : [])));
      const devSet = members.splice(0, Math.round(dev * members.length));
      const testSet = members.splice(0, Math.round(test * (members.length + devSet.length)));
      return { train: members, dev: devSet, test: testSet };
    });
    const gather = (name: "train" | "dev" | "test") => ascending(parts.flatMap((part) => part[name]));
    return { train: gather("train"), dev: gather("dev"), test: gather("test") };
  }
  function mismatchSplit(origin: NDArray, dev: number, test: number, trainDev: number, seed: number) {
    np.random.seed(seed);
    const from = listOf(origin);
    const numbers = from.map((_, i) => i);
    const target = shuffled(numbers.filter((i) => from[i] === 1));
    const [devSet, testSet] = [target.slice(0, dev), target.slice(dev, dev + test)];
    const heldOut = new Set([...devSet, ...testSet]);
    const left = numbers.filter((i) => from[i] === 1 && !heldOut.has(i));
    const rest = shuffled(numbers.filter((i) => from[i] === 0).concat(left));
    const size = Math.round(trainDev * rest.length);
    return {
      dev: ascending(devSet),
      test: ascending(testSet),
      trainDev: ascending(rest.slice(0, size)),
      train: ascending(rest.slice(size)),
    };
  }
  function weightedError(predicted: NDArray, actual: NDArray, weights: NDArray) {
    const [said, truth, prices] = [predicted, actual, weights].map(listOf);
    return total(prices.filter((_, i) => said[i] !== truth[i])) / total(prices);
  }
  function diagnoseErrors({ human, train, trainDev, dev, test }: Errors) {
    const devOverfitting = test - dev;
    const dataMismatch = dev - trainDev;
    const variance = trainDev - train;
    const avoidableBias = train - human.toSorted((a, b) => a - b)[0];
    const gaps: [Gap, number][] = [
      ["avoidableBias", avoidableBias],
      ["variance", variance],
      ["dataMismatch", dataMismatch],
      ["devOverfitting", devOverfitting],
    ];
    const [largest] = gaps.toSorted(([, a], [, b]) => b - a)[0];
    return { avoidableBias, variance, dataMismatch, devOverfitting, largest };
  }
  function errorAnalysisCeiling(tags: NDArray, devError: number) {
    const rows = tags.tolist() as number[][];
    const share = rows[0].map((_, c) => total(rows.map((row) => row[c])) / rows.length);
    return { share: np.array(share), errorIfFixed: np.array(share.map((each) => devError * (1 - each))) };
  }
  function cleanedErrors(predicted: NDArray, labels: NDArray, cleaned: NDArray) {
    const [said, given, right] = [predicted, labels, cleaned].map(listOf);
    const errorBy = (truth: (i: number) => number) =>
      said.filter((label, i) => label !== truth(i)).length / said.length;
    return {
      asLabelled: errorBy((i) => given[i]),
      mistakesCleaned: errorBy((i) => (said[i] === given[i] ? given[i] : right[i])),
      allCleaned: errorBy((i) => right[i]),
    };
  }
  function multiTaskCost(A: NDArray, Y: NDArray) {
    const known = np.flatnonzero(np.logicalNot(np.isnan(Y)));
    const [a, y] = [np.take(A, known), np.take(Y, known)];
    const yes = np.multiply(y, np.log(a));
    const no = np.multiply(np.subtract(1, y), np.log(np.subtract(1, a)));
    return np.sum(np.add(yes, no)) / -A.shape[1];
  }
  function multiTaskGradient(A: NDArray, Y: NDArray) {
    return np.nanToNum(np.subtract(A, Y)).divide(Y.shape[1]);
  }
  return {
    title: "plain lists",
    functions: {
      confusionMatrix,
      precisionRecallF1,
      satisficingBest,
      trainDevTestSplit,
      mismatchSplit,
      weightedError,
      diagnoseErrors,
      errorAnalysisCeiling,
      cleanedErrors,
      multiTaskCost,
      multiTaskGradient,
    },
  };
}
