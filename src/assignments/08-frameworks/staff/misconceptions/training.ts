import type { Misconception } from "../../../../check/contract";
import * as tf from "../../../../tf";
import type { Parameters } from "../../assignment";
import * as solution from "../solution";

type Names = (keyof Parameters)[];
type Variables = Record<string, tf.Variable>;

const namesIn = (parameters: Parameters): Names => Object.keys(parameters) as Names;

const variablesOf = (parameters: Parameters): Variables =>
  Object.fromEntries(namesIn(parameters).map((name) => [name, tf.variable(parameters[name])]));

const costOf = (X: tf.Tensor, Y: tf.Tensor, parameters: Parameters): tf.Tensor =>
  tf.div(solution.totalLoss(solution.forwardPropagation(X, parameters), Y), X.shape[1]);

interface StepRules {
  /** The parameter after the step. */
  move: (theta: tf.Tensor, gradient: tf.Tensor, learningRate: number, m: number) => tf.Tensor;
  moves: (name: string) => boolean;
}

/** A step with another rule. */
function stepWith({ move, moves = () => true }: Pick<StepRules, "move"> & Partial<StepRules>) {
  return (X: tf.Tensor, Y: tf.Tensor, parameters: Parameters, learningRate: number) => {
    const names = namesIn(parameters);
    const m = X.shape[1];
    const cost = (...values: tf.Tensor[]) =>
      costOf(X, Y, Object.fromEntries(names.map((name, i) => [name, values[i]])));
    const { value, grads } = tf.valueAndGrads(cost)(names.map((name) => parameters[name]));
    const moved = names.map((name, i) => [
      name,
      moves(name) ? move(parameters[name], grads[i], learningRate, m) : parameters[name],
    ]);
    return { cost: value.dataSync()[0], parameters: Object.fromEntries(moved) as Parameters };
  };
}

const descend: StepRules["move"] = (theta, gradient, learningRate) => tf.sub(theta, tf.mul(gradient, learningRate));

const step = (id: string, message: string, implementation: Misconception["implementation"]): Misconception => ({
  id,
  function: "trainStep",
  message,
  implementation,
});

interface ModelRules {
  optimizer: (learningRate: number) => tf.Optimizer;
  /** Whether each step has an optimizer of its own. */
  isNew: boolean;
  isSum: boolean;
  /** Which of the steps are made. */
  made: (step: number, steps: number) => boolean;
}

/** Training with another rule. */
function modelWith(rules: Partial<ModelRules>) {
  const { optimizer, isNew, isSum, made } = {
    optimizer: (learningRate: number) => tf.train.adam(learningRate),
    isNew: false,
    isSum: false,
    made: () => true,
    ...rules,
  };
  return (X: tf.Tensor, Y: tf.Tensor, parameters: Parameters, learningRate: number, steps: number) => {
    const variables = variablesOf(parameters);
    const cost = () => (isSum ? tf.mul(costOf(X, Y, variables), X.shape[1]) : costOf(X, Y, variables));
    const costs: number[] = [];
    let current = optimizer(learningRate);
    for (let i = 0; i < steps; i++) {
      costs.push(cost().dataSync()[0]);
      if (isNew) current = optimizer(learningRate);
      if (made(i, steps)) current.minimize(cost, false, Object.values(variables));
    }
    return { costs, parameters: variables };
  };
}

const model = (id: string, message: string, rules: Partial<ModelRules>): Misconception => ({
  id,
  function: "trainModel",
  message,
  implementation: modelWith(rules),
});

const accuracy = (
  id: string,
  message: string,
  implementation: (logits: tf.Tensor, labels: tf.Tensor) => number,
): Misconception => ({ id, function: "accuracy", message, implementation });

const share = (hits: tf.Tensor): number => tf.mean(tf.cast(hits, "float32")).dataSync()[0];

export const training: Misconception[] = [
  step(
    "tf-step-uphill",
    "the gradient is added: it points uphill, so subtract it",
    stepWith({ move: (theta, gradient, learningRate) => tf.add(theta, tf.mul(gradient, learningRate)) }),
  ),
  step(
    "tf-step-of-the-sum",
    "the gradient is that of the total loss, m times as long as that of the mean: divide by the number of examples",
    stepWith({ move: (theta, gradient, learningRate, m) => descend(theta, tf.mul(gradient, m), learningRate, m) }),
  ),
  step(
    "tf-step-weights-only",
    "the biases stay where they are: they are parameters as well, and need a gradient of their own",
    stepWith({ move: descend, moves: (name) => name.startsWith("W") }),
  ),
  step(
    "tf-step-gradients-returned",
    "these are the gradients: the parameters after the step were asked for",
    stepWith({ move: (_, gradient) => gradient }),
  ),
  step(
    "tf-step-nothing-changed",
    "the parameters are as before: tensors do not change in place, so keep what `sub` returns",
    stepWith({ move: (theta) => theta }),
  ),
  step(
    "tf-step-cost-after",
    "this is the cost after the step: the one before it was asked for, at the parameters that the gradient is of",
    (X: tf.Tensor, Y: tf.Tensor, parameters: Parameters, learningRate: number) => {
      const { parameters: moved } = solution.trainStep(X, Y, parameters, learningRate);
      return { cost: costOf(X, Y, moved).dataSync()[0], parameters: moved };
    },
  ),
  model(
    "tf-adam-anew",
    "each step has a new optimizer, which remembers nothing, so every entry moves by α each time: make one for all steps",
    { isNew: true },
  ),
  model("tf-sgd-for-adam", "this is plain gradient descent: `tf.train.adam` was asked for", {
    optimizer: (learningRate) => tf.train.sgd(learningRate),
  }),
  model(
    "tf-model-summed-loss",
    "the costs are total losses: divide by the number of examples, so that the size of a batch does not matter",
    { isSum: true },
  ),
  model("tf-model-one-short", "there is one step too few", { made: (i, steps) => i < steps - 1 }),
  accuracy("tf-accuracy-axis", "`argMax` runs over the examples: axis 0 is the one of the classes", (logits, labels) =>
    share(tf.equal(tf.argMax(logits, 1), tf.argMax(labels, 1))),
  ),
  accuracy(
    "tf-accuracy-count",
    "this is the number of hits: their share was asked for",
    (logits, labels) => tf.sum(tf.cast(tf.equal(tf.argMax(logits, 0), tf.argMax(labels, 0)), "float32")).dataSync()[0],
  ),
  accuracy(
    "tf-accuracy-every-entry",
    "every entry of logits > 0 is compared with its label: what counts is the class with the largest logit",
    (logits, labels) => share(tf.equal(tf.cast(tf.greater(logits, 0), "float32"), labels)),
  ),
];
