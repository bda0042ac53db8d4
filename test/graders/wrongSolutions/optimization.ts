// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are programs, as text.

import { edit, type WrongSolution, whole } from "./WrongSolution";

const layers = "const L = Object.keys(parameters).length / 2;";
const twoLayers = "const L = 2;";

export const wrongSolutions: WrongSolution[] = [
  whole(
    "reads one digit of the layer's number",
    "updateParametersWithGd",
    `function updateParametersWithGd(parameters, grads, learningRate) {
      const updated = {};
      for (const key of Object.keys(parameters)) {
        updated[key] = np.subtract(parameters[key], np.multiply(learningRate, grads["d" + key[0] + key[1]]));
      }
      return updated;
    }`,
  ),
  edit("always two layers", "updateParametersWithGd", [layers, twoLayers]),
  edit("a learning rate of 0 counts as not given", "updateParametersWithGd", [
    layers,
    `${layers}\n learningRate = learningRate || 0.01;`,
  ]),
  edit(
    "reads a global instead of its parameter",
    "updateParametersWithGd",
    ["export function", "const alpha = 0.01;\nexport function"],
    [layers, `learningRate = alpha;\n ${layers}`],
  ),
  edit("`.data` is read without strides", "updateParametersWithGd", [
    "updated[`W${l}`] = np.subtract(\n      parameters[`W${l}`],\n      np.multiply(learningRate, grads[`dW${l}`]),\n    );",
    `const W = parameters[\`W\${l}\`];
    updated[\`W\${l}\`] = np.array(Array.from(W.data).slice(0, W.size).map((w, i) => w - learningRate * grads[\`dW\${l}\`].data[i])).reshape(W.shape);`,
  ]),
  edit("parameters are changed in place", "updateParametersWithGd", [
    "const updated: Parameters = {};",
    "const updated = parameters;",
  ]),
  edit("another default for the size", "randomMiniBatches", ["miniBatchSize = 64", "miniBatchSize = 32"]),
  edit("another default for the seed", "randomMiniBatches", ["seed = 0", "seed = 1"]),
  edit("seeded only with a seed other than 0", "randomMiniBatches", [
    "np.random.seed(seed)",
    "if (seed) np.random.seed(seed)",
  ]),
  edit("an empty batch at the end where nothing is left over", "randomMiniBatches", ["start < m", "start <= m"]),
  edit("one batch of all examples is not shuffled", "randomMiniBatches", [
    "const m = X.shape[1];",
    "const m = X.shape[1];\n if (miniBatchSize >= m) return [{ X, Y }];",
  ]),
  edit("a batch of one example loses its axis", "randomMiniBatches", [
    'X: shuffledX.slice(":", columns)',
    'X: np.squeeze(shuffledX.slice(":", columns))',
  ]),
  edit("what is left over joins the last batch", "randomMiniBatches", [
    "for (let start = 0; start < m; start += miniBatchSize) {\n    const columns = `${start}:${start + miniBatchSize}`;",
    "for (let start = 0; start + miniBatchSize <= m; start += miniBatchSize) {\n const columns = start + 2 * miniBatchSize > m ? `${start}:` : `${start}:${start + miniBatchSize}`;",
  ]),
  edit("β of 0 counts as not given", "exponentiallyWeightedAverage", [
    "let v = 0;",
    "let v = 0;\n beta = beta || 0.9;",
  ]),
  edit("no correction after 1 / (1 - β) values", "exponentiallyWeightedAverage", [
    "v / (1 - beta ** t)",
    "t > 1 / (1 - beta) ? v : v / (1 - beta ** t)",
  ]),
  edit("negative values count as 0", "exponentiallyWeightedAverage", [
    "theta.at(t - 1)",
    "Math.max(theta.at(t - 1), 0)",
  ]),
  edit("the series is overwritten", "exponentiallyWeightedAverage", ["np.zerosLike(theta)", "theta"]),
  edit("the last value is missing", "exponentiallyWeightedAverage", ["t <= theta.size", "t < theta.size"]),
  edit("`.data` is read without strides", "exponentiallyWeightedAverage", ["theta.at(t - 1)", "theta.data[t - 1]"]),
  edit("always two layers", "initializeVelocity", [layers, twoLayers]),
  edit(
    "one array for all parameters of a shape",
    "initializeVelocity",
    [layers, `const zeros: any = {};\n ${layers}`],
    [
      "np.zerosLike(parameters[`W${l}`])",
      "(zeros[parameters[`W${l}`].shape.join()] ??= np.zerosLike(parameters[`W${l}`]))",
    ],
    [
      "np.zerosLike(parameters[`b${l}`])",
      "(zeros[parameters[`b${l}`].shape.join()] ??= np.zerosLike(parameters[`b${l}`]))",
    ],
  ),
  edit("the biases get a row", "initializeVelocity", [
    "np.zerosLike(parameters[`b${l}`])",
    "np.zerosLike(parameters[`b${l}`].T)",
  ]),
  whole(
    "remembers the first network",
    "initializeVelocity",
    `let velocity = null;
    function initializeVelocity(parameters) {
      if (velocity) return velocity;
      velocity = {};
      for (const key of Object.keys(parameters)) velocity["d" + key] = np.zerosLike(parameters[key]);
      return velocity;
    }`,
  ),
  edit("β of 0 counts as not given", "updateParametersWithMomentum", [layers, `beta = beta || 0.9;\n ${layers}`]),
  edit("β is always 0.9", "updateParametersWithMomentum", [layers, `beta = 0.9;\n ${layers}`]),
  edit("v is changed in place", "updateParametersWithMomentum", [
    "const velocity: Gradients = {};",
    "const velocity = v;",
  ]),
  edit("the biases step along their gradients", "updateParametersWithMomentum", [
    "np.multiply(learningRate, velocity[`db${l}`])",
    "np.multiply(learningRate, grads[`db${l}`])",
  ]),
  edit("at most nine layers", "updateParametersWithMomentum", [
    layers,
    `const L = Math.min(9, Object.keys(parameters).length / 2);`,
  ]),
  edit("another default for ε", "updateParametersWithRmsprop", ["epsilon = 1e-8", "epsilon = 1e-7"]),
  edit("ε is left out: 0 / 0 without a gradient", "updateParametersWithRmsprop", [
    "np.add(np.sqrt(average), epsilon)",
    "np.sqrt(average)",
  ]),
  edit("ε is fixed", "updateParametersWithRmsprop", [layers, `epsilon = 1e-8;\n ${layers}`]),
  edit("β of 0 counts as not given", "updateParametersWithRmsprop", [layers, `beta = beta || 0.9;\n ${layers}`]),
  edit("s is changed in place", "updateParametersWithRmsprop", [
    "const squares: Gradients = {};",
    "const squares = s;",
  ]),
  edit("the gradients' signs are lost", "updateParametersWithRmsprop", [
    "np.divide(grad, np.add",
    "np.divide(np.abs(grad), np.add",
  ]),
  whole(
    "v and s are the same",
    "initializeAdam",
    "function initializeAdam(parameters) { const v = initializeVelocity(parameters); return { v, s: v }; }",
  ),
  whole(
    "v and s have the same arrays",
    "initializeAdam",
    "function initializeAdam(parameters) { const v = initializeVelocity(parameters); return { v, s: { ...v } }; }",
  ),
  edit("the paper's learning rate as default", "updateParametersWithAdam", [
    "learningRate = 0.01",
    "learningRate = 0.001",
  ]),
  edit("another default for β2", "updateParametersWithAdam", ["beta2 = 0.999", "beta2 = 0.99"]),
  edit("another default for β1", "updateParametersWithAdam", ["beta1 = 0.9", "beta1 = 0.95"]),
  edit("another default for ε", "updateParametersWithAdam", ["epsilon = 1e-8", "epsilon = 1e-7"]),
  edit("no correction from step 10 on", "updateParametersWithAdam", [
    "const vCorrected = np.divide(v, 1 - beta1 ** t);",
    "const vCorrected = t < 10 ? np.divide(v, 1 - beta1 ** t) : v;",
  ]),
  edit("ε is left out: 0 / 0 without a gradient", "updateParametersWithAdam", [
    "np.add(np.sqrt(sCorrected), epsilon)",
    "np.sqrt(sCorrected)",
  ]),
  edit("steps are counted from 0", "updateParametersWithAdam", [layers, `t += 1;\n ${layers}`]),
  edit("ε is fixed", "updateParametersWithAdam", [layers, `epsilon = 1e-8;\n ${layers}`]),
  edit("β1 of 0 counts as not given", "updateParametersWithAdam", [layers, `beta1 = beta1 || 0.9;\n ${layers}`]),
  edit("another default for the interval", "learningRateDecay", ["timeInterval = 1", "timeInterval = 1000"]),
  edit("a decay rate of 0 counts as not given", "learningRateDecay", ["decayRate *", "(decayRate || 1) *"]),
  edit("lowered in every interval's first epoch only", "learningRateDecay", [
    "return learningRate0 /",
    "if (epochNum % timeInterval !== 0) return learningRate0;\n return learningRate0 /",
  ]),
  edit("rounded instead of cut off", "learningRateDecay", ["Math.floor(", "Math.round("]),
  edit("epochs are counted from 1", "learningRateDecay", ["epochNum / timeInterval", "(epochNum - 1) / timeInterval"]),
];
