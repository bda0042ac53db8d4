// The lesson of assignment 4 in percent format: `nablab build` makes the notebook from it.
// biome-ignore-all lint/correctness/noUnusedImports: NotImplemented is for the starters.
// biome-ignore-all lint/correctness/noUnusedVariables: what one cell declares, the learner may use in the next.

// %% [markdown]
// # Initialization, regularization and gradient checking
//
// A deep network can fail in three ways, and this notebook has a remedy for each:
//
// 1. **It does not learn at all**, because it started in a bad place. → *Initialization*
// 2. **It learns the training set by heart** and fails on new examples. → *Regularization*
// 3. **Its gradients are wrong**, and it still learns, a little. You may never notice. → *Gradient checking*
//
// You write eleven short functions. Below each one, `check` tells you at once whether it is right, and if not, why.
//
// - **You need** assignment 3: a network of any depth, forward and backward. It is given here.
// - **Afterwards you can** choose a start and normalize inputs, tell bias from variance and treat each, choose
//   $\lambda$ on a dev set, and check any backward pass by measuring it.
// - **It takes** two sittings of about two hours: part 1, and then parts 2 and 3. The cells that train take from three
//   to twenty seconds each; the text says which.

// %%
import {
  check,
  loadMnist,
  makeCircles,
  type NDArray,
  NotImplemented,
  np,
  overfittingSet,
  plot,
  progress,
  RandomState,
  ready,
  useAssignment,
} from "nablab";

useAssignment("initialization-regularization-gradient-checking");

// %% [markdown]
// ## The network
//
// All experiments use the network of assignment 3: LINEAR → RELU in the hidden layers, LINEAR → SIGMOID at the end. You
// have written it once already, so here it is given, for any number of layers. Read it through: nothing in it is new.

// %%
type NetworkParameters = Record<`W${number}` | `b${number}`, NDArray>;

function sigmoid(Z: NDArray): NDArray {
  return np.divide(1, np.add(1, np.exp(np.negative(Z))));
}

function relu(Z: NDArray): NDArray {
  return np.maximum(Z, 0);
}

// A0 = X, A1, …, AL: what every layer passes on.
function activationsOf(X: NDArray, parameters: NetworkParameters): NDArray[] {
  const activations = [X];
  const last = Object.keys(parameters).length / 2;
  for (let l = 1; l <= last; l++) {
    const Z = np.add(
      np.dot(parameters[`W${l}`], activations[l - 1]),
      parameters[`b${l}`],
    );
    activations.push(l < last ? relu(Z) : sigmoid(Z));
  }
  return activations;
}

// %%
// dW1, db1, …, dWL, dbL.
function gradientsOf(
  Y: NDArray,
  activations: NDArray[],
  parameters: NetworkParameters,
): Record<string, NDArray> {
  const gradients: Record<string, NDArray> = {};
  let dZ = np.subtract(activations[activations.length - 1], Y);
  for (let l = activations.length - 1; l >= 1; l--) {
    gradients[`dW${l}`] = np.divide(np.dot(dZ, activations[l - 1].T), Y.size);
    gradients[`db${l}`] = np.mean(dZ, 1, true);
    dZ = np.multiply(
      np.dot(parameters[`W${l}`].T, dZ),
      np.greater(activations[l - 1], 0),
    );
  }
  return gradients;
}

// The cross-entropy: the average of -log of the probability that each example's true
// label gets.
function costOf(A: NDArray, Y: NDArray): number {
  return -np.mean(np.log(np.where(Y, A, np.subtract(1, A))));
}

const predict = (X: NDArray, parameters: NetworkParameters): NDArray =>
  activationsOf(X, parameters).slice(-1)[0];

const accuracy = (X: NDArray, Y: NDArray, parameters: NetworkParameters): number =>
  np.mean(np.equal(np.greater(predict(X, parameters), 0.5), Y));

// %% [markdown]
// Training is the same loop every time; only what happens in a **step** changes: which cost, which gradients. So the
// step is an argument.

// %% [folded]
type Step = (
  parameters: NetworkParameters,
  i: number,
) => { cost: number; gradients: Record<string, NDArray> };

interface Training {
  parameters: NetworkParameters;
  /** The cost of every 100th iteration. */
  costs: number[];
}

function downhill(
  parameters: NetworkParameters,
  gradients: Record<string, NDArray>,
  learningRate: number,
): NetworkParameters {
  const next: NetworkParameters = {};
  for (const name of Object.keys(parameters) as (keyof NetworkParameters)[]) {
    const step = np.multiply(learningRate, gradients[`d${name}`]);
    next[name] = np.subtract(parameters[name], step);
  }
  return next;
}

function train(
  start: NetworkParameters,
  numIterations: number,
  learningRate: number,
  label: string,
  step: Step,
): Training {
  let parameters = start;
  const costs: number[] = [];
  for (const i of progress(numIterations, label)) {
    const { cost, gradients } = step(parameters, i);
    if (i % 100 === 0) costs.push(cost);
    parameters = downhill(parameters, gradients, learningRate);
  }
  return { parameters, costs };
}

const predictorOf =
  ({ parameters }: Training) =>
  (X: NDArray): NDArray =>
    predict(X, parameters);

// The usual step: no regularization.
const plainStep =
  (X: NDArray, Y: NDArray): Step =>
  (parameters) => {
    const activations = activationsOf(X, parameters);
    return {
      cost: costOf(activations[activations.length - 1], Y),
      gradients: gradientsOf(Y, activations, parameters),
    };
  };

// %% [markdown]
// # Part 1: Initialization
//
// Two noisy circles, one inside the other: 300 points to learn from and 100 to test on. A network with hidden layers of
// 10 and 5 units can separate them, **if it gets a decent start**. You will give it three: zeros, large random numbers,
// and numbers of the right size. Each trains for 15,000 steps, five to ten seconds.
//
// **Guess first,** for each of the three: what will the accuracy be? Write it down, and compare.

// %%
const circles = makeCircles(300, { noise: 0.05, random: new RandomState(1) });
const circlesTest = makeCircles(100, { noise: 0.05, random: new RandomState(2) });
const circlesDims = [2, 10, 5, 1];

plot.scatter(circles.X, circles.Y, {
  title: "Which circle?",
  xLabel: "x₁",
  yLabel: "x₂",
  height: 420,
});

// %%
function trainOnCircles(start: NetworkParameters, label: string): Training {
  const trained = train(start, 15_000, 0.01, label, plainStep(circles.X, circles.Y));
  trained.costs.forEach((cost, k) => {
    if (k % 30 === 0) console.log(`Cost after iteration ${100 * k}: ${cost}`);
  });
  const [training, test] = [circles, circlesTest].map(({ X, Y }) =>
    accuracy(X, Y, trained.parameters),
  );
  console.log(
    `Accuracy: ${(100 * training).toFixed(1)} % on the training set, ` +
      `${(100 * test).toFixed(1)} % on the test set`,
  );
  return trained;
}

// %% [markdown]
// ## All zeros
//
// A single neuron may start at zero; you did that in assignment 1. What about a network?
//
// ### Exercise 1: initializeParametersZeros
//
// `layersDims` lists the units of every layer, the input first. There is a $W^{[l]}$ and a $b^{[l]}$ for each layer
// after it:
//
// $$W^{[l]} \in \mathbb{R}^{n^{[l]} \times n^{[l-1]}}, \qquad b^{[l]} \in \mathbb{R}^{n^{[l]} \times 1}$$

// %% [graded] initializeParametersZeros

// %%
check({ initializeParametersZeros });

// %%
const zeros = ready("initializeParametersZeros")
  ? trainOnCircles(initializeParametersZeros(circlesDims), "from zeros")
  : null;

// %% [markdown]
// Nothing happens: the cost stays at $\log 2 = 0.693$, which is what you pay for saying "fifty-fifty" to everything.
// With zero weights every unit computes the same, every $A$ is 0, and so is every gradient that has an $A$ or a $W$ in
// it. Even from *equal* weights other than zero, all units of a layer would get the same gradient and stay equal for
// ever. The layer would be worth a single unit. Random weights **break the symmetry**. (Biases may be zero: the weights
// already make a difference.)

// %% [markdown]
// ## Large random numbers
//
// So draw them at random. How large? Let us overdo it.
//
// ### Exercise 2: initializeParametersRandom
//
// $W^{[l]}$ is `np.random.randn` of the right shape, times 10; $b^{[l]}$ is zero. The stream of random numbers is
// seeded in the first line, once, so that everybody gets the same ones: draw $W^{[1]}$ first, then $W^{[2]}$, and so
// on.

// %% [graded] initializeParametersRandom

// %%
check({ initializeParametersRandom });

// %%
const large = ready("initializeParametersRandom")
  ? trainOnCircles(initializeParametersRandom(circlesDims), "from large numbers")
  : null;

// %% [markdown]
// The cost starts at infinity: for some examples the sigmoid says 1.000… for the wrong label, and $\log 0 = -\infty$.
// It comes down, but learning spends its time on undoing the start, and the result is poor.

// %% [markdown]
// ## The right size
//
// A unit adds up $n$ inputs, so the variance of its $z = w_1 x_1 + \dots + w_n x_n$ is $n$ times that of one term. To
// keep the signal as strong behind the layer as before it, the weights need a variance of about $1/n$. ReLU zeroes half
// of its inputs, which a factor 2 makes up for. That is **He initialization**:
//
// $$\operatorname{Var}(w) = \frac{2}{n^{[l-1]}}, \qquad
// W^{[l]} = \text{randn}(n^{[l]}, n^{[l-1]}) \cdot \sqrt{\frac{2}{n^{[l-1]}}}$$
//
// For tanh the factor is **Xavier's**, $\sqrt{1 / n^{[l-1]}}$, or Glorot's,
// $\sqrt{2 / (n^{[l-1]} + n^{[l]})}$.
//
// ### Exercise 3: initializeParametersHe

// %% [graded] initializeParametersHe

// %%
check({ initializeParametersHe });

// %%
const he = ready("initializeParametersHe")
  ? trainOnCircles(initializeParametersHe(circlesDims), "from He's")
  : null;

// %% [markdown]
// Same network, same data, same number of steps. Only the start differs:

// %%
if (zeros && large && he) {
  plot.decisionBoundaries(
    [
      { title: "zeros", predict: predictorOf(zeros) },
      { title: "large random numbers", predict: predictorOf(large) },
      { title: "He", predict: predictorOf(he) },
    ],
    circles.X,
    circles.Y,
    { title: "Three starts, 15,000 steps each", size: 280 },
  );
  plot.line(
    [
      { y: zeros.costs, name: "zeros" },
      { y: large.costs.map((cost) => Math.min(cost, 1)), name: "large, cut off at 1" },
      { y: he.costs, name: "He" },
    ],
    {
      title: "Cost while learning",
      xLabel: "hundreds of iterations",
      yLabel: "cost",
      height: 320,
    },
  );
}

// %% [markdown]
// ## Vanishing and exploding signals
//
// In a deep network the size of the weights decides everything, because every layer multiplies. Here are 50 layers of
// 100 units, with random inputs and weights of three sizes. Follow the signal forward, and its gradient backward.

// %% [folded]
function signalThrough(
  layers: number,
  factor: number,
): { forward: number[]; backward: number[] } {
  const random = new RandomState(1);
  const weights = Array.from({ length: layers }, () =>
    np.multiply(random.randn(100, 100), factor * Math.sqrt(2 / 100)),
  );
  const activations = [random.randn(100, 50)];
  for (const W of weights)
    activations.push(relu(np.dot(W, activations[activations.length - 1])));
  const forward = activations.map((A) => np.std(A));
  const backward: number[] = [];
  let dA = random.randn(100, 50);
  for (let l = layers; l >= 1; l--) {
    dA = np.dot(weights[l - 1].T, np.multiply(dA, np.greater(activations[l], 0)));
    backward.unshift(np.std(dA));
  }
  return { forward, backward };
}

const sizes = [
  { name: "half of He's", ...signalThrough(50, 0.5) },
  { name: "He's", ...signalThrough(50, 1) },
  { name: "twice He's", ...signalThrough(50, 2) },
];

plot.line(
  sizes.map(({ name, forward }) => ({ name, y: forward })),
  {
    title: "Forward: how large are the activations?",
    xLabel: "layer",
    yLabel: "standard deviation",
    logY: true,
  },
);
plot.line(
  sizes.map(({ name, backward }) => ({ name, y: backward })),
  {
    title: "Backward: how large are the gradients?",
    xLabel: "layer",
    yLabel: "standard deviation",
    logY: true,
  },
);

// %% [markdown]
// Note the logarithmic axes. With half of He's weights the signal is $2^{50} \approx 10^{15}$ times too small after 50
// layers, and the first layers get next to no gradient: it **vanishes**. With twice He's weights it **explodes**. Only
// the size in between lets a deep network learn.

// %% [markdown]
// ## Normalizing the inputs
//
// What holds for hidden layers holds for the input as well: if one feature runs from 0 to 1 and another from 0 to
// 10,000, the cost is a long and narrow valley. A learning rate that suits the steep direction is far too small for the
// flat one. So give every feature mean 0 and variance 1:
//
// $$\mu = \frac{1}{m} \sum_{i=1}^m x^{(i)}, \qquad \sigma^2 = \frac{1}{m} \sum_{i=1}^m \bigl(x^{(i)} - \mu\bigr)^2, \qquad
// x \leftarrow \frac{x - \mu}{\sigma}$$
//
// Two things go wrong here again and again. The division is by $\sigma$, **not by $\sigma^2$**. And the test set is
// normalized with the $\mu$ and $\sigma$ **of the training set**: the network must see the same point as the same
// numbers.
//
// ### Exercise 4: normalizeInputs

// %% [graded] normalizeInputs

// %%
check({ normalizeInputs });

// %% [markdown]
// The circles again, but $x_1$ is measured in other units, and $x_2$ from another origin. Here they are in three
// stages: as they come, after subtracting $\mu$, and after dividing by $\sigma$.

// %%
const stretched = ({ X }: { X: NDArray }): NDArray =>
  np.add(np.multiply(X, [[20], [1]]), [[0], [5]]);
const [raw, rawTest] = [stretched(circles), stretched(circlesTest)];

if (ready("normalizeInputs")) {
  const centred = np.subtract(raw, np.mean(raw, 1, true));
  const normalized = normalizeInputs(raw, rawTest).XTrain;
  const stage = np.repeat(np.array([[0, 1, 2]]), 300, 1);
  plot.scatter(np.hstack([raw, centred, normalized]), stage, {
    title: "Labels: 0 as they come, 1 mean subtracted, 2 divided by σ",
    xLabel: "x₁",
    yLabel: "x₂",
    alt:
      "Three clouds. As they come, the points are 20 times as wide as high and lie " +
      "around height 5; centred, they are as wide and lie around 0; divided by σ, " +
      "they are as wide as high.",
  });
}

// %% [markdown]
// What does that do to the cost? Take the simplest one there is, $J(w) = \frac{1}{2m} \sum (w^T x)^2$, with two
// weights. Its lines of equal cost are ellipses, and they can be computed: with $H = \frac1m X X^T = L L^T$ they are
// the points $w = L^{-T} u$ for all $u$ on a circle. Below them are six steps of gradient descent, with the rate that
// suits the *steepest* direction best. **Guess first:** where are they after six steps, with raw and with normalized
// inputs?

// %% [folded]
// Lines of equal cost ½ wᵀHw, and six steps of gradient descent on it.
function costOfTwoWeights(X: NDArray, title: string): void {
  const H = np.divide(np.dot(X, X.T), X.shape[1]);
  const [a, b, c] = [H.at(0, 0), H.at(0, 1), H.at(1, 1)];
  // Cholesky: H = L Lᵀ with L = [[p, 0], [q, r]].
  const p = Math.sqrt(a);
  const q = b / p;
  const r = Math.sqrt(c - q * q);
  const angles = [...np.linspace(0, 2 * np.pi, 73).toTypedArray()];
  // The outermost line reaches as far as w = 1.
  const unit = 1 / Math.max(1 / r, Math.hypot(r, q) / (p * r));
  const x: number[] = [];
  const y: number[] = [];
  for (const radius of [0.25, 0.5, 0.75, 1]) {
    for (const angle of angles) {
      const second = (unit * radius * Math.sin(angle)) / r;
      y.push(second);
      x.push((unit * radius * Math.cos(angle) - q * second) / p);
    }
    x.push(np.nan);
    y.push(np.nan);
  }
  const steepest = (a + c) / 2 + Math.hypot((a - c) / 2, b);
  let w: NDArray = np.array([[0.2], [0.8]]);
  const path = { x: [0.2], y: [0.8], name: "gradient descent" };
  for (let step = 0; step < 6; step++) {
    w = np.subtract(w, np.divide(np.dot(H, w), steepest));
    path.x.push(w.at(0, 0));
    path.y.push(w.at(1, 0));
  }
  plot.line([{ x, y, name: "equal cost" }, path], {
    title,
    xLabel: "w₁",
    yLabel: "w₂",
    height: 340,
    equalAxes: true,
  });
}

// %%
if (ready("normalizeInputs")) {
  costOfTwoWeights(raw, "Raw inputs: a narrow valley");
  costOfTwoWeights(normalizeInputs(raw, rawTest).XTrain, "Normalized: a bowl");
}

// %% [markdown]
// In the valley, the first step reaches the floor, and then they creep along it: what suits the steep direction is
// seven times too small for the other. In the bowl every direction is alike, and the first step leads straight to the
// middle.
//
// And the network? The final cost after 3000 steps, for five learning rates, with raw and with normalized inputs; about
// twenty seconds. **Guess first:** is there *one* rate that suits both?

// %%
if (ready("normalizeInputs", "initializeParametersHe")) {
  const normalized = normalizeInputs(raw, rawTest).XTrain;
  const finalCost = (X: NDArray, rate: number): number => {
    const step = plainStep(X, circles.Y);
    let parameters = initializeParametersHe(circlesDims);
    let last = 0;
    for (let i = 0; i < 3000; i++) {
      const { cost, gradients } = step(parameters, i);
      parameters = downhill(parameters, gradients, rate);
      last = cost;
    }
    return last;
  };
  const rates = [0.01, 0.03, 0.1, 0.3, 1];
  const costs: [raw: number[], normalized: number[]] = [[], []];
  for (const rate of progress(rates, "learning rates")) {
    costs[0].push(finalCost(raw, rate));
    costs[1].push(finalCost(normalized, rate));
    const [ofRaw, ofNormalized] = costs.map((list) => list[list.length - 1].toFixed(3));
    console.log(`α = ${rate}: raw ${ofRaw}, normalized ${ofNormalized}`);
  }
  plot.line(
    [
      { x: rates, y: costs[0], name: "raw inputs" },
      { x: rates, y: costs[1], name: "normalized inputs" },
    ],
    {
      title: "Cost after 3000 steps",
      xLabel: "learning rate α",
      yLabel: "cost",
      logX: true,
      height: 320,
    },
  );
}

// %% [markdown]
// With raw inputs no rate gets anywhere: the best of the five, 0.03, comes down to 0.577, and from 0.3 on every point
// ends up at $\log 2$. Normalized, the cost is 0.143 at the same rate and 0.018 at ten times that. So normalizing does
// two things: it lets you take larger steps, and each of them leads to where you want to go. (At $\alpha = 1$ even the
// bowl is too steep.)

// %% [markdown]
// # Part 2: Regularization
//
// ## Training set, dev set, test set
//
// A model is judged by examples it has **not** learned from. Split the data before you start:
//
// | set | what for | with 10,000 examples | with 1,000,000 examples |
// |---|---|---|---|
// | training | learn the parameters | 60 % | 98 % |
// | dev | compare models and choose hyper-parameters | 20 % | 1 % |
// | test | one honest figure, at the very end | 20 % | 1 % |
//
// With little data, 60 : 20 : 20 is usual, or **7 : 3** where there is no dev set. The dev and test sets need enough
// examples to tell two models apart, and no more. They must come from the **same distribution**; assignment 9 shows
// what happens when they do not. People often say "test set" for what is a dev set; with only two sets, as below, the
// second one is both.
//
// ## Bias and variance
//
// Compare the errors with each other, and with the best that anyone could reach (here 0 %):
//
// | training error | dev error | diagnosis | what helps |
// |---|---|---|---|
// | 15 % | 16 % | **high bias**: too simple, it does not even fit what it has seen | a larger network, training longer |
// | 1 % | 11 % | **high variance**: it has learned the examples by heart | more data, regularization |
// | 15 % | 30 % | both | first the bias, then the variance |
// | 0.5 % | 1 % | neither | done |
//
// That gives the **order of work**, one question after the other:
//
// ```text
//    ┌──────────────────────────────────────────────────────────────────────────────┐
//    ▼                                                                              │
// training error high? ── yes ─▶ a larger network · more steps · a better optimizer ┤
//    │ no                                                                           │
//    ▼                                                                              │
// dev error much higher? ─ yes ─▶ more data · regularization · a smaller network ───┘
//    │ no
//    ▼
// done: look once at the test set
// ```
//
// It does not pay to collect data while the training error is high, nor to enlarge a network that already knows its
// examples by heart. (With data of two kinds, one more question stands between these: assignment 9.)
//
// Below are 211 points to learn from and 200 to test on, in two classes on either side of a curve. Some points have
// strayed across it, and some carry the wrong label, as in real life, so **nobody can get them all right**.
//
// To try data of your own, for example the course's football pitch, put it in place of `points` and `pointsTest`: any
// `{ X, Y }` with X of shape (2, m) and Y of shape (1, m) will do.

// %%
const { train: points, test: pointsTest } = overfittingSet();

plot.scatter(points.X, points.Y, {
  title: "211 points, some of them wrong",
  xLabel: "x₁",
  yLabel: "x₂",
  height: 420,
});

// %% [folded]
// Xavier's initialization, so that this part does not need yours.
function xavier(layersDims: number[]): NetworkParameters {
  const random = new RandomState(3);
  const parameters: NetworkParameters = {};
  for (let l = 1; l < layersDims.length; l++) {
    parameters[`W${l}`] = np.divide(
      random.randn(layersDims[l], layersDims[l - 1]),
      Math.sqrt(layersDims[l - 1]),
    );
    parameters[`b${l}`] = np.zeros([layersDims[l], 1]);
  }
  return parameters;
}

function report(name: string, { parameters }: Training): void {
  const [training, test] = [points, pointsTest].map(
    ({ X, Y }) => `${(100 * accuracy(X, Y, parameters)).toFixed(1)} %`,
  );
  console.log(`${name}: ${training} on the training set, ${test} on the test set`);
}

const pointsDims = [2, 20, 3, 1];
const numIterations = 8000;
const learningRate = 0.3;

const simple = train(
  xavier([2, 1]),
  2000,
  learningRate,
  "one neuron",
  plainStep(points.X, points.Y),
);

// The cost on the test set as well, for later. Clipped, because one point that the
// network is sure of and wrong about would make it infinite.
const testCosts: number[] = [];
const unregularized = train(
  xavier(pointsDims),
  numIterations,
  learningRate,
  "2-20-3-1",
  (parameters, i) => {
    if (i % 100 === 0)
      testCosts.push(
        costOf(np.clip(predict(pointsTest.X, parameters), 0.001, 0.999), pointsTest.Y),
      );
    return plainStep(points.X, points.Y)(parameters, i);
  },
);

report("One neuron", simple);
report("No regularization", unregularized);

// %%
plot.decisionBoundaries(
  [
    { title: "one neuron: high bias", predict: predictorOf(simple) },
    { title: "2-20-3-1: high variance", predict: predictorOf(unregularized) },
  ],
  points.X,
  points.Y,
  { title: "Two ways of being wrong", columns: 2, size: 340 },
);

// %% [markdown]
// The neuron draws a straight line, whatever you show it. The network bends over backwards to please single points:
// islands and spikes around points that are merely wrong. Both are wrong about one new point in five, but for opposite
// reasons, and the training error tells which: the neuron is just as bad on the points it has seen, the network is far
// better there.

// %% [markdown]
// ## L2: keep the weights small
//
// A sharp bend needs large weights. So make large weights cost something:
//
// $$J = \underbrace{-\frac{1}{m} \sum_{i=1}^{m} \Bigl(y^{(i)} \log a^{[3](i)} + (1 - y^{(i)}) \log\bigl(1 - a^{[3](i)}\bigr)\Bigr)}_{\text{cross-entropy}}
// + \underbrace{\frac{\lambda}{2m} \sum_{l} \sum_{k, j} \bigl(W^{[l]}_{kj}\bigr)^2}_{\text{L2 penalty}}$$
//
// **Why do small weights prevent overfitting?** Think of tanh: where its input is small, it is nearly a straight line.
// With small weights $z = Wa + b$ stays small, so every unit works in that straight part, and layers of straight units
// are one straight neuron (assignment 2). The penalty thus pulls the whole network towards the *simplest* one, and lets
// it bend only where that makes the cost so much smaller that the bend is worth its price. With ReLU it is the same in
// another form: a kink between two slopes needs weights that differ much, and a large weight has to earn its keep.
//
// $\lambda$ is a hyper-parameter: the larger, the smoother. (In Python `lambda` is a reserved word, so the course
// writes `lambd`.) The biases are left alone: they are few, and shifting is not bending.
//
// ### Exercise 5: computeCostWithRegularization
//
// For three layers. `np.sum(np.square(W))` adds up the squares of a matrix.

// %% [graded] computeCostWithRegularization

// %%
check({ computeCostWithRegularization });

// %% [markdown]
// ### Exercise 6: backwardPropagationWithRegularization
//
// You have written this pass backward before, so it is given; fill in the three places where the penalty changes it.
//
// The penalty adds its derivative to each $dW^{[l]}$; the 2 of the square cancels the 2 in $\lambda / (2m)$:
//
// $$\frac{\partial}{\partial W} \frac{\lambda}{2m} W^2 = \frac{\lambda}{m} W, \qquad
// dW^{[l]} = \frac{1}{m}\, dZ^{[l]} A^{[l-1]T} + \frac{\lambda}{m} W^{[l]}$$
//
// In a step of gradient descent $W$ is therefore first multiplied by $1 - \alpha \lambda / m$, a little less than 1.
// Hence the other name of L2, **weight decay**.

// %%
type NetworkCache = Record<
  "Z1" | "A1" | "W1" | "b1" | "Z2" | "A2" | "W2" | "b2" | "Z3" | "A3" | "W3" | "b3",
  NDArray
>;

type NetworkGradients = Record<
  "dZ3" | "dW3" | "db3" | "dA2" | "dZ2" | "dW2" | "db2" | "dA1" | "dZ1" | "dW1" | "db1",
  NDArray
>;

// %% [graded] backwardPropagationWithRegularization

// %%
check({ backwardPropagationWithRegularization });

// %%
// The pass forward through three layers, as a cache.
function cacheOf(X: NDArray, parameters: NetworkParameters): NetworkCache {
  const { W1, b1, W2, b2, W3, b3 } = parameters;
  const Z1 = np.add(np.dot(W1, X), b1);
  const A1 = relu(Z1);
  const Z2 = np.add(np.dot(W2, A1), b2);
  const A2 = relu(Z2);
  const Z3 = np.add(np.dot(W3, A2), b3);
  return { Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3: sigmoid(Z3), W3, b3 };
}

function trainWithL2(lambd: number): Training {
  const { X, Y } = points;
  return train(
    xavier(pointsDims),
    numIterations,
    learningRate,
    `λ = ${lambd}`,
    (parameters) => {
      const cache = cacheOf(X, parameters);
      return {
        cost: computeCostWithRegularization(cache.A3, Y, parameters, lambd),
        gradients: backwardPropagationWithRegularization(X, Y, cache, lambd),
      };
    },
  );
}

const l2Ready = ready(
  "computeCostWithRegularization",
  "backwardPropagationWithRegularization",
);
const withL2 = l2Ready ? trainWithL2(0.7) : null;
if (withL2) {
  report("No regularization", unregularized);
  report("L2 with λ = 0.7  ", withL2);
}

// %% [markdown]
// ### Which λ? Ask the dev set
//
// $\lambda = 0.7$ was a guess. A hyper-parameter is chosen by trying: train once for each value, and compare on
// examples that were *not* used for training. Five more values of $\lambda$, about twenty seconds. **Guess first:** how
// do the two curves run as $\lambda$ grows, and where will the second one be highest?

// %%
if (withL2) {
  const guessed = withL2;
  const lambdas = [0.1, 0.3, 0.7, 1.5, 3, 10];
  const networks = lambdas.map((lambd) =>
    lambd === 0.7 ? guessed : trainWithL2(lambd),
  );
  const percentRight = ({ X, Y }: { X: NDArray; Y: NDArray }) =>
    networks.map(({ parameters }) => 100 * accuracy(X, Y, parameters));
  const [training, dev] = [percentRight(points), percentRight(pointsTest)];
  for (const [k, lambd] of lambdas.entries()) {
    console.log(
      `λ = ${String(lambd).padEnd(4)} training ${training[k].toFixed(1)} %   ` +
        `dev ${dev[k].toFixed(1)} %`,
    );
  }
  plot.line(
    [
      { x: lambdas, y: training, name: "211 points to learn from" },
      { x: lambdas, y: dev, name: "200 others" },
    ],
    {
      title: "Accuracy by the strength of the penalty",
      xLabel: "λ",
      yLabel: "% right",
      logX: true,
      height: 320,
    },
  );
}

// %% [markdown]
// The training accuracy falls from the start: from 91.0 % without a penalty to 83.4 % with $\lambda = 10$. The other
// one first *rises*, from 80.0 % to 88.5 % at $\lambda = 1.5$, and falls when the penalty is so strong that the network
// can no longer follow the data: from high variance to high bias in one picture. So 0.7 was not the best; anything from
// 1.5 to 3 is. (Of 200 points, half a percent is a single one, which is no difference to build on.)
//
// Mind what the 200 points have become. They have *chosen* $\lambda$, so they are a dev set now, and 88.5 % is a little
// too good to be true. For an honest figure you would need a third set that has had no say.

// %% [markdown]
// ## L1: throw weights away
//
// The **L1** penalty $\frac{\lambda}{m} \sum |W|$ has the derivative $\frac{\lambda}{m} \operatorname{sign}(W)$: it
// pulls just as hard on small weights as on large ones, all the way down to zero. L2 pulls less and less. So L1 makes
// most weights (nearly) zero, L2 makes all of them small. Here are the weights of the three networks, sorted by size:

// %% [folded]
function trainWithL1(lambd: number): Training {
  const { X, Y } = points;
  return train(
    xavier(pointsDims),
    numIterations,
    learningRate,
    `L1, λ = ${lambd}`,
    (parameters) => {
      const activations = activationsOf(X, parameters);
      const gradients = gradientsOf(Y, activations, parameters);
      let cost = costOf(activations[3], Y);
      for (const l of [1, 2, 3]) {
        const W = parameters[`W${l}`];
        cost += (lambd / Y.size) * np.sum(np.abs(W));
        gradients[`dW${l}`] = np.add(
          gradients[`dW${l}`],
          np.multiply(lambd / Y.size, np.sign(W)),
        );
      }
      return { cost, gradients };
    },
  );
}

function sortedWeights({ parameters }: Training): number[] {
  const weights = [1, 2, 3].flatMap((l) => [
    ...np.abs(parameters[`W${l}`]).toTypedArray(),
  ]);
  return weights.sort((a, b) => b - a);
}

if (withL2) {
  const withL1 = trainWithL1(0.7);
  report("L1 with λ = 0.7", withL1);
  plot.line(
    [
      { y: sortedWeights(unregularized), name: "no regularization" },
      { y: sortedWeights(withL2), name: "L2" },
      { y: sortedWeights(withL1), name: "L1" },
    ],
    {
      title: "All 103 weights by size",
      xLabel: "rank",
      yLabel: "|weight|",
      height: 320,
    },
  );
}

// %% [markdown]
// ## Dropout: never rely on one unit
//
// In each step, shut down some units of the hidden layers at random, and others in the next. No unit can count on any
// other to be there, so the knowledge has to be spread. In each hidden layer:
//
// $$D^{[l]} = \bigl[\text{rand} < p\bigr], \qquad A^{[l]} \leftarrow \frac{A^{[l]} * D^{[l]}}{p}, \qquad p = \text{keepProb}$$
//
// - The random numbers are **uniform** between 0 and 1, from `np.random.rand`. With `randn`, the normal distribution,
//   `randn < 0.7` would keep 76 % of the units, not 70 %.
// - There is one random number **for every unit and every example**: $D^{[l]}$ has the shape of $A^{[l]}$.
// - One keepProb for each layer would do as well: low, such as 0.5, for a layer with many weights, which is the most
//   likely to overfit; 1 for a small one, and for the input nearly always. Here both hidden layers share one, to keep
//   the function short.
// - Dividing by $p$ makes up for the units that are missing, so that the next layer gets as much as it is used to
//   (*inverted dropout*). That is why, **at test time, there is nothing to do**: no dropout, no scaling.
//
// ### Exercise 7: forwardPropagationWithDropout
//
// The pass forward is given, with masks of ones, which keep everything. In two places, draw the mask and apply it.
//
// The function seeds the stream once, in its first line; draw $D^{[1]}$ when you get to layer 1 and
// $D^{[2]}$ when you get to layer 2.
// In training, every step passes another seed, or else the same units would be missing for ever.

// %%
type DropoutCache = NetworkCache & Record<"D1" | "D2", NDArray>;

// %% [graded] forwardPropagationWithDropout

// %%
check({ forwardPropagationWithDropout });

// %% [markdown]
// ### Exercise 8: backwardPropagationWithDropout
//
// Again the pass is given, and two places are yours.
//
// A unit that was shut down had no part in the result, so it gets no gradient; one that was scaled passes a scaled
// gradient back. The **same masks** again:
//
// $$dA^{[l]} \leftarrow \frac{dA^{[l]} * D^{[l]}}{p}$$

// %% [graded] backwardPropagationWithDropout

// %%
check({ backwardPropagationWithDropout });

// %%
function trainWithDropout(keepProb: number): Training {
  const { X, Y } = points;
  return train(
    xavier(pointsDims),
    numIterations,
    learningRate,
    `keepProb = ${keepProb}`,
    (parameters, i) => {
      const { A3, cache } = forwardPropagationWithDropout(X, parameters, keepProb, i);
      return {
        cost: costOf(A3, Y),
        gradients: backwardPropagationWithDropout(X, Y, cache, keepProb),
      };
    },
  );
}

const dropoutReady = ready(
  "forwardPropagationWithDropout",
  "backwardPropagationWithDropout",
);
const withDropout = dropoutReady ? trainWithDropout(0.86) : null;
if (withDropout) {
  report("No regularization        ", unregularized);
  report("Dropout, keepProb = 0.86 ", withDropout);
}

// %% [markdown]
// Side by side. Which of the three would you trust with a new point?

// %%
if (withL2 && withDropout) {
  plot.decisionBoundaries(
    [
      { title: "no regularization", predict: predictorOf(unregularized) },
      { title: "L2, λ = 0.7", predict: predictorOf(withL2) },
      { title: "dropout, keepProb = 0.86", predict: predictorOf(withDropout) },
    ],
    points.X,
    points.Y,
    { title: "With and without regularization", size: 300 },
  );
}

// %% [markdown]
// Both give up points of the training set, and win on the test set. With dropout the cost is noisy, because the network
// is another one in each step: to see whether gradient descent works, look at the cost with `keepProb = 1` first.

// %%
if (withL2 && withDropout) {
  plot.line(
    [
      { y: unregularized.costs, name: "no regularization" },
      { y: withL2.costs, name: "L2, with the penalty" },
      { y: withDropout.costs, name: "dropout" },
    ],
    {
      title: "Cost while learning",
      xLabel: "hundreds of iterations",
      yLabel: "cost",
      height: 320,
    },
  );
}

// %% [markdown]
// ## Early stopping
//
// While the network without regularization was learning, its cost on the other 200 points was recorded too. **Guess
// first:** of 8000 steps, after how many was that cost lowest?

// %%
const best = testCosts.indexOf(Math.min(...testCosts));
console.log(`The test cost is lowest after ${100 * best} iterations.`);

plot.line(
  [
    { y: unregularized.costs, name: "training set" },
    { y: testCosts, name: "test set" },
  ],
  {
    title: "No regularization",
    xLabel: "hundreds of iterations",
    yLabel: "cost",
    height: 320,
  },
);

// %% [markdown]
// The training cost falls and falls. The other one soon turns round: from then on the network learns only the mistakes
// in its examples. **Early stopping** goes back to the lowest point. It is cheap, since one run tries all sizes of
// weights, from small to large. But it mixes two jobs that are better kept apart: making the cost small, and not
// overfitting. (And choose the moment by a dev set: a test set that has helped to choose is no longer an honest judge.)
//
// ## Data augmentation
//
// More examples are the best regularization, and some cost nothing: a digit that is shifted, brightened or smudged is
// still the same digit. Only do what leaves the **label** true: a 2 in the mirror is not a 2. (Assignment 6 trains with
// this, and shows what can be done to colour photos: random crops and colour shifts.)

// %%
const { XTrain: digits } = loadMnist({ digits: [2], train: 10, test: 0 });
const digit = digits.slice(":", 0).reshape(28, 28);
const noise = new RandomState(1).randn(28, 28);

// The image sheared: rows move the further, the further they are from the middle.
function sheared(image: NDArray, slope: number): NDArray {
  return np.stack(
    Array.from({ length: 28 }, (_, row) =>
      np.roll(image.slice(row), Math.round(slope * (row - 14))),
    ),
  );
}

plot.image(
  [
    digit,
    np.roll(digit, 3, 1),
    np.roll(digit, -3, 0),
    sheared(digit, 0.25),
    sheared(digit, -0.25),
    np.clip(np.add(digit, np.multiply(noise, 0.2)), 0, 1),
    np.flip(digit, 1),
  ],
  {
    title: "One 2, varied",
    captions: [
      "a real 2",
      "to the right",
      "up",
      "leaning left",
      "leaning right",
      "grainy",
      "not a 2!",
    ],
  },
);

// %% [markdown]
// # Part 3: Gradient checking
//
// The pass backward is easy to get wrong, and a network with a wrong gradient often learns, only badly. The pass
// forward is simple, and you can trust it. So let the forward pass check the backward pass: **measure** the slope.
//
// ## One number
//
// The slope of $J$ at $\theta$ is about the same as that of a line through two points nearby. There are two ways:
//
// $$\text{to one side:}\quad \frac{J(\theta + \varepsilon) - J(\theta)}{\varepsilon}, \qquad\qquad
// \text{to both sides:}\quad \frac{J(\theta + \varepsilon) - J(\theta - \varepsilon)}{2 \varepsilon}$$
//
// Try both on $J(\theta) = \theta^3$ at $\theta = 1$, where the slope is 3. **Guess first:** how wrong is each, and is
// the smallest $\varepsilon$ the best?

// %%
const J = (theta: number): number => theta ** 3;
const exponents = Array.from({ length: 49 }, (_, k) => -12 + k / 4);
const steps = exponents.map((exponent) => 10 ** exponent);
const errorOf = (slope: number): number => Math.max(Math.abs(slope - 3), 1e-16);

plot.line(
  [
    {
      x: steps,
      y: steps.map((e) => errorOf((J(1 + e) - J(1)) / e)),
      name: "to one side",
    },
    {
      x: steps,
      y: steps.map((e) => errorOf((J(1 + e) - J(1 - e)) / (2 * e))),
      name: "to both sides",
    },
  ],
  {
    title: "Error of the measured slope",
    xLabel: "ε",
    yLabel: "error",
    logX: true,
    logY: true,
  },
);

// %% [markdown]
// From right to left: the error to one side shrinks with $\varepsilon$, that to both sides with $\varepsilon^2$, which
// is far better. Then both rise again. A computer keeps 16 digits, and the difference of two numbers that agree in most
// of them has only a few left. The course takes $\varepsilon = 10^{-7}$; anything from there to $10^{-4}$ will do.

// %% [markdown]
// ## A network
//
// Now $\theta$ is all the parameters of a network of three layers. First the cost, which has to be right.
//
// ### Exercise 9: forwardPropagationN

// %% [graded] forwardPropagationN

// %%
check({ forwardPropagationN });

// %% [markdown]
// ### Exercise 10: gradientCheckN
//
// For every single number $\theta_i$ in $W^{[1]}, b^{[1]}, \dots, W^{[3]}, b^{[3]}$: move it by $\varepsilon$ to either
// side, leave the others as they are, and measure the slope. Then compare the two lists of gradients by their relative
// distance:
//
// $$\text{gradApprox}_i = \frac{J(\dots, \theta_i + \varepsilon, \dots) - J(\dots, \theta_i - \varepsilon, \dots)}{2 \varepsilon}, \qquad
// \text{difference} = \frac{\lVert \text{grad} - \text{gradApprox} \rVert}{\lVert \text{grad} \rVert + \lVert \text{gradApprox} \rVert}$$
//
// `np.norm` is the length of a list of numbers. Use the argument `epsilon`, and start from $\theta_i$ both times: from
// $\theta_i + \varepsilon$, a step of $\varepsilon$ back only leads to $\theta_i$. The verdict at the end is given.

// %% [graded] gradientCheckN

// %%
check({ gradientCheckN });

// %% [markdown]
// ### Find the mistakes
//
// A colleague has written the pass backward, and says it works: the cost goes down. Is it right?

// %%
function handedOut(X: NDArray, Y: NDArray, cache: NetworkCache): NetworkGradients {
  const m = X.shape[1];
  const { A1, A2, W2, A3, W3 } = cache;
  const dZ3 = np.subtract(A3, Y);
  const dW3 = np.multiply(1 / m, np.dot(dZ3, A2.T));
  const db3 = np.multiply(1 / m, np.sum(dZ3, 1, true));
  const dA2 = np.dot(W3.T, dZ3);
  const dZ2 = np.multiply(dA2, np.greater(A2, 0));
  const dW2 = np.multiply(2 / m, np.dot(dZ2, A1.T));
  const db2 = np.multiply(1 / m, np.sum(dZ2, 1, true));
  const dA1 = np.dot(W2.T, dZ2);
  const dZ1 = np.multiply(dA1, np.greater(A1, 0));
  const dW1 = np.multiply(1 / m, np.dot(dZ1, X.T));
  const db1 = np.multiply(4 / m, np.sum(dZ1, 1, true));
  return { dZ3, dW3, db3, dA2, dZ2, dW2, db2, dA1, dZ1, dW1, db1 };
}

// A small network of 4-5-3-1 units with three examples: checking takes two passes
// forward for every number.
const random = new RandomState(1);
const XSmall = random.randn(4, 3);
const YSmall = np.array([[1, 1, 0]]);
const small: NetworkParameters = {
  W1: random.randn(5, 4),
  b1: random.randn(5, 1),
  W2: random.randn(3, 5),
  b2: random.randn(3, 1),
  W3: random.randn(1, 3),
  b3: random.randn(1, 1),
};

if (ready("forwardPropagationN", "gradientCheckN")) {
  const { cache } = forwardPropagationN(XSmall, YSmall, small);
  gradientCheckN(small, handedOut(XSmall, YSmall, cache), XSmall, YSmall, 1e-7, true);
}

// %% [markdown]
// Far too much. The difference does not say *where* the mistake is, so look closer: for each parameter, the number with
// the largest gradient, and what the slope is there.

// %%
function largestGradients(gradients: Record<string, NDArray>): void {
  console.log("      handed out  measured");
  for (const name of Object.keys(small) as (keyof NetworkParameters)[]) {
    const gradient = gradients[`d${name}`].toTypedArray();
    const i = np.argmax(np.abs(gradient));
    const costAt = (step: number): number => {
      const moved = small[name].toTypedArray();
      moved[i] += step;
      return forwardPropagationN(XSmall, YSmall, {
        ...small,
        [name]: np.reshape(moved, small[name].shape),
      }).cost;
    };
    const measured = (costAt(1e-7) - costAt(-1e-7)) / 2e-7;
    const [handed, slope] = [gradient[i], measured].map((x) =>
      x.toFixed(6).padStart(11),
    );
    console.log(`d${name}  ${handed}${slope}`);
  }
}

if (ready("forwardPropagationN")) {
  largestGradients(
    handedOut(XSmall, YSmall, forwardPropagationN(XSmall, YSmall, small).cache),
  );
}

// %% [markdown]
// ### Exercise 11: backwardPropagationN
//
// Two of the six are wrong. Keep what is right in what `handedOut` gives, compute the two others yourself, and let
// `gradientCheckN` confirm it. No formulas this time: the table above says which two, and the pass itself says how.

// %% [graded] backwardPropagationN

// %%
check({ backwardPropagationN });

// %%
if (ready("forwardPropagationN", "gradientCheckN", "backwardPropagationN")) {
  const { cache } = forwardPropagationN(XSmall, YSmall, small);
  const gradients = backwardPropagationN(XSmall, YSmall, cache);
  gradientCheckN(small, gradients, XSmall, YSmall, 1e-7, true);

  const longer = exponents
    .filter((exponent) => exponent >= -10 && exponent <= -1)
    .map((exponent) => 10 ** exponent);
  plot.line(
    {
      x: longer,
      y: longer.map((epsilon) =>
        gradientCheckN(small, gradients, XSmall, YSmall, epsilon),
      ),
    },
    {
      title: "Right gradients: the difference by ε",
      xLabel: "ε",
      yLabel: "difference",
      logX: true,
      logY: true,
    },
  );
}

// %% [markdown]
// ### Where to draw the line
//
// With $\varepsilon = 10^{-7}$ these gradients, which are right, give $1.19 \cdot 10^{-7}$. Some notes draw the line at
// $10^{-7}$ and call them wrong! What is left is rounding, most of it in $\log(1 - a^{[3]})$ when $a^{[3]}$ is near 1.
// So here the line is at $2 \cdot 10^{-7}$; a real mistake is typically larger than $10^{-3}$. The figure shows it too:
// with $\varepsilon = 0.01$ right gradients look wrong, and around $10^{-4}$ the difference is smallest.
//
// In practice:
//
// - Check while you are writing the pass backward, not while training: it is far too slow for that.
// - With L2, the cost that is measured must contain the penalty.
// - It does **not work with dropout**, where each pass has a cost of its own. Check with `keepProb = 1`, then turn
//   dropout on.
// - Check once more after some training: some mistakes show only when the weights are no longer small.
// - At the kink of ReLU there is no slope. If a unit crosses it between the two points, a single number may differ.

// %% [markdown]
// ## Summary
//
// - **Zeros** keep all units alike; **large** numbers saturate; **He's** $\sqrt{2/n}$ keeps the signal alive through
//   many ReLU layers.
// - **Normalize** the inputs with the training set's $\mu$ and $\sigma$, and divide by $\sigma$.
// - **High bias**: a larger network. **High variance**: more data, or regularization.
// - **L2** adds $\frac{\lambda}{m} W$ to each $dW$; **dropout** masks $A$ and $dA$ with the same $D$ and divides by
//   keepProb.
// - **Gradient checking** measures slopes to both sides and compares; rounding alone makes $10^{-7}$.
//
// Something to try: keepProb from 0.5 to 1, drawn as a curve as for λ; both at once; L1 with other λ. Then save the
// notebook; what counts for your grade are the eleven functions.
//
// ## Read on
//
// - X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", *AISTATS*
//   2010.
// - K. He, X. Zhang, S. Ren and J. Sun, "Delving deep into rectifiers", *ICCV* 2015: the factor 2.
// - A. Krogh and J. Hertz, "A simple weight decay can improve generalization", *NIPS* 1991.
// - N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever and R. Salakhutdinov, "Dropout: a simple way to prevent
//   neural networks from overfitting", *Journal of Machine Learning Research* 15 (2014).
// - L. Prechelt, "Early stopping – but when?", in *Neural Networks: Tricks of the Trade*, Springer 1998.
// - I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning*, MIT Press 2016, chapters 7 and 8.
