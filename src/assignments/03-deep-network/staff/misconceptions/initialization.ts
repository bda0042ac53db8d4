import type { Misconception } from "../../../../check/contract";
import type { NDArray } from "../../../../core/NDArray";
import { np } from "../../../../np";
import type { NetworkParameters } from "../../assignment";
import * as solution from "../solution";

/** Starts the stream, then makes W and b of every layer from its numbers of units and inputs. */
function drawn(W: (units: number, inputs: number) => NDArray, b: (units: number) => NDArray = zeroBias, seed = 3) {
  return (layerDims: number[]) => {
    np.random.seed(seed);
    const parameters: NetworkParameters = {};
    for (let l = 1; l < layerDims.length; l++) {
      parameters[`W${l}`] = W(layerDims[l], layerDims[l - 1]);
      parameters[`b${l}`] = b(layerDims[l]);
    }
    return parameters;
  };
}

const zeroBias = (units: number) => np.zeros([units, 1]);

const small = (units: number, inputs: number) => np.multiply(np.random.randn(units, inputs), 0.01);

export const initialization: Misconception[] = [
  {
    id: "deep-init-not-scaled",
    function: "initializeParametersDeep",
    message: "The weights are not multiplied by 0.01: with large weights a sigmoid starts on its flat part.",
    implementation: drawn((units, inputs) => np.random.randn(units, inputs)),
  },
  {
    id: "deep-init-transposed",
    function: "initializeParametersDeep",
    message: "W[l] has shape (n[l-1], n[l]). Z = W APrev needs (n[l], n[l-1]): one row a unit, one column an input.",
    implementation: drawn((units, inputs) => np.multiply(np.random.randn(inputs, units), 0.01)),
  },
  {
    id: "deep-init-zeros",
    function: "initializeParametersDeep",
    message: "The weights are zeros, so all units of a layer stay alike for ever. Draw them with np.random.randn.",
    implementation: drawn((units, inputs) => np.zeros([units, inputs])),
  },
  {
    id: "deep-init-rand",
    function: "initializeParametersDeep",
    message: "The weights are drawn with rand: uniform, never negative. Use randn, the normal distribution around 0.",
    implementation: drawn((units, inputs) => np.multiply(np.random.rand(units, inputs), 0.01)),
  },
  {
    id: "deep-init-seed-in-loop",
    function: "initializeParametersDeep",
    message: "np.random.seed(3) is called in every layer, so all layers get the same numbers. Call it once, first.",
    implementation: drawn((units, inputs) => {
      np.random.seed(3);
      return small(units, inputs);
    }),
  },
  {
    id: "deep-init-other-seed",
    function: "initializeParametersDeep",
    message: "The numbers are those of np.random.seed(1). This function starts with np.random.seed(3).",
    implementation: drawn(small, zeroBias, 1),
  },
  {
    id: "deep-init-sqrt",
    function: "initializeParametersDeep",
    message: "The weights are divided by √n[l-1]. That is a better start, used further down; here it is 0.01 · randn.",
    implementation: drawn((units, inputs) => np.divide(np.random.randn(units, inputs), Math.sqrt(inputs))),
  },
  {
    id: "deep-init-last-layer-missing",
    function: "initializeParametersDeep",
    message: "The last layer has no parameters: the loop ends too early. layerDims has L + 1 entries, for l = 0, …, L.",
    implementation: (layerDims: number[]) => solution.initializeParametersDeep(layerDims.slice(0, -1)),
  },
  {
    id: "deep-init-counted-from-zero",
    function: "initializeParametersDeep",
    message: "The layers are numbered 0, 1, …: the parameters of the first one are W1 and b1.",
    implementation: (layerDims: number[]) => {
      const right = Object.entries(solution.initializeParametersDeep(layerDims));
      return Object.fromEntries(right.map(([key, value]) => [`${key[0]}${Number(key.slice(1)) - 1}`, value]));
    },
  },
  {
    id: "deep-zeros-args",
    function: "initializeParametersDeep",
    message:
      "b[l] has shape (n[l],), neither row nor column. np.zeros takes the shape as one list: np.zeros([n[l], 1]).",
    implementation: drawn(small, (units) => np.zeros(units)),
  },
  {
    id: "deep-init-bias-row",
    function: "initializeParametersDeep",
    message:
      "b[l] is a row of shape (1, n[l]). It must be a column, (n[l], 1): one bias a unit, added to every example.",
    implementation: drawn(small, (units) => np.zeros([1, units])),
  },
  {
    id: "deep-init-bias-number",
    function: "initializeParametersDeep",
    message: "b[l] is one number. Every unit has a bias of its own: zeros of shape (n[l], 1).",
    implementation: (layerDims: number[]) => {
      const right = Object.entries(solution.initializeParametersDeep(layerDims));
      return Object.fromEntries(right.map(([key, value]) => [key, key.startsWith("b") ? 0 : value]));
    },
  },
  {
    id: "deep-init-bias-random",
    function: "initializeParametersDeep",
    message: "The biases are random. They start at zero: the random weights already make the units differ.",
    implementation: drawn(small, (units) => small(units, 1)),
  },
];
