import type { Alternative } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { Gradients, Parameters } from "../../assignment";

type Letter = "W" | "b";

/** Element by element with `at` and `set`, as before vectorisation; mini-batches column by column. */
export function explicitLoops(): Alternative {
  const letters: Letter[] = ["W", "b"];
  const layersOf = (parameters: Parameters) => {
    let L = 0;
    while (parameters[`W${L + 1}`] !== undefined) L++;
    return L;
  };
  function forEach(parameters: Parameters, visit: (letter: Letter, l: number, i: number, j: number) => void) {
    for (let l = layersOf(parameters); l >= 1; l--) {
      for (const letter of letters) {
        const [rows, columns] = parameters[`${letter}${l}`].shape;
        for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) visit(letter, l, i, j);
      }
    }
  }
  const copies = <D extends object>(dictionary: D): D =>
    Object.fromEntries(Object.entries(dictionary).map(([key, array]) => [key, (array as NDArray).copy()])) as D;

  function updateParametersWithGd(parameters: Parameters, grads: Gradients, learningRate: number) {
    const updated = copies(parameters);
    forEach(parameters, (letter, l, i, j) => {
      const W = updated[`${letter}${l}`];
      W.set(i, j, W.at(i, j) - learningRate * grads[`d${letter}${l}`].at(i, j));
    });
    return updated;
  }
  function randomMiniBatches(X: NDArray, Y: NDArray, miniBatchSize = 64, seed = 0) {
    np.random.seed(seed);
    const [n, m] = X.shape;
    const order = np.random.permutation(m);
    const batches = [];
    for (let start = 0; start < m; start += miniBatchSize) {
      const size = Math.min(miniBatchSize, m - start);
      const batch = { X: np.zeros([n, size]), Y: np.zeros([1, size]) };
      for (let k = 0; k < size; k++) {
        for (let i = 0; i < n; i++) batch.X.set(i, k, X.at(i, order.at(start + k)));
        batch.Y.set(0, k, Y.at(0, order.at(start + k)));
      }
      batches.push(batch);
    }
    return batches;
  }
  function exponentiallyWeightedAverage(theta: NDArray, beta: number) {
    const averages: number[] = [];
    let [v, power] = [0, 1];
    for (let i = 0; i < theta.size; i++) {
      v = beta * v + (1 - beta) * theta.at(i);
      power *= beta;
      averages.push(v / (1 - power));
    }
    return np.array(averages);
  }
  function initializeVelocity(parameters: Parameters): Gradients {
    const v: Gradients = {};
    for (let l = 1; l <= layersOf(parameters); l++) {
      for (const letter of letters) v[`d${letter}${l}`] = np.zeros(parameters[`${letter}${l}`].shape);
    }
    return v;
  }
  function updateParametersWithMomentum(
    parameters: Parameters,
    grads: Gradients,
    v: Gradients,
    beta: number,
    learningRate: number,
  ) {
    const result = { parameters: copies(parameters), v: copies(v) };
    forEach(parameters, (letter, l, i, j) => {
      const [W, vdW] = [result.parameters[`${letter}${l}`], result.v[`d${letter}${l}`]];
      vdW.set(i, j, beta * vdW.at(i, j) + (1 - beta) * grads[`d${letter}${l}`].at(i, j));
      W.set(i, j, W.at(i, j) - learningRate * vdW.at(i, j));
    });
    return result;
  }
  function updateParametersWithRmsprop(
    parameters: Parameters,
    grads: Gradients,
    s: Gradients,
    beta: number,
    learningRate: number,
    epsilon = 1e-8,
  ) {
    const result = { parameters: copies(parameters), s: copies(s) };
    forEach(parameters, (letter, l, i, j) => {
      const [W, sdW] = [result.parameters[`${letter}${l}`], result.s[`d${letter}${l}`]];
      const dW = grads[`d${letter}${l}`].at(i, j);
      sdW.set(i, j, beta * sdW.at(i, j) + (1 - beta) * dW ** 2);
      W.set(i, j, W.at(i, j) - (learningRate * dW) / (Math.sqrt(sdW.at(i, j)) + epsilon));
    });
    return result;
  }
  function initializeAdam(parameters: Parameters) {
    return { s: initializeVelocity(parameters), v: initializeVelocity(parameters) };
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
    const result = { parameters: copies(parameters), v: copies(v), s: copies(s) };
    forEach(parameters, (letter, l, i, j) => {
      const [vdW, sdW] = [result.v[`d${letter}${l}`], result.s[`d${letter}${l}`]];
      const [W, dW] = [result.parameters[`${letter}${l}`], grads[`d${letter}${l}`].at(i, j)];
      vdW.set(i, j, vdW.at(i, j) + (1 - beta1) * (dW - vdW.at(i, j)));
      sdW.set(i, j, sdW.at(i, j) + (1 - beta2) * (dW * dW - sdW.at(i, j)));
      const [vHat, sHat] = [vdW.at(i, j) / (1 - beta1 ** t), sdW.at(i, j) / (1 - beta2 ** t)];
      W.set(i, j, W.at(i, j) - (learningRate * vHat) / (Math.sqrt(sHat) + epsilon));
    });
    return result;
  }
  function learningRateDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1) {
    let changes = 0;
    for (let epoch = 1; epoch <= epochNum; epoch++) if (epoch % timeInterval === 0) changes += 1;
    return learningRate0 / (1 + decayRate * changes);
  }
  return {
    title: "explicit loops",
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
