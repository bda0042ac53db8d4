// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are programs, as text.
import { edit, type WrongSolution } from "./WrongSolution";

/**
 * Written from the exercises' text alone, before the checks were looked at. One more is not here, `learningRate ||= 0.0075`:
 * with a rate of 0, the function that gives its parameters back would earn points.
 */
export const wrongSolutions: WrongSolution[] = [
  edit(
    "seeds in every layer",
    "initializeParametersDeep",
    ["np.random.seed(3);\n  for", "for"],
    ["] = np.multiply(", "] = (np.random.seed(3), np).multiply("],
  ),
  edit("knows three layers only", "initializeParametersDeep", [
    "l < layerDims.length",
    "l < Math.min(layerDims.length, 4)",
  ]),
  edit(
    "keeps the layers of its last call",
    "initializeParametersDeep",
    ["export function init", "const parameters: NetworkParameters = {};\nexport function init"],
    ["  const parameters: NetworkParameters = {};\n", ""],
  ),
  edit("takes the input's size off the list that it was given", "initializeParametersDeep", [
    "np.random.seed(3);",
    "np.random.seed(3); const inputs = layerDims.shift()!; layerDims = [inputs, ...layerDims];",
  ]),
  edit("draws the biases, and sets them to zero", "initializeParametersDeep", [
    "np.zeros([layerDims[l], 1])",
    "np.multiply(np.random.randn(layerDims[l], 1), 0)",
  ]),
  edit("divides by the root of the inputs, as the notebook does later", "initializeParametersDeep", [
    "      0.01,",
    "      1 / Math.sqrt(layerDims[l - 1]),",
  ]),
  edit(
    "gives layers of one size the same biases",
    "initializeParametersDeep",
    ["export function init", "const zeros = new Map<number, NDArray>();\nexport function init"],
    [
      "= np.zeros([layerDims[l], 1]);",
      "= zeros.get(layerDims[l]) ?? np.zeros([layerDims[l], 1]); zeros.set(layerDims[l], parameters[`b${l}`]);",
    ],
  ),
  edit("reads .data without strides", "linearForward", [
    "const Z = np.add(np.dot(W, APrev), b);",
    `const [rows, inner] = W.shape, m = APrev.shape[1];
       const Z = np.zeros([rows, m]);
       for (let i = 0; i < rows; i++)
         for (let j = 0; j < m; j++) {
           let z = b.data[i];
           for (let k = 0; k < inner; k++) z += W.data[i * inner + k] * APrev.data[k * m + j];
           Z.set(i, j, z);
         }`,
  ]),
  edit("adds the bias along the examples where there are as many as units", "linearForward", [
    "), b)",
    "), W.shape[0] === APrev.shape[1] ? b.T : b)",
  ]),
  edit(
    "remembers its answer by shape",
    "linearForward",
    ["export function linear", "const memo = new Map<string, NDArray>();\nexport function linear"],
    [
      "const Z = np.add(np.dot(W, APrev), b);",
      `const key = [...W.shape, ...APrev.shape].join();
       const Z = memo.get(key) ?? np.add(np.dot(W, APrev), b);
       memo.set(key, Z);`,
    ],
  ),
  edit("adds the first bias to all units", "linearForward", ["), b)", "), b.at(0, 0))"]),
  edit("keeps X of the transposed W, as a square one allows", "linearForward", [
    "np.dot(W, APrev)",
    "np.dot(W.shape[0] === W.shape[1] ? W.T : W, APrev)",
  ]),
  edit("overflows in the sigmoid for a large z", "linearActivationForward", [
    "sigmoid(Z)",
    "np.divide(np.exp(Z), np.add(1, np.exp(Z)))",
  ]),
  edit(
    "cuts Z off in its place",
    "linearActivationForward",
    ["relu(Z)", "cutOff(Z)"],
    [
      "export function linear",
      `function cutOff(Z: NDArray) {
         for (let i = 0; i < Z.shape[0]; i++) for (let j = 0; j < Z.shape[1]; j++) if (Z.at(i, j) < 0) Z.set(i, j, 0);
         return Z;
       }
       export function linear`,
    ],
  ),
  edit("lets a little through below zero", "linearActivationForward", [
    "relu(Z)",
    "np.maximum(Z, np.multiply(0.01, Z))",
  ]),
  edit("fails for one example, which squeezing makes a number", "linearActivationForward", [
    "const A = activation",
    "(np.squeeze(Z.slice('0:1', ':')).tolist() as number[]).map((z) => z);\n  const A = activation",
  ]),
  edit("tells the activation by the number of units", "linearActivationForward", [
    'activation === "sigmoid"',
    "W.shape[0] === 1",
  ]),
  edit(
    "takes the layers in the order of the keys as text",
    "modelForward",
    [
      "const layer = linear",
      "const names = Object.keys(parameters).filter((key) => key.startsWith('W')).sort();\n    const layer = linear",
    ],
    [
      "parameters[`W${l}`],\n      parameters[`b${l}`],",
      "parameters[names[l - 1]],\n      parameters[names[l - 1].replace('W', 'b')],",
    ],
  ),
  edit(
    "takes the layers in the order in which the dictionary was filled",
    "modelForward",
    [
      "const layer = linear",
      "const names = Object.keys(parameters).filter((key) => key.startsWith('W'));\n    const layer = linear",
    ],
    [
      "parameters[`W${l}`],\n      parameters[`b${l}`],",
      "parameters[names[l - 1]],\n      parameters[names[l - 1].replace('W', 'b')],",
    ],
  ),
  edit("reads one digit of a layer's number", "modelForward", [
    "Object.keys(parameters).length / 2",
    "Math.max(...Object.keys(parameters).map((key) => Number(key[1])))",
  ]),
  edit(
    "has a relu layer in front of the last, always",
    "modelForward",
    ["let l = 1; l <= L", "let k = L === 1 ? 0 : 1; k <= L"],
    ["const activation = l < L", "const l = Math.max(k, 1); const activation = k < L"],
  ),
  edit("uses the sigmoid where a layer has one unit", "modelForward", [
    'l < L ? "relu" : "sigmoid"',
    'parameters[`W${l}`].shape[0] > 1 ? "relu" : "sigmoid"',
  ]),
  edit("knows three layers only", "modelForward", [
    "Object.keys(parameters).length / 2",
    "Math.min(3, Object.keys(parameters).length / 2)",
  ]),
  edit("leaves out the last cache", "modelForward", [
    "caches.push(layer.cache);",
    "if (l < L) caches.push(layer.cache);",
  ]),
  edit(
    "keeps the caches of its last call",
    "modelForward",
    ["export function model", "const kept: LayerCache[] = [];\nexport function model"],
    ["const caches: LayerCache[] = [];", "const caches = kept;"],
  ),
  edit("clips probabilities to 0.02 and 0.98", "computeCost", [
    "const m =",
    "AL = np.minimum(np.maximum(AL, 0.02), 0.98);\n  const m =",
  ]),
  edit("fails for one example, which squeezing makes a number", "computeCost", [
    "return -np.sum(np.add(positive, negative)) / m;",
    "return -(np.squeeze(np.add(positive, negative)).tolist() as number[]).reduce((sum, one) => sum + one, 0) / m;",
  ]),
  edit("adds a thousandth to every probability, against log 0", "computeCost", [
    "np.log(AL)",
    "np.log(np.add(AL, 1e-3))",
  ]),
  edit(
    "remembers the number of examples of its first call",
    "computeCost",
    ["export function compute", "let m = 0;\nexport function compute"],
    ["const m = Y.shape[1];", "m ||= Y.shape[1];"],
  ),
  edit("gives an array with one number in it", "computeCost", [
    "return -np.sum(np.add(positive, negative)) / m;",
    "return np.divide(np.sum(np.add(positive, negative), 1, true), -m) as any;",
  ]),
  edit("rounds to six places, as the notebook prints it", "computeCost", [
    "-np.sum(np.add(positive, negative)) / m",
    "Number((-np.sum(np.add(positive, negative)) / m).toFixed(6))",
  ]),
  edit("takes m from the rows of dZ", "linearBackward", ["APrev.shape[1]", "dZ.shape[0]"]),
  edit("reads .data without strides", "linearBackward", [
    "const db = np.divide(np.sum(dZ, 1, true), m);",
    `const db = np.zeros([dZ.shape[0], 1]);
       for (let i = 0; i < dZ.shape[0]; i++)
         for (let j = 0; j < m; j++) db.set(i, 0, db.at(i, 0) + dZ.data[i * m + j] / m);`,
  ]),
  edit("fails for one example, which squeezing makes a number", "linearBackward", [
    "const db = np.divide(np.sum(dZ, 1, true), m);",
    `const db = np.zeros([dZ.shape[0], 1]);
       for (let i = 0; i < dZ.shape[0]; i++) {
         const row = np.squeeze(dZ.slice(\`\${i}:\${i + 1}\`, ":")).tolist() as number[];
         db.set(i, 0, row.reduce((sum, one) => sum + one, 0) / m);
       }`,
  ]),
  edit("averages dAPrev, too", "linearBackward", ["np.dot(W.T, dZ)", "np.divide(np.dot(W.T, dZ), m)"]),
  edit("makes all biases' gradients one number", "linearBackward", [
    "np.divide(np.sum(dZ, 1, true), m)",
    "np.full([dZ.shape[0], 1], np.sum(dZ) / m)",
  ]),
  edit("lets the gradient through relu at zero", "linearActivationBackward", [
    "reluBackward(dA, cache.Z)",
    "np.multiply(dA, np.greaterEqual(cache.Z, 0))",
  ]),
  edit("lets half the gradient through relu at zero", "linearActivationBackward", [
    "reluBackward(dA, cache.Z)",
    "np.multiply(dA, np.multiply(0.5, np.add(1, np.sign(cache.Z))))",
  ]),
  edit(
    "sets dA to zero in its place",
    "linearActivationBackward",
    ["reluBackward(dA, cache.Z)", "maskInPlace(dA, cache.Z)"],
    [
      "export function linear",
      `function maskInPlace(dA: NDArray, Z: NDArray) {
         for (let i = 0; i < Z.shape[0]; i++) for (let j = 0; j < Z.shape[1]; j++) if (Z.at(i, j) <= 0) dA.set(i, j, 0);
         return dA;
       }
       export function linear`,
    ],
  ),
  edit(
    "overflows in the sigmoid for a large z",
    "linearActivationBackward",
    [
      "const dZ =",
      `const E = np.exp(cache.Z);
       const slope = np.divide(E, np.square(np.add(1, E)));
       const dZ =`,
    ],
    ["sigmoidBackward(dA, cache.Z)", "np.multiply(dA, slope)"],
  ),
  edit("masks by the sign of dA", "linearActivationBackward", ["reluBackward(dA, cache.Z)", "reluBackward(dA, dA)"]),
  edit("tells the activation by the number of units", "linearActivationBackward", [
    'activation === "sigmoid"',
    "dA.shape[0] === 1",
  ]),
  edit("takes the caches off the list that it was given", "modelBackward", ["caches[l - 1]", "caches.pop()!"]),
  edit("uses the sigmoid where a layer has one unit", "modelBackward", [
    'l < L ? "relu" : "sigmoid"',
    'caches[l - 1].W.shape[0] > 1 ? "relu" : "sigmoid"',
  ]),
  edit("knows one output only", "modelBackward", ["for (let l = L", "dA = dA.slice('0:1', ':');\n  for (let l = L"]),
  edit("has a relu layer below the last, always", "modelBackward", [
    'l < L ? "relu" : "sigmoid"',
    'l === 1 || l < L ? "relu" : "sigmoid"',
  ]),
  edit("leaves out dA0", "modelBackward", [
    "grads[`dA${l - 1}`] = dAPrev;",
    "if (l > 1) grads[`dA${l - 1}`] = dAPrev;",
  ]),
  edit("knows three layers only", "modelBackward", ["caches.length", "Math.min(3, caches.length)"]),
  edit("fails for one example, which squeezing makes a number", "modelBackward", [
    "for (let l = L",
    `dA = np.array([...Array(Y.shape[0]).keys()].map((k) =>
         (np.squeeze(dA.slice(\`\${k}:\${k + 1}\`, ":")).tolist() as number[]).map((one) => one)));
       for (let l = L`,
  ]),
  edit("counts the layers by the gradients, as if there were no dA", "updateParameters", [
    "Object.keys(parameters).length / 2",
    "Math.floor(Object.keys(grads).length / 2)",
  ]),
  edit("counts the layers by the gradients, as if there were always dA", "updateParameters", [
    "Object.keys(parameters).length / 2",
    "Math.floor(Object.keys(grads).length / 3)",
  ]),
  edit("reads one digit of a layer's number", "updateParameters", [
    "Object.keys(parameters).length / 2",
    "Math.max(...Object.keys(parameters).map((key) => Number(key[1])))",
  ]),
  edit("knows three layers only", "updateParameters", [
    "Object.keys(parameters).length / 2",
    "Math.min(3, Object.keys(parameters).length / 2)",
  ]),
  edit("writes the new parameters into the dictionary that it was given", "updateParameters", [
    "const updated: NetworkParameters = {};",
    "const updated = parameters;",
  ]),
];
