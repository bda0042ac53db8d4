import type { LibraryModule } from "../../../src/check/contract";
import { words } from "../../../src/words/words";
import { isOurFile } from "../../places/ourFile";
import { writeOurFile } from "../../places/writeOurFile";
import type { Launch } from "../launcher/Launched";
import { codeCacheOf } from "../wire/codeCacheOf";
import type { Limits } from "./limits";
import { Sandbox } from "./Sandbox";

/** Uses once what most submissions use of the library: only code that has run is compiled. */
const warmUp = `(function ({ np }) {
  const activate = (Z) => ({ A: np.divide(1, np.add(1, np.exp(np.negative(Z)))), T: np.tanh(Z), R: np.maximum(Z, 0) });
  const train = (X, Y, { W, b }) => {
    np.random.seed(1);
    const start = np.add(np.multiply(np.random.randn(3, 2), 0.01), np.zeros([3, 2]));
    const { A, T, R } = activate(np.add(np.dot(np.add(W, start), X), b));
    const cost = -np.sum(np.add(np.multiply(Y, np.log(A)), np.multiply(np.subtract(1, Y), np.log(np.subtract(1, A))))) / 2;
    const dZ = np.multiply(np.subtract(A, Y), np.subtract(1, np.square(T)));
    const dW = np.divide(np.dot(dZ, X.T), X.shape[1]);
    const db = np.divide(np.sum(dZ, 1, true), X.shape[1]);
    return { cost, R, W: np.subtract(W, np.multiply(0.1, dW)), b: np.subtract(b, db), labels: np.greater(A, 0.5), m: np.mean(A) };
  };
  return { train };
})`;
const inputs = `[{"$array":{"shape":[2,4],"data":[1,2,3,4,5,-6,-7,"-0"]}},{"$array":{"shape":[1,4],"data":[0,1,1,0]}},
  {"W":{"$array":{"shape":[3,2],"data":[1,2,3,4,5,6]}},"b":{"$array":{"shape":[3,1],"data":[1,2,3]}}}]`;

/**
 * Keeps the library's compiled code beside the sandbox's bundle, where each process finds it: otherwise half of what a
 * submission needs would have to be compiled again. The code comes from a process that has run only our own code.
 *
 * @throws Error when the sandbox does not start, or the file cannot be written
 */
export async function cacheCode(
  bundle: string,
  limits: Limits,
  launch?: Launch,
  modules: readonly LibraryModule[] = [],
): Promise<void> {
  if (isOurFile(codeCacheOf(bundle))) return;
  const sandbox = await Sandbox.start(bundle, limits, launch);
  try {
    const loaded = await sandbox.load(warmUp, []);
    const ran = await sandbox.call("train", inputs);
    const answer = await sandbox.code();
    if (loaded.kind !== "loaded" || ran.kind !== "outcome" || answer.kind !== "code") {
      throw new Error(words.sandbox.libraryFails(JSON.stringify([loaded, ran, answer.kind])));
    }
    if (modules.length > 0) await cacheModules(bundle, sandbox, modules);
    // The last one says that all are there.
    writeOurFile(codeCacheOf(bundle), Buffer.from(answer.text, "base64"));
  } finally {
    sandbox.end();
  }
}

/** Uses once what most submissions use of tensors: a network, its loss, and a step of training. */
const warmUpOfModules = `(function (_, require) {
  const tf = require("nablab/tf");
  const forward = (X, { W, b }) => tf.add(tf.matMul(W, X), b);
  const loss = (Z, Y) => tf.losses.softmaxCrossEntropy(Y.transpose(), Z.transpose());
  const train = (X, Y, parameters) => tf.tidy(() => {
    const W = tf.variable(parameters.W), b = tf.variable(parameters.b);
    const cost = () => loss(forward(X, { W: tf.relu(W), b }), Y);
    const { value, grads } = tf.variableGrads(cost);
    const optimizer = tf.train.adam(0.1);
    optimizer.minimize(cost);
    const hits = tf.argMax(forward(X, { W, b }), 0).equal(tf.argMax(Y, 0)).cast("float32").mean().dataSync()[0];
    const labels = tf.oneHot(tf.cast(tf.zeros([2]), "int32"), 3).transpose();
    const result = { cost: value.dataSync()[0], W: W.sub(grads[W.name].mul(0.1)), S: tf.sigmoid(W), hits, labels };
    optimizer.dispose();
    tf.dispose([W, b]);
    return result;
  });
  return { train };
})`;
const inputsOfModules = `[{"$array":{"shape":[2,2],"data":[1,2,3,4]}},{"$array":{"shape":[3,2],"data":[1,0,0,1,0,0]}},
  {"W":{"$array":{"shape":[3,2],"data":[1,2,3,4,5,6]}},"b":{"$array":{"shape":[3,1],"data":[1,2,3]}}}]`;

async function cacheModules(bundle: string, sandbox: Sandbox, modules: readonly LibraryModule[]): Promise<void> {
  const loaded = await sandbox.load(warmUpOfModules, [], { modules, tensors: ["train"] });
  const ran = await sandbox.call("train", inputsOfModules);
  const answer = await sandbox.code("modules");
  const isRun = ran.kind === "outcome" && ran.text.startsWith('{"kind":"returned"');
  if (loaded.kind !== "loaded" || !isRun || answer.kind !== "code") {
    throw new Error(words.sandbox.libraryFails(JSON.stringify([loaded, ran, answer.kind])));
  }
  writeOurFile(codeCacheOf(bundle, "modules"), Buffer.from(answer.text, "base64"));
}
