import type { Misconception } from "../../../../check/contract";
import { np } from "../../../../np";
import { initialize } from "../variants";

const randn = (units: number, inputs: number) => np.random.randn(units, inputs);
const zeros = (units: number, inputs: number) => np.zeros([units, inputs]);
const large = (units: number, inputs: number) => np.multiply(randn(units, inputs), 10);
const he = (units: number, inputs: number) => np.multiply(randn(units, inputs), Math.sqrt(2 / inputs));
const lackingOne = (layers: number) => layers - 1;
const row = (units: number) => np.zeros([1, units]);

/** Shared by the three functions: the same loop, the same slips. */
function ofTheLoop(name: string, prefix: string, weights: typeof randn, seed: number | null): Misconception[] {
  return [
    {
      id: `${prefix}-transposed`,
      function: name,
      message:
        "The weights are transposed: W{l} has a row for each unit of its own layer and a column for each unit of the layer before, shape (layersDims[l], layersDims[l - 1]).",
      implementation: initialize({ weights: (units, inputs) => weights(inputs, units), seed }),
    },
    {
      id: `${prefix}-last-layer-missing`,
      function: name,
      message:
        "The last layer has no parameters: layersDims also counts the input, so the layers are 1 to layersDims.length - 1, and the loop runs while l < layersDims.length.",
      implementation: initialize({ weights, seed, last: lackingOne }),
    },
    {
      id: `${prefix}-counted-from-zero`,
      function: name,
      message: "The layers are counted from 0: layer 0 is the input and has no weights; the first ones are W1 and b1.",
      implementation: initialize({ weights, seed, first: 0 }),
    },
    {
      id: `${prefix}-bias-row`,
      function: name,
      message: "The biases are rows. b{l} is a column, shape (layersDims[l], 1), which is added to every column of Z.",
      implementation: initialize({ weights, seed, biases: row }),
    },
    {
      id: `${prefix}-bias-rank-1`,
      function: name,
      message:
        "The biases have shape (units,): a rank-1 array, neither row nor column. Ask for np.zeros([layersDims[l], 1]).",
      implementation: initialize({ weights, seed, biases: (units) => np.zeros(units) }),
    },
  ];
}

export const initialization: Misconception[] = [
  ...ofTheLoop("initializeParametersZeros", "init-zeros", zeros, null),
  {
    id: "init-zeros-random-weights",
    function: "initializeParametersZeros",
    message: "The weights are random. This function is the bad example: every weight is zero.",
    implementation: initialize({ weights: (units, inputs) => np.multiply(randn(units, inputs), 0.01), seed: 3 }),
  },
  {
    id: "init-random-not-scaled",
    function: "initializeParametersRandom",
    message: "The weights are not multiplied by 10. They are meant to be too large, to show what that does.",
    implementation: initialize({ weights: randn, seed: 3 }),
  },
  {
    id: "init-random-small",
    function: "initializeParametersRandom",
    message: "The weights are multiplied by 0.01, as in the shallow network; here they are multiplied by 10.",
    implementation: initialize({ weights: (units, inputs) => np.multiply(randn(units, inputs), 0.01), seed: 3 }),
  },
  {
    id: "init-random-uniform",
    function: "initializeParametersRandom",
    message: "The weights come from np.random.rand, uniform between 0 and 1: none is negative. Use np.random.randn.",
    implementation: initialize({
      weights: (units, inputs) => np.multiply(np.random.rand(units, inputs), 10),
      seed: 3,
    }),
  },
  {
    id: "init-random-biases",
    function: "initializeParametersRandom",
    message:
      "The biases are random too. Random weights already make the units of a layer differ; the biases start at zero.",
    implementation: initialize({
      weights: large,
      biases: (units) => np.multiply(np.random.randn(units, 1), 10),
      seed: 3,
    }),
  },
  {
    id: "init-random-seeded-each-layer",
    function: "initializeParametersRandom",
    message:
      "The stream is seeded again for every layer, so all layers start with the same random numbers. Seed once, before the loop.",
    implementation: initialize({
      weights: (units, inputs) => {
        np.random.seed(3);
        return large(units, inputs);
      },
    }),
  },
  ...ofTheLoop("initializeParametersRandom", "init-random", large, 3),
  {
    id: "init-he-xavier",
    function: "initializeParametersHe",
    message:
      "The factor is √(1 / n), Xavier's, which suits tanh. ReLU zeroes half of its inputs, and He makes up for it: √(2 / n).",
    implementation: initialize({
      weights: (units, inputs) => np.multiply(randn(units, inputs), Math.sqrt(1 / inputs)),
      seed: 3,
    }),
  },
  {
    id: "init-he-no-root",
    function: "initializeParametersHe",
    message: "The factor is 2 / n, which is the variance that the weights should have. Multiply by its root, √(2 / n).",
    implementation: initialize({
      weights: (units, inputs) => np.multiply(randn(units, inputs), 2 / inputs),
      seed: 3,
    }),
  },
  {
    id: "init-he-fan-out",
    function: "initializeParametersHe",
    message:
      "The factor counts the layer's own units. It is the number of inputs, layersDims[l - 1], that makes Z large: √(2 / layersDims[l - 1]).",
    implementation: initialize({
      weights: (units, inputs) => np.multiply(randn(units, inputs), Math.sqrt(2 / units)),
      seed: 3,
    }),
  },
  {
    id: "init-he-glorot",
    function: "initializeParametersHe",
    message: "The factor is Glorot's, √(2 / (inputs + units)). He's counts the inputs only: √(2 / layersDims[l - 1]).",
    implementation: initialize({
      weights: (units, inputs) => np.multiply(randn(units, inputs), Math.sqrt(2 / (inputs + units))),
      seed: 3,
    }),
  },
  {
    id: "init-he-glorot-one",
    function: "initializeParametersHe",
    message:
      "The factor is √(1 / (inputs + units)), which some notes give for Glorot's √(2 / (inputs + units)). He's is √(2 / layersDims[l - 1]).",
    implementation: initialize({
      weights: (units, inputs) => np.multiply(randn(units, inputs), Math.sqrt(1 / (inputs + units))),
      seed: 3,
    }),
  },
  {
    id: "init-he-not-scaled",
    function: "initializeParametersHe",
    message: "The weights are not scaled: multiply them by √(2 / layersDims[l - 1]).",
    implementation: initialize({ weights: randn, seed: 3 }),
  },
  {
    id: "init-he-divided",
    function: "initializeParametersHe",
    message: "The weights are divided by √(2 / n). Multiply by it: the more inputs, the smaller the weights.",
    implementation: initialize({
      weights: (units, inputs) => np.divide(randn(units, inputs), Math.sqrt(2 / inputs)),
      seed: 3,
    }),
  },
  {
    id: "init-he-times-ten",
    function: "initializeParametersHe",
    message: "The weights are multiplied by 10, as in initializeParametersRandom; here the factor is √(2 / n).",
    implementation: initialize({ weights: large, seed: 3 }),
  },
  {
    id: "init-he-uniform",
    function: "initializeParametersHe",
    message: "The weights come from np.random.rand, uniform between 0 and 1: none is negative. Use np.random.randn.",
    implementation: initialize({
      weights: (units, inputs) => np.multiply(np.random.rand(units, inputs), Math.sqrt(2 / inputs)),
      seed: 3,
    }),
  },
  {
    id: "init-he-seeded-each-layer",
    function: "initializeParametersHe",
    message:
      "The stream is seeded again for every layer, so all layers start with the same random numbers. Seed once, before the loop.",
    implementation: initialize({
      weights: (units, inputs) => {
        np.random.seed(3);
        return he(units, inputs);
      },
    }),
  },
  ...ofTheLoop("initializeParametersHe", "init-he", he, 3),
];
