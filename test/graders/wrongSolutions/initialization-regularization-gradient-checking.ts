// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are programs, as text.

import { edit, type WrongSolution, whole } from "./WrongSolution";

const A3 = "const A3 = sigmoid(Z3);";
const unstableA3 = "const e = np.exp(Z3); const A3 = np.divide(e, np.add(1, e));";

export const wrongSolutions: WrongSolution[] = [
  edit(
    "layers of the same shape share their weights",
    "initializeParametersZeros",
    ["const parameters", "const made: any = {};\n const parameters"],
    [
      "np.zeros([layersDims[l], layersDims[l - 1]])",
      "(made[`${layersDims[l]}x${layersDims[l - 1]}`] ??= np.zeros([layersDims[l], layersDims[l - 1]]))",
    ],
  ),
  edit("always three layers", "initializeParametersZeros", ["l < layersDims.length", "l <= 3"]),
  edit("the biases draw numbers too", "initializeParametersRandom", [
    "np.zeros([layersDims[l], 1])",
    "np.multiply(np.random.randn(layersDims[l], 1), 0)",
  ]),
  edit("the weights are drawn by columns", "initializeParametersRandom", [
    "np.random.randn(layersDims[l], layersDims[l - 1])",
    "np.random.randn(layersDims[l - 1], layersDims[l]).T",
  ]),
  edit("seeded for every layer", "initializeParametersRandom", ["l++) {", "l++) {\n np.random.seed(3);"]),
  edit("seeded with the number of layers", "initializeParametersRandom", ["seed(3)", "seed(layersDims.length - 1)"]),
  edit("the size of the input for every layer", "initializeParametersHe", [
    "2 / layersDims[l - 1]",
    "2 / layersDims[0]",
  ]),
  edit("units of the layer instead of its inputs", "initializeParametersHe", [
    "2 / layersDims[l - 1]",
    "2 / layersDims[l]",
  ]),
  whole(
    "reads a global instead of its parameter",
    "initializeParametersHe",
    `const circlesDims = [2, 10, 5, 1];
    function initializeParametersHe(layersDims) {
      np.random.seed(3);
      const parameters = {};
      for (let l = 1; l < circlesDims.length; l++) {
        parameters["W" + l] = np.multiply(np.random.randn(circlesDims[l], circlesDims[l - 1]), Math.sqrt(2 / circlesDims[l - 1]));
        parameters["b" + l] = np.zeros([circlesDims[l], 1]);
      }
      return parameters;
    }`,
  ),
  edit("the number of inputs is rounded to a power of two", "initializeParametersHe", [
    "2 / layersDims[l - 1]",
    "2 / 2 ** Math.floor(Math.log2(layersDims[l - 1]))",
  ]),
  edit("1e-9 is added to sigma", "normalizeInputs", [
    "np.subtract(X, mu), sigma)",
    "np.subtract(X, mu), np.add(sigma, 1e-9))",
  ]),
  edit("sigma for m - 1", "normalizeInputs", [
    "np.std(XTrain, 1, true)",
    "np.multiply(np.std(XTrain, 1, true), Math.sqrt(XTrain.shape[1] / (XTrain.shape[1] - 1)))",
  ]),
  edit("as many test examples as training examples", "normalizeInputs", [
    "normalize(XTest)",
    "normalize(XTest.slice(':', `0:${XTrain.shape[1]}`))",
  ]),
  edit("one test example loses its axis", "normalizeInputs", ["normalize(XTest)", "np.squeeze(normalize(XTest))"]),
  edit("XTrain is normalized in place", "normalizeInputs", [
    "XTrain: normalize(XTrain)",
    "XTrain: (XTrain.assign(normalize(XTrain)), XTrain)",
  ]),
  edit("`.data` is read without strides", "normalizeInputs", [
    "const mu = np.mean(XTrain, 1, true);",
    `const [n, m] = XTrain.shape;
    const mu = np.zeros([n, 1]);
    for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) mu.set(i, 0, mu.at(i, 0) + XTrain.data[i * m + j] / m);`,
  ]),
  edit("λ of 0 counts as not given", "computeCostWithRegularization", ["(lambd /", "((lambd || 0.1) /"]),
  edit("m is the number of rows", "computeCostWithRegularization", ["Y.size", "Y.shape[0]"]),
  edit("rounded as it is printed", "computeCostWithRegularization", [
    "return -np.sum(logLikelihood) / m + (lambd / (2 * m)) * squares",
    "return Number((-np.sum(logLikelihood) / m + (lambd / (2 * m)) * squares).toFixed(6))",
  ]),
  edit("probabilities are clipped far from 0 and 1", "computeCostWithRegularization", [
    "const m = Y.size;",
    "const m = Y.size;\n A3 = np.clip(A3, 1e-4, 1 - 1e-4);",
  ]),
  edit("the penalty is not divided by m", "computeCostWithRegularization", ["(lambd / (2 * m))", "(lambd / 2)"]),
  edit("m is the global of the notebook", "backwardPropagationWithRegularization", [
    "const m = X.shape[1];",
    "const m = 5;",
  ]),
  edit("m is the number of features", "backwardPropagationWithRegularization", ["X.shape[1]", "X.shape[0]"]),
  edit("A3 is overwritten", "backwardPropagationWithRegularization", [
    "const dZ3 = np.subtract(A3, Y);",
    "A3.assign(np.subtract(A3, Y));\n const dZ3 = A3;",
  ]),
  edit("b3 gets a number", "backwardPropagationWithRegularization", [
    "const db3 = np.mean(dZ3, 1, true)",
    "const db3: any = np.mean(dZ3)",
  ]),
  edit("a unit at 0 passes its gradient", "backwardPropagationWithRegularization", [
    "np.greater(A1, 0)",
    "np.greaterEqual(A1, 0)",
  ]),
  edit("another default for keepProb", "forwardPropagationWithDropout", ["keepProb = 0.5", "keepProb = 0.8"]),
  edit("another default for the seed", "forwardPropagationWithDropout", ["seed = 1", "seed = 3"]),
  edit("seeded again with 1", "forwardPropagationWithDropout", ["const Z1 =", "np.random.seed(1);\n const Z1 ="]),
  edit("e^z / (1 + e^z) overflows", "forwardPropagationWithDropout", [A3, unstableA3]),
  edit("one mask for all examples", "forwardPropagationWithDropout", [
    "np.random.rand(A1.shape[0], A1.shape[1])",
    "np.random.rand(A1.shape[0], 1)",
  ]),
  edit("no mask where nearly all units are kept", "backwardPropagationWithDropout", [
    "const { D1, A1, D2, A2, W2, A3, W3 } = cache;",
    `const { A1, A2, W2, A3, W3 } = cache;
    const [D1, D2] = keepProb > 0.95 ? [np.onesLike(A1), np.onesLike(A2)] : [cache.D1, cache.D2];`,
  ]),
  edit("keepProb is the default of the way forward", "backwardPropagationWithDropout", [
    "const dZ3 =",
    "keepProb = 0.5;\n const dZ3 =",
  ]),
  edit("keepProb is what the mask happened to keep", "backwardPropagationWithDropout", [
    "np.multiply(dA2, D2), keepProb)",
    "np.multiply(dA2, D2), np.mean(D2))",
  ]),
  edit("the mask is where A is above 0", "backwardPropagationWithDropout", [
    "np.multiply(dA1, D1)",
    "np.multiply(dA1, np.greater(A1, 0))",
  ]),
  edit("m is the number of rows", "forwardPropagationN", ["/ X.shape[1]", "/ Y.shape[0]"]),
  edit("m is the number of features", "forwardPropagationN", ["/ X.shape[1]", "/ X.shape[0]"]),
  whole(
    "remembers its answer by shape",
    "forwardPropagationN",
    `const kept = new Map();
    function forwardPropagationN(X, Y, parameters) {
      const key = [X, ...Object.values(parameters)].map((array) => array.shape.join()).join("/");
      if (!kept.has(key)) kept.set(key, compute(X, Y, parameters));
      return kept.get(key);
    }
    function compute(X, Y, { W1, b1, W2, b2, W3, b3 }) {
      const Z1 = np.add(np.dot(W1, X), b1);
      const A1 = relu(Z1);
      const Z2 = np.add(np.dot(W2, A1), b2);
      const A2 = relu(Z2);
      const Z3 = np.add(np.dot(W3, A2), b3);
      const A3 = sigmoid(Z3);
      const cost = -np.mean(np.log(np.where(Y, A3, np.subtract(1, A3))));
      return { cost, cache: { Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 } };
    }`,
  ),
  whole("the starter's lines: always 0", "gradientCheckN", "function gradientCheckN() { return 0; }"),
  edit("epsilon is fixed", "gradientCheckN", ["let difference = 0;", "let difference = 0;\n epsilon = 1e-7;"]),
  edit("another default for epsilon", "gradientCheckN", ["epsilon = 1e-7", "epsilon = 1e-4"]),
  edit("only the weights are checked", "gradientCheckN", [
    '["W1", "b1", "W2", "b2", "W3", "b3"]',
    '["W1", "W2", "W3"]',
  ]),
  edit("only the first column of each matrix", "gradientCheckN", ["j < theta.shape[1]", "j < 1"]),
  edit("parameters are not put back exactly", "gradientCheckN", [
    "const moved = theta.copy();\n          moved.set(i, j, value);\n          return forwardPropagationN(X, Y, { ...parameters, [name]: moved }).cost;",
    "theta.set(i, j, value);\n return forwardPropagationN(X, Y, parameters).cost;",
  ]),
  edit("the lengths are not added", "gradientCheckN", ["/ (np.norm(grad) + np.norm(gradApprox))", "/ np.norm(grad)"]),
  edit("the mistake that was handed out in dW2", "backwardPropagationN", [
    "return { ...gradients, dW2, db1 };",
    "return { ...gradients, db1 };",
  ]),
  edit("the bias's gradient is a sum", "backwardPropagationN", [
    "np.mean(gradients.dZ1, 1, true)",
    "np.sum(gradients.dZ1, 1, true)",
  ]),
  edit("m is the number of features", "backwardPropagationN", ["X.shape[1]", "X.shape[0]"]),
];
