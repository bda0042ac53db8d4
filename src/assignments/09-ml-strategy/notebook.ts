// The lesson of assignment 9 in percent format: `nablab build` makes the notebook from it.
// biome-ignore-all lint/correctness/noUnusedImports: NotImplemented is for the starters.
// biome-ignore-all lint/correctness/noUnusedVariables: what one cell declares, the learner may use in the next.

// %% [markdown]
// # What to do next: metrics, splits, errors
//
// You can build a network, train it, and speed it up. It gets 68 % right, and you need 95 %. What now? More data? A
// larger network? Another optimizer? Better photographs? Each of these is a week of work, some of them will change
// nothing, and those who choose well are done long before those who try them all. This assignment is about choosing.
//
// You will go round one loop, *idea, code, experiment*, many times, and after each experiment let numbers say what to
// do next. The functions are short; the decisions are yours. `check` below each function tells you whether it is right,
// and if not, why.
//
// - **You need** assignments 1 to 6, above all bias and variance from 4. The networks end in softmax, as in 6 and 7.
// - **Afterwards you can** choose one number to aim at, split data so that the number can be trusted, say whether bias,
//   variance or mismatched data is what hurts, estimate what an idea can bring before you build it, and judge whether
//   transfer, multi-task or end-to-end learning suits a problem.
// - **It takes** about three hours. All training is live: a cell takes ten seconds at most, and all of them together
//   about half a minute.

// %%
import {
  check,
  loadMnist,
  type NDArray,
  NotImplemented,
  np,
  phoneDigits,
  plot,
  progress,
  RandomState,
  ready,
  timeit,
  useAssignment,
} from "nablab";

useAssignment("ml-strategy");

// %% [markdown]
// Some functions return several things; these are the names of their types.

// %% [folded]
// What is measured of a model, by name: { accuracy: 0.95, runningTime: 80 }.
type Metrics = Record<string, number>;

// The numbers of the examples in each set, ascending.
interface Split {
  train: NDArray;
  dev: NDArray;
  test: NDArray;
}

interface MismatchSplit extends Split {
  trainDev: NDArray;
}

// Errors from 0 to 1: of several people, and of one model on four sets.
interface Errors {
  human: number[];
  train: number;
  trainDev: number;
  dev: number;
  test: number;
}

type Gap = "avoidableBias" | "variance" | "dataMismatch" | "devOverfitting";

// %% [markdown]
// ## The job
//
// An app is to read digits that people photograph with their phones. There are plenty of clean scans to learn from, and
// only few photographs. The photographs are what matters: nobody will ever show the app a scan.
//
// As in assignments 1 to 5, examples stand in columns: $X$ has shape $(784, m)$, labels have shape $(1, m)$.
// `phoneDigits` makes a photograph of a clean digit: it leans to one side, is out of focus and paler, on paper that is
// not quite black, with some noise.

// %%
interface Digits {
  // Shape (784, m).
  X: NDArray;
  // Shape (1, m), the digits themselves.
  Y: NDArray;
}

// The examples from one column to another.
function columns({ X, Y }: Digits, from: number, to: number): Digits {
  const range = `${from}:${to}`;
  return { X: X.slice(":", range).copy(), Y: Y.slice(":", range).copy() };
}

const mnist = loadMnist({ train: 7000, test: 1600 });
const scans: Digits = { X: mnist.XTrain, Y: mnist.YTrain };

// 4000 scans to learn from, and 1000 more that nothing is trained on.
const clean = columns(scans, 0, 4000);
const cleanTrainDev = columns(scans, 4000, 5000);

// The other 2000 are photographed: for dev, for test, and some to spare.
const before = columns(scans, 5000, 7000);
const photographed = phoneDigits(before.X, { random: new RandomState(5) });
const photos: Digits = { X: photographed.X, Y: before.Y };
const phoneDev = columns(photos, 0, 500);
const phoneTest = columns(photos, 500, 1000);
const phoneMore = columns(photos, 1000, 2000);

const imageOf = (X: NDArray, i: number): NDArray => X.slice(":", i).reshape(28, 28);
const ten = Array.from({ length: 10 }, (_, i) => i);
plot.image(
  [...ten.map((i) => imageOf(before.X, i)), ...ten.map((i) => imageOf(photos.X, i))],
  {
    title: "Ten scans, and the same digits photographed",
    columns: 10,
    size: 60,
    alt: "Ten handwritten digits; below each the same one leaning, blurred, on grey",
  },
);

// %% [markdown]
// The networks are those of assignment 3 with softmax at the end, trained with mini-batches of 64. You have written all
// of it before, so it is given, and folded away: click the three dots to read it.

// %% [folded]
type Network = Record<string, NDArray>;

// He initialisation.
function startNetwork(layers: number[], seed = 3): Network {
  const random = new RandomState(seed);
  const network: Network = {};
  for (let l = 1; l < layers.length; l++) {
    const spread = Math.sqrt(2 / layers[l - 1]);
    network[`W${l}`] = np.multiply(random.randn(layers[l], layers[l - 1]), spread);
    network[`b${l}`] = np.zeros([layers[l], 1]);
  }
  return network;
}

// The activations A0 = X, A1, …, and last the scores Z of the output layer.
function forward(X: NDArray, network: Network): NDArray[] {
  const L = Object.keys(network).length / 2;
  const A = [X];
  for (let l = 1; l <= L; l++) {
    const Z = np.add(np.dot(network[`W${l}`], A[l - 1]), network[`b${l}`]);
    A.push(l < L ? np.maximum(Z, 0) : Z);
  }
  return A;
}

const scoresOf = (X: NDArray, network: Network): NDArray => forward(X, network).at(-1)!;

function softmax(Z: NDArray): NDArray {
  const powers = np.exp(np.subtract(Z, np.max(Z, 0, true)));
  return np.divide(powers, np.sum(powers, 0, true));
}

// One row for each class: 1 where the label is that class.
function oneHot(labels: NDArray, C: number): NDArray {
  return np.equal(labels, np.arange(C).reshape(C, 1));
}

interface Training {
  epochs: number;
  rate?: number;
  // Strength of the L2 regularization.
  lambda?: number;
  // dZ of the output layer, the gradient of the cost by its scores; softmax by default.
  outputGradient?: (Z: NDArray, Y: NDArray) => NDArray;
}

const softmaxGradient = (Z: NDArray, Y: NDArray): NDArray =>
  np.divide(np.subtract(softmax(Z), Y), Y.shape[1]);

// Gradient descent from a network that stays as it is; Y has a row for each output.
function train(X: NDArray, Y: NDArray, start: Network, training: Training): Network {
  const { epochs, rate = 0.1, lambda = 0 } = training;
  const { outputGradient = softmaxGradient } = training;
  const random = new RandomState(3);
  const L = Object.keys(start).length / 2;
  const m = X.shape[1];
  // Numbers of an example side by side in memory: copying a batch is much faster.
  const rows = X.T.copy();
  let network = start;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = random.permutation(m);
    for (let k = 0; k < m; k += 64) {
      const batch = order.slice(`${k}:${k + 64}`);
      const A = forward(np.take(rows, batch, 0).T, network);
      let dZ = outputGradient(A[L], np.take(Y, batch, 1));
      const next: Network = {};
      for (let l = L; l >= 1; l--) {
        const W = network[`W${l}`];
        const data = np.dot(dZ, A[l - 1].T);
        const dW = lambda === 0 ? data : np.add(data, np.multiply(lambda, W));
        const db = np.sum(dZ, 1, true);
        next[`W${l}`] = np.subtract(W, np.multiply(rate, dW));
        next[`b${l}`] = np.subtract(network[`b${l}`], np.multiply(rate, db));
        if (l > 1) dZ = np.multiply(np.dot(W.T, dZ), np.greater(A[l - 1], 0));
      }
      network = next;
    }
  }
  return network;
}

// Trains a network from scratch to tell the ten digits apart.
function trainDigits({ X, Y }: Digits, layers: number[], training: Training): Network {
  return train(X, oneHot(Y, layers.at(-1)!), startNetwork(layers), training);
}

// The class with the largest score, shape (1, m).
function says(X: NDArray, network: Network): NDArray {
  return np.argmax(scoresOf(X, network), 0).reshape(1, -1);
}

// The share of examples that the network gets wrong.
function errorOf({ X, Y }: Digits, network: Network): number {
  return np.mean(np.notEqual(says(X, network), Y));
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

// %% [markdown]
// Two networks, trained on scans: a small one, for a short time, and a larger one.

// %%
const small = trainDigits(clean, [784, 8, 10], { epochs: 5 });
const large = trainDigits(clean, [784, 64, 10], { epochs: 15 });
const bothSizes: [string, Network][] = [
  ["small", small],
  ["large", large],
];

for (const [name, network] of bothSizes) {
  const [onScans, onPhotos] = [cleanTrainDev, phoneDev].map((set) =>
    errorOf(set, network),
  );
  console.log(
    `${name}  wrong: ${percent(onScans)} of scans, ${percent(onPhotos)} of photographs`,
  );
}

// %% [markdown]
// On scans, the larger network is fine. On photographs, it gets a third wrong. That is where the story starts.
//
// ## 1. One number
//
// A third wrong: which third? The **confusion matrix** says it. Row $i$ are the examples that *are* of class $i$;
// column $j$ those that the model *says* are of class $j$; on the diagonal are the hits.
//
// ### Exercise 1: confusionMatrix

// %% [graded] confusionMatrix

// %%
check({ confusionMatrix });

// %% [markdown]
// **Before you run the next cell, guess:** photographs are greyer, blurred, and lean. Will the mistakes be spread over
// all pairs of digits, or is there a favourite?

// %%
if (ready("confusionMatrix")) {
  const confusion = confusionMatrix(says(phoneDev.X, large), phoneDev.Y, 10);
  plot.heatmap(confusion, {
    title: "500 photographs, the larger network",
    alt: "Confusion matrix. Bright: the diagonal, and all of the column of the 8",
    xLabel: "the network says",
    yLabel: "it is",
    height: 420,
  });
}

// %% [markdown]
// The column of the 8 is full. It seems that to a network which has only seen black paper, grey looks like ink all
// over, and that is an 8. (Part 7 will put this to the test.) So its answer "8" is worth little, although it finds
// nearly all the 8s. Two numbers say this, for each class:
//
// $$\text{precision} = \frac{\text{true positives}}{\text{all examples that it says are of the class}}
// \qquad
// \text{recall} = \frac{\text{true positives}}{\text{all examples that are of the class}}$$
//
// A model can have either at will: say "8" to everything, and recall is 1; say it only when you are certain, and
// precision is close to 1. To compare models you need **one number**, and it should be bad if either is bad. That is
// the *harmonic* mean, $F_1$:
//
// $$F_1 = \frac{2}{\frac1P + \frac1R} = \frac{2PR}{P + R}$$
//
// Over several classes, take the mean of their $F_1$: *macro* $F_1$. A rare class counts as much as a frequent one
// there, unlike in the accuracy.
//
// ### Exercise 2: precisionRecallF1
//
// A class that is never predicted has a precision of 0/0. Let 0/0 be 0: a model that never says "8" has earned nothing.

// %% [graded] precisionRecallF1

// %%
check({ precisionRecallF1 });

// %%
if (ready("confusionMatrix", "precisionRecallF1")) {
  for (const [name, network] of bothSizes) {
    const confusion = confusionMatrix(says(phoneDev.X, network), phoneDev.Y, 10);
    const { precision, recall, macroF1 } = precisionRecallF1(confusion);
    const accuracy = np.trace(confusion) / np.sum(confusion);
    console.log(
      `${name}  accuracy ${percent(accuracy)}, macro F1 ${macroF1.toFixed(3)}`,
    );
    if (network === large) {
      plot.bars(
        ten,
        [
          { y: precision, name: "precision" },
          { y: recall, name: "recall" },
        ],
        {
          title: "The larger network on photographs",
          xLabel: "digit",
          yLabel: "share",
        },
      );
    }
  }

  // A thousand examples, of which ten are positive, and a model that always says no.
  const rare = np.less(np.arange(1000), 10).reshape(1, -1);
  const lazy = confusionMatrix(np.zeros([1, 1000]), rare, 2);
  const accuracy = np.trace(lazy) / np.sum(lazy);
  const { f1 } = precisionRecallF1(lazy);
  console.log(`always "no": accuracy ${percent(accuracy)}, F1 of "yes" ${f1.at(1)}`);
}

// %% [markdown]
// The last line is why accuracy alone will not do where a class is rare: 99 % right, and worth nothing.
//
// Precision and recall can be traded against each other. Take one class, the 4, and call an image a 4 when its
// probability is above a *threshold*. A high threshold makes a careful detector, a low one an eager one. Each threshold
// is a point in the figure; the better model is the one whose curve is further up and to the right.

// %%
// Is it a 4? Yes where the probability is above the threshold; shape (1, m).
function isFour(X: NDArray, network: Network, threshold: number): NDArray {
  return np.greater(softmax(scoresOf(X, network)).slice("4:5"), threshold);
}

const fours = np.equal(phoneDev.Y, 4);

if (ready("confusionMatrix", "precisionRecallF1")) {
  const thresholds = [0.01, 0.02, 0.05, ...np.linspace(0.1, 0.9, 17).toTypedArray()];
  const curve = (network: Network, name: string) => {
    const points = thresholds.map((threshold) => {
      const detected = isFour(phoneDev.X, network, threshold);
      const scores = precisionRecallF1(confusionMatrix(detected, fours, 2));
      return { precision: scores.precision.at(1), recall: scores.recall.at(1) };
    });
    return { x: points.map((p) => p.recall), y: points.map((p) => p.precision), name };
  };
  plot.line(
    bothSizes.map(([name, network]) => curve(network, name)),
    {
      title: "Detecting 4s in photographs: thresholds from 0.9 (left) to 0.01",
      xLabel: "recall",
      yLabel: "precision",
    },
  );
}

// %% [markdown]
// ## 2. Good enough, and best
//
// The app has to answer at once, on an old phone. You could mix both wishes into one number, such as accuracy minus
// time over 1000. But how many points of accuracy is a millisecond worth? Nobody knows, and the answer would change
// with the phone. Better: among the models that are *fast enough*, take the *most accurate*. Running time is then a
// **satisficing** metric, which has a limit to keep, and accuracy the **optimizing** one. Of $n$ metrics, let one be
// optimized and all others satisfice.
//
// ### Exercise 3: satisficingBest

// %% [graded] satisficingBest

// %%
check({ satisficingBest });

// %% [markdown]
// Six networks, trained on 2000 scans. Each is timed on a single image, as the app will use it.

// %%
interface Candidate {
  layers: number[];
  accuracy: number;
  // In microseconds.
  runningTime: number;
}

const sizes = [
  [784, 4, 10],
  [784, 16, 10],
  [784, 64, 10],
  [784, 256, 10],
  [784, 64, 64, 10],
  [784, 256, 64, 10],
];
const candidates: Candidate[] = [];
for (const layers of progress(sizes, "networks")) {
  const network = trainDigits(columns(clean, 0, 2000), layers, { epochs: 5 });
  const one = cleanTrainDev.X.slice(":", ":1").copy();
  const runningTime = 1000 * timeit(() => says(one, network), 51);
  candidates.push({
    layers,
    accuracy: 1 - errorOf(cleanTrainDev, network),
    runningTime,
  });
}

for (const { layers, accuracy, runningTime } of candidates) {
  console.log(
    `${layers.join("-").padEnd(16)} ${percent(accuracy)}  ${runningTime.toFixed(0)} µs`,
  );
}

// %%
if (ready("satisficingBest")) {
  const metrics = candidates.map(({ accuracy, runningTime }) => ({
    accuracy,
    runningTime,
  }));
  const slowest = Math.max(...metrics.map((each) => each.runningTime));
  for (const share of [0.05, 0.25, 0.5, 1]) {
    const best = satisficingBest(metrics, "accuracy", { runningTime: share * slowest });
    const name = best === -1 ? "none" : candidates[best].layers.join("-");
    console.log(`at most ${(share * slowest).toFixed(0).padStart(4)} µs: ${name}`);
  }

  // On the frontier, no other model is both faster and more accurate.
  const isOnFrontier = metrics.map(({ accuracy, runningTime }) =>
    Number(!metrics.some((m) => m.runningTime < runningTime && m.accuracy > accuracy)),
  );
  const points = np.array([
    metrics.map((each) => each.runningTime),
    metrics.map((each) => 100 * each.accuracy),
  ]);
  plot.scatter(points, isOnFrontier, {
    title: "Six networks: 1 is on the frontier, 0 is not",
    xLabel: "running time, µs",
    yLabel: "accuracy, %",
  });
}

// %% [markdown]
// Only the **frontier** is worth a discussion. Which of its models to take is decided by the limit, and the limit by
// people who know what the app is for. (Times differ from machine to machine; so may the frontier.)
//
// ## 3. A target that does not move
//
// Three sets, with three jobs: from the **training set** the network learns; on the **dev set** you compare ideas, a
// hundred times; on the **test set** you look once, at the end, for an honest figure. With a hundred examples, people
// took 60, 20 and 20 % for them. With a million, 98, 1 and 1 % will do: 10,000 are enough to tell two models apart.
//
// Every set must have its share of every class. With a rare class, pure chance may leave the dev set without any. So
// split each class by itself: a **stratified** split.
//
// ### Exercise 4: trainDevTestSplit
//
// `np.unique` lists the classes, `np.flatnonzero` the numbers of the examples that have one. Seed once, before the
// loop.

// %% [graded] trainDevTestSplit

// %%
check({ trainDevTestSplit });

// %% [markdown]
// Sixty examples, three of them of a rare class; a fifth goes to the dev set. **Guess first:** how often does a split
// that ignores the classes leave the dev set without a single rare one?

// %%
if (ready("trainDevTestSplit")) {
  const labels = np.greaterEqual(np.arange(60), 57).reshape(1, -1);
  // If all labels are the same, there are no classes to keep apart.
  const blind = np.zeros([1, 60]);
  const splits: [string, NDArray][] = [
    ["ignoring classes", blind],
    ["stratified", labels],
  ];
  for (const [name, split] of splits) {
    let without = 0;
    for (let seed = 1; seed <= 1000; seed++) {
      const { dev } = trainDevTestSplit(split, 0.2, 0.2, seed);
      if (np.max(dev) < 57) without += 1;
    }
    console.log(
      `${name.padEnd(17)} no rare example in dev: ${percent(without / 1000)}`,
    );
  }
}

// %% [markdown]
// ### Two sources
//
// Now the classes are fair, and a greater danger remains. We have 4500 scans and 500 photographs. Shuffle all, split,
// and nine tenths of the dev set are scans: it measures what nobody asked for. **Dev and test set are the target that
// the whole team shoots at. They must look like what the app will see**: photographs, all of them. (Whoever trains on
// customers from four regions of the world and tests on the other four has moved the target after shooting.)
//
// The training set may differ: what is left of the photographs joins the scans there. And from the training set a
// **train-dev** set is cut off: same distribution, but nothing is trained on it. You will see in part 6 what it is good
// for.
//
// ### Exercise 5: mismatchSplit

// %% [graded] mismatchSplit

// %%
check({ mismatchSplit });

// %% [markdown]
// Both ways with the same 5000 examples. Of each, only the dev error is known to those who train; 500 fresh photographs
// show what the app's users will get. **Guess first:** which split promises the lower error, and which keeps its
// promise?

// %%
const pool: Digits = {
  X: np.hstack([columns(scans, 0, 4500).X, columns(photos, 1000, 1500).X]),
  Y: np.hstack([columns(scans, 0, 4500).Y, columns(photos, 1000, 1500).Y]),
};
// 1 for the photographs, which come last.
const origin = np.greaterEqual(np.arange(5000), 4500).reshape(1, -1);

function chosen({ X, Y }: Digits, numbers: NDArray): Digits {
  return { X: np.take(X, numbers, 1), Y: np.take(Y, numbers, 1) };
}

if (ready("trainDevTestSplit", "mismatchSplit")) {
  const splits: [string, Split][] = [
    ["all mixed", trainDevTestSplit(pool.Y, 0.05, 0.05, 1)],
    ["photographs only", mismatchSplit(origin, 250, 0, 0.05, 1)],
  ];
  for (const [name, split] of progress(splits, "splits")) {
    const network = trainDigits(chosen(pool, split.train), [784, 64, 10], {
      epochs: 8,
    });
    const promised = errorOf(chosen(pool, split.dev), network);
    const fresh = errorOf(phoneTest, network);
    console.log(
      `${name.padEnd(17)} ${split.train.size} to learn from; ` +
        `dev error ${percent(promised)}, fresh photographs ${percent(fresh)}`,
    );
  }
}

// %% [markdown]
// The mixed split flatters: most of its dev set is scans, which are easy. Its error on photographs is twice what it
// promises. Nothing is wrong with that network, which had more photographs to learn from and is even a little better
// than the other; wrong is the number that you would steer by. The other promise is close to the truth. (Not exactly:
// with 250 photographs, an error of 17 % is uncertain by $\sqrt{0.17 \cdot 0.83 / 250}$, more than two points.)
//
// ## 4. When the number is wrong
//
// Two detectors of 4s, both from the larger network: a careful one with a threshold of 0.5, and an eager one with 0.1.
// The careful one makes fewer mistakes. Then somebody tells you that a 4 that goes unnoticed costs ten times as much as
// a false alarm. Now your metric prefers one model and your boss the other. **Then the metric is wrong: change it.**
// Give each example a weight $w^{(i)}$:
//
// $$\text{error} = \frac{1}{\text{?}} \sum_{i=1}^{m} w^{(i)} \cdot \bigl[\hat y^{(i)} \neq y^{(i)}\bigr]$$
//
// ### Exercise 6: weightedError
//
// What belongs in place of the question mark? The formula is not given, only what it has to do: the error of a model
// that is always right is 0, that of a model that is always wrong is 1.

// %% [graded] weightedError

// %%
check({ weightedError });

// %%
if (ready("weightedError")) {
  const even = np.ones(fours.shape);
  const tenfold = np.where(fours, 10, 1);
  const detectors: [string, number][] = [
    ["careful", 0.5],
    ["eager", 0.1],
  ];
  for (const [name, threshold] of detectors) {
    const detected = isFour(phoneDev.X, large, threshold);
    const [plain, priced] = [even, tenfold].map((w) =>
      weightedError(detected, fours, w),
    );
    console.log(
      `${name.padEnd(8)} error ${percent(plain)}, with prices ${percent(priced)}`,
    );
  }
}

// %% [markdown]
// The order of the two is reversed. Choosing the target and hitting it are two separate tasks: first say what you want,
// then worry about how to get it.
//
// ## 5. What is possible at all?
//
// A third of the photographs wrong sounds bad. Compared with what? No method whatsoever gets below the **Bayes error**:
// some photographs cannot be read. We do not know it, but for things that people are good at there is a fine estimate:
// people. Read these 30 yourself.

// %%
const forYou = columns(phoneMore, 500, 530);
plot.image(
  Array.from({ length: 30 }, (_, i) => imageOf(forYou.X, i)),
  {
    title: "Thirty photographs",
    columns: 10,
    size: 70,
    alt: "Thirty photographed digits in three rows, to be read by you",
  },
);

// %%
// Write down what you read, row by row: [3, 1, …].
const myAnswers: number[] = [];

// What careful readers get wrong: a guess, until you know better.
const human = [0.02];
if (myAnswers.length === 30) {
  const mine = np.mean(np.notEqual(np.array([myAnswers]), forYou.Y));
  human.unshift(mine);
  console.log(`you got ${percent(mine)} wrong; right would be ${forYou.Y}`);
} else {
  console.log(
    `${myAnswers.length} of 30 answers; human error is taken for ${percent(human[0])}`,
  );
}

// %% [markdown]
// (Do not trust 30 images too much. Somebody who gets 3 % wrong in the long run reads 30 of them without a mistake with
// a probability of $0.97^{30}$, 40 %.)
//
// Which human? Suppose that a tired one gets 5 % wrong, you 3 %, and a panel of three 1 %. As an estimate of the Bayes
// error only one of these figures is of use. You decide which, in the next exercise.
//
// Once a network is *better* than people, it gets hard to say how much better it could be, who should label the data,
// and what its mistakes have in common. On scans, networks got there long ago. Where people are good by nature, seeing,
// hearing, reading, they are a useful yardstick; where all depends on a thousand columns of numbers, such as lending or
// advertising, they never were.
//
// ## 6. Diagnosis
//
// Five errors form a staircase, each step with a cause of its own:
//
// | error | what is new on this step | so the step is called |
// |---|---|---|
// | the best that anybody can do | | Bayes error |
// | on the training set | what the network cannot even fit | **avoidable bias** |
// | on the train-dev set | examples that it has not learned from | **variance** |
// | on the dev set | another distribution | **data mismatch** |
// | on the test set | examples that you have not chosen models by | **overfitting to the dev set** |
//
// This is what the train-dev set is for. Without it, variance and mismatch are one step, and they need different cures.
//
// ### Exercise 7: diagnoseErrors
//
// No formula here either: decide which human counts, and which two errors each gap lies between.

// %% [graded] diagnoseErrors

// %%
check({ diagnoseErrors });

// %% [markdown]
// Each cause has knobs, and a good knob turns one thing only, like the knobs of an old television: one for the height
// of the picture, one for its width. That is called **orthogonalization**. (Early stopping is a bad knob: it changes
// bias and variance at the same time.)
//
// | the largest gap | what helps |
// |---|---|
// | avoidable bias | larger network, longer training, better optimizer, another architecture |
// | variance | more data, regularization, data augmentation |
// | data mismatch | training data more like the target: collect them, or make them; look at the differences |
// | overfitting to the dev set | a larger dev set |
//
// Now turn one knob at a time. **Before you run the cell, guess what each does to the error on photographs, now 32 %:**
// (a) a larger network, trained longer; (b) then L2 regularization; (c) instead of it, 4000 *made* photographs, scans
// that went through `phoneDigits`, in the training set; (d) instead of them, 1000 *real* ones.

// %% [folded]
interface Experiment {
  network: Network;
  // What it was trained on, and examples like them that it has not seen.
  train: Digits;
  trainDev: Digits;
}

interface Measured {
  name: string;
  train: number;
  trainDev: number;
  dev: number;
  test: number;
}

function joined(a: Digits, b: Digits): Digits {
  return { X: np.hstack([a.X, b.X]), Y: np.hstack([a.Y, b.Y]) };
}

// A set together with made photographs of its own scans.
function withMadePhotos(set: Digits, seed: number): Digits {
  const { X } = phoneDigits(set.X, { random: new RandomState(seed) });
  return joined(set, { X, Y: set.Y });
}

const made = withMadePhotos(clean, 9);
const withReal = joined(clean, phoneMore);
const layers = [784, 64, 10];

const knobs: [string, () => Experiment][] = [
  ["small", () => ({ network: small, train: clean, trainDev: cleanTrainDev })],
  ["larger", () => ({ network: large, train: clean, trainDev: cleanTrainDev })],
  [
    "with L2",
    () => ({
      network: trainDigits(clean, layers, { epochs: 15, lambda: 0.003 }),
      train: clean,
      trainDev: cleanTrainDev,
    }),
  ],
  [
    "made photos",
    () => ({
      network: trainDigits(made, layers, { epochs: 10 }),
      train: made,
      trainDev: withMadePhotos(cleanTrainDev, 10),
    }),
  ],
  [
    "real photos",
    () => ({
      network: trainDigits(withReal, layers, { epochs: 15 }),
      train: withReal,
      trainDev: cleanTrainDev,
    }),
  ],
];

const measured: Measured[] = [];
for (const [name, experiment] of progress(knobs, "trainings")) {
  const { network, train, trainDev } = experiment();
  measured.push({
    name,
    train: errorOf(train, network),
    trainDev: errorOf(trainDev, network),
    dev: errorOf(phoneDev, network),
    test: errorOf(phoneTest, network),
  });
}
for (const { name, ...errors } of measured) {
  const cells = Object.entries(errors).map(
    ([set, error]) => `${set} ${percent(error).padStart(6)}`,
  );
  console.log(`${name.padEnd(12)} ${cells.join("   ")}`);
}

// %%
if (ready("diagnoseErrors")) {
  const gaps = measured.map(({ name, ...errors }) => ({
    name,
    ...diagnoseErrors({ human, ...errors }),
  }));
  const inPercent = (values: number[]): number[] => values.map((value) => 100 * value);
  plot.bars(
    measured.map(({ name }) => name),
    [
      { name: "Bayes error", y: inPercent(measured.map(() => Math.min(...human))) },
      { name: "avoidable bias", y: inPercent(gaps.map((each) => each.avoidableBias)) },
      { name: "variance", y: inPercent(gaps.map((each) => each.variance)) },
      { name: "data mismatch", y: inPercent(gaps.map((each) => each.dataMismatch)) },
      {
        name: "dev overfitting",
        y: inPercent(gaps.map((each) => each.devOverfitting)),
      },
    ],
    {
      title: "What the test error is made of, one knob at a time",
      xLabel: "training",
      yLabel: "error, %",
      stacked: true,
      height: 420,
    },
  );
  for (const { name, largest } of gaps)
    console.log(`${name.padEnd(12)} largest gap: ${largest}`);
}

// %% [markdown]
// - The larger network removes nearly all of the bias. Photographs profit as well, but a third of them is still wrong.
// - L2 hardly moves anything. It is a knob for variance, and variance was not the problem. It would have cost a week.
// - Training data that look like the target bring the mismatch down from more than 20 points to less than 2 with 4000
//   made photographs, and to 5 with 1000 real ones. Then other gaps are as large, and another knob has its turn.
// - The gap from dev to test is below 0 for the first three, to be taken off the top. That is chance: these 500 test
//   photographs are a little easier. For a share of 30 % of 500, one standard deviation is
//   $\sqrt{0.3 \cdot 0.7 / 500}$, two points.
//
// A word of warning about made data. Ours are perfect, for the photographs are made in the very same way. Whoever mixes
// clean speech with *one hour* of street noise, again and again, gets a network that knows that one hour by heart. It
// will look fine on its own train-dev set. Only the dev set, of real recordings, can tell.
//
// ## 7. Error analysis: look at the mistakes
//
// Suppose nobody has told you how photographs differ. Then do what engineers find beneath them, and what helps more
// than any theory: **look at the mistakes**, one by one, and note in a table what is the matter with each. Forty are
// enough for an evening.

// %%
const devSays = says(phoneDev.X, large);
const mistakes = np.flatnonzero(np.notEqual(devSays, phoneDev.Y));
const fortyMistakes = [...mistakes.slice(":40").toTypedArray()];
plot.image(
  fortyMistakes.map((i) => imageOf(phoneDev.X, i)),
  {
    title: "Forty mistakes of the larger network",
    captions: fortyMistakes.map(
      (i) => `${phoneDev.Y.at(0, i)}, says ${devSays.at(0, i)}`,
    ),
    columns: 10,
    size: 64,
  },
);

// %% [markdown]
// What would you write into the table? Some lean. Some are pale. On many, the paper is grey. And everybody mixes up 4
// and 9 now and then. (Not blur: all of them are blurred. What everything has, tells nothing apart.)
//
// Two figures then say what each idea is worth. The **share** of the mistakes that have a tag; and the **ceiling**,
// what would be left of the error if all of those were put right. If 5 % of the mistakes are pale, then a week's work
// on pale digits brings an error of 10 % down to 9.5 %, at the very best.
//
// ### Exercise 8: errorAnalysisCeiling

// %% [graded] errorAnalysisCeiling

// %%
check({ errorAnalysisCeiling });

// %% [markdown]
// You would note the tags by hand. We are lazy: `phoneDigits` has told us what it did to each photograph. **Guess
// first:** which tag has the lowest ceiling, and is that the one to work on?

// %% [folded]
const tagNames = ["leaning", "pale", "grey paper", "4 and 9"];

// A row of tags for each example.
function tagsOf(examples: number[], said: NDArray): NDArray {
  const isFourOrNine = (digit: number): boolean => digit === 4 || digit === 9;
  return np.array(
    examples.map((i) => [
      Number(Math.abs(photographed.tilt.at(0, i)) > 0.2),
      Number(photographed.contrast.at(0, i) < 0.65),
      Number(photographed.background.at(0, i) > 0.1),
      Number(isFourOrNine(phoneDev.Y.at(0, i)) && isFourOrNine(said.at(0, i))),
    ]),
  );
}

const devError = errorOf(phoneDev, large);
const tags = tagsOf(fortyMistakes, devSays);

if (ready("errorAnalysisCeiling")) {
  const { share, errorIfFixed } = errorAnalysisCeiling(tags, devError);
  plot.bars(
    ["now", ...tagNames],
    [devError, ...errorIfFixed.toTypedArray()].map((e) => 100 * e),
    {
      title: "Ceilings: the dev error if all mistakes with a tag were gone",
      yLabel: "dev error, %",
    },
  );
  const everything = tagsOf([...np.arange(500).toTypedArray()], devSays);
  plot.bars(
    tagNames.slice(0, 3),
    [
      { name: "of 40 mistakes", y: share.slice(":3") },
      { name: "of all 500", y: np.mean(everything, 0).slice(":3") },
    ],
    {
      title: "How common is it among mistakes, and at all?",
      yLabel: "share with the tag",
    },
  );
}

// %% [markdown]
// Grey paper has the lowest ceiling by far, and the second figure hints that it is a *cause*: it is more common among
// the mistakes than among all photographs. Leaning digits have a low ceiling too. But they are nearly as common where
// the network is right! A ceiling says what an idea can bring at most, not what it will. And 4 and 9, the famous pair,
// are not among the forty at all: so much for what everybody knows.
//
// Now test it. Grey paper is easily removed: more than half of an image is paper, so subtract the median of its pixels.
// Leaning digits can be put upright here, because we know how much they lean. (In earnest you would have to estimate
// it: there are the weeks of work.)

// %%
// The paper becomes black again.
function withoutPaper({ X, Y }: Digits): Digits {
  const paper = np.sort(X, 0).slice("392:393");
  return { X: np.maximum(np.subtract(X, paper), 0), Y };
}

// The rows are moved back; `tilt` is what phoneDigits tells.
function upright({ X, Y }: Digits, tilt: NDArray): Digits {
  const straight = X.copy();
  for (let i = 0; i < Y.size; i++) {
    const image = imageOf(X, i);
    const back = Array.from({ length: 28 }, (_, h) =>
      np.roll(image.slice(h), -Math.round(tilt.at(0, i) * (h - 14))),
    );
    straight.slice(":", i).assign(np.concatenate(back));
  }
  return { X: straight, Y };
}

const devUpright = upright(phoneDev, photographed.tilt);
const blackPaper = withoutPaper(phoneDev);
console.log(`as they are:      ${percent(devError)}`);
console.log(`upright:          ${percent(errorOf(devUpright, large))}`);
console.log(`black paper:      ${percent(errorOf(blackPaper, large))}`);
console.log(`both:             ${percent(errorOf(withoutPaper(devUpright), large))}`);
console.log(`test, black paper ${percent(errorOf(withoutPaper(phoneTest), large))}`);

// %% [markdown]
// Two lines of code, found in an evening of looking, remove more than 60 % of all mistakes, without a single new
// example and without training. Putting digits upright brings next to nothing at first, though its ceiling looked good;
// once the paper is black, it does help. That is the loop: *tomorrow's mistakes are not today's*. Look again after
// every step.
//
// Build a first system quickly, in days, however poor. It shows you where to look.
//
// ## 8. Wrong labels
//
// Among the mistakes there are always some where the network is right, and the label is wrong. How bad is that? It
// depends on where, and on how. First the *training* set, with two annotators who both get 7 % of the labels wrong: a
// careless one, at random; and one with a rule, who takes most 4s for 9s. **Guess first:** which of them does more
// harm?

// %%
const wrongness = new RandomState(7);

// Sixty percent of the 4s become 9s, which is 6 to 7 % of all labels.
function byRule(Y: NDArray): NDArray {
  const confused = np.less(wrongness.uniform(0, 1, Y.shape), 0.6);
  return np.where(np.logicalAnd(np.equal(Y, 4), confused), 9, Y);
}

// Any digit in place of some, the right one included, so that 7 % are wrong.
function atRandom(Y: NDArray): NDArray {
  const careless = np.less(wrongness.uniform(0, 1, Y.shape), 0.07 / 0.9);
  return np.where(careless, wrongness.randint(0, 10, Y.shape), Y);
}

const judgedX = cleanTrainDev.X;
const trueLabels = cleanTrainDev.Y;
const annotatedLabels = byRule(trueLabels);
const systematic = "wrong by a rule";
const annotations: [string, NDArray][] = [
  ["right labels", clean.Y],
  ["wrong at random", atRandom(clean.Y)],
  [systematic, byRule(clean.Y)],
];
const taught: Record<string, Network> = {};
for (const [name, Y] of progress(annotations, "annotators")) {
  taught[name] = trainDigits({ X: clean.X, Y }, [784, 64, 10], { epochs: 8 });
  const wrong = percent(np.mean(np.notEqual(Y, clean.Y)));
  const error = percent(errorOf(cleanTrainDev, taught[name]));
  console.log(`${name.padEnd(16)} ${wrong.padStart(5)} of the labels, error ${error}`);
}

// %% [markdown]
// As many wrong labels, and three times the harm. Mistakes at random cancel out in part. A rule can be *learned*, and
// it was.
//
// Now the *dev* set. There, wrong labels hurt when they decide which of two models is called the better one. The usual
// way is to check the labels of the mistakes. But then only one side is checked: where the network *agrees* with a
// wrong label, it keeps its point.
//
// ### Exercise 9: cleanedErrors

// %% [graded] cleanedErrors

// %%
check({ cleanedErrors });

// %% [markdown]
// Two networks are compared on 1000 scans, whose labels are by the annotator with the rule. Network A has learned from
// 2000 scans with right labels, network B from 4000 scans with that annotator's. **Guess first:** which is better by
// these labels, after checking the labels of the mistakes, and in truth?

// %%
const judges = {
  A: trainDigits(columns(clean, 0, 2000), [784, 32, 10], { epochs: 8 }),
  B: taught[systematic],
};

if (ready("cleanedErrors")) {
  const errors = Object.values(judges).map((network) =>
    cleanedErrors(says(judgedX, network), annotatedLabels, trueLabels),
  );
  const stages = ["asLabelled", "mistakesCleaned", "allCleaned"] as const;
  plot.bars(
    ["as annotated", "mistakes checked", "all checked"],
    Object.keys(judges).map((name, i) => ({
      name: `network ${name}`,
      y: stages.map((stage) => 100 * errors[i][stage]),
    })),
    { title: "Which network is better?", yLabel: "error on 1000 scans, %" },
  );
  for (const stage of stages) {
    const [a, b] = errors.map((each) => percent(each[stage]));
    console.log(`${stage.padEnd(16)} A ${a}, B ${b}`);
  }
}

// %% [markdown]
// By the annotator's labels B wins by far: it has learned the annotator's mistakes. With the labels of the mistakes
// checked it still wins. Only when *all* labels are right does A come out ahead, as it should. So: check a sample of
// the hits as well; treat dev and test set alike, or they no longer have one distribution; and ask first, by exercise
// 8, what share of the mistakes the labels are to blame for.
//
// ## 9. Transfer
//
// Back to the photographs, and suppose that there are only a few of them with labels. Start from scratch, or from the
// network that has learned 4000 scans? **Guess first:** with how many photographs is it no longer worth while?

// %%
const counts = [20, 50, 100, 200, 500];
const [fromScratch, fromScans] = ["from scratch", "from scans"];
const accuracies: Record<string, number[]> = { [fromScratch]: [], [fromScans]: [] };
for (const count of progress(counts, "numbers of photographs")) {
  const few = columns(phoneMore, 0, count);
  const starts = {
    [fromScratch]: startNetwork([784, 64, 10], 11),
    [fromScans]: large,
  };
  for (const [name, start] of Object.entries(starts)) {
    const network = train(few.X, oneHot(few.Y, 10), start, { epochs: 40 });
    accuracies[name].push(100 * (1 - errorOf(phoneTest, network)));
  }
}
plot.line(
  [
    ...Object.entries(accuracies).map(([name, y]) => ({ x: counts, y, name })),
    {
      x: [counts[0], counts.at(-1)!],
      y: [1, 1].map((one) => 100 * (one - errorOf(phoneTest, large))),
      name: "scans only",
    },
  ],
  {
    title: "Reading photographs after learning from a few",
    xLabel: "photographs with labels",
    yLabel: "right on fresh ones, %",
  },
);
for (const [name, values] of Object.entries(accuracies)) {
  const cells = values.map((value) => `${value.toFixed(1)} %`.padStart(8));
  console.log(name.padEnd(13), cells.join(""));
}

// %% [markdown]
// With 50 photographs the head start is worth some twenty points; with 500 the lines are within five; with very many
// they would meet. And where there are too few, training further does not even keep what was there: with 20, better
// leave the network alone, or train its last layer only, as in assignment 6.
//
// Transfer from task A to task B makes sense if (1) both have the same kind of input, (2) there is far more data for A,
// and (3) what is learned low down for A, here strokes, is of use for B.
//
// ## 10. Several questions at once
//
// One image, several questions: is there a closed loop (0, 6, 8, 9)? a straight stroke (1, 4, 5, 7)? is the digit even?
// is it above 4? This is **multi-task learning**: a single network with a sigmoid for each question. A label is a
// vector of zeros and ones, of which any number may be 1; in softmax, exactly one is. A car that looks for pedestrians,
// other cars, stop signs and lights does the same.
//
// The cost sums the logistic losses of all questions, and averages over the examples:
//
// $$J = \frac1m \sum_{i=1}^{m} \; \sum_{t\,:\; y_t^{(i)} \text{ known}} \mathcal{L}\bigl(a_t^{(i)}, y_t^{(i)}\bigr)$$
//
// The small print below the second sum is practical: nobody has answered *all* questions for *all* images. A missing
// label is `NaN`, and it counts for nothing. `np.isnan` finds it (`NaN === NaN` is false), and `np.where` chooses what
// to put in its place.
//
// ### Exercise 10: multiTaskCost

// %% [graded] multiTaskCost

// %%
check({ multiTaskCost });

// %% [markdown]
// ### Exercise 11: multiTaskGradient
//
// The gradient by $Z$ of the cost, with the $1/m$ in it. What does a missing label teach the network? Nothing, so the
// gradient there is 0.

// %% [graded] multiTaskGradient

// %%
check({ multiTaskGradient });

// %% [markdown]
// Derivatives can be measured, as in assignment 4:

// %%
const sigmoid = (Z: NDArray): NDArray =>
  np.divide(1, np.add(1, np.exp(np.negative(Z))));

if (ready("multiTaskCost", "multiTaskGradient")) {
  const Z = new RandomState(1).randn(2, 3);
  const Y = np.array([
    [1, np.nan, 0],
    [np.nan, 0, 1],
  ]);
  const dZ = multiTaskGradient(sigmoid(Z), Y);
  const step = 1e-6;
  const slopes = np.zeros([2, 3]);
  for (let t = 0; t < 2; t++) {
    for (let i = 0; i < 3; i++) {
      const [up, down] = [step, -step].map((by) => {
        const moved = Z.copy();
        moved.set(t, i, moved.at(t, i) + by);
        return multiTaskCost(sigmoid(moved), Y);
      });
      slopes.set(t, i, (up - down) / (2 * step));
    }
  }
  console.log(`by formula\n${dZ}\nby measuring\n${slopes}`);
}

// %% [markdown]
// Now 1000 scans, with a third of the answers missing at random. Three ways: one network for all four questions; four
// networks of the same size, one for each; and one network that takes "missing" for "no". **Guess first.**

// %% [folded]
const questions = ["loop", "stroke", "even", "above 4"];

// The four answers for each digit, shape (4, m).
function answersTo(Y: NDArray): NDArray {
  const anyOf = (digits: number[]): NDArray =>
    np.max(np.vstack(digits.map((digit) => np.equal(Y, digit))), 0, true);
  return np.vstack([
    anyOf([0, 6, 8, 9]),
    anyOf([1, 4, 5, 7]),
    anyOf([0, 2, 4, 6, 8]),
    np.greater(Y, 4),
  ]);
}

if (ready("multiTaskGradient")) {
  const set = columns(clean, 0, 1000);
  const answers = answersTo(set.Y);
  const isMissing = np.less(new RandomState(12).uniform(0, 1, answers.shape), 1 / 3);
  const known = np.where(isMissing, np.nan, answers);
  const gradient = (Z: NDArray, Y: NDArray) => multiTaskGradient(sigmoid(Z), Y);
  const learn = (Y: NDArray): Network =>
    train(set.X, Y, startNetwork([784, 64, Y.shape[0]], 2), {
      epochs: 25,
      outputGradient: gradient,
    });

  const truth = answersTo(mnist.YTest);
  const right = (Z: NDArray, rows: string): number[] => {
    const hits = np.equal(np.greater(Z, 0), truth.slice(rows));
    return [...np.multiply(100, np.mean(hits, 1)).toTypedArray()];
  };
  const ways: [string, () => number[]][] = [
    ["one network", () => right(scoresOf(mnist.XTest, learn(known)), "0:4")],
    [
      "four networks",
      () =>
        [0, 1, 2, 3].flatMap((t) => {
          const rows = `${t}:${t + 1}`;
          return right(scoresOf(mnist.XTest, learn(known.slice(rows))), rows);
        }),
    ],
    [
      "missing means no",
      () => right(scoresOf(mnist.XTest, learn(np.where(isMissing, 0, answers))), "0:4"),
    ],
  ];
  const results: { name: string; y: number[] }[] = [];
  for (const [name, way] of progress(ways, "ways")) {
    const y = way();
    results.push({ name, y });
    console.log(`${name.padEnd(16)} ${np.mean(y).toFixed(1)} % right on average`);
  }
  plot.bars(questions, results, {
    title: "Four questions, a third of the answers missing",
    xLabel: "question",
    yLabel: "right on 1600 test scans, %",
  });
}

// %% [markdown]
// One network is a little better than four, and costs a quarter. What helps to find loops helps to find strokes: each
// question adds examples for the layer that they share. It makes sense if the tasks share what is learned low down, if
// each has about as much data as the others, and if the network is large enough for all. Mostly, only too small a
// network loses by it.
//
// ## 11. End to end?
//
// A last decision. Two digits side by side, and the task is to say their *sum*. The old way is a pipeline: cut, read
// the left one, read the right one, add. The **end-to-end** way is a single network, from 1568 pixels to the sum, 0 to
// 18: let the data speak, and build nothing by hand. Both learn from the same number of examples. **Guess first:** who
// wins?

// %%
// Pairs of digits below each other in a column, and their sums.
function pairs({ X, Y }: Digits, count: number, seed: number): Digits {
  const random = new RandomState(seed);
  const [left, right] = [0, 1].map(() => random.randint(0, Y.size, [count]));
  const sums = np.add(np.take(Y, left, 1), np.take(Y, right, 1));
  return { X: np.vstack([np.take(X, left, 1), np.take(X, right, 1)]), Y: sums };
}

const testPairs = pairs({ X: mnist.XTest, Y: mnist.YTest }, 1000, 7);
const leftHalf = testPairs.X.slice(":784");
const rightHalf = testPairs.X.slice("784:");
const numbersOfExamples = [250, 1000, 3000];
const [endToEnd, pipeline] = ["end to end", "read, then add"];
const rightSums: Record<string, number[]> = { [endToEnd]: [], [pipeline]: [] };
for (const count of progress(numbersOfExamples, "numbers of examples")) {
  const set = columns(clean, 0, count);
  const whole = trainDigits(pairs(set, count, 8), [1568, 64, 19], { epochs: 10 });
  const reader = trainDigits(set, [784, 64, 10], { epochs: 10 });
  const added = np.add(says(leftHalf, reader), says(rightHalf, reader));
  rightSums[endToEnd].push(100 * (1 - errorOf(testPairs, whole)));
  rightSums[pipeline].push(100 * np.mean(np.equal(added, testPairs.Y)));
}
plot.line(
  Object.entries(rightSums).map(([name, y]) => ({ x: numbersOfExamples, y, name })),
  { title: "The sum of two digits", xLabel: "examples", yLabel: "right sums, %" },
);
for (const [name, values] of Object.entries(rightSums)) {
  const cells = values.map((value) => `${value.toFixed(1)} %`.padStart(8));
  console.log(name.padEnd(15), cells.join(""));
}

// %% [markdown]
// The pipeline wins everywhere, by far. It *knows* something: that there are two digits, and what a sum is. The other
// network must find out from examples that 3 and 5 give what 4 and 4 give. With enough examples it might (at the end
// its line is the steeper one), but enough may mean millions. End to end pays if there is very much data *for the whole
// way*, from input to output; otherwise cut the task where each part is simple and has data of its own. Reading X-rays
// of hands to tell a child's age, you measure the bones first. Translating, where there are hundreds of millions of
// pairs of sentences, you do not look up words.
//
// ## Summary
//
// | question | tool |
// |---|---|
// | which model is better? | one number: $F_1$, or one optimizing metric and limits for the rest |
// | can I trust the number? | dev and test set look like the target; every class has its share |
// | does it measure what we want? | if not, change it: weights |
// | how good can it get? | the best human, as an estimate of the Bayes error |
// | where does the error come from? | bias, variance, mismatch, dev overfitting: turn the knob of the largest |
// | is this idea worth a week? | look at 40 mistakes; share and ceiling; is it a cause? |
// | are the labels right? | check hits as well as mistakes, in dev and test alike |
// | too little data? | start from a related network; share one between tasks; cut the task in two |
//
// Something to try: `withoutPaper` together with made photographs; other prices in part 4; in part 8, an annotator who
// errs half as often; in part 9, freeze the first layer. Then go back to part 5, if you have not read the thirty
// photographs yet. What counts for your grade are the eleven functions.
//
// ## Read on
//
// - A. Ng, *Machine Learning Yearning*, 2018: fifty short chapters on exactly this.
// - C. J. van Rijsbergen, *Information Retrieval*, Butterworths 1979, chapter 7: where the F measure comes from.
// - R. Kohavi, "A study of cross-validation and bootstrap for accuracy estimation and model selection", *IJCAI* 1995:
//   stratified splits.
// - C. Elkan, "The foundations of cost-sensitive learning", *IJCAI* 2001: weights in the metric.
// - J. Quiñonero-Candela and others (editors), *Dataset Shift in Machine Learning*, MIT Press 2009: data mismatch.
// - C. Dwork and others, "The reusable holdout", *Science* 349 (2015): overfitting to the dev set.
// - C. Northcutt, A. Athalye and J. Mueller, "Pervasive label errors in test sets destabilize machine learning
//   benchmarks", *NeurIPS* 2021: wrong labels in the test sets of MNIST, ImageNet and others, and how they change which
//   model wins.
// - J. Yosinski and others, "How transferable are features in deep neural networks?", *NeurIPS* 2014.
// - R. Caruana, "Multitask learning", *Machine Learning* 28 (1997).
// - T. Glasmachers, "Limits of end-to-end learning", *ACML* 2017.
