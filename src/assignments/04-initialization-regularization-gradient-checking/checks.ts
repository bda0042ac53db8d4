import type { Case, PublicCheck } from "../../check/contract";
import { np } from "../../np";
import { RandomState } from "../../random/RandomState";
import { courseActivations, courseCache, courseDropoutCache, courseGradients } from "./courseValues";

/** The checks that learners run themselves; the inputs marked "course" are those of the course's own tests. */
export const checks: PublicCheck[] = [
  {
    id: "initializeParametersZeros.course",
    function: "initializeParametersZeros",
    title: "three inputs, two hidden units, one output",
    points: 2,
    cases: () => [{ args: [[3, 2, 1]] }],
    hint: "There is a W and a b for every layer but the input: the loop runs over l = 1, …, layersDims.length - 1.",
  },
  {
    id: "initializeParametersRandom.course",
    function: "initializeParametersRandom",
    title: "three inputs, two hidden units, one output",
    points: 2,
    cases: () => [{ args: [[3, 2, 1]] }],
    hint: "Draw each W with np.random.randn(rows, columns), W1 first, and multiply it by 10. The biases are zeros.",
  },
  {
    id: "initializeParametersHe.course",
    function: "initializeParametersHe",
    title: "two inputs, four hidden units, one output",
    points: 3,
    cases: () => [{ args: [[2, 4, 1]] }],
    hint: "W{l} = randn(layersDims[l], layersDims[l - 1]) times √(2 / layersDims[l - 1]). With two inputs the factor is 1.",
  },
  {
    id: "normalizeInputs.small",
    function: "normalizeInputs",
    title: "two features of different scale",
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
    ],
    hint: "np.mean(XTrain, 1, true) and np.std(XTrain, 1, true) are columns: one number for each feature.",
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
    id: "backwardPropagationWithRegularization.course",
    function: "backwardPropagationWithRegularization",
    title: "five examples, λ = 0.7",
    points: 5,
    cases: () => [{ args: [randn(3, 5), fiveLabels(), courseCache(), 0.7] }],
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
    title: "keepProb = 1 keeps every unit",
    points: 1,
    cases: () => [{ args: [...examplesAndNetwork(5, 3, 2, 3, 1), 1] }],
    hint: "With keepProb = 1 the masks are all ones, and nothing is scaled.",
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
    title: "five examples, keepProb = 0.8",
    points: 5,
    cases: () => [{ args: [randn(3, 5), fiveLabels(), courseDropoutCache(), 0.8] }],
    hint: "dA2 = (W3ᵀ dZ3) * D2 / keepProb, and dA1 = (W2ᵀ dZ2) * D1 / keepProb. The rest is as without dropout.",
  },
  {
    id: "forwardPropagationN.course",
    function: "forwardPropagationN",
    title: "three examples with four features",
    points: 4,
    cases: () => [threeExamples()],
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
    title: "right gradients",
    points: 3,
    // What is left is rounding, and depends on the formula for the cost: 1.2e-7 as it is taught, 1e-9 as log(1 + e^z).
    tolerance: { atol: 1.2e-7, rtol: 0 },
    cases: () => [gradientCheck(courseGradients())],
    hint: "For right gradients the difference is about 1.2e-7: nothing but rounding.",
  },
  {
    id: "backwardPropagationN.course",
    function: "backwardPropagationN",
    title: "three examples with four features",
    points: 3,
    cases: () => [backwardCase()],
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

/** X (n0, m) and the parameters, drawn from seed 1 in this order. */
function examplesAndNetwork(m: number, n0: number, n1: number, n2: number, n3: number) {
  const random = new RandomState(1);
  return [random.randn(n0, m), drawNetwork(random, n0, n1, n2, n3)] as const;
}

/** A3 (1, 5). */
function predictions() {
  return np.array([[0.40682402, 0.01629284, 0.16722898, 0.10118111, 0.40682402]]);
}

/** Y (1, 5). */
function fiveLabels() {
  return np.array([[1, 1, 0, 1, 0]]);
}

/** X (4, 3), Y (1, 3) and a network of 4-5-3-1 units. */
function threeExamples(): Case {
  const [X, parameters] = examplesAndNetwork(3, 4, 5, 3, 1);
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

function gradientCheck(gradients: ReturnType<typeof courseGradients>, epsilon = 1e-7): Case {
  const [X, Y, parameters] = threeExamples().args;
  return { args: [parameters, gradients, X, Y, epsilon] };
}

/** As the exercise hands them out: dW2 doubled, db1 times four. */
function wrongGradients() {
  const gradients = courseGradients();
  return { ...gradients, dW2: np.multiply(gradients.dW2, 2), db1: np.multiply(gradients.db1, 4) };
}
