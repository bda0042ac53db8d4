import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";

/** v_t by its recursion, from `start`; `output` is what is written down for it. */
function average(
  theta: NDArray,
  next: (v: number, value: number, t: number) => number,
  output: (v: number, t: number) => number,
  start = 0,
): NDArray {
  let v = start;
  const averages = theta.tolist() as number[];
  return np.array(
    averages.map((value, i) => {
      v = next(v, value, i + 1);
      return output(v, i + 1);
    }),
  );
}

type Series = [theta: NDArray, beta: number];

export const averages: Misconception[] = [
  {
    id: "ewa-uncorrected",
    function: "exponentiallyWeightedAverage",
    message: "The bias correction is missing: v starts at 0, so the first averages are too small. Divide by 1 - β^t.",
    implementation: (...[theta, beta]: Series) =>
      average(
        theta,
        (v, value) => beta * v + (1 - beta) * value,
        (v) => v,
      ),
  },
  {
    id: "ewa-bias-correction-recursion",
    function: "exponentiallyWeightedAverage",
    message:
      "The corrected value goes back into the recursion, and grows from step to step: even a constant series does not " +
      "come out constant. Keep v as it is, and write down v / (1 - β^t).",
    implementation: (...[theta, beta]: Series) =>
      average(
        theta,
        (v, value, t) => (beta * v + (1 - beta) * value) / (1 - beta ** t),
        (v) => v,
      ),
  },
  {
    id: "ewa-swapped-beta",
    function: "exponentiallyWeightedAverage",
    message:
      "β and 1 - β are swapped: the old average is kept with β, the new value counts with 1 - β. So a value's weight " +
      "after k steps is (1 - β)·β^k, and the base of that power is β.",
    implementation: (...[theta, beta]: Series) =>
      average(
        theta,
        (v, value) => (1 - beta) * v + beta * value,
        (v, t) => v / (1 - (1 - beta) ** t),
      ),
  },
  {
    id: "ewa-swapped-beta-half",
    function: "exponentiallyWeightedAverage",
    message: "β and 1 - β are swapped in the recursion: v = β v + (1 - β) θ.",
    implementation: (...[theta, beta]: Series) =>
      average(
        theta,
        (v, value) => (1 - beta) * v + beta * value,
        (v, t) => v / (1 - beta ** t),
      ),
  },
  {
    id: "ewa-count-from-zero",
    function: "exponentiallyWeightedAverage",
    message: "The first step counts as t = 0, and 1 - β^0 is 0. Steps are counted from t = 1: the index plus one.",
    implementation: (...[theta, beta]: Series) =>
      average(
        theta,
        (v, value) => beta * v + (1 - beta) * value,
        (v, t) => v / (1 - beta ** (t - 1)),
      ),
  },
  {
    id: "ewa-exclusive-or",
    function: "exponentiallyWeightedAverage",
    message: "In TypeScript ^ is not a power but the exclusive or of two whole numbers. Write beta ** t.",
    implementation: (...[theta, beta]: Series) =>
      average(
        theta,
        (v, value) => beta * v + (1 - beta) * value,
        (v, t) => v / (1 - (beta ^ t)),
      ),
  },
  {
    id: "ewa-correction-without-power",
    function: "exponentiallyWeightedAverage",
    message: "Every step is divided by 1 - β. The correction fades with time: divide by 1 - β^t.",
    implementation: (...[theta, beta]: Series) =>
      average(
        theta,
        (v, value) => beta * v + (1 - beta) * value,
        (v) => v / (1 - beta),
      ),
  },
  {
    id: "ewa-starts-at-first-value",
    function: "exponentiallyWeightedAverage",
    message:
      "The average starts from the first value of the series. That is another way to begin; here v starts at 0, and the " +
      "bias correction makes up for it.",
    implementation: (...[theta, beta]: Series) =>
      average(
        theta,
        (v, value) => beta * v + (1 - beta) * value,
        (v) => v,
        theta.at(0),
      ),
  },
  {
    id: "ewa-sum",
    function: "exponentiallyWeightedAverage",
    message: "The new value is added whole: v = β v + θ grows to 1 / (1 - β) times the average. It counts with 1 - β.",
    implementation: (...[theta, beta]: Series) =>
      average(
        theta,
        (v, value) => beta * v + value,
        (v, t) => v / (1 - beta ** t),
      ),
  },
  {
    id: "ewa-moving-window",
    function: "exponentiallyWeightedAverage",
    message:
      "That is the plain mean of the last 1 / (1 - β) values. Here all values count, the older the less: " +
      "v = β v + (1 - β) θ.",
    implementation: (...[theta, beta]: Series) => {
      const window = Math.round(1 / (1 - beta));
      const values = theta.tolist() as number[];
      return np.array(values.map((_, i) => np.mean(values.slice(Math.max(0, i + 1 - window), i + 1))));
    },
  },
];
