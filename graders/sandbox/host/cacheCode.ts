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
export async function cacheCode(bundle: string, limits: Limits, launch?: Launch): Promise<void> {
  if (isOurFile(codeCacheOf(bundle))) return;
  const sandbox = await Sandbox.start(bundle, limits, launch);
  try {
    const loaded = await sandbox.load(warmUp, []);
    const ran = await sandbox.call("train", inputs);
    const answer = await sandbox.code();
    if (loaded.kind !== "loaded" || ran.kind !== "outcome" || answer.kind !== "code") {
      throw new Error(words.sandbox.libraryFails(JSON.stringify([loaded, ran, answer.kind])));
    }
    writeOurFile(codeCacheOf(bundle), Buffer.from(answer.text, "base64"));
  } finally {
    sandbox.end();
  }
}
