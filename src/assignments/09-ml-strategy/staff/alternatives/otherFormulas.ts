import type { Alternative } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { Errors, Gap, Metrics } from "../../assignment";

/**
 * Products of one-hot matrices, F1 by its counts, `argsort` for the best model, sets as masks, gaps from the test error
 * backwards, logarithms of odds.
 */
export function otherFormulas(): Alternative {
  const oneHot = (labels: NDArray, C: number) => np.equal(labels, np.arange(C).reshape(C, 1));
  const share = (mask: NDArray) => np.sum(mask) / mask.size;

  function confusionMatrix(predicted: NDArray, actual: NDArray, C: number) {
    return np.matmul(oneHot(actual, C), oneHot(predicted, C).T);
  }
  function precisionRecallF1(confusion: NDArray) {
    const C = confusion.shape[0];
    const hits = np.sum(np.multiply(confusion, np.eye(C)), 0);
    const falsePositives = np.subtract(np.sum(confusion, 0), hits);
    const falseNegatives = np.subtract(np.sum(confusion, 1), hits);
    const quotient = (whole: NDArray, part = hits) => np.nanToNum(np.divide(part, whole));
    const precision = quotient(np.add(hits, falsePositives));
    const recall = quotient(np.add(hits, falseNegatives));
    const twice = np.multiply(2, hits);
    const f1 = quotient(np.add(twice, np.add(falsePositives, falseNegatives)), twice);
    return { precision, recall, f1, macroF1: np.sum(f1) / C };
  }
  function satisficingBest(models: Metrics[], optimize: string, limits: Metrics) {
    const names = Object.keys(limits);
    const allowed = models.flatMap((model, i) => (names.some((name) => model[name] > limits[name]) ? [] : [i]));
    if (allowed.length === 0) return -1;
    return allowed[np.argsort(np.array(allowed.map((i) => -models[i][optimize]))).at(0)];
  }
  function trainDevTestSplit(labels: NDArray, dev: number, test: number, seed: number) {
    np.random.seed(seed);
    // 0 for train, 1 for dev, 2 for test, by example.
    const set = np.zeros([labels.size]);
    np.unique(labels)
      .toTypedArray()
      .forEach((c) => {
        const members = np.argwhere(np.equal(labels.reshape(-1), c)).reshape(-1);
        const order = np.random.permutation(members.size);
        const nDev = Math.round(members.size * dev);
        const nTest = Math.round(members.size * test);
        order.toTypedArray().forEach((position, k) => {
          set.set(members.at(position), k < nDev ? 1 : k < nDev + nTest ? 2 : 0);
        });
      });
    const [train, devSet, testSet] = [0, 1, 2].map((which) => np.flatnonzero(np.equal(set, which)));
    return { train, dev: devSet, test: testSet };
  }
  function mismatchSplit(origin: NDArray, dev: number, test: number, trainDev: number, seed: number) {
    np.random.seed(seed);
    const isTarget = origin.reshape(-1);
    const target = np.flatnonzero(isTarget);
    const order = np.random.permutation(target.size);
    const isHeldOut = np.zeros([origin.size]);
    const [devSet, testSet] = [`:${dev}`, `${dev}:${dev + test}`].map((part) => np.take(target, order.slice(part)));
    devSet.toTypedArray().forEach((i) => {
      isHeldOut.set(i, 1);
    });
    testSet.toTypedArray().forEach((i) => {
      isHeldOut.set(i, 1);
    });
    const left = np.flatnonzero(np.logicalAnd(isTarget, np.logicalNot(isHeldOut)));
    const rest = np.append(np.flatnonzero(np.logicalNot(isTarget)), left);
    const again = np.random.permutation(rest.size);
    const size = Math.round(rest.size * trainDev);
    const [first, others] = [`:${size}`, `${size}:`].map((part) => np.sort(np.take(rest, again.slice(part))));
    return { train: others, trainDev: first, dev: np.sort(devSet), test: np.sort(testSet) };
  }
  function weightedError(predicted: NDArray, actual: NDArray, weights: NDArray) {
    return 1 - np.sum(np.where(np.equal(predicted, actual), weights, 0)) / np.sum(weights);
  }
  function diagnoseErrors(errors: Errors) {
    const { human, train, trainDev, dev, test } = errors;
    const stairs = np.array([np.min(np.array(human)), train, trainDev, dev, test]);
    const gaps = np.diff(stairs);
    const names: Gap[] = ["avoidableBias", "variance", "dataMismatch", "devOverfitting"];
    const named = Object.fromEntries(names.map((name, i) => [name, gaps.at(i)])) as Record<Gap, number>;
    return { largest: names[np.argmax(gaps) as number], ...named };
  }
  function errorAnalysisCeiling(tags: NDArray, devError: number) {
    const share = np.divide(np.dot(np.ones([tags.shape[0]]), tags), tags.shape[0]);
    return { share, errorIfFixed: np.subtract(devError, np.multiply(devError, share)) };
  }
  function cleanedErrors(predicted: NDArray, labels: NDArray, cleaned: NDArray) {
    const disagrees = np.notEqual(predicted, labels);
    const isWrong = np.notEqual(predicted, cleaned);
    return {
      allCleaned: share(isWrong),
      mistakesCleaned: share(np.logicalAnd(disagrees, isWrong)),
      asLabelled: share(disagrees),
    };
  }
  function multiTaskCost(A: NDArray, Y: NDArray) {
    // -(y z - log(1 + e^z)) with z = log(a / (1 - a)), and log(1 + e^z) = -log(1 - a).
    const Z = np.log(np.divide(A, np.subtract(1, A)));
    const losses = np.subtract(np.multiply(-1, np.log1p(np.negative(A))), np.multiply(Y, Z));
    return np.nansum(losses) / A.shape[1];
  }
  function multiTaskGradient(A: NDArray, Y: NDArray) {
    const known = np.isfinite(Y);
    const target = np.where(known, Y, A);
    return np.divide(np.subtract(A, target), A.shape[1]);
  }
  return {
    title: "other formulas",
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
