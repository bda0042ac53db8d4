import type { Alternative } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { Errors, Gap, Metrics } from "../../assignment";

/** Element by element, with `at` and `set`. */
export function explicitLoops(): Alternative {
  /** The numbers of the examples with this label, ascending. */
  function numbersOf(labels: NDArray, label: number): number[] {
    const numbers: number[] = [];
    for (let i = 0; i < labels.shape[1]; i++) if (labels.at(0, i) === label) numbers.push(i);
    return numbers;
  }
  function shuffle(numbers: number[]): number[] {
    const order = np.random.permutation(numbers.length);
    const shuffled: number[] = [];
    for (let k = 0; k < numbers.length; k++) shuffled.push(numbers[order.at(k)]);
    return shuffled;
  }
  const ascending = (numbers: number[]) => np.array([...numbers].sort((a, b) => a - b));

  function confusionMatrix(predicted: NDArray, actual: NDArray, C: number) {
    const confusion = np.zeros([C, C]);
    for (let row = 0; row < C; row++) {
      for (let column = 0; column < C; column++) {
        let count = 0;
        for (let i = 0; i < actual.shape[1]; i++) {
          if (actual.at(0, i) === row && predicted.at(0, i) === column) count += 1;
        }
        confusion.set(row, column, count);
      }
    }
    return confusion;
  }
  function precisionRecallF1(confusion: NDArray) {
    const C = confusion.shape[0];
    const [precision, recall, f1] = [np.zeros([C]), np.zeros([C]), np.zeros([C])];
    let macroF1 = 0;
    for (let c = 0; c < C; c++) {
      let [said, is] = [0, 0];
      for (let other = 0; other < C; other++) {
        said += confusion.at(other, c);
        is += confusion.at(c, other);
      }
      const P = said === 0 ? 0 : confusion.at(c, c) / said;
      const R = is === 0 ? 0 : confusion.at(c, c) / is;
      precision.set(c, P);
      recall.set(c, R);
      f1.set(c, P + R === 0 ? 0 : (2 * P * R) / (P + R));
      macroF1 += f1.at(c) / C;
    }
    return { precision, recall, f1, macroF1 };
  }
  function satisficingBest(models: Metrics[], optimize: string, limits: Metrics) {
    let [best, most] = [-1, Number.NEGATIVE_INFINITY];
    for (let i = 0; i < models.length; i++) {
      let passes = true;
      for (const name in limits) if (models[i][name] > limits[name]) passes = false;
      if (passes && models[i][optimize] > most) [best, most] = [i, models[i][optimize]];
    }
    return best;
  }
  function trainDevTestSplit(labels: NDArray, dev: number, test: number, seed: number) {
    np.random.seed(seed);
    const sets: Record<"train" | "dev" | "test", number[]> = { train: [], dev: [], test: [] };
    for (let c = 0; c <= np.max(labels); c++) {
      const members = shuffle(numbersOf(labels, c));
      const nDev = Math.round(dev * members.length);
      const nTest = Math.round(test * members.length);
      for (let k = 0; k < members.length; k++) {
        if (k < nDev) sets.dev.push(members[k]);
        else if (k < nDev + nTest) sets.test.push(members[k]);
        else sets.train.push(members[k]);
      }
    }
    return { train: ascending(sets.train), dev: ascending(sets.dev), test: ascending(sets.test) };
  }
  function mismatchSplit(origin: NDArray, dev: number, test: number, trainDev: number, seed: number) {
    np.random.seed(seed);
    const target = shuffle(numbersOf(origin, 1));
    const left = target.slice(dev + test).sort((a, b) => a - b);
    const rest = shuffle([...numbersOf(origin, 0), ...left]);
    const size = Math.round(trainDev * rest.length);
    return {
      train: ascending(rest.slice(size)),
      trainDev: ascending(rest.slice(0, size)),
      dev: ascending(target.slice(0, dev)),
      test: ascending(target.slice(dev, dev + test)),
    };
  }
  function weightedError(predicted: NDArray, actual: NDArray, weights: NDArray) {
    let [wrong, all] = [0, 0];
    for (let i = 0; i < actual.shape[1]; i++) {
      all += weights.at(0, i);
      if (predicted.at(0, i) !== actual.at(0, i)) wrong += weights.at(0, i);
    }
    return wrong / all;
  }
  function diagnoseErrors({ human, train, trainDev, dev, test }: Errors) {
    let bayes = human[0];
    for (const error of human) if (error < bayes) bayes = error;
    const gaps = [train - bayes, trainDev - train, dev - trainDev, test - dev];
    const names: Gap[] = ["avoidableBias", "variance", "dataMismatch", "devOverfitting"];
    let largest = 0;
    for (let i = 1; i < 4; i++) if (gaps[i] > gaps[largest]) largest = i;
    const [avoidableBias, variance, dataMismatch, devOverfitting] = gaps;
    return { avoidableBias, variance, dataMismatch, devOverfitting, largest: names[largest] };
  }
  function errorAnalysisCeiling(tags: NDArray, devError: number) {
    const [k, c] = tags.shape;
    const [share, errorIfFixed] = [np.zeros([c]), np.zeros([c])];
    for (let tag = 0; tag < c; tag++) {
      let count = 0;
      for (let i = 0; i < k; i++) count += tags.at(i, tag);
      share.set(tag, count / k);
      errorIfFixed.set(tag, (devError * (k - count)) / k);
    }
    return { share, errorIfFixed };
  }
  function cleanedErrors(predicted: NDArray, labels: NDArray, cleaned: NDArray) {
    const m = labels.shape[1];
    let [asLabelled, mistakesCleaned, allCleaned] = [0, 0, 0];
    for (let i = 0; i < m; i++) {
      const said = predicted.at(0, i);
      if (said !== labels.at(0, i)) asLabelled += 1 / m;
      if (said !== labels.at(0, i) && said !== cleaned.at(0, i)) mistakesCleaned += 1 / m;
      if (said !== cleaned.at(0, i)) allCleaned += 1 / m;
    }
    return { asLabelled, mistakesCleaned, allCleaned };
  }
  function multiTaskCost(A: NDArray, Y: NDArray) {
    const [T, m] = Y.shape;
    let cost = 0;
    for (let i = 0; i < m; i++) {
      for (let t = 0; t < T; t++) {
        if (Y.at(t, i) === 1) cost -= Math.log(A.at(t, i)) / m;
        else if (Y.at(t, i) === 0) cost -= Math.log(1 - A.at(t, i)) / m;
      }
    }
    return cost;
  }
  function multiTaskGradient(A: NDArray, Y: NDArray) {
    const [T, m] = Y.shape;
    const dZ = np.zeros([T, m]);
    for (let t = 0; t < T; t++) {
      for (let i = 0; i < m; i++) {
        if (!Number.isNaN(Y.at(t, i))) dZ.set(t, i, (A.at(t, i) - Y.at(t, i)) / m);
      }
    }
    return dZ;
  }
  return {
    title: "explicit loops",
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
