import { oneHot, softmax } from "../../src/assignments/07-batchnorm-softmax/staff/solution";
import * as solution from "../../src/assignments/09-ml-strategy/staff/solution";
import type { NDArray } from "../../src/core/NDArray";
import { loadMnist } from "../../src/datasets/mnist";
import { phoneDigits } from "../../src/datasets/phoneDigits";
import { np } from "../../src/np";
import { RandomState } from "../../src/random/RandomState";
import { he, outputsOf, startNetwork, train } from "./network";
import type { Reproduction, Row } from "./Row";

interface Digits {
  X: NDArray;
  Y: NDArray;
}

/** How a network is trained, and its errors on the four sets. */
interface Experiment {
  name: string;
  data: Digits;
  trainDev: Digits;
  hidden: number;
  epochs: number;
  decay?: number;
  rate?: number;
  published: { train: number; trainDev: number; dev: number; test: number };
}

/** Trains the networks of assignment 9's lesson, one seed each, half a minute. */
export const reproduce: Reproduction = async () => {
  const { XTrain: X, YTrain: Y, XTest, YTest } = loadMnist({ train: 7000, test: 1600 });
  const all = { X, Y };
  const clean = part(all, 0, 4000);
  const trainDev = part(all, 4000, 5000);
  const phone = photographed(part(all, 5000, 7000), 5);
  const made = joined(clean, photographed(clean, 9));
  const madeTrainDev = joined(trainDev, photographed(trainDev, 10));
  const experiments: Experiment[] = [
    {
      name: "784-8-10",
      data: clean,
      trainDev,
      hidden: 8,
      epochs: 5,
      published: { train: 0.13, trainDev: 0.16, dev: 0.516, test: 0.464 },
    },
    {
      name: "784-64-10",
      data: clean,
      trainDev,
      hidden: 64,
      epochs: 15,
      published: { train: 0.029, trainDev: 0.075, dev: 0.322, test: 0.296 },
    },
    {
      name: "784-64-10, L2",
      data: clean,
      trainDev,
      hidden: 64,
      epochs: 15,
      decay: 0.003,
      published: { train: 0.038, trainDev: 0.081, dev: 0.312, test: 0.28 },
    },
    {
      name: "784-64-10, made photographs",
      data: made,
      trainDev: madeTrainDev,
      hidden: 64,
      epochs: 10,
      published: { train: 0.059, trainDev: 0.086, dev: 0.098, test: 0.104 },
    },
  ];
  const [dev, test] = [part(phone, 0, 500), part(phone, 500, 1000)];
  const withReal = joined(clean, part(phone, 1000, 2000));
  const mean = np.mean(withReal.X, 1, true);
  const centred = ({ X: images, Y: labels }: Digits): Digits => ({ X: np.subtract(images, mean), Y: labels });
  const real: Experiment = {
    name: "784-64-10, real photographs, centred, α 0.05",
    data: centred(withReal),
    trainDev: centred(trainDev),
    hidden: 64,
    epochs: 15,
    rate: 0.05,
    published: { train: 0.052, trainDev: 0.078, dev: 0.118, test: 0.118 },
  };
  return [
    ...experiments.flatMap((experiment) => rowsOf(experiment, dev, test)),
    ...rowsOf(real, centred(dev), centred(test)),
    ...sums(all, { X: XTest, Y: YTest }),
  ];
};

function rowsOf(experiment: Experiment, dev: Digits, test: Digits): Row[] {
  const { name: model, data, trainDev, published } = experiment;
  const read = fitted(data.X, oneHot(data.Y, 10), experiment);
  const errorOn = ({ X, Y }: Digits) => solution.weightedError(read(X), Y, np.onesLike(Y));
  return [
    { model, figure: "training error", published: published.train, own: errorOn(data) },
    { model, figure: "train-dev error", published: published.trainDev, own: errorOn(trainDev) },
    { model, figure: "dev error", published: published.dev, own: errorOn(dev) },
    { model, figure: "test error", published: published.test, own: errorOn(test) },
  ];
}

/** The sum of two digits: by one network, and by reading each and adding. */
function sums(all: Digits, test: Digits): Row[] {
  const published = [
    { m: 250, endToEnd: 0.103, readThenAdd: 0.625 },
    { m: 1000, endToEnd: 0.174, readThenAdd: 0.771 },
    { m: 3000, endToEnd: 0.363, readThenAdd: 0.832 },
  ];
  return published.flatMap(({ m, endToEnd, readThenAdd }) => {
    const digits = part(all, 0, m);
    const asked = pairs(test, 1000, 7);
    const given = pairs(digits, m, 8);
    const addUp = fitted(given.X, oneHot(given.sum, 19), { hidden: 64, epochs: 15 });
    const read = fitted(digits.X, oneHot(digits.Y, 10), { hidden: 64, epochs: 15 });
    const added = np.add(read(asked.X.slice(":784")), read(asked.X.slice("784:")));
    const share = (sum: NDArray) => np.mean(np.equal(sum, asked.sum));
    const model = `sum of two digits, ${m} examples`;
    return [
      { model, figure: "end to end, accuracy", published: endToEnd, own: share(addUp(asked.X)) },
      { model, figure: "read then add, accuracy", published: readThenAdd, own: share(added) },
    ];
  });
}

/** A trained network: gives the label of each column, shape (1, m). */
function fitted(X: NDArray, Y: NDArray, how: Pick<Experiment, "hidden" | "epochs" | "decay" | "rate">) {
  const { hidden, epochs, decay, rate = 0.1 } = how;
  const random = new RandomState(3);
  const start = startNetwork([X.shape[0], hidden, Y.shape[0]], he, false, random);
  const { network } = train(start, X, Y, { output: softmax, rate, epochs, size: 64, decay, random });
  return (images: NDArray): NDArray => np.argmax(outputsOf(images, network, softmax), 0).reshape(1, -1);
}

function pairs({ X, Y }: Digits, m: number, seed: number) {
  const random = new RandomState(seed);
  const [left, right] = [random.randint(0, X.shape[1], [m]), random.randint(0, X.shape[1], [m])];
  return {
    X: np.vstack([np.take(X, left, 1), np.take(X, right, 1)]),
    sum: np.add(np.take(Y, left, 1), np.take(Y, right, 1)),
  };
}

function part({ X, Y }: Digits, from: number, to: number): Digits {
  return { X: X.slice(":", `${from}:${to}`).copy(), Y: Y.slice(":", `${from}:${to}`).copy() };
}

function photographed({ X, Y }: Digits, seed: number): Digits {
  return { X: phoneDigits(X, { random: new RandomState(seed) }).X, Y };
}

function joined(a: Digits, b: Digits): Digits {
  return { X: np.hstack([a.X, b.X]), Y: np.hstack([a.Y, b.Y]) };
}
