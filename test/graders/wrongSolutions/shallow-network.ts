import { edit, type WrongSolution } from "./WrongSolution";

/**
 * Written from the exercises' text alone, before the checks were looked at. Two more are not here. Another default for
 * nnModel's number of iterations: it takes 10000 of them to see it, and longer than all other checks. And
 * `learningRate || 1.2`: with a rate of 0, the function that gives its parameters back would earn points.
 */
export const wrongSolutions: WrongSolution[] = [
  edit("knows one output only", "layerSizes", ["Y.shape[0]", "1"]),
  edit("takes twice the features for the hidden units, which is 4 in the notebook", "layerSizes", [
    "nH: 4",
    "nH: 2 * X.shape[0]",
  ]),
  edit("counts examples where there are as many as features", "layerSizes", ["X.shape[0]", "Math.min(...X.shape)"]),
  edit(
    "seeds once, at the top level",
    "initializeParameters",
    ["export function init", "np.random.seed(2);\nexport function init"],
    ["np.random.seed(2);\n  const", "const"],
  ),
  edit("seeds before each draw", "initializeParameters", ["const W2 =", "np.random.seed(2);\n  const W2 ="]),
  edit("knows one output only", "initializeParameters", ["randn(nY, nH)", "randn(1, nH)"], ["[nY, 1]", "[1, 1]"]),
  edit(
    "has 4 hidden units, whatever it is given",
    "initializeParameters",
    ["randn(nH, nX)", "randn(4, nX)"],
    ["randn(nY, nH)", "randn(nY, 4)"],
    ["[nH, 1]", "[4, 1]"],
  ),
  edit("shares one bias where the layers have one size", "initializeParameters", [
    "return { W1, b1: np.zeros([nH, 1]), W2, b2: np.zeros([nY, 1]) };",
    "const b1 = np.zeros([nH, 1]); return { W1, b1, W2, b2: nH === nY ? b1 : np.zeros([nY, 1]) };",
  ]),
  edit(
    "remembers its parameters, and hands them out again",
    "initializeParameters",
    ["export function init", "const made = new Map<string, NetworkParameters>();\nexport function init"],
    ["return {", "const key = [nX, nH, nY].join(); if (!made.has(key)) made.set(key, {"],
    ["b2: np.zeros([nY, 1]) };", "b2: np.zeros([nY, 1]) }); return made.get(key);"],
  ),
  edit("overflows in the sigmoid for a large z", "forwardPropagation", [
    "sigmoid(Z2)",
    "np.divide(np.exp(Z2), np.add(1, np.exp(Z2)))",
  ]),
  edit("overflows in tanh for a large z", "forwardPropagation", [
    "np.tanh(Z1)",
    `np.divide(
        np.subtract(np.exp(Z1), np.exp(np.negative(Z1))),
        np.add(np.exp(Z1), np.exp(np.negative(Z1))),
      )`,
  ]),
  edit("adds the first output's bias to all outputs", "forwardPropagation", [
    "np.dot(W2, A1), b2",
    "np.dot(W2, A1), b2.at(0, 0)",
  ]),
  edit("makes one row of the outputs", "forwardPropagation", [
    "sigmoid(Z2)",
    "np.squeeze(sigmoid(Z2)).reshape(1, X.shape[1])",
  ]),
  edit("fails for one example, which squeezing makes a number", "forwardPropagation", [
    "const A2 = sigmoid(Z2);",
    `const A2 = np.zerosLike(Z2);
       for (let k = 0; k < Z2.shape[0]; k++) {
         const row = np.squeeze(Z2.slice(\`\${k}:\${k + 1}\`, ":")).tolist() as number[];
         row.forEach((z, j) => A2.set(k, j, 1 / (1 + Math.exp(-z))));
       }`,
  ]),
  edit(
    "remembers its answer by shape",
    "forwardPropagation",
    ["export function forward", "const memo = new Map<string, any>();\nexport function forward"],
    [
      "const A2 = sigmoid(Z2);\n  return { A2, cache: { Z1, A1, Z2, A2 } };",
      `const A2 = sigmoid(Z2);
       const key = [...X.shape, ...W1.shape, ...W2.shape].join();
       if (!memo.has(key)) memo.set(key, { A2, cache: { Z1, A1, Z2, A2 } });
       return memo.get(key);`,
    ],
  ),
  edit("reads .data without strides", "forwardPropagation", [
    "const Z1 = np.add(np.dot(W1, X), b1);",
    `const [nH, nX] = W1.shape, m = X.shape[1];
       const Z1 = np.zeros([nH, m]);
       for (let i = 0; i < nH; i++)
         for (let j = 0; j < m; j++) {
           let z = b1.data[i];
           for (let k = 0; k < nX; k++) z += W1.data[i * nX + k] * X.data[k * m + j];
           Z1.set(i, j, z);
         }`,
  ]),
  edit("divides by the number of labels instead of examples", "computeCost", [
    "-np.sum(logLikelihood) / m",
    "-np.mean(logLikelihood)",
  ]),
  edit("multiplies matrices, and takes one output's cost", "computeCost", [
    "return -np.sum(logLikelihood) / m;",
    `const positive = np.dot(Y, np.log(A2).T);
       const negative = np.dot(np.subtract(1, Y), np.log(np.subtract(1, A2)).T);
       return -(positive.at(0, 0) + negative.at(0, 0)) / m;`,
  ]),
  edit("fails for one example, which squeezing makes a number", "computeCost", [
    "return -np.sum(logLikelihood) / m;",
    "return -(np.squeeze(logLikelihood).tolist() as number[]).reduce((sum, one) => sum + one, 0) / m;",
  ]),
  edit("clips probabilities to 0.01 and 0.99", "computeCost", [
    "const m =",
    "A2 = np.minimum(np.maximum(A2, 0.01), 0.99);\n  const m =",
  ]),
  edit("takes logarithms to base 2", "computeCost", [
    "-np.sum(logLikelihood) / m",
    "-np.sum(logLikelihood) / m / Math.log(2)",
  ]),
  edit("adds the size of the weights", "computeCost", [
    "-np.sum(logLikelihood) / m",
    "-np.sum(logLikelihood) / m + 1e-3 * np.sum(np.square(parameters.W1))",
  ]),
  edit("multiplies by W2 element by element, as one output allows", "backwardPropagation", [
    "np.dot(parameters.W2.T, dZ2)",
    "np.multiply(parameters.W2.T, dZ2)",
  ]),
  edit("adds up the errors of all outputs for db2", "backwardPropagation", [
    "np.divide(np.sum(dZ2, 1, true), m)",
    "np.full(parameters.b2.shape, np.sum(dZ2) / m)",
  ]),
  edit("loses the axis of db1", "backwardPropagation", [
    "np.divide(np.sum(dZ1, 1, true), m)",
    "np.divide(np.sum(dZ1, 1), m)",
  ]),
  edit("fails for one example, which squeezing makes a number", "backwardPropagation", [
    "const db2 = np.divide(np.sum(dZ2, 1, true), m);",
    `const db2 = np.zerosLike(parameters.b2);
       for (let k = 0; k < db2.shape[0]; k++) {
         const errors = np.squeeze(dZ2.slice(\`\${k}:\${k + 1}\`, ":")).tolist() as number[];
         db2.set(k, 0, errors.reduce((sum, error) => sum + error, 0) / m);
       }`,
  ]),
  edit("takes m from the rows", "backwardPropagation", ["X.shape[1]", "X.shape[0]"]),
  edit(
    "squares the cache in its place",
    "backwardPropagation",
    ["np.square(A1)", "squareInPlace(A1)"],
    [
      "export function backward",
      `function squareInPlace(A: NDArray) {
         for (let i = 0; i < A.shape[0]; i++) for (let j = 0; j < A.shape[1]; j++) A.set(i, j, A.at(i, j) ** 2);
         return A;
       }
       export function backward`,
    ],
  ),
  edit(
    "remembers the number of examples of its first call",
    "backwardPropagation",
    ["export function backward", "let examples = 0;\nexport function backward"],
    ["const m = X.shape[1];", "examples ||= X.shape[1]; const m = examples;"],
  ),
  edit("has another default for the learning rate", "updateParameters", ["learningRate = 1.2", "learningRate = 0.5"]),
  edit("ignores the learning rate", "updateParameters", [
    "np.multiply(learningRate, gradient)",
    "np.multiply(1.2, gradient)",
  ]),
  edit("moves the first output's bias only", "updateParameters", [
    "step(parameters.b2, grads.db2)",
    "np.subtract(parameters.b2, learningRate * grads.db2.at(0, 0))",
  ]),
  edit(
    "writes the new parameters into the dictionary that it was given",
    "updateParameters",
    ["return {\n    W1", "return Object.assign(parameters, {\n    W1"],
    ["grads.db2),\n  };", "grads.db2),\n  });"],
  ),
  edit("has another default for the learning rate", "nnModel", ["learningRate = 1.2", "learningRate = 0.5"]),
  edit("ignores the learning rate", "nnModel", [
    "updateParameters(parameters, grads, learningRate)",
    "updateParameters(parameters, grads)",
  ]),
  edit(
    "takes the number of hidden units from layerSizes",
    "nnModel",
    ["const { nX, nY }", "const { nX, nY, nH: hidden }"],
    ["initializeParameters(nX, nH, nY)", "initializeParameters(nX, hidden, nY)"],
  ),
  edit("knows one output only", "nnModel", ["initializeParameters(nX, nH, nY)", "initializeParameters(nX, nH, 1)"]),
  edit("takes a step where none was asked for", "nnModel", ["i < numIterations", "i === 0 || i < numIterations"]),
  edit("takes 10000 iterations for 0", "nnModel", ["i < numIterations", "i < (numIterations || 10000)"]),
  edit("stops when the cost hardly falls any more", "nnModel", [
    "const cost = computeCost(A2, Y, parameters);",
    "const cost = computeCost(A2, Y, parameters); if (Math.abs(costs[costs.length - 1] - cost) < 1e-6) break;",
  ]),
  edit("keeps the costs of 0 and 10 only", "nnModel", ["i % 10 === 0", "i === 0 || i === 10"]),
  edit("keeps the last cost as well", "nnModel", ["i % 10 === 0", "i % 10 === 0 || i === numIterations - 1"]),
  edit("keeps the cost of every 10th step, counted from 1", "nnModel", ["i % 10 === 0", "(i + 1) % 10 === 0"]),
  edit(
    "goes on from the parameters of its last call",
    "nnModel",
    ["export function nnModel", "let kept: NetworkParameters | null = null;\nexport function nnModel"],
    [
      "let parameters = initializeParameters(nX, nH, nY);",
      "let parameters = kept ?? initializeParameters(nX, nH, nY);",
    ],
    [
      "parameters = updateParameters(parameters, grads, learningRate);",
      "kept = parameters = updateParameters(parameters, grads, learningRate);",
    ],
  ),
  edit("rounds a probability of one half up", "predict", [
    "return np.greater(A2, 0.5);",
    `const labels = np.zerosLike(A2);
       for (let j = 0; j < A2.shape[1]; j++) labels.set(0, j, Math.round(A2.at(0, j)));
       return labels;`,
  ]),
  edit("fails for one example, which squeezing makes a number", "predict", [
    "return np.greater(A2, 0.5);",
    "return np.array([(np.squeeze(A2).tolist() as number[]).map((a) => (a > 0.5 ? 1 : 0))]);",
  ]),
  edit("compares with the mean", "predict", ["A2, 0.5", "A2, np.mean(A2)"]),
  edit("loses the axis of the outputs", "predict", [
    "return np.greater(A2, 0.5);",
    "return np.squeeze(np.greater(A2, 0.5));",
  ]),
];
