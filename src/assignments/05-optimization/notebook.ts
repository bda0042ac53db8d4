// The lesson of assignment 5 in percent format: `nablab build` makes the notebook from it.
// biome-ignore-all lint/correctness/noUnusedImports: NotImplemented is for the starters.
// biome-ignore-all lint/correctness/noUnusedVariables: what one cell declares, the learner may use in the next.

// %% [markdown]
// # Optimization: mini-batches, momentum, RMSprop, Adam
//
// Training is a walk downhill, and so far you have always walked in the same way: look at *all* examples, take *one*
// step along the gradient, repeat. In this assignment you write better ways to walk. None of them changes the network,
// the cost or the gradients; all that changes is what is done with a gradient once it is there. At the end, the same
// network on the same data gets **80 %** right with the old way and **94 %** with the best of the new ones, after the
// same number of steps.
//
// You write nine short functions. Below each one, `check` tells you at once whether it is right, and if not, why.
//
// - **You need** assignment 3: parameters in a dictionary, a pass forward and backward. Both are given here.
// - **Afterwards you can** train with mini-batches, momentum, RMSprop, Adam and a decaying learning rate, and say what
//   each is good for.
// - **It takes** about three hours. One cell, "The four on the moons", trains for half a minute to a minute; all others
//   take a few seconds at most.

// %%
import {
  check,
  makeMoons,
  type NDArray,
  NotImplemented,
  np,
  plot,
  progress,
  RandomState,
  ready,
  timeit,
  useAssignment,
} from "nablab";

useAssignment("optimization");

// %% [markdown]
// As before, the parameters of a network are a dictionary with the keys `W1`, `b1`, …, `WL`, `bL`, and their gradients
// one with the keys `dW1`, `db1`, …, `dWL`, `dbL`. A network of $L$ layers has $2L$ parameters, so
// `Object.keys(parameters).length / 2` is $L$. A layer's number goes into the key with a template string:
// ``parameters[`W${l}`]``.
//
// All functions of this assignment **return new dictionaries** and leave alone the ones that they were given. An
// optimizer that changes its inputs behind the caller's back is a bug that takes days to find.

// %%
type Parameters = Record<`W${number}` | `b${number}`, NDArray>;
type Gradients = Record<`dW${number}` | `db${number}`, NDArray>;

interface MiniBatch {
  X: NDArray;
  Y: NDArray;
}

// %% [markdown]
// ## The step you know
//
// Gradient descent takes every parameter a little way against its gradient. For every layer $l = 1, \dots, L$:
//
// $$W^{[l]} := W^{[l]} - \alpha\, dW^{[l]}, \qquad b^{[l]} := b^{[l]} - \alpha\, db^{[l]}$$
//
// ### Exercise 1: updateParametersWithGd

// %% [graded] updateParametersWithGd

// %%
check({ updateParametersWithGd });

// %% [markdown]
// **What is wrong with it?** Look at a cost with only two parameters, $J = \tfrac12 (w^2 + 20\, b^2)$: a long, narrow
// valley, 20 times as steep in $b$ as in $w$. Below, the steps of gradient descent from the same place with two
// learning rates.

// %% [folded]
type Update = (parameters: Parameters, grads: Gradients) => Parameters;

// The way downhill in the valley, step by step.
function walk(name: string, update: Update, steps: number) {
  let parameters: Parameters = { W1: np.array([[-9]]), b1: np.array([[2]]) };
  const [x, y] = [[-9], [2]];
  for (let step = 0; step < steps; step++) {
    parameters = update(parameters, {
      dW1: parameters.W1,
      db1: np.multiply(20, parameters.b1),
    });
    x.push(parameters.W1.item());
    y.push(parameters.b1.item());
  }
  return { x, y, name };
}

// Lines of equal cost, one ellipse for each; NaN lifts the pen between two of them.
function valleyLines() {
  const angles = [...np.linspace(0, 2 * np.pi, 73).toTypedArray()];
  const radii = [1, 2.5, 4.5, 6.5, 8.5, 10.5];
  const x = radii.flatMap((radius) => [
    ...angles.map((angle) => radius * Math.cos(angle)),
    np.nan,
  ]);
  const y = radii.flatMap((radius) => [
    ...angles.map((angle) => (radius * Math.sin(angle)) / Math.sqrt(20)),
    np.nan,
  ]);
  return { x, y, name: "equal cost" };
}

if (ready("updateParametersWithGd")) {
  plot.line(
    [
      valleyLines(),
      walk(
        "α = 0.01",
        (parameters, grads) => updateParametersWithGd(parameters, grads, 0.01),
        40,
      ),
      walk(
        "α = 0.095",
        (parameters, grads) => updateParametersWithGd(parameters, grads, 0.095),
        40,
      ),
    ],
    {
      title: "Gradient descent in a narrow valley, 40 steps",
      xLabel: "w",
      yLabel: "b",
    },
  );
}

// %% [markdown]
// With a small learning rate it creeps along the floor; with a large one it bounces from wall to wall (and with $\alpha
// > 0.1$ it would fly out of the valley). The steep direction forbids the very steps that the flat direction needs.
// Real costs have thousands of directions, some thousands of times as steep as others.
//
// Two ideas help. **Take more steps** for the same work: mini-batches. **Take better steps**: averages of gradients.

// %% [markdown]
// ## More steps: mini-batches
//
// With five million examples, one step of *batch* gradient descent means five million forward and backward passes. It
// is wasteful: a few dozen examples already say roughly where downhill is. So cut the training set into
// **mini-batches**,
//
// $$X = \bigl[\, \underbrace{x^{(1)} \cdots x^{(64)}}_{X^{\{1\}}} \;\big|\;
// \underbrace{x^{(65)} \cdots x^{(128)}}_{X^{\{2\}}} \;\big|\; \cdots \;\big|\; \cdots\, x^{(m)} \bigr]$$
//
// and take a step after each one. One pass through all of them is an **epoch**. The curly braces number mini-batches.
//
// | | examples a step | steps an epoch | |
// |---|---|---|---|
// | batch | $m$ | 1 | every step goes downhill, and costs much |
// | **mini-batch** | 64 to 512 | $\lceil m / \text{size} \rceil$ | many steps, and whole arrays in each |
// | stochastic | 1 | $m$ | very noisy, and no gain from vectorisation |
//
// **With few examples, fewer than about 2000, use all of them in every step.** They fit into one matrix, a step takes
// milliseconds, and its direction is exact. Mini-batches pay when the set is large. (The moons below are only 300, so
// that you can watch in seconds what otherwise takes hours.)
//
// Shuffle before you cut: data often come sorted, and a mini-batch of cats only teaches "everything is a cat". A new
// seed for every epoch gives a new order each time. Powers of two, 64, 128, 256, suit the memory of most machines.
//
// ### Exercise 2: randomMiniBatches
//
// `np.random.permutation(m)` gives the numbers $0, \dots, m - 1$ in random order. `np.take(X, order, 1)` puts the
// columns of `X` into an order, and `X.slice(":", "0:64")` cuts out the columns 0 to 63. $X$ and $Y$ must stay
// together: use the same permutation for both. So that everybody gets the same mini-batches, call
// `np.random.seed(seed)` just before.

// %% [graded] randomMiniBatches

// %%
check({ randomMiniBatches });

// %%
// Ten examples that carry their own number: see where they went.
if (ready("randomMiniBatches")) {
  const X = np.arange(10).reshape(1, 10);
  for (const seed of [0, 1]) {
    const batches = randomMiniBatches(X, np.mod(X, 2), 4, seed);
    console.log(
      `seed ${seed}  `,
      batches.map((batch) => `X ${batch.X} Y ${batch.Y}`).join("   "),
    );
  }
}

// %% [markdown]
// ### The network, and the data
//
// To try things out, here are 300 points of two interleaving half circles, and the network of assignment 3: two hidden
// layers of 5 and 2 ReLU units, and a sigmoid on top. You have written all of this before, so it is given.
//
// **One thing is different**, and it matters if you copy from one notebook into another. In assignments 1 to 4, $dZ$
// was the slope of one example's *loss*, and $1/m$ stood in $dW$ and $db$. From here on, $dZ$ is the slope of the
// *cost*: it is divided by $m$ where it begins, at the output, and $dW = dZ\, A^T$ and $db = \sum dZ$ have no $1/m$ any
// more. The gradients are the same. Mix the two, and they are $m$ times too small or too large.

// %%
const { X: moonsX, Y: moonsY } = makeMoons(300, {
  noise: 0.2,
  random: new RandomState(3),
});

plot.scatter(moonsX, moonsY, { title: "The moons", xLabel: "x₁", yLabel: "x₂" });

// %% [folded]
// He initialisation: W[l] ~ N(0, 2 / n[l-1]).
function initializeParameters(layers: number[]): Parameters {
  const random = new RandomState(3);
  const parameters: Parameters = {};
  for (let l = 1; l < layers.length; l++) {
    parameters[`W${l}`] = np.multiply(
      random.randn(layers[l], layers[l - 1]),
      Math.sqrt(2 / layers[l - 1]),
    );
    parameters[`b${l}`] = np.zeros([layers[l], 1]);
  }
  return parameters;
}

// The activations A0 = X, A1, …, AL.
function forward(X: NDArray, parameters: Parameters): NDArray[] {
  const L = Object.keys(parameters).length / 2;
  const A = [X];
  for (let l = 1; l <= L; l++) {
    const Z = np.add(np.dot(parameters[`W${l}`], A[l - 1]), parameters[`b${l}`]);
    A.push(l < L ? np.maximum(Z, 0) : np.divide(1, np.add(1, np.exp(np.negative(Z)))));
  }
  return A;
}

function backward(A: NDArray[], Y: NDArray, parameters: Parameters): Gradients {
  const L = A.length - 1;
  const grads: Gradients = {};
  let dZ = np.divide(np.subtract(A[L], Y), Y.size);
  for (let l = L; l >= 1; l--) {
    grads[`dW${l}`] = np.dot(dZ, A[l - 1].T);
    grads[`db${l}`] = np.sum(dZ, 1, true);
    if (l > 1)
      dZ = np.multiply(np.dot(parameters[`W${l}`].T, dZ), np.greater(A[l - 1], 0));
  }
  return grads;
}

function costOf(A: NDArray, Y: NDArray): number {
  return -np.mean(np.log(np.where(Y, A, np.subtract(1, A))));
}

// %% [markdown]
// ### How noisy is a mini-batch?
//
// The same 400 steps of gradient descent, each on 300, 64 or 8 examples. What you see is the cost *of the examples that
// the step looked at*. **Guess first:** three lines, how do they differ? Which is lowest after 400 steps?

// %%
const seenCosts: Record<number, number[]> = {};
if (ready("updateParametersWithGd", "randomMiniBatches")) {
  for (const size of [8, 64, 300]) {
    let parameters = initializeParameters([2, 5, 2, 1]);
    const costs: number[] = [];
    for (let epoch = 0; costs.length < 400; epoch++) {
      for (const { X, Y } of randomMiniBatches(moonsX, moonsY, size, epoch)) {
        const A = forward(X, parameters);
        costs.push(costOf(A[3], Y));
        parameters = updateParametersWithGd(
          parameters,
          backward(A, Y, parameters),
          0.1,
        );
      }
    }
    seenCosts[size] = costs.slice(0, 400);
  }
  plot.line(
    Object.entries(seenCosts).map(([size, costs]) => ({
      y: costs,
      name: `${size} examples`,
    })),
    { title: "The cost that each step sees", xLabel: "step", yLabel: "cost" },
  );
}

// %% [markdown]
// The whole set gives a smooth line that always falls. A mini-batch gives a line that falls on average and trembles,
// the more the smaller it is: some mini-batches are harder than others. For the same number of steps, the lines fall at
// much the same speed: a gradient from 8 examples is nearly as good as one from 300, and costs far less. Noise is the
// price, and it never goes away: near the minimum, a mini-batch walks in circles.
//
// Then why not one example at a time? Because a pass over a matrix hardly takes longer than one over a column:

// %%
if (ready("updateParametersWithGd", "randomMiniBatches")) {
  const start = initializeParameters([2, 5, 2, 1]);
  for (const size of [1, 8, 64, 300]) {
    const epoch = () => {
      let parameters = start;
      for (const { X, Y } of randomMiniBatches(moonsX, moonsY, size, 0)) {
        parameters = updateParametersWithGd(
          parameters,
          backward(forward(X, parameters), Y, parameters),
          0.01,
        );
      }
    };
    const steps = Math.ceil(300 / size);
    const time = timeit(epoch);
    const [ofSize, ofSteps] = [size, steps].map((count) => String(count).padStart(3));
    console.log(
      `size ${ofSize}: ${ofSteps} steps an epoch, ${time.toFixed(2)} ms an epoch, ` +
        `${((1000 * time) / steps).toFixed(0)} µs a step`,
    );
  }
}

// %% [markdown]
// ## Better steps need averages
//
// A trembling line hides a trend. To see it, average: not over everything, which would forget how far you have come,
// but over the recent past. The **exponentially weighted average** does that with a single number to remember. From
// $v_0 = 0$:
//
// $$v_t = \beta\, v_{t-1} + (1 - \beta)\, \theta_t$$
//
// Unrolled, that is a sum in which a value counts less the older it is:
//
// $$v_t = (1 - \beta) \bigl(\theta_t + \beta\, \theta_{t-1} + \beta^2\, \theta_{t-2} + \beta^3\, \theta_{t-3} + \cdots\bigr)$$
//
// **How far does it look back?** After $1 / (1 - \beta)$ steps a weight has shrunk to about a third, because
// $\beta^{1/(1-\beta)} \approx 1/e$. So $\beta = 0.9$ averages over about 10 values, $\beta = 0.98$ over about 50.

// %%
for (const beta of [0.5, 0.9, 0.98, 0.999]) {
  const memory = 1 / (1 - beta);
  console.log(
    `β = ${beta}: about ${memory.toFixed(0)} values, ` +
      `${beta}^${memory.toFixed(0)} = ${(beta ** memory).toFixed(4)}`,
  );
}
console.log("1/e =", (1 / Math.E).toFixed(4));

// %% [markdown]
// **Bias correction.** Because $v_0 = 0$, the first averages are far too small: with $\beta = 0.98$, $v_1$ is only 2 %
// of $\theta_1$. The weights in $v_t$ sum to $1 - \beta^t$ and not to 1, so divide by that:
//
// $$v_t^{\text{corrected}} = \frac{v_t}{1 - \beta^t}$$
//
// As $t$ grows, $\beta^t$ goes to 0 and the correction fades away. Mind that the *corrected* value is only written
// down: the recursion goes on with $v_t$ itself. And mind that `^` is no power in TypeScript: write `beta ** t`.
//
// ### Exercise 3: exponentiallyWeightedAverage

// %% [graded] exponentiallyWeightedAverage

// %%
check({ exponentiallyWeightedAverage });

// %%
// A year of temperatures: a wave, and weather on top of it.
const days = np.arange(365);
const weather = new RandomState(7).normal(0, 3, [365]);
const temperatures = np.add(
  np.subtract(10, np.multiply(9, np.cos(np.multiply(days, (2 * np.pi) / 365)))),
  weather,
);

if (ready("exponentiallyWeightedAverage")) {
  plot.line(
    [
      { y: temperatures, name: "every day" },
      ...[0.5, 0.9, 0.98].map((beta) => ({
        y: exponentiallyWeightedAverage(temperatures, beta),
        name: `β = ${beta}`,
      })),
    ],
    { title: "Temperatures of a year", xLabel: "day", yLabel: "°C" },
  );
}

// %% [markdown]
// A larger $\beta$ gives a smoother line that comes later: it is slow to notice that spring is here. And this is what
// the correction is good for: without it, the average starts at 0, whatever the weather.

// %%
if (ready("exponentiallyWeightedAverage")) {
  const beta = 0.98;
  const summer = temperatures.slice("150:300");
  const corrected = exponentiallyWeightedAverage(summer, beta);
  const faded = np.subtract(1, np.power(beta, np.arange(1, 151)));
  plot.line(
    [
      { y: summer, name: "every day" },
      { y: corrected, name: "corrected" },
      { y: np.multiply(corrected, faded), name: "v, not corrected" },
    ],
    { title: "A summer with β = 0.98", xLabel: "day", yLabel: "°C", height: 320 },
  );
}

// %% [markdown]
// ## Momentum
//
// Now average *gradients*. In the narrow valley, the gradient's steep part changes its sign with every bounce, so in an
// average it cancels; the flat part always points the same way, so it stays. Think of a ball that rolls downhill: the
// gradient pushes it, and $\beta$ is what friction leaves of its velocity.
//
// $$v_{dW^{[l]}} := \beta\, v_{dW^{[l]}} + (1 - \beta)\, dW^{[l]}, \qquad W^{[l]} := W^{[l]} - \alpha\, v_{dW^{[l]}}$$
//
// and the same for $b$. Nearly everybody uses $\beta = 0.9$. Nobody corrects the bias here: after ten steps it is gone.
// (Some books leave out the $1 - \beta$. Then $v$ is $1/(1-\beta)$ times as large, and every change of $\beta$ calls
// for another $\alpha$.)
//
// ### Exercise 4: initializeVelocity
//
// The ball starts at rest. The velocity has an entry for every gradient, with the gradient's key.

// %% [graded] initializeVelocity

// %%
check({ initializeVelocity });

// %% [markdown]
// ### Exercise 5: updateParametersWithMomentum
//
// First the new velocity, then the step along it. Return both: the next step needs the velocity.

// %% [graded] updateParametersWithMomentum

// %%
check({ updateParametersWithMomentum });

// %%
// Remembers the velocity between two steps.
function momentum(learningRate: number, beta = 0.9): Update {
  let v: Gradients | undefined;
  return (parameters, grads) => {
    const step = updateParametersWithMomentum(
      parameters,
      grads,
      v ?? initializeVelocity(parameters),
      beta,
      learningRate,
    );
    v = step.v;
    return step.parameters;
  };
}

if (
  ready("updateParametersWithGd", "initializeVelocity", "updateParametersWithMomentum")
) {
  plot.line(
    [
      valleyLines(),
      walk(
        "gradient descent, α = 0.095",
        (parameters, grads) => updateParametersWithGd(parameters, grads, 0.095),
        20,
      ),
      walk("momentum, α = 0.2", momentum(0.2, 0.6), 20),
    ],
    { title: "Momentum in the narrow valley, 20 steps", xLabel: "w", yLabel: "b" },
  );
}

// %% [markdown]
// The bouncing dies down after a few steps, and the learning rate is twice as large as gradient descent could bear:
// after 20 steps, momentum is there. (In so short a walk $\beta = 0.6$ is memory enough. With 0.9 the ball would swing
// to and fro: heavier balls are for longer ways.)

// %% [markdown]
// ## RMSprop
//
// Another cure for the same illness: measure how steep each direction is, and take shorter steps where it is steep. The
// measure is an average of the *squared* gradients, element by element; its root is the "root mean square" in the name:
//
// $$s_{dW^{[l]}} := \beta\, s_{dW^{[l]}} + (1 - \beta)\, \bigl(dW^{[l]}\bigr)^2, \qquad
// W^{[l]} := W^{[l]} - \alpha\, \frac{dW^{[l]}}{\sqrt{s_{dW^{[l]}}} + \varepsilon}$$
//
// A gradient divided by its own typical size is a number around 1, so in *every* direction a step has a length of about
// $\alpha$. The small $\varepsilon = 10^{-8}$ is there for gradients that have always been 0, such as those of a dead
// ReLU unit: without it, $0/0$.
//
// ### Exercise 6: updateParametersWithRmsprop

// %% [graded] updateParametersWithRmsprop

// %%
check({ updateParametersWithRmsprop });

// %% [markdown]
// ## Adam
//
// *Adaptive moment estimation* puts both together: the direction from momentum, the length from RMSprop, and this time
// with the bias correction, since $\beta_2 = 0.999$ remembers a thousand steps. In step $t = 1, 2, \dots$ for every
// layer:
//
// $$\begin{aligned}
// v_{dW} &:= \beta_1 v_{dW} + (1 - \beta_1)\, dW & \hat v_{dW} &= \frac{v_{dW}}{1 - \beta_1^t} \\[8pt]
// s_{dW} &:= \beta_2 s_{dW} + (1 - \beta_2)\, dW^2 & \hat s_{dW} &= \frac{s_{dW}}{1 - \beta_2^t}
// \end{aligned} \qquad W := W - \alpha\, \frac{\hat v_{dW}}{\sqrt{\hat s_{dW}} + \varepsilon}$$
//
// The defaults $\beta_1 = 0.9$, $\beta_2 = 0.999$, $\varepsilon = 10^{-8}$ are hardly ever changed; $\alpha$ is what
// you tune.
//
// ### Exercise 7: initializeAdam

// %% [graded] initializeAdam

// %%
check({ initializeAdam });

// %% [markdown]
// ### Exercise 8: updateParametersWithAdam
//
// $t$ counts the steps, not the epochs, and starts at 1. Return $v$ and $s$ as the averages gave them; the corrected
// ones are for this step only.

// %% [graded] updateParametersWithAdam

// %%
check({ updateParametersWithAdam });

// %% [folded]
function rmsprop(learningRate: number, beta = 0.9): Update {
  let s: Gradients | undefined;
  return (parameters, grads) => {
    const step = updateParametersWithRmsprop(
      parameters,
      grads,
      s ?? initializeVelocity(parameters),
      beta,
      learningRate,
    );
    s = step.s;
    return step.parameters;
  };
}

function adam(learningRate: number): Update {
  let averages: { v: Gradients; s: Gradients } | undefined;
  let t = 0;
  return (parameters, grads) => {
    const { v, s } = averages ?? initializeAdam(parameters);
    t += 1;
    const step = updateParametersWithAdam(parameters, grads, v, s, t, learningRate);
    averages = step;
    return step.parameters;
  };
}

const waysToStep = [
  "updateParametersWithGd",
  "initializeVelocity",
  "updateParametersWithMomentum",
  "updateParametersWithRmsprop",
  "initializeAdam",
  "updateParametersWithAdam",
] as const;

if (ready(...waysToStep)) {
  plot.line(
    [
      valleyLines(),
      walk(
        "gradient descent",
        (parameters, grads) => updateParametersWithGd(parameters, grads, 0.095),
        40,
      ),
      walk("momentum", momentum(0.2, 0.6), 40),
      walk("RMSprop", rmsprop(0.25), 40),
      walk("Adam", adam(0.5), 40),
    ],
    {
      title: "Four ways down the valley, 40 steps each",
      xLabel: "w",
      yLabel: "b",
      height: 420,
    },
  );
}

// %% [markdown]
// RMSprop does not see the valley at all: every direction gets steps of the same length, so it heads for the floor and
// the far end at once. Adam does so too, with the swing of a ball.
//
// ## The four on the moons
//
// Same network, same start, same mini-batches of 64, same learning rate $\alpha = 0.0007$, 10,000 epochs each. That is
// 50,000 steps, four times over: half a minute on a fast computer, a minute or more on a slow one.
//
// **Guess first:** in which order will the four finish? And will momentum be ahead of plain gradient descent, as it was
// in the valley?

// %% [folded]
interface Trained {
  parameters: Parameters;
  costs: number[];
}

// Keeps the cost of the last mini-batch of every 20th epoch.
function train(name: string, update: Update, epochs = 10_000): Trained {
  let parameters = initializeParameters([2, 5, 2, 1]);
  const costs: number[] = [];
  for (const epoch of progress(epochs, name)) {
    let cost = 0;
    for (const { X, Y } of randomMiniBatches(moonsX, moonsY, 64, 11 + epoch)) {
      const A = forward(X, parameters);
      if (epoch % 20 === 0) cost = costOf(A[3], Y);
      parameters = update(parameters, backward(A, Y, parameters));
    }
    if (epoch % 20 === 0) costs.push(cost);
  }
  return { parameters, costs };
}

const probabilities = (X: NDArray, parameters: Parameters): NDArray =>
  forward(X, parameters)[3];

function accuracy({ parameters }: Trained): number {
  return np.mean(np.equal(np.greater(probabilities(moonsX, parameters), 0.5), moonsY));
}

const trained: Record<string, Trained> = {};
if (ready(...waysToStep, "randomMiniBatches")) {
  const ways: [name: string, update: Update][] = [
    [
      "gradient descent",
      (parameters, grads) => updateParametersWithGd(parameters, grads, 0.0007),
    ],
    ["momentum", momentum(0.0007)],
    ["RMSprop", rmsprop(0.0007)],
    ["Adam", adam(0.0007)],
  ];
  for (const [name, update] of ways) {
    trained[name] = train(name, update);
    console.log(`${(100 * accuracy(trained[name])).toFixed(1)} % right: ${name}`);
  }
}

// %% [markdown]
// The cost of one mini-batch trembles so much that four lines would be a tangle. You have just the tool for it: your
// own exponentially weighted average.

// %%
if (ready(...waysToStep, "randomMiniBatches", "exponentiallyWeightedAverage")) {
  const epochs = np.multiply(20, np.arange(500));
  plot.line(
    [
      { x: epochs, y: trained.Adam.costs, name: "Adam, not smoothed" },
      ...Object.entries(trained).map(([name, { costs }]) => ({
        x: epochs,
        y: exponentiallyWeightedAverage(np.array(costs), 0.95),
        name,
      })),
    ],
    {
      title: "Cost of a mini-batch, smoothed with β = 0.95",
      xLabel: "epoch",
      yLabel: "cost",
      height: 420,
    },
  );
}

// %%
if (ready(...waysToStep, "randomMiniBatches")) {
  plot.decisionBoundaries(
    Object.entries(trained).map(([name, model]) => ({
      title: `${name}: ${(100 * accuracy(model)).toFixed(1)} %`,
      predict: (X: NDArray) => probabilities(X, model.parameters),
    })),
    moonsX,
    moonsY,
    { title: "The moons after 10,000 epochs", columns: 2, size: 260 },
  );
}

// %% [markdown]
// After 10,000 epochs, gradient descent has found little more than a straight line: 239 of 300 points, 79.7 %. Adam has
// found the moons: 282 of 300, 94 %. And momentum? It does what gradient descent does, to the third digit: with a
// learning rate as small as 0.0007 nothing bounces, so there is nothing to average away, and ten steps of delay do not
// matter in fifty thousand.
//
// So the comparison is not quite fair: a rate that suits Adam, whose steps have a length of about $\alpha$ whatever the
// gradient, is far too small for gradient descent, whose steps shrink with the gradient. What happens with a larger
// one?
//
// ## Learning rate decay
//
// With a large $\alpha$ you get there fast, and then you walk in circles around the minimum, because a mini-batch's
// gradient never is quite right. So start large, and slow down as you arrive. With a decay rate $k$:
//
// $$\alpha = \frac{\alpha_0}{1 + k \cdot \text{epoch}}$$
//
// After thousands of epochs that has brought $\alpha$ to nothing, too early. So lower it more rarely: keep $\alpha_0$
// for the first `timeInterval` epochs; for the next `timeInterval` epochs take what the formula gives for epoch 1; then
// what it gives for epoch 2, and so on. Stairs in place of a slope.
//
// ### Exercise 9: learningRateDecay
//
// You have the formula for the slope and a description of the stairs. What has to go into the formula in place of the
// epoch? Epochs are counted from 0.

// %% [graded] learningRateDecay

// %%
check({ learningRateDecay });

// %% [markdown]
// There are other schedules, and no law says which is best: exponential decay $\alpha = 0.95^{\text{epoch}} \alpha_0$,
// the root $\alpha = \frac{k}{\sqrt{\text{epoch}}} \alpha_0$, or a person who watches and turns it down by hand.

// %%
if (ready("learningRateDecay")) {
  const epochs = [...np.arange(60).toTypedArray()];
  plot.line(
    [
      { y: epochs.map((epoch) => learningRateDecay(0.2, epoch, 1)), name: "k = 1" },
      { y: epochs.map((epoch) => learningRateDecay(0.2, epoch, 0.1)), name: "k = 0.1" },
      {
        y: epochs.map((epoch) => learningRateDecay(0.2, epoch, 0.5, 15)),
        name: "k = 0.5, every 15 epochs",
      },
      { y: epochs.map((epoch) => 0.2 * 0.95 ** epoch), name: "exponential, 0.95" },
      { y: epochs.map((epoch) => Math.min(0.2, 0.2 / Math.sqrt(epoch))), name: "root" },
    ],
    { title: "Schedules for α, from 0.2 on", xLabel: "epoch", yLabel: "learning rate" },
  );
}

// %% [markdown]
// Now plain gradient descent on the moons again, with $\alpha_0 = 0.1$ lowered every 500 epochs, for 3000 epochs:

// %%
if (ready("updateParametersWithGd", "randomMiniBatches", "learningRateDecay")) {
  let step = 0;
  const decayed = train(
    "gradient descent with decay",
    (parameters, grads) => {
      const epoch = Math.floor(step++ / 5);
      return updateParametersWithGd(
        parameters,
        grads,
        learningRateDecay(0.1, epoch, 1, 500),
      );
    },
    3000,
  );
  const share = (100 * accuracy(decayed)).toFixed(1);
  console.log(`gradient descent with a decaying learning rate: ${share} % right`);
  plot.decisionBoundary((X) => probabilities(X, decayed.parameters), moonsX, moonsY, {
    title: "Plain gradient descent, with a learning rate that suits it",
    xLabel: "x₁",
    yLabel: "x₂",
  });
}

// %% [markdown]
// Given a learning rate that suits it, the old way gets there as well. What makes Adam so popular is that it *finds*
// the scale by itself, for every single parameter: you have to search far less.
//
// ## What about local optima?
//
// One could fear that a walk downhill ends in the first hollow it meets. In a space of 20,000 dimensions that is
// unlikely: a hollow needs the ground to rise in *all* of them. Where the gradient is zero, it mostly rises in some
// directions and falls in others: a **saddle point**. Saddles do not trap you, but the ground around them is so flat
// that you may crawl there for ever. Here is one, $J = \tfrac12 (w^2 - b^2) + \tfrac14 b^4$, with the start almost on
// the ridge: $w = 1$, $b = 10^{-4}$. The minima are at $b = \pm 1$, and there $J = -\tfrac14$. **Guess first:** which
// of the four is still on the saddle after 100 steps?

// %%
function leaveSaddle(name: string, update: Update) {
  let parameters: Parameters = { W1: np.array([[1]]), b1: np.array([[1e-4]]) };
  const costs: number[] = [];
  for (let step = 0; step < 200; step++) {
    const [w, b] = [parameters.W1.item(), parameters.b1.item()];
    costs.push((w * w - b * b) / 2 + b ** 4 / 4);
    parameters = update(parameters, {
      dW1: np.array([[w]]),
      db1: np.array([[b ** 3 - b]]),
    });
  }
  return { y: costs, name };
}

if (ready(...waysToStep)) {
  plot.line(
    [
      leaveSaddle("gradient descent", (parameters, grads) =>
        updateParametersWithGd(parameters, grads, 0.05),
      ),
      leaveSaddle("momentum", momentum(0.05)),
      leaveSaddle("RMSprop", rmsprop(0.05)),
      leaveSaddle("Adam", adam(0.05)),
    ],
    { title: "Leaving a saddle point, α = 0.05", xLabel: "step", yLabel: "cost" },
  );
}

// %% [markdown]
// Gradient descent slides to the saddle and stays there for most of the time, on a plateau that looks like the end of
// training. Whoever divides by the size of the gradient leaves at once: a tiny gradient that always points the same way
// is reason enough for full steps.
//
// ## Summary
//
// - **Mini-batches**: more steps for the same work. Shuffle, cut, mind the last one; sizes from 64 to 512.
// - **Exponentially weighted averages** remember about $1/(1-\beta)$ values; dividing by $1 - \beta^t$ corrects the
//   start.
// - **Momentum** averages gradients: what changes its sign cancels, what persists adds up.
// - **RMSprop** divides by the root of the averaged squares: steps of the same length in steep and flat directions.
// - **Adam** does both, with bias correction, and needs the least tuning.
// - **Learning rate decay**: fast at first, careful in the end.
//
// | to tune | when | usual |
// |---|---|---|
// | $\alpha$ | always, first of all | try 0.1, 0.01, 0.001, … |
// | size of a mini-batch | next | 64, 128, 256, 512 |
// | $\beta$ of momentum | next | 0.9 |
// | decay | late | start without |
// | $\beta_1, \beta_2, \varepsilon$ of Adam | hardly ever | 0.9, 0.999, 10⁻⁸ |
//
// How to *search* for these, and in which order, is the first part of assignment 7.
//
// Something to try: momentum that looks ahead (Nesterov's: take the gradient not where you stand but where the velocity
// alone would carry you; `walk` has to be changed a little for it); Adam with $\alpha = 0.01$, or with `miniBatchSize`
// 8; momentum on the moons with $\alpha = 0.1$. Then save the notebook; what counts for your grade are the nine
// functions.
//
// ## Read on
//
// - B. Polyak, "Some methods of speeding up the convergence of iteration methods", *USSR Computational Mathematics and
//   Mathematical Physics* 4 (1964): momentum.
// - I. Sutskever, J. Martens, G. Dahl and G. Hinton, "On the importance of initialization and momentum in deep
//   learning", *ICML* 2013: momentum, and Nesterov's.
// - T. Tieleman and G. Hinton, *Neural Networks for Machine Learning*, lecture 6.5, Coursera 2012: RMSprop.
// - D. Kingma and J. Ba, "Adam: a method for stochastic optimization", *ICLR* 2015.
// - Y. Dauphin and others, "Identifying and attacking the saddle point problem in high-dimensional non-convex
//   optimization", *NIPS* 2014.
