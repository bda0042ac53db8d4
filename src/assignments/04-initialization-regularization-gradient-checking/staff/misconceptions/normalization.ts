import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";

type Statistic = (X: NDArray) => NDArray;

const meanOf: Statistic = (X) => np.mean(X, 1, true);
const deviationOf: Statistic = (X) => np.std(X, 1, true);
const scaled = (X: NDArray, mu: NDArray, sigma: NDArray) => np.divide(np.subtract(X, mu), sigma);

/** normalizeInputs with other statistics. */
function normalizeBy(mean: Statistic, deviation: Statistic) {
  return (XTrain: NDArray, XTest: NDArray) => {
    const [mu, sigma] = [mean(XTrain), deviation(XTrain)];
    return { XTrain: scaled(XTrain, mu, sigma), XTest: scaled(XTest, mu, sigma), mu, sigma };
  };
}

export const normalization: Misconception[] = [
  {
    id: "normalize-by-variance",
    function: "normalizeInputs",
    message:
      "The features are divided by the variance σ². To reach variance 1, divide by the standard deviation σ, its root.",
    implementation: normalizeBy(meanOf, (X) => np.var(X, 1, true)),
  },
  {
    id: "normalize-by-variance-of-right-sigma",
    function: "normalizeInputs",
    message: "sigma is right, but the features are divided by its square. To reach variance 1, divide by σ itself.",
    implementation: (XTrain: NDArray, XTest: NDArray) => {
      const [mu, sigma] = [meanOf(XTrain), deviationOf(XTrain)];
      const variance = np.square(sigma);
      return { XTrain: scaled(XTrain, mu, variance), XTest: scaled(XTest, mu, variance), mu, sigma };
    },
  },
  {
    id: "normalize-by-more-than-sigma",
    function: "normalizeInputs",
    message:
      "1e-8 is added to σ before the division. Where a feature is measured in small units, that is not little: divide by σ itself.",
    implementation: (XTrain: NDArray, XTest: NDArray) => {
      const [mu, sigma] = [meanOf(XTrain), deviationOf(XTrain)];
      const more = np.add(sigma, 1e-8);
      return { XTrain: scaled(XTrain, mu, more), XTest: scaled(XTest, mu, more), mu, sigma };
    },
  },
  {
    id: "normalize-test-by-itself",
    function: "normalizeInputs",
    message:
      "The test examples are normalized with their own mean and deviation, so the same point means something else in the two sets. Use mu and sigma of the training set for both.",
    implementation: (XTrain: NDArray, XTest: NDArray) => {
      const [mu, sigma] = [meanOf(XTrain), deviationOf(XTrain)];
      const test = scaled(XTest, meanOf(XTest), deviationOf(XTest));
      return { XTrain: scaled(XTrain, mu, sigma), XTest: test, mu, sigma };
    },
  },
  {
    id: "normalize-both-sets-together",
    function: "normalizeInputs",
    message:
      "mu and sigma are computed from both sets together: the test set must not tell the model anything. Use the training set alone.",
    implementation: (XTrain: NDArray, XTest: NDArray) => {
      const all = np.concatenate([XTrain, XTest], 1);
      const [mu, sigma] = [meanOf(all), deviationOf(all)];
      return { XTrain: scaled(XTrain, mu, sigma), XTest: scaled(XTest, mu, sigma), mu, sigma };
    },
  },
  {
    id: "normalize-test-untouched",
    function: "normalizeInputs",
    message: "The test examples are not normalized. The network learned from normalized inputs and expects them.",
    implementation: (XTrain: NDArray, XTest: NDArray) => {
      const [mu, sigma] = [meanOf(XTrain), deviationOf(XTrain)];
      return { XTrain: scaled(XTrain, mu, sigma), XTest, mu, sigma };
    },
  },
  {
    id: "normalize-over-all-features",
    function: "normalizeInputs",
    message:
      "One mean and one deviation are used for all features together. Every feature has its own: reduce along axis 1, over the examples.",
    implementation: normalizeBy(
      (X) => np.full([X.shape[0], 1], np.mean(X)),
      (X) => np.full([X.shape[0], 1], np.std(X)),
    ),
  },
  {
    id: "normalize-examples",
    function: "normalizeInputs",
    message:
      "Means and deviations are taken along axis 0, over the features of one example. Examples are columns: reduce along axis 1.",
    implementation: normalizeBy(
      (X) => np.mean(X, 0, true),
      (X) => np.std(X, 0, true),
    ),
  },
  {
    id: "normalize-not-centred",
    function: "normalizeInputs",
    message: "The features are scaled but not shifted: subtract mu first, then divide by sigma.",
    implementation: (XTrain: NDArray, XTest: NDArray) => {
      const [mu, sigma] = [meanOf(XTrain), deviationOf(XTrain)];
      return { XTrain: np.divide(XTrain, sigma), XTest: np.divide(XTest, sigma), mu, sigma };
    },
  },
  {
    id: "normalize-only-centred",
    function: "normalizeInputs",
    message: "The features are shifted but not scaled: divide by sigma after subtracting mu.",
    implementation: (XTrain: NDArray, XTest: NDArray) => {
      const [mu, sigma] = [meanOf(XTrain), deviationOf(XTrain)];
      return { XTrain: np.subtract(XTrain, mu), XTest: np.subtract(XTest, mu), mu, sigma };
    },
  },
  {
    id: "normalize-uncentred-deviation",
    function: "normalizeInputs",
    message: "sigma is the root of the mean of x². Subtract the mean first: σ² = 1/m Σ (x - μ)².",
    implementation: normalizeBy(meanOf, (X) => np.sqrt(np.mean(np.square(X), 1, true))),
  },
  {
    id: "normalize-m-minus-1",
    function: "normalizeInputs",
    message: "The variance is divided by m - 1. Here it is the mean of the squares: divide by m.",
    implementation: normalizeBy(meanOf, (X) =>
      np.multiply(np.std(X, 1, true), Math.sqrt(X.shape[1] / (X.shape[1] - 1))),
    ),
  },
  {
    id: "normalize-min-max",
    function: "normalizeInputs",
    message: "sigma is the range, maximum minus minimum. Use the standard deviation: √(1/m Σ (x - μ)²).",
    implementation: normalizeBy(meanOf, (X) => np.subtract(np.max(X, 1, true), np.min(X, 1, true))),
  },
  {
    id: "normalize-rank-1",
    function: "normalizeInputs",
    message:
      "mu and sigma have shape (n,). Make them columns of shape (n, 1): np.mean(XTrain, 1, true) keeps the axis.",
    implementation: (XTrain: NDArray, XTest: NDArray) => {
      const [mu, sigma] = [meanOf(XTrain), deviationOf(XTrain)];
      return {
        XTrain: scaled(XTrain, mu, sigma),
        XTest: scaled(XTest, mu, sigma),
        mu: np.squeeze(mu, 1),
        sigma: np.squeeze(sigma, 1),
      };
    },
  },
];
