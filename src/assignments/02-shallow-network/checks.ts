import type { PublicCheck } from "../../check/contract";
import type { NDArray } from "../../core/NDArray";
import { np } from "../../np";
import type { ForwardCache, Gradients, NetworkParameters } from "./assignment";

/** The checks that learners run themselves; the inputs marked "course" are those of the course's own tests. */
export const checks: PublicCheck[] = [
  {
    id: "layerSizes.course",
    function: "layerSizes",
    title: "the sizes of the three layers",
    points: 2,
    cases: () => [{ args: [np.ones([5, 3]), np.ones([2, 3])] }, { args: [examples(), labels()] }],
    hint: "Examples are columns, so X.shape[0] is the number of features. The hidden layer has 4 units.",
  },
  {
    id: "initializeParameters.course",
    function: "initializeParameters",
    title: "the weights of the flower's network",
    points: 5,
    // Twice: the same numbers each time, but new arrays.
    cases: () => [{ args: [2, 4, 1] }, { args: [2, 4, 1] }],
    hint: "np.random.seed(2), then W1 = 0.01 · randn(nH, nX), then W2 = 0.01 · randn(nY, nH). Biases are columns of zeros.",
  },
  {
    id: "forwardPropagation.course",
    function: "forwardPropagation",
    title: "three examples, four hidden units",
    points: 5,
    cases: () => [
      { args: [examples(), { ...smallParameters(), b1: courseBias(), b2: np.array([[-1.3]]) }] },
      { args: [examples(), smallParameters()] },
    ],
    hint: "Z1 = W1 X + b1, A1 = tanh(Z1), Z2 = W2 A1 + b2, A2 = σ(Z2); the cache holds all four.",
  },
  {
    id: "forwardPropagation.large",
    function: "forwardPropagation",
    title: "weights large enough to bend",
    points: 3,
    cases: () => [{ args: [examples(), largeParameters()] }],
    hint: "With large weights tanh, σ and ReLU differ clearly: check which activation each layer has.",
  },
  {
    id: "forwardPropagation.saturated",
    function: "forwardPropagation",
    title: "sums far from zero, in the hidden layer and in the output",
    points: 1,
    cases: () => [
      { args: [np.multiply(examples(), 1000), largeParameters()] },
      { args: [examples(), { ...largeParameters(), W2: np.array([[1300, -700, 900, -1100]]) }] },
    ],
    hint: "Far from zero tanh is -1 or 1, and σ is 0 or 1. A formula in which e^1000 occurs gives NaN instead.",
  },
  {
    id: "computeCost.course",
    function: "computeCost",
    title: "probabilities near one half",
    points: 2,
    cases: () => [
      { args: [np.array([[0.5002307, 0.49985831, 0.50023963]]), np.array([[1, 0, 0]]), smallParameters()] },
    ],
    hint: "Each example adds log A2 if its label is 1, and log(1 - A2) if it is 0. The cost is minus their average.",
  },
  {
    id: "computeCost.confident",
    function: "computeCost",
    title: "good, fair and wrong predictions",
    points: 3,
    cases: () => [
      { args: [np.array([[0.9, 0.3, 0.2, 0.95]]), np.array([[1, 0, 1, 1]]), smallParameters()] },
      { args: [np.array([[0.003, 0.996, 0.5]]), np.array([[1, 0, 1]]), smallParameters()] },
    ],
    hint: "A confident wrong prediction is expensive: label 1 with probability 0.2 costs -log 0.2 = 1.609.",
  },
  {
    id: "computeCost.outputs",
    function: "computeCost",
    title: "two outputs",
    points: 2,
    cases: () => [
      {
        args: [
          np.array([
            [0.9, 0.3, 0.2],
            [0.4, 0.6, 0.7],
          ]),
          np.array([
            [1, 0, 1],
            [0, 0, 1],
          ]),
          smallParameters(),
        ],
      },
    ],
    hint: "Multiply element by element, add up everything, and divide by m, the number of columns of Y.",
  },
  {
    id: "backwardPropagation.course",
    function: "backwardPropagation",
    title: "gradients on three examples",
    points: 6,
    cases: () => [{ args: [smallParameters(), courseCache(), examples(), labels()] }],
    hint: "Work from dZ2 = A2 - Y back to dW1. Every gradient has the shape of its parameter.",
  },
  {
    id: "backwardPropagation.large",
    function: "backwardPropagation",
    title: "weights large enough to bend",
    points: 5,
    cases: () => [{ args: [largeParameters(), largeCache(), examples(), labels()] }],
    hint: "Here 1 - A1² is far from 1. It is the derivative of tanh, and belongs to dZ1.",
  },
  {
    id: "updateParameters.course",
    function: "updateParameters",
    title: "one step, with the usual learning rate and another one",
    points: 4,
    cases: () => [
      { args: [courseParameters(), courseGradients()] },
      { args: [courseParameters(), courseGradients(), 0.3] },
    ],
    hint: "θ = θ - learningRate · dθ for W1, b1, W2 and b2; return them as new arrays.",
  },
  {
    id: "nnModel.course",
    function: "nnModel",
    title: "5 steps on three examples with another learning rate, and 11",
    points: 2,
    cases: () => [{ args: [examples(), labels(), 4, 5, 1.02] }, { args: [examples(), labels(), 4, 11] }],
    hint: "In every iteration: forward, (every 10th) the cost, backward, update. Record the cost before the update.",
  },
  {
    id: "nnModel.hidden",
    function: "nnModel",
    title: "other numbers of hidden units",
    points: 1,
    cases: () => [{ args: [examples(), labels(), 2, 5, 0.5] }, { args: [examples(), labels(), 5, 5, 0.5] }],
    hint: "The argument nH is the number of hidden units, whatever layerSizes says.",
  },
  {
    id: "nnModel.steps",
    function: "nnModel",
    title: "no step at all, and 21 that hardly change anything",
    points: 2,
    // After so little training, the biases are tiny.
    tolerance: { atol: 1e-13 },
    cases: () => [{ args: [examples(), labels(), 4, 0, 1.2] }, { args: [examples(), labels(), 4, 21, 1e-6] }],
    hint: "numIterations is the number of steps, even if it is 0 or the cost hardly falls. 21 steps give three costs.",
  },
  {
    id: "predict.course",
    function: "predict",
    title: "labels 0 and 1",
    points: 2,
    cases: () => [
      { args: [courseParameters(), examples()] },
      { args: [largeParameters(), examples()] },
      { args: [largeParameters(), np.array([[1.2], [-0.4]])] },
    ],
    hint: "Go forward, then turn every probability into 0 or 1.",
  },
  {
    id: "predict.threshold",
    function: "predict",
    title: "a probability of exactly 0.5",
    points: 1,
    cases: () => [{ args: [{ ...largeParameters(), b1: np.zeros([4, 1]), b2: np.zeros([1, 1]) }, withOrigin()] }],
    hint: "Only a probability greater than 0.5 is predicted as 1.",
  },
];

/** X (2, 3). Course: np.random.seed(1), randn(2, 3). */
function examples(): NDArray {
  return np.array([
    [1.6243453636632417, -0.6117564136500754, -0.5281717522634557],
    [-1.0729686221561705, 0.8654076293246785, -2.3015386968802827],
  ]);
}

/** X (2, 3) whose first example is the origin, where a network without biases is undecided. */
function withOrigin(): NDArray {
  return np.array([
    [0, 1.5, -0.6],
    [0, -0.4, 1.2],
  ]);
}

/** Y (1, 3). Course. */
function labels(): NDArray {
  return np.array([[1, 0, 1]]);
}

/** Weights as initializeParameters(2, 4, 1) draws them, to eight digits. Course. */
function smallParameters(): NetworkParameters {
  return {
    W1: np.array([
      [-0.00416758, -0.00056267],
      [-0.02136196, 0.01640271],
      [-0.01793436, -0.00841747],
      [0.00502881, -0.01245288],
    ]),
    b1: np.zeros([4, 1]),
    W2: np.array([[-0.01057952, -0.00909008, 0.00551454, 0.02292208]]),
    b2: np.zeros([1, 1]),
  };
}

function courseBias(): NDArray {
  return np.array([[1.74481176421648], [-0.7612069008951028], [0.31903909605709857], [-0.2493703754774101]]);
}

/** Weights of a trained size: the hidden units leave the part where tanh is straight. */
function largeParameters(): NetworkParameters {
  return {
    W1: np.array([
      [0.8, -1.2],
      [-0.5, 0.7],
      [1.1, 0.4],
      [-0.3, -0.9],
    ]),
    b1: np.array([[0.2], [-0.4], [0.1], [0.6]]),
    W2: np.array([[1.3, -0.7, 0.9, -1.1]]),
    b2: np.array([[0.25]]),
  };
}

/** What forwardPropagation finds for the small parameters, to eight digits. Course. */
function courseCache(): ForwardCache {
  return {
    Z1: np.array([
      [-0.00616586, 0.0020626, 0.0034962],
      [-0.05229879, 0.02726335, -0.02646869],
      [-0.02009991, 0.00368692, 0.02884556],
      [0.02153007, -0.01385322, 0.02600471],
    ]),
    A1: np.array([
      [-0.00616578, 0.0020626, 0.00349619],
      [-0.05225116, 0.02725659, -0.02646251],
      [-0.02009721, 0.0036869, 0.02883756],
      [0.02152675, -0.01385234, 0.02599885],
    ]),
    Z2: np.array([[0.00092281, -0.00056678, 0.00095853]]),
    A2: np.array([[0.5002307, 0.49985831, 0.50023963]]),
  };
}

/** What forwardPropagation finds for the large parameters: written out, so that a check shows nobody how. */
function largeCache(): ForwardCache {
  return {
    Z1: np.array([
      [2.7870386375179983, -1.3278942861096745, 2.5393090344455747],
      [-1.96325071734094, 0.5116635473523127, -1.74699121168447],
      [1.4575924511670977, -0.22676900328521157, -1.4016044062419144],
      [1.078368150841581, 0.0046600577028118595, 2.829836352871291],
    ]),
    A1: np.array([
      [0.9924387434131282, -0.8687337419175685, 0.9876200875268755],
      [-0.9613371077752664, 0.47124034065899145, -0.9410321303612841],
      [0.8971839926638285, -0.22296019337033257, -0.8856979523471149],
      [0.7925931662191773, 0.004660023970286475, 0.993056873684763],
    ]),
    Z2: np.array([[2.148719452436104, -1.4150123033547477, 0.3031378868721939]]),
    A2: np.array([[0.895549053908901, 0.1954446880651053, 0.5752094195669482]]),
  };
}

/** Course. */
function courseParameters(): NetworkParameters {
  return {
    W1: np.array([
      [-0.00615039, 0.0169021],
      [-0.02311792, 0.03137121],
      [-0.0169217, -0.01752545],
      [0.00935436, -0.05018221],
    ]),
    b1: np.array([[-8.97523455e-7], [8.15562092e-6], [6.04810633e-7], [-2.545607e-6]]),
    W2: np.array([[-0.0104319, -0.04019007, 0.01607211, 0.04440255]]),
    b2: np.array([[9.14954378e-5]]),
  };
}

/** Course. */
function courseGradients(): Gradients {
  return {
    dW1: np.array([
      [0.00023322, -0.00205423],
      [0.00082222, -0.00700776],
      [-0.00031831, 0.0028636],
      [-0.00092857, 0.00809933],
    ]),
    db1: np.array([[1.05570087e-7], [-3.81814487e-6], [-1.90155145e-7], [5.46467802e-7]]),
    dW2: np.array([[-1.75740039e-5, 0.00370231337, -0.00125683095, -0.00255715317]]),
    db2: np.array([[-1.0892314e-5]]),
  };
}
