// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are programs, as text.

import { edit, type WrongSolution, whole } from "./WrongSolution";

export const wrongSolutions: WrongSolution[] = [
  edit("one class fewer than there are", "confusionMatrix", ["np.zeros([C, C])", "np.zeros([np.max(actual) + 1, C])"]),
  edit("marks instead of counting", "confusionMatrix", ["confusion.at(row, column) + 1", "1"]),
  edit("the first example is left out", "confusionMatrix", ["let i = 0", "let i = 1"]),
  edit(
    "counts on where the last call ended",
    "confusionMatrix",
    ["export function", "const kept = np.zeros([20, 20]);\nexport function"],
    ["const confusion = np.zeros([C, C]);", "const confusion = kept.slice(`:${C}`, `:${C}`);"],
  ),
  whole(
    "`.data` is read without strides",
    "confusionMatrix",
    `function confusionMatrix(predicted, actual, C) {
      const confusion = np.zeros([C, C]);
      for (let i = 0; i < actual.size; i++) {
        confusion.set(actual.data[i], predicted.data[i], confusion.at(actual.data[i], predicted.data[i]) + 1);
      }
      return confusion;
    }`,
  ),
  edit("a tiny number keeps 0/0 away, and spoils the rest", "precisionRecallF1", [
    "np.divide(part, np.where(np.equal(whole, 0), 1, whole))",
    "np.divide(part, np.add(whole, 1e-4))",
  ]),
  edit("0/0 counts as 1", "precisionRecallF1", [
    "np.divide(part, np.where(np.equal(whole, 0), 1, whole))",
    "np.where(np.equal(whole, 0), 1, np.divide(part, np.where(np.equal(whole, 0), 1, whole)))",
  ]),
  edit("classes that never occur are left out of the mean", "precisionRecallF1", [
    "np.mean(f1)",
    "np.sum(f1) / np.countNonzero(np.sum(confusion, 1))",
  ]),
  edit("shape (1, C) for the classes", "precisionRecallF1", [
    "return { precision,",
    "return { precision: precision.reshape(1, -1),",
  ]),
  edit("the metric is called accuracy, whatever is asked for", "satisficingBest", [
    "models[i][optimize] > models[best][optimize]",
    "models[i].accuracy > models[best].accuracy",
  ]),
  edit("the limit is called runningTime, whatever is asked for", "satisficingBest", [
    "Object.keys(limits).every(\n      (metric) => models[i][metric] <= limits[metric],\n    )",
    "models[i].runningTime <= limits.runningTime",
  ]),
  whole(
    "the best so far starts at 0",
    "satisficingBest",
    `function satisficingBest(models, optimize, limits) {
      let best = -1, most = 0;
      models.forEach((model, i) => {
        if (Object.keys(limits).every((name) => model[name] <= limits[name]) && model[optimize] > most) {
          best = i;
          most = model[optimize];
        }
      });
      return best;
    }`,
  ),
  whole(
    "the models are sorted in place",
    "satisficingBest",
    `function satisficingBest(models, optimize, limits) {
      const order = [...models];
      models.sort((a, b) => b[optimize] - a[optimize]);
      const best = models.find((model) => Object.keys(limits).every((name) => model[name] <= limits[name]));
      return best ? order.indexOf(best) : -1;
    }`,
  ),
  whole(
    "the position among those that keep the limits",
    "satisficingBest",
    `function satisficingBest(models, optimize, limits) {
      const allowed = models.filter((model) => Object.keys(limits).every((name) => model[name] <= limits[name]));
      let best = allowed.length > 0 ? 0 : -1;
      allowed.forEach((model, i) => { if (model[optimize] > allowed[best][optimize]) best = i; });
      return best;
    }`,
  ),
  edit("two classes only", "trainDevTestSplit", ["np.unique(labels).toTypedArray()", "[0, 1]"]),
  edit("classes in the order in which they come", "trainDevTestSplit", [
    "np.unique(labels).toTypedArray()",
    "new Set(labels.reshape(-1).toTypedArray())",
  ]),
  edit("dev and test have changed places", "trainDevTestSplit", ["dev * members.size", "test * members.size"]),
  edit("the seed is fixed", "trainDevTestSplit", ["np.random.seed(seed)", "np.random.seed(3)"]),
  edit("the sets are not sorted", "trainDevTestSplit", ["np.sort(np.concatenate(parts))", "np.concatenate(parts)"]),
  edit("at least one of each class in dev", "trainDevTestSplit", [
    "const devEnd = Math.round(dev * members.size)",
    "const devEnd = Math.max(1, Math.round(dev * members.size))",
  ]),
  edit("half is rounded to even", "trainDevTestSplit", [
    "const devEnd = Math.round(dev * members.size)",
    "const devEnd = np.round(dev * members.size).item?.() ?? np.round(dev * members.size)",
  ]),
  edit("left over target examples keep their random order", "mismatchSplit", [
    "np.sort(target.slice(`${dev + test}:`))",
    "target.slice(`${dev + test}:`)",
  ]),
  edit("the target examples come first in the rest", "mismatchSplit", [
    "[elsewhere, np.sort(target.slice(`${dev + test}:`))]",
    "[np.sort(target.slice(`${dev + test}:`)), elsewhere]",
  ]),
  edit("the rest is not shuffled", "mismatchSplit", [
    "shuffled(\n    np.concatenate([elsewhere, np.sort(target.slice(`${dev + test}:`))]),\n  )",
    "np.concatenate([elsewhere, np.sort(target.slice(`${dev + test}:`))])",
  ]),
  edit("the share of all examples", "mismatchSplit", ["trainDev * rest.size", "trainDev * origin.size"]),
  edit("the test set ends after `test` examples", "mismatchSplit", [
    "test: np.sort(target.slice(`${dev}:${dev + test}`))",
    "test: np.sort(target.slice(`${dev}:${test}`))",
  ]),
  edit("weights as they would be for the right answers", "weightedError", ["np.notEqual", "np.equal"]),
  edit("only label 1 can be wrong", "weightedError", [
    "np.notEqual(predicted, actual)",
    "np.multiply(np.notEqual(predicted, actual), np.equal(actual, 1))",
  ]),
  edit("the largest weight is the most that it can be", "weightedError", [
    "np.sum(weights)",
    "(np.max(weights) * weights.size)",
  ]),
  edit("the worst human", "diagnoseErrors", ["Math.min", "Math.max"]),
  edit("the last human", "diagnoseErrors", ["Math.min(...human)", "human[human.length - 1]"]),
  edit("the human errors are sorted in place", "diagnoseErrors", [
    "Math.min(...human)",
    "human.sort((a, b) => a - b)[0]",
  ]),
  edit("negative gaps are cut off", "diagnoseErrors", ["dev - trainDev", "Math.max(0, dev - trainDev)"]),
  edit("of equals the last", "diagnoseErrors", ["gaps[name] > gaps[best]", "gaps[name] >= gaps[best]"]),
  edit("always says data mismatch", "diagnoseErrors", [
    "names.reduce((best, name) => (gaps[name] > gaps[best] ? name : best))",
    '"dataMismatch"',
  ]),
  edit("the gap in the last set is left out of the comparison", "diagnoseErrors", [
    "const names = Object.keys(gaps) as Gap[];",
    "const names = Object.keys(gaps).slice(0, 3) as Gap[];",
  ]),
  edit("percent", "errorAnalysisCeiling", ["np.mean(tags, 0)", "np.multiply(100, np.mean(tags, 0))"]),
  edit("three tags only", "errorAnalysisCeiling", ["np.mean(tags, 0)", 'np.mean(tags.slice(":", ":3"), 0)']),
  edit("mistakes without a tag are left out", "errorAnalysisCeiling", [
    "np.mean(tags, 0)",
    "np.divide(np.sum(tags, 0), np.countNonzero(np.sum(tags, 1)))",
  ]),
  edit("of all labels, only the wrong ones of the mistakes are corrected", "cleanedErrors", [
    "np.equal(predicted, labels), labels, cleaned",
    "np.equal(predicted, cleaned), labels, cleaned",
  ]),
  edit("labels of 0 and 1 only", "cleanedErrors", [
    "np.mean(np.notEqual(predicted, truth))",
    "np.mean(np.abs(np.subtract(predicted, truth)))",
  ]),
  edit("a label that is known to be 0 counts as missing", "multiTaskCost", [
    "np.logicalNot(np.isnan(Y))",
    "np.logicalAnd(Y, np.logicalNot(np.isnan(Y)))",
  ]),
  edit("averaged over the examples with a label", "multiTaskCost", [
    "const m = Y.shape[1];",
    "const m = np.countNonzero(np.any(np.logicalNot(np.isnan(Y)), 0));",
  ]),
  edit("divided by the tasks", "multiTaskCost", ["const m = Y.shape[1]", "const m = Y.shape[0]"]),
  edit("gaps are filled in Y itself", "multiTaskGradient", [
    "const m = Y.shape[1];",
    "const m = Y.shape[1];\n for (let t = 0; t < Y.shape[0]; t++) for (let i = 0; i < m; i++) if (np.isnan(Y.at(t, i))) Y.set(t, i, A.at(t, i));",
  ]),
  edit("the other way round", "multiTaskGradient", ["np.subtract(A, Y)", "np.subtract(Y, A)"]),
  edit("times a (1 - a)", "multiTaskGradient", [
    "np.divide(np.subtract(A, Y), m)",
    "np.multiply(np.divide(np.subtract(A, Y), m), np.multiply(A, np.subtract(1, A)))",
  ]),
];
