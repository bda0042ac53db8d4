import type { Misconception } from "../../../../check/contract";
import type { Errors, Gap } from "../../assignment";
import * as solution from "../solution";

type Gaps = Record<Gap, number>;

/** The gaps with the name of the largest. */
function withLargest(gaps: Gaps) {
  const names: Gap[] = ["avoidableBias", "variance", "dataMismatch", "devOverfitting"];
  return { ...gaps, largest: names.reduce((best, name) => (gaps[name] > gaps[best] ? name : best)) };
}

/** The diagnosis with another Bayes error. */
function bayesIs(errors: Errors, bayes: number) {
  return solution.diagnoseErrors({ ...errors, human: [bayes] });
}

/** The diagnosis with one gap taken between other errors. */
function changed(errors: Errors, gap: Partial<Gaps>) {
  const { largest, ...gaps } = solution.diagnoseErrors(errors);
  return withLargest({ ...gaps, ...gap });
}

export const diagnosis: Misconception[] = [
  {
    id: "ml-bayes-mean",
    function: "diagnoseErrors",
    message:
      "The Bayes error is taken for the mean of the human errors. What the best of them can do is possible, so the Bayes " +
      "error is at most that: Math.min(...human).",
    implementation: (errors: Errors) =>
      bayesIs(errors, errors.human.reduce((sum, error) => sum + error, 0) / errors.human.length),
  },
  {
    id: "ml-bayes-first",
    function: "diagnoseErrors",
    message:
      "The Bayes error is taken for the first of the human errors, a typical person's. The best one is the closest to " +
      "what is possible: Math.min(...human).",
    implementation: (errors: Errors) => bayesIs(errors, errors.human[0]),
  },
  {
    id: "ml-bayes-zero",
    function: "diagnoseErrors",
    message:
      "The whole training error is called avoidable. Some of it nobody can avoid: subtract what the best human gets wrong.",
    implementation: (errors: Errors) => bayesIs(errors, 0),
  },
  {
    id: "ml-variance-from-dev",
    function: "diagnoseErrors",
    message:
      "The variance is taken as dev minus training error, which has the data mismatch in it. That is what the train-dev " +
      "set is for: trainDev - train.",
    implementation: (errors: Errors) => changed(errors, { variance: errors.dev - errors.train }),
  },
  {
    id: "ml-mismatch-from-train",
    function: "diagnoseErrors",
    message:
      "The data mismatch is taken as dev minus training error, which has the variance in it. Dev and train-dev set differ " +
      "in their distribution alone: dev - trainDev.",
    implementation: (errors: Errors) => changed(errors, { dataMismatch: errors.dev - errors.train }),
  },
  {
    id: "ml-gaps-relative",
    function: "diagnoseErrors",
    message:
      "The gaps are ratios. Take differences: they are percentage points of the error, and add up to all that is above " +
      "the Bayes error.",
    implementation: ({ human, train, trainDev, dev, test }: Errors) =>
      withLargest({
        avoidableBias: train / Math.min(...human),
        variance: trainDev / train,
        dataMismatch: dev / trainDev,
        devOverfitting: test / dev,
      }),
  },
];
