import { loadH5 } from "../../src/datasets/loadH5";
import { makeBlobs } from "../../src/datasets/makeBlobs";
import { makeCircles } from "../../src/datasets/makeCircles";
import { makeGaussianQuantiles } from "../../src/datasets/makeGaussianQuantiles";
import { makeMoons } from "../../src/datasets/makeMoons";
import { loadMnist } from "../../src/datasets/mnist";
import { planarExtras } from "../../src/datasets/planarExtras";
import { planarFlower } from "../../src/datasets/planarFlower";
import { np } from "../../src/np";
import { RandomState } from "../../src/random/RandomState";

/** A little of everything, as text: Node and a browser must agree in every digit that is printed. */
export async function browserProgram(): Promise<string> {
  np.random.seed(3);
  const a = np.random.randn(30, 40);
  const random = new RandomState(7);
  const sets = [
    planarFlower(),
    makeCircles(50, { noise: 0.1, random }),
    makeMoons(50, { noise: 0.1, random }),
    makeBlobs(50, { random }),
    makeGaussianQuantiles(50, { random }),
    planarExtras(random).noisyMoons,
  ];
  const { XTrain, YTrain } = loadMnist({ digits: [1], train: 5, test: 1 });
  const arrays = [
    a,
    np.dot(a, a.T),
    a.exp().log().tanh(),
    XTrain.sum(0, true),
    YTrain,
    ...sets.flatMap(({ X, Y }) => [X, Y]),
  ];
  const long = random.randn(2 ** 19);
  arrays.push(np.dot(long, long), np.dot(long, random.randn(2 ** 19)));
  const refused = typeof process === "undefined" ? await loadH5("x.h5").catch((error: Error) => error.message) : "";
  return [...arrays.map(String), refused].join("\n");
}
