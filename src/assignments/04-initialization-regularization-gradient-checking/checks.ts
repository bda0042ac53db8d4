import type { Case, PublicCheck } from "../../check/contract";
import { np } from "../../np";
import { RandomState } from "../../random/RandomState";
import { courseActivations, courseCache, courseDropoutCache, courseGradients } from "./courseValues";

/** The checks that learners run themselves; the inputs marked "course" are those of the course's own tests. */
export const checks: PublicCheck[] = [
  {
    id: "initializeParametersZeros.course",
    function: "initializeParametersZeros",
    title: "three inputs, two hidden units, one output; and layers of the same size",
    points: 2,
    cases: () => [{ args: [[3, 2, 1]] }, { args: [[2, 2, 2, 2]] }],
    hint: "There is a W and a b for every layer but the input: the loop runs over l = 1, …, layersDims.length - 1.",
  },
  {
    id: "initializeParametersRandom.course",
    function: "initializeParametersRandom",
    title: "three inputs, two hidden units, one output; and a single layer",
    points: 2,
    cases: () => [{ args: [[3, 2, 1]] }, { args: [[5, 3]] }],
    hint: "Draw each W with np.random.randn(rows, columns), W1 first, and multiply it by 10. The biases are zeros.",
  },
  {
    id: "initializeParametersHe.course",
    function: "initializeParametersHe",
    title: "two inputs, four hidden units, one output; and a single layer",
    points: 3,
    cases: () => [{ args: [[2, 4, 1]] }, { args: [[5, 3]] }],
    hint: "W{l} = randn(layersDims[l], layersDims[l - 1]) times √(2 / layersDims[l - 1]). With two inputs the factor is 1.",
  },
  {
    id: "normalizeInputs.small",
    function: "normalizeInputs",
    title: "two features of different scale, and two that are small",
    points: 3,
    cases: () => [
      {
        args: [
          np.array([
            [1, 3, 5, 7],
            [200, 100, 400, 300],
          ]),
          np.array([
            [4, 9],
            [250, 100],
          ]),
        ],
      },
      {
        args: [
          np.array([
            [0.00002, 0.00005, 0.00001, 0.00008],
            [-0.0003, 0.0001, 0.0002, -0.0001],
          ]),
          np.array([
            [0.00003, 0.00009],
            [0, 0.0004],
          ]),
        ],
      },
    ],
    hint: "np.mean(XTrain, 1, true) and np.std(XTrain, 1, true) are columns: one number for each feature. Divide by σ alone.",
  },
  {
    id: "computeCostWithRegularization.course",
    function: "computeCostWithRegularization",
    title: "five examples, λ = 0.1",
    points: 3,
    cases: () => [{ args: [predictions(), fiveLabels(), network(3, 2, 3, 1), 0.1] }],
    hint: "Cross-entropy first; then add λ/(2m) (‖W1‖² + ‖W2‖² + ‖W3‖²), where ‖W‖² = np.sum(np.square(W)).",
  },
  {
    id: "computeCostWithRegularization.lambd",
    function: "computeCostWithRegularization",
    title: "no penalty, and a large one",
    points: 2,
    cases: () => [0, 3].map((lambd) => ({ args: [predictions(), fiveLabels(), network(3, 2, 3, 1), lambd] })),
    hint: "With λ = 0 only the cross-entropy is left.",
  },
  {
    id: "computeCostWithRegularization.sure",
    function: "computeCostWithRegularization",
    title: "predictions that are sure, and right; then wrong",
    points: 1,
    cases: () => {
      const [labels, others] = [np.array([[1, 0, 1, 0]]), np.array([[0, 1, 1, 0]])];
      return [
        { args: [surePredictions(), labels, network(3, 2, 3, 1), 0.00001] },
        { args: [surePredictions(), others, network(3, 2, 3, 1), 0.1] },
      ];
    },
    hint: "Nothing is rounded or cut off: a probability of 0.000002 for what was true costs 13.1.",
  },
  {
    id: "backwardPropagationWithRegularization.course",
    function: "backwardPropagationWithRegularization",
    title: "five examples, λ = 0.7, and five others",
    points: 5,
    cases: () => [
      { args: [randn(3, 5), fiveLabels(), courseCache(), 0.7] },
      { args: [otherExamples(), otherLabels(), courseCache(), 0.7] },
    ],
    hint: "Only dW3, dW2 and dW1 change: add λ/m times the weights.",
  },
  {
    id: "forwardPropagationWithDropout.course",
    function: "forwardPropagationWithDropout",
    title: "five examples, keepProb = 0.7",
    points: 3,
    cases: () => [{ args: [...examplesAndNetwork(5, 3, 2, 3, 1), 0.7] }],
    hint: "In each hidden layer: A = relu(Z), D = rand < keepProb, A = A * D / keepProb. D1 is drawn before D2.",
  },
  {
    id: "forwardPropagationWithDropout.keepAll",
    function: "forwardPropagationWithDropout",
    title: "keepProb = 1 keeps every unit, also where Z3 is about 800",
    points: 1,
    cases: () => {
      const [X, parameters] = examplesAndNetwork(5, 3, 2, 3, 1);
      return [{ args: [X, parameters, 1] }, { args: [X, { ...parameters, b3: np.array([[800]]) }, 1] }];
    },
    hint: "With keepProb = 1 the masks are all ones, and nothing is scaled. From 710 on, e^z / (1 + e^z) is Infinity / Infinity; the given sigmoid has no such limit.",
  },
  {
    id: "forwardPropagationWithDropout.seed",
    function: "forwardPropagationWithDropout",
    title: "another seed shuts other units down",
    points: 1,
    cases: () => [{ args: [...examplesAndNetwork(5, 3, 2, 3, 1), 0.6, 7] }],
    hint: "Seed the stream with the argument seed, as the first line of the function does.",
  },
  {
    id: "backwardPropagationWithDropout.course",
    function: "backwardPropagationWithDropout",
    title: "five examples, keepProb = 0.8, and five others",
    points: 5,
    cases: () => [
      { args: [randn(3, 5), fiveLabels(), courseDropoutCache(), 0.8] },
      { args: [otherExamples(), otherLabels(), courseDropoutCache(), 0.8] },
    ],
    hint: "dA2 = (W3ᵀ dZ3) * D2 / keepProb, and dA1 = (W2ᵀ dZ2) * D1 / keepProb. The rest is as without dropout.",
  },
  {
    id: "forwardPropagationN.course",
    function: "forwardPropagationN",
    title: "three examples with four features, and three others",
    points: 4,
    cases: () => [threeExamples(), threeExamples(2)],
    hint: "LINEAR → RELU → LINEAR → RELU → LINEAR → SIGMOID, then the cross-entropy; the cache has Z, A, W, b of all layers.",
  },
  {
    id: "gradientCheckN.mistakes",
    function: "gradientCheckN",
    title: "gradients with mistakes",
    points: 3,
    // Wrong gradients differ by far more than rounding does, and a step of 0.01 is told from one of 1e-7.
    tolerance: { atol: 1e-7, rtol: 0 },
    cases: () => [gradientCheck(wrongGradients()), gradientCheck(wrongGradients(), 0.01)],
    hint: "Move one number of θ by ε to either side, the others left as they are, and divide by 2ε.",
  },
  {
    id: "gradientCheckN.right",
    function: "gradientCheckN",
    title: "right gradients, rounded to five digits and to four",
    points: 3,
    // Rounded, because a function that knows nothing also finds no difference between gradients that are exactly right.
    // The rounding of the cost comes on top, and depends on its formula: 1.2e-7 as it is taught, 1e-9 as log(1 + e^z).
    tolerance: { atol: 1.3e-7, rtol: 0 },
    cases: () => [5, 4].map((decimals) => gradientCheck(roundedGradients(decimals))),
    hint: "The gradients are right but for the digits that are left out, so the difference is 3e-6, and then 3e-5.",
  },
  {
    id: "backwardPropagationN.course",
    function: "backwardPropagationN",
    title: "three examples with four features, and three others",
    points: 3,
    cases: () => [backwardCase(), otherWayBack()],
    hint: "gradientCheckN tells you that something is wrong; print grad and gradApprox side by side to see where.",
  },
];

/** Standard normal numbers from seed 1. */
function randn(rows: number, columns: number) {
  return new RandomState(1).randn(rows, columns);
}

function drawNetwork(random: RandomState, n0: number, n1: number, n2: number, n3: number) {
  const layer = (units: number, inputs: number) => [random.randn(units, inputs), random.randn(units, 1)];
  const [[W1, b1], [W2, b2], [W3, b3]] = [layer(n1, n0), layer(n2, n1), layer(n3, n2)];
  return { W1, b1, W2, b2, W3, b3 };
}

/** The parameters W1 (n1, n0), b1, …, all drawn from seed 1. */
function network(n0: number, n1: number, n2: number, n3: number) {
  return drawNetwork(new RandomState(1), n0, n1, n2, n3);
}

/** X (n0, m) and the parameters, drawn from the seed in this order. */
function examplesAndNetwork(m: number, n0: number, n1: number, n2: number, n3: number, seed = 1) {
  const random = new RandomState(seed);
  return [random.randn(n0, m), drawNetwork(random, n0, n1, n2, n3)] as const;
}

/** A3 (1, 5). */
function predictions() {
  return np.array([[0.40682402, 0.01629284, 0.16722898, 0.10118111, 0.40682402]]);
}

/** A3 (1, 4): all of them close to 0 or 1. */
function surePredictions() {
  return np.array([[0.99999, 0.000002, 0.9999, 0.00003]]);
}

/** Y (1, 5). */
function fiveLabels() {
  return np.array([[1, 1, 0, 1, 0]]);
}

/** X (3, 5), where a function that remembers its answers by shape gives those of before; so for the labels. */
function otherExamples() {
  return new RandomState(2).randn(3, 5);
}

function otherLabels() {
  return np.array([[0, 1, 1, 0, 0]]);
}

/** X (4, 3), Y (1, 3) and a network of 4-5-3-1 units. */
function threeExamples(seed = 1): Case {
  const [X, parameters] = examplesAndNetwork(3, 4, 5, 3, 1, seed);
  return { args: [X, threeLabels(), parameters] };
}

function threeLabels() {
  return np.array([[1, 1, 0]]);
}

/** The same X and Y, and what the pass forward keeps of them. */
function backwardCase(): Case {
  const [X, parameters] = examplesAndNetwork(3, 4, 5, 3, 1);
  return { args: [X, threeLabels(), { ...parameters, ...courseActivations() }] };
}

/** The same network, for other examples with other labels. */
function otherWayBack(): Case {
  const [, , cache] = backwardCase().args;
  return { args: [new RandomState(2).randn(4, 3), np.array([[0, 1, 1]]), cache] };
}

function gradientCheck(gradients: ReturnType<typeof courseGradients>, epsilon = 1e-7): Case {
  const [X, Y, parameters] = threeExamples().args;
  return { args: [parameters, gradients, X, Y, epsilon] };
}

/** Every number is off by up to half a unit of its last digit. */
function roundedGradients(decimals: number) {
  const rounded = courseGradients();
  for (const gradient of Object.values(rounded)) gradient.assign(np.round(gradient, decimals));
  return rounded;
}

/** As the exercise hands them out: dW2 doubled, db1 times four. */
function wrongGradients() {
  const gradients = courseGradients();
  return { ...gradients, dW2: np.multiply(gradients.dW2, 2), db1: np.multiply(gradients.db1, 4) };
}
