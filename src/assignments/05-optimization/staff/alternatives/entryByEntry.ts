import type { Alternative } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { Gradients, Parameters } from "../../assignment";

type ParameterKey = keyof Parameters;
type GradientKey = keyof Gradients;

/**
 * No layer numbers: every entry of the dictionary by the same rule, with chained methods and on copies in place. Averages
 * move by a share of the difference, v + (1 - β)(θ - v); the correction of Adam is put into the learning rate, as its
 * paper suggests, so that ε means something slightly different; the mini-batches come out of recursion.
 */
export function entryByEntry(): Alternative {
  const names = (parameters: Parameters) => Object.keys(parameters) as ParameterKey[];
  const under = (key: ParameterKey) => `d${key}` as GradientKey;
  const towards = (old: NDArray, target: NDArray, share: number) => old.add(target.subtract(old).multiply(share));

  function updateParametersWithGd(parameters: Parameters, grads: Gradients, learningRate: number) {
    const updated = names(parameters).map((key) => {
      const copy = parameters[key].copy();
      return [key, copy.assign(copy.subtract(grads[under(key)].multiply(learningRate)))];
    });
    return Object.fromEntries(updated.reverse());
  }
  function randomMiniBatches(X: NDArray, Y: NDArray, size = 64, seed = 0) {
    np.random.seed(seed);
    const together = np.vstack([X, Y]);
    const shuffled = np.random.permutation(X.shape[1]);
    type Batch = { X: NDArray; Y: NDArray };
    const cut = (rest: NDArray): Batch[] => {
      if (rest.size === 0) return [];
      const columns = np.take(together, rest.slice(`:${size}`), 1);
      return [{ Y: columns.slice("-1:"), X: columns.slice(":-1") }, ...cut(rest.slice(`${size}:`))];
    };
    return cut(shuffled);
  }
  function exponentiallyWeightedAverage(theta: NDArray, beta: number) {
    // The corrected average itself, by the share of the newest value: (1 - β) / (1 - β^t), which is 1 at first.
    let average = 0;
    return np.array(
      (theta.tolist() as number[]).map((value, i) => {
        average += ((1 - beta) / (1 - beta ** (i + 1))) * (value - average);
        return average;
      }),
    );
  }
  function initializeVelocity(parameters: Parameters): Gradients {
    return Object.fromEntries(names(parameters).map((key) => [under(key), parameters[key].multiply(0)]));
  }
  function updateParametersWithMomentum(
    parameters: Parameters,
    grads: Gradients,
    v: Gradients,
    beta: number,
    learningRate: number,
  ) {
    const [updated, velocity]: [Parameters, Gradients] = [{ ...parameters }, { ...v }];
    for (const key of names(parameters)) {
      velocity[under(key)] = towards(v[under(key)], grads[under(key)], 1 - beta);
      updated[key] = parameters[key].add(velocity[under(key)].multiply(-learningRate));
    }
    return { v: velocity, parameters: updated };
  }
  function updateParametersWithRmsprop(
    parameters: Parameters,
    grads: Gradients,
    s: Gradients,
    beta: number,
    learningRate: number,
    epsilon = 1e-8,
  ) {
    const [updated, squares]: [Parameters, Gradients] = [{ ...parameters }, { ...s }];
    for (const key of names(parameters)) {
      const grad = grads[under(key)];
      squares[under(key)] = towards(s[under(key)], grad.multiply(grad), 1 - beta);
      updated[key] = parameters[key].subtract(
        grad.multiply(learningRate).divide(squares[under(key)].power(0.5).add(epsilon)),
      );
    }
    return { parameters: updated, s: squares };
  }
  function initializeAdam(parameters: Parameters) {
    return { v: initializeVelocity(parameters), s: initializeVelocity(parameters) };
  }
  function updateParametersWithAdam(
    parameters: Parameters,
    grads: Gradients,
    v: Gradients,
    s: Gradients,
    t: number,
    learningRate = 0.01,
    beta1 = 0.9,
    beta2 = 0.999,
    epsilon = 1e-8,
  ) {
    const rate = (learningRate * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t);
    const [updated, first, second]: [Parameters, Gradients, Gradients] = [{}, {}, {}];
    for (const key of names(parameters)) {
      const dKey = under(key);
      first[dKey] = towards(v[dKey], grads[dKey], 1 - beta1);
      second[dKey] = towards(s[dKey], grads[dKey].square(), 1 - beta2);
      updated[key] = parameters[key].subtract(first[dKey].divide(second[dKey].sqrt().add(epsilon)).multiply(rate));
    }
    return { parameters: updated, v: first, s: second };
  }
  function learningRateDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1) {
    const changes = (epochNum - (epochNum % timeInterval)) / timeInterval;
    return 1 / (1 / learningRate0 + (decayRate / learningRate0) * changes);
  }
  return {
    title: "entry by entry",
    functions: {
      updateParametersWithGd,
      randomMiniBatches,
      exponentiallyWeightedAverage,
      initializeVelocity,
      updateParametersWithMomentum,
      updateParametersWithRmsprop,
      initializeAdam,
      updateParametersWithAdam,
      learningRateDecay,
    },
  };
}
