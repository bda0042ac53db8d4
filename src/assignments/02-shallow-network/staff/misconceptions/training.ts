import type { Misconception } from "../../../../check/contract";
import * as solution from "../solution";
import { type Training, trainRecording } from "../variants";

/** Wrong variants of nnModel. */
export const trainingMistakes: Misconception[] = [
  {
    id: "shallow-print-modulo",
    function: "nnModel",
    message:
      "The cost is recorded at every iteration except the multiples of 10: `i % 10` is true where it is not 0. Write `i % 10 === 0`.",
    implementation: trainRecording((i) => i % 10 !== 0),
  },
  {
    id: "shallow-costs-every-iteration",
    function: "nnModel",
    message: "The cost is recorded at every iteration; only the iterations 0, 10, 20, … are wanted.",
    implementation: trainRecording(() => true),
  },
  {
    id: "shallow-costs-every-1000",
    function: "nnModel",
    message:
      "The cost is recorded too seldom. It is printed at every 1000th iteration, but recorded at every 10th: 0, 10, 20, …",
    implementation: trainRecording((i) => i % 1000 === 0),
  },
  {
    id: "shallow-costs-skip-first",
    function: "nnModel",
    message: "The cost of iteration 0 is not recorded. It is the first of the list: the cost before any learning.",
    implementation: trainRecording((i) => i % 10 === 0 && i > 0),
  },
  {
    id: "shallow-costs-late",
    function: "nnModel",
    message: "The costs are recorded at the iterations 9, 19, …; counting starts at 0: 0, 10, 20, …",
    implementation: trainRecording((i) => i % 10 === 9),
  },
  {
    id: "shallow-costs-only-printed",
    function: "nnModel",
    message:
      "The costs are recorded only where they are printed. They are a result: record them whether printCost is true or not.",
    implementation: (...[X, Y, nH, numIterations, rate, printCost]: Training) =>
      trainRecording((i) => printCost === true && i % 1000 === 0)(X, Y, nH, numIterations, rate),
  },
  {
    id: "shallow-costs-after-update",
    function: "nnModel",
    message: "The recorded costs are those after the step. Record the cost of the forward pass before it.",
    implementation: (...[X, Y, nH, numIterations = 10000, rate]: Training) => {
      const trained = solution.nnModel(X, Y, nH, numIterations, rate);
      const costs = trained.costs.map((_, k) => {
        const { parameters } = solution.nnModel(X, Y, nH, 10 * k + 1, rate);
        return solution.computeCost(solution.forwardPropagation(X, parameters).A2, Y, parameters);
      });
      return { ...trained, costs };
    },
  },
  {
    id: "shallow-model-parameters-only",
    function: "nnModel",
    message: "Only the parameters are returned, and the costs are lost: return { parameters, costs }.",
    implementation: (...arguments_: Training) => solution.nnModel(...arguments_).parameters,
  },
  {
    id: "shallow-model-hidden-ignored",
    function: "nnModel",
    message: "The network always has 4 hidden units. Use the argument nH; from layerSizes take only nX and nY.",
    implementation: (...[X, Y, , numIterations, rate]: Training) => solution.nnModel(X, Y, 4, numIterations, rate),
  },
  {
    id: "shallow-model-rate-ignored",
    function: "nnModel",
    message: "learningRate is not passed on: updateParameters runs with its default, 1.2.",
    implementation: (...[X, Y, nH, numIterations]: Training) => solution.nnModel(X, Y, nH, numIterations),
  },
  {
    id: "shallow-model-never-updates",
    function: "nnModel",
    message: "The parameters never change: assign what updateParameters returns, parameters = updateParameters(…).",
    implementation: (...[X, Y, nH, numIterations = 10000]: Training) => solution.nnModel(X, Y, nH, numIterations, 0),
  },
  {
    id: "shallow-model-starts-again",
    function: "nnModel",
    message:
      "The parameters are initialized in every iteration, so nothing is ever learned: do it once, before the loop.",
    implementation: (...[X, Y, nH, numIterations = 10000, rate]: Training) => {
      const { parameters, costs } = solution.nnModel(X, Y, nH, 1, rate);
      return { parameters, costs: Array.from({ length: Math.ceil(numIterations / 10) }, () => costs[0]) };
    },
  },
  {
    id: "shallow-model-stops-early",
    function: "nnModel",
    message: "It stops before the last step, when the cost hardly falls any more. Take exactly numIterations steps.",
    implementation: trainRecording(
      (i) => i % 10 === 0,
      (cost, last) => Math.abs(last - cost) < 1e-6,
    ),
  },
  {
    id: "shallow-model-one-more",
    function: "nnModel",
    message: "There is one step too many: the loop runs while i < numIterations, not i <= numIterations.",
    implementation: (...[X, Y, nH, numIterations = 10000, rate]: Training) =>
      solution.nnModel(X, Y, nH, numIterations + 1, rate),
  },
  {
    id: "shallow-model-one-less",
    function: "nnModel",
    message: "There is one step too few: i runs from 0 to numIterations - 1, and the last iteration takes a step too.",
    implementation: (...[X, Y, nH, numIterations = 10000, rate]: Training) =>
      solution.nnModel(X, Y, nH, numIterations - 1, rate),
  },
];
