import { edit, type WrongSolution, whole } from "./WrongSolution";

const perExample = (what: string) =>
  `const predicted = np.squeeze(sigmoid(np.add(np.dot(w.T, X), b))).tolist() as number[];
   return np.array([predicted.map((a) => ${what})]);`;

/**
 * Written from the exercises' text alone, before the checks were looked at. One more is not here: another default for
 * model's number of iterations. It takes 2000 of them to see it, and half as long as all other checks.
 */
export const wrongSolutions: WrongSolution[] = [
  whole(
    "reads .data without strides",
    "sigmoid",
    `function sigmoid(z: any): any {
      if (typeof z === "number") return 1 / (1 + Math.exp(-z));
      return new NDArray(z.data.map((x: number) => 1 / (1 + Math.exp(-x))), [...z.shape]);
    }`,
  ),
  whole(
    "remembers its answer by shape",
    "sigmoid",
    `const memo = new Map<string, NDArray>();
    function sigmoid(z: any): any {
      if (typeof z === "number") return 1 / (1 + Math.exp(-z));
      const key = z.shape.join();
      if (!memo.has(key)) memo.set(key, np.divide(1, np.add(1, np.exp(np.negative(z)))));
      return memo.get(key);
    }`,
  ),
  whole(
    "overflows for a large z",
    "sigmoid",
    "function sigmoid(z: any): any { return np.divide(np.exp(z), np.add(1, np.exp(z))); }",
  ),
  whole(
    "goes through rows and columns, whatever the number of axes",
    "sigmoid",
    `function sigmoid(z: any): any {
      if (typeof z === "number") return 1 / (1 + Math.exp(-z));
      const A = np.zeros(z.shape);
      for (let i = 0; i < z.shape[0]; i++)
        for (let j = 0; j < z.shape[1]; j++) A.set(i, j, 1 / (1 + Math.exp(-z.at(i, j))));
      return A;
    }`,
  ),
  whole(
    "stretches what it gets to two axes",
    "sigmoid",
    `function sigmoid(z: any): any {
      if (typeof z === "number") return 1 / (1 + Math.exp(-z));
      const rows = z.ndim === 1 ? z.reshape(1, z.size) : z;
      return np.divide(1, np.add(1, np.exp(np.negative(rows))));
    }`,
  ),
  whole(
    "reads a global instead of its parameter",
    "sigmoid",
    `function sigmoid(Z: any): any { return np.divide(1, np.add(1, np.exp(np.negative(z)))); }
    const z = np.array([0, 2, -3]);`,
  ),
  whole(
    "gives an array for a number",
    "sigmoid",
    "function sigmoid(z: any): any { return np.divide(1, np.add(1, np.exp(np.negative(np.array([z].flat() as any))))); }",
  ),
  whole(
    "hands out the same array every time",
    "initializeWithZeros",
    `const starts = new Map<number, NDArray>();
    function initializeWithZeros(dim: number) {
      if (!starts.has(dim)) starts.set(dim, np.zeros([dim, 1]));
      return { w: starts.get(dim), b: 0 };
    }`,
  ),
  edit("has the sizes of the images built in", "initializeWithZeros", ["dim, 1", "784, 1"]),
  edit("gives b as an array", "initializeWithZeros", ["b: 0", "b: np.zeros([1]) as any"]),
  edit("fails for one example, which squeezing makes a number", "propagate", [
    "const db = np.sum(dZ) / m;",
    "let db = 0; for (const error of np.squeeze(dZ).tolist() as number[]) db += error / m;",
  ]),
  edit("takes m from the rows", "propagate", ["X.shape[1]", "X.shape[0]"]),
  edit("reads .data without strides", "propagate", [
    "np.dot(w.T, X)",
    `np.array([Array.from({ length: m }, (_, j) =>
         w.data.reduce((sum: number, wi: number, i: number) => sum + wi * X.data[i * m + j], 0))])`,
  ]),
  edit("leaves the bias out of the cost", "propagate", [
    "np.multiply(Y, np.log(A))",
    "np.multiply(Y, np.log(sigmoid(np.dot(w.T, X))))",
  ]),
  edit("writes the errors into Y", "propagate", [
    "const dZ = np.subtract(A, Y);",
    "for (let j = 0; j < m; j++) Y.set(0, j, A.at(0, j) - Y.at(0, j)); const dZ = Y;",
  ]),
  edit("loses the axis of dw", "propagate", [
    "return { grads: { dw, db }, cost };",
    "return { grads: { dw: np.squeeze(dw), db }, cost };",
  ]),
  edit("takes a step where none was asked for", "optimize", [
    "for (let i = 0; i < numIterations; i++) {",
    "for (let i = 0; i === 0 || i < numIterations; i++) {",
  ]),
  edit(
    "stops when the cost hardly falls any more",
    "optimize",
    ["const costs: number[] = [];", "const costs: number[] = []; let last = Infinity;"],
    ["grads = step.grads;", "if (Math.abs(last - step.cost) < 1e-7) break; last = step.cost; grads = step.grads;"],
  ),
  edit("keeps the costs of 0 and 100 only", "optimize", ["i % 100 === 0", "i === 0 || i === 100"]),
  edit("starts with a bias of 0, whatever it is given", "optimize", [
    "const costs: number[] = [];",
    "const costs: number[] = []; b = 0;",
  ]),
  edit("starts with weights of 0, whatever it is given", "optimize", [
    "const costs: number[] = [];",
    "const costs: number[] = []; w = np.zerosLike(w);",
  ]),
  edit("computes the gradients once more at the end", "optimize", [
    "return { params",
    "if (numIterations > 0) grads = propagate(w, b, X, Y).grads;\n  return { params",
  ]),
  edit("keeps the cost only where it prints it", "optimize", [
    "costs.push(step.cost);\n      if (printCost)",
    "if (printCost) costs.push(step.cost);\n      if (printCost)",
  ]),
  edit("keeps the last cost as well", "optimize", ["i % 100 === 0", "i % 100 === 0 || i === numIterations - 1"]),
  edit("has no gradients after 0 iterations", "optimize", [
    "let grads = { dw: np.zerosLike(w), db: 0 };",
    "let grads: any;",
  ]),
  edit(
    "halves the learning rate when the cost rises",
    "optimize",
    ["const costs: number[] = [];", "const costs: number[] = []; let last = Infinity;"],
    ["grads = step.grads;", "if (step.cost > last) learningRate /= 2; last = step.cost; grads = step.grads;"],
  ),
  edit("moves the weights that it was given", "optimize", [
    "w = np.subtract(w, np.multiply(learningRate, grads.dw));",
    "for (let k = 0; k < w.shape[0]; k++) w.set(k, 0, w.at(k, 0) - learningRate * grads.dw.at(k, 0));",
  ]),
  whole(
    "fails for one example, which squeezing makes a number",
    "predict",
    `function predict(w: NDArray, b: number, X: NDArray) { ${perExample("(a > 0.5 ? 1 : 0)")} }`,
  ),
  whole(
    "rounds b, and clips z",
    "predict",
    `function predict(w: NDArray, b: number, X: NDArray) {
      return np.greater(np.add(np.dot(w.T, X), Math.round(b * 1e6) / 1e6), 1e-9);
    }`,
  ),
  whole(
    "rounds a probability of one half up",
    "predict",
    `function predict(w: NDArray, b: number, X: NDArray) {
      const A = sigmoid(np.add(np.dot(w.T, X), b));
      const labels = np.zerosLike(A);
      for (let j = 0; j < A.shape[1]; j++) labels.set(0, j, Math.round(A.at(0, j)));
      return labels;
    }`,
  ),
  whole(
    "goes through as many examples as there are features",
    "predict",
    `function predict(w: NDArray, b: number, X: NDArray) {
      const A = sigmoid(np.add(np.dot(w.T, X), b));
      const labels = np.zeros([1, X.shape[1]]);
      for (let j = 0; j < Math.min(X.shape[0], X.shape[1]); j++) labels.set(0, j, A.at(0, j) > 0.5 ? 1 : 0);
      return labels;
    }`,
  ),
  edit("leaves out b", "predict", ["np.add(np.dot(w.T, X), b)", "np.dot(w.T, X)"]),
  edit("has another default for the learning rate", "model", ["learningRate = 0.5", "learningRate = 0.005"]),
  edit("takes 2000 iterations for 0", "model", [
    "    numIterations,\n    learningRate,\n    printCost,",
    "    numIterations || 2000,\n    learningRate,\n    printCost,",
  ]),
  edit(
    "learns once, and remembers",
    "model",
    ["export function model(", "let learned: any;\nexport function model("],
    [" = optimize(", " = learned ??= optimize("],
  ),
  edit("starts with as many weights as there are examples", "model", ["XTrain.shape[0]", "XTrain.shape[1]"]),
  edit("ignores the learning rate", "model", [
    "    numIterations,\n    learningRate,\n    printCost,",
    "    numIterations,\n    0.5,\n    printCost,",
  ]),
  edit("predicts the training set twice", "model", ["predict(w, b, XTest)", "predict(w, b, XTrain)"]),
];
