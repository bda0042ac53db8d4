import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { Gradients, Parameters } from "../../assignment";
import * as solution from "../solution";
import { eachGradient, eachParameter, weighted, withoutLastLayer } from "../variants";

interface Settings {
  t: number;
  rate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
}

type Update = [
  parameters: Parameters,
  grads: Gradients,
  v: Gradients,
  s: Gradients,
  t: number,
  learningRate?: number,
  beta1?: number,
  beta2?: number,
  epsilon?: number,
];

interface Parts {
  /** The new v; `key` is the gradient's. */
  first: (v: NDArray, grad: NDArray, settings: Settings, key: string) => NDArray;
  /** The new s. */
  second: (s: NDArray, grad: NDArray, settings: Settings) => NDArray;
  /** 1 - β^t, by which v and s are divided. */
  correction: (beta: number, t: number) => number;
  correctionOfS: (beta: number, t: number) => number;
  /** The direction of the step. */
  scale: (v: NDArray, s: NDArray, epsilon: number, grad: NDArray) => NDArray;
}

const power = (beta: number, t: number) => 1 - beta ** t;

const right: Omit<Parts, "correctionOfS"> = {
  first: (v, grad, { beta1 }) => weighted(beta1, v, grad),
  second: (s, grad, { beta2 }) => weighted(beta2, s, np.square(grad)),
  correction: power,
  scale: (v, s, epsilon) => np.divide(v, np.add(np.sqrt(s), epsilon)),
};

/** The update with another rule for some of its parts; a new `correction` is that of s too, unless s has its own. */
function adamWith(part: Partial<Parts>) {
  const { first, second, correction, scale } = { ...right, ...part };
  const correctionOfS = part.correctionOfS ?? correction;
  return (...[parameters, grads, v, s, t, rate = 0.01, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8]: Update) => {
    const settings = { t, rate, beta1, beta2, epsilon };
    const vNew = eachGradient(parameters, (key) => first(v[key], grads[key], settings, key));
    const sNew = eachGradient(parameters, (key) => second(s[key], grads[key], settings));
    const updated = eachParameter(parameters, (parameter, key) => {
      const vCorrected = np.divide(vNew[key], correction(beta1, t));
      const sCorrected = np.divide(sNew[key], correctionOfS(beta2, t));
      return np.subtract(parameter, np.multiply(rate, scale(vCorrected, sCorrected, epsilon, grads[key])));
    });
    return { parameters: updated, v: vNew, s: sNew };
  };
}

/** Adam, with something done to its result. */
function adamThen(change: (result: ReturnType<typeof solution.updateParametersWithAdam>, update: Update) => unknown) {
  return (...update: Update) => change(solution.updateParametersWithAdam(...update), update);
}

const one = () => 1;

export const adam: Misconception[] = [
  {
    id: "adam-uncorrected-s",
    function: "updateParametersWithAdam",
    message:
      "The step divides by the root of s, not of the corrected ŝ = s / (1 - β2^t). s is still small after few steps, so " +
      "the first steps are far too long.",
    implementation: adamWith({ correctionOfS: one }),
  },
  {
    // The same mistake as it was published, with ε under the root: on the course's small gradients that makes a difference.
    id: "adam-uncorrected-s-epsilon-inside",
    function: "updateParametersWithAdam",
    message:
      "The step divides by the root of s + ε, not of the corrected ŝ = s / (1 - β2^t). s is still small after few steps, " +
      "so the first steps are far too long.",
    implementation: adamWith({
      correctionOfS: one,
      scale: (v, s, epsilon) => np.divide(v, np.sqrt(np.add(s, epsilon))),
    }),
  },
  {
    id: "adam-uncorrected-v",
    function: "updateParametersWithAdam",
    message: "The step goes along v, not along the corrected v̂ = v / (1 - β1^t), so the first steps are too short.",
    implementation: adamWith({ correction: one, correctionOfS: power }),
  },
  {
    id: "adam-uncorrected",
    function: "updateParametersWithAdam",
    message: "The bias correction is missing: use v / (1 - β1^t) and s / (1 - β2^t) in the step.",
    implementation: adamWith({ correction: one }),
  },
  {
    id: "adam-returns-corrected",
    function: "updateParametersWithAdam",
    message:
      "v and s come back corrected, so the correction goes into the next average and is made again and again. Correct " +
      "copies for the step, and return v and s as the averages gave them.",
    implementation: adamThen((result, [, , , , t, , beta1 = 0.9, beta2 = 0.999]) => ({
      parameters: result.parameters,
      v: Object.fromEntries(Object.entries(result.v).map(([key, v]) => [key, np.divide(v, power(beta1, t))])),
      s: Object.fromEntries(Object.entries(result.s).map(([key, s]) => [key, np.divide(s, power(beta2, t))])),
    })),
  },
  {
    id: "adam-exclusive-or",
    function: "updateParametersWithAdam",
    message: "In TypeScript ^ is not a power but the exclusive or of two whole numbers. Write beta1 ** t.",
    implementation: adamWith({ correction: (beta, t) => 1 - (beta ^ t) }),
  },
  {
    id: "adam-correction-without-power",
    function: "updateParametersWithAdam",
    message: "v and s are divided by 1 - β. The correction fades with time: divide by 1 - β^t.",
    implementation: adamWith({ correction: (beta) => 1 - beta }),
  },
  {
    id: "adam-correction-product",
    function: "updateParametersWithAdam",
    message: "The correction uses β times t. It is a power: 1 - β^t, written 1 - beta ** t.",
    implementation: adamWith({ correction: (beta, t) => 1 - beta * t }),
  },
  {
    id: "adam-counts-again",
    function: "updateParametersWithAdam",
    message: "The correction uses t + 1. The caller counts the steps, from 1: use t as it is.",
    implementation: adamWith({ correction: (beta, t) => 1 - beta ** (t + 1) }),
  },
  {
    id: "adam-betas-swapped",
    function: "updateParametersWithAdam",
    message: "β1 and β2 are swapped: β1 belongs to v, the average of the gradients, β2 to s, that of their squares.",
    implementation: (...[parameters, grads, v, s, t, rate, beta1 = 0.9, beta2 = 0.999, epsilon]: Update) =>
      solution.updateParametersWithAdam(parameters, grads, v, s, t, rate, beta2, beta1, epsilon),
  },
  {
    id: "adam-one-beta",
    function: "updateParametersWithAdam",
    message: "s is averaged and corrected with β1. It has a β of its own: s = β2 s + (1 - β2) dW², and 1 - β2^t.",
    implementation: (...[parameters, grads, v, s, t, rate, beta1 = 0.9, , epsilon]: Update) =>
      solution.updateParametersWithAdam(parameters, grads, v, s, t, rate, beta1, beta1, epsilon),
  },
  {
    id: "adam-beta-missing-index",
    function: "updateParametersWithAdam",
    message: "vdb mixes the two betas: it is β1 vdb + (1 - β1) db, with the same index in both places.",
    implementation: adamWith({
      first: (v, grad, { beta1, beta2 }, key) =>
        key.startsWith("db") ? np.add(np.multiply(beta1, v), np.multiply(1 - beta2, grad)) : weighted(beta1, v, grad),
    }),
  },
  {
    id: "adam-s-not-squared",
    function: "updateParametersWithAdam",
    message:
      "s averages the gradients themselves; a negative one then has no root. Average their squares, np.square(dW).",
    implementation: adamWith({ second: (s, grad, { beta2 }) => weighted(beta2, s, grad) }),
  },
  {
    id: "adam-no-root",
    function: "updateParametersWithAdam",
    message: "v̂ is divided by ŝ itself. ŝ is an average of squares: divide by its root, √ŝ + ε.",
    implementation: adamWith({ scale: (v, s, epsilon) => np.divide(v, np.add(s, epsilon)) }),
  },
  {
    id: "adam-no-epsilon",
    function: "updateParametersWithAdam",
    message: "Where a gradient has always been 0, ŝ is 0, and 0/0 is NaN. Add ε to the root: v̂ / (√ŝ + ε).",
    implementation: adamWith({ scale: (v, s) => np.divide(v, np.sqrt(s)) }),
  },
  {
    id: "adam-epsilon-fixed",
    function: "updateParametersWithAdam",
    message: "ε is always 1e-8. That is only the default: add the argument epsilon to the root.",
    implementation: (...[parameters, grads, v, s, t, rate, beta1, beta2]: Update) =>
      solution.updateParametersWithAdam(parameters, grads, v, s, t, rate, beta1, beta2),
  },
  {
    id: "adam-no-momentum",
    function: "updateParametersWithAdam",
    message: "The step goes along the gradient, which is RMSprop. Adam steps along v̂, the corrected average.",
    implementation: adamWith({ scale: (_, s, epsilon, grad) => np.divide(grad, np.add(np.sqrt(s), epsilon)) }),
  },
  {
    id: "adam-ascent",
    function: "updateParametersWithAdam",
    message: "The step goes uphill: subtract learningRate * v̂ / (√ŝ + ε).",
    implementation: adamWith({ scale: (v, s, epsilon) => np.divide(np.negative(v), np.add(np.sqrt(s), epsilon)) }),
  },
  {
    id: "adam-settings-ignored",
    function: "updateParametersWithAdam",
    message: "The settings that were passed are not used: the step has always the default learning rate and betas.",
    implementation: (...[parameters, grads, v, s, t]: Update) =>
      solution.updateParametersWithAdam(parameters, grads, v, s, t),
  },
  {
    id: "adam-in-place",
    function: "updateParametersWithAdam",
    message:
      "The figures are right, but they are written into the caller's parameters, v and s. Fill new dictionaries with new " +
      "arrays, and return those.",
    implementation: adamThen((result, [parameters, , v, s]) => ({
      parameters: Object.assign(parameters, result.parameters),
      v: Object.assign(v, result.v),
      s: Object.assign(s, result.s),
    })),
  },
  {
    id: "adam-averages-in-place",
    function: "updateParametersWithAdam",
    message:
      "The figures are right, but the new averages are written into the caller's v and s. Fill new dictionaries.",
    implementation: adamThen((result, [, , v, s]) => ({
      parameters: result.parameters,
      v: Object.assign(v, result.v),
      s: Object.assign(s, result.s),
    })),
  },
  {
    id: "adam-last-layer-missing",
    function: "updateParametersWithAdam",
    message: "The last layer is missing. Layers are counted from 1 to L, so the loop runs while l <= L, not l < L.",
    implementation: adamThen(({ parameters, v, s }) => ({
      parameters: withoutLastLayer(parameters),
      v: withoutLastLayer(v),
      s: withoutLastLayer(s),
    })),
  },
];
