// The lesson of assignment 2 in percent format: `nablab build` makes the notebook from it.
// biome-ignore-all lint/correctness/noUnusedImports: NotImplemented is for the starters.
// biome-ignore-all lint/correctness/noUnusedVariables: what one cell declares, the learner may use in the next.

// %% [markdown]
// # A shallow network: one hidden layer
//
// One neuron draws a straight line. Most of the world is not separated by straight lines. In this assignment you give
// the neuron company: a **hidden layer** of a few units, each of which draws a soft line of its own, and an output that
// combines them into a curve.
//
// You will write the network from scratch, pass forward and pass backward, and see what the hidden units really do.
// Eight short functions; `check` below each one tells you whether it is right, and if not, why.
//
// - **You need** assignment 1: whole arrays, the cross-entropy, gradient descent.
// - **Afterwards you can** write a network of two layers and derive its backward pass with the chain rule, say why its
//   activation must be bent and its weights random, and tell a network that has learned from one that remembers.
// - **It takes** about three hours. Most cells answer at once; training for 5,000 steps or more takes two to eight
//   seconds.

// %%
import {
  check,
  display,
  type NDArray,
  NotImplemented,
  np,
  planarExtras,
  planarFlower,
  plot,
  progress,
  RandomState,
  ready,
  useAssignment,
} from "nablab";

useAssignment("shallow-network");

// %% [markdown]
// ## The data: a flower
//
// 400 points in the plane, on the petals of a flower: blue ones, whose label is 0, and orange ones, whose label is 1.
// Each example is a column of two features, as in assignment 1: $X$ has shape $(2, m)$, $Y$ has shape $(1, m)$.

// %%
const { X, Y } = planarFlower();

console.log("X", X.shape, "  Y", Y.shape, "  examples:", X.shape[1]);
plot.scatter(X, Y, { title: "The flower", xLabel: "x₁", yLabel: "x₂", height: 420 });

// %% [markdown]
// ## What one neuron makes of it
//
// First the neuron of assignment 1, logistic regression, trained until nothing changes any more. Colours show its
// probability, and the line is where that is one half.

// %%
function sigmoid(Z: NDArray): NDArray {
  return np.divide(1, np.add(1, np.exp(np.negative(Z))));
}

function trainNeuron(
  X: NDArray,
  Y: NDArray,
  numIterations: number,
  learningRate: number,
): (X: NDArray) => NDArray {
  let w = np.zeros([X.shape[0], 1]);
  let b = 0;
  for (let i = 0; i < numIterations; i++) {
    const error = np.subtract(sigmoid(np.add(np.dot(w.T, X), b)), Y);
    w = np.subtract(w, np.multiply(learningRate / X.shape[1], np.dot(X, error.T)));
    b = b - learningRate * np.mean(error);
  }
  return (points) => sigmoid(np.add(np.dot(w.T, points), b));
}

// The share of the labels that a model gets right, in percent.
function accuracy(A: NDArray, Y: NDArray): string {
  return `${(100 * np.mean(np.equal(np.greater(A, 0.5), Y))).toFixed(1)} %`;
}

const neuron = trainNeuron(X, Y, 1000, 0.5);
plot.decisionBoundary(neuron, X, Y, {
  title: `One neuron: ${accuracy(neuron(X), Y)} right`,
  xLabel: "x₁",
  yLabel: "x₂",
  height: 420,
});

// %% [markdown]
// Worse than tossing a coin. It is not that it needs longer: its cost is as low as it can get. And even if you tried
// every line there is, the best one would get only two thirds of the points right. The model is too small for the data.

// %% [markdown]
// ## The network
//
// Two features go into four hidden units; their four outputs go into one output unit. Every line is a weight, and every
// circle that computes has a bias too. We count layers without the input, so this is a network of two layers, and
// $[1]$ marks what belongs to the hidden layer, $[2]$ the output layer.

// %% [folded]
function drawNetwork(layers: string[][]): void {
  const [width, gap] = [190, 52];
  const place = (layer: number, unit: number) => [
    80 + layer * width,
    125 + (unit - (layers[layer].length - 1) / 2) * gap,
  ];
  const lines: string[] = [];
  const circles: string[] = [];
  for (const [l, units] of layers.entries()) {
    for (const [i, name] of units.entries()) {
      const [x, y] = place(l, i);
      for (const k of layers[l - 1]?.keys() ?? []) {
        const [fromX, fromY] = place(l - 1, k);
        lines.push(
          `<line x1="${fromX}" y1="${fromY}" x2="${x}" y2="${y}" stroke="#8a94a6"/>`,
        );
      }
      const fill = ["#e7f0fb", "#fdeee2", "#e6f5ea"][l];
      circles.push(
        `<circle cx="${x}" cy="${y}" r="21" fill="${fill}" stroke="#5b6675"/>` +
          `<text x="${x}" y="${y + 5}" fill="#222" font-size="14" ` +
          `text-anchor="middle">${name}</text>`,
      );
    }
  }
  const text = layers.map((units) => units.join(" ")).join("  ->  ");
  const drawn = [...lines, ...circles].join("");
  const svg =
    `<svg width="540" height="250" role="img" aria-label="A network: ${text}">` +
    `${drawn}</svg>`;
  display({
    "text/plain": text,
    "text/html": svg,
  });
}

drawNetwork([["x₁", "x₂"], ["a₁", "a₂", "a₃", "a₄"], ["ŷ"]]);

// %% [markdown]
// For one example $x$, as a column:
//
// $$z^{[1]} = W^{[1]} x + b^{[1]}, \qquad a^{[1]} = \tanh(z^{[1]})$$
// $$z^{[2]} = W^{[2]} a^{[1]} + b^{[2]}, \qquad \hat y = a^{[2]} = \sigma(z^{[2]})$$
//
// Row $i$ of $W^{[1]}$ holds the weights of hidden unit $i$. In assignment 1 the weights of the only neuron were a
// *column* $w$, so they had to be transposed: $w^T x$. Here each unit's weights lie down as a *row* from the start,
// four rows on top of each other, so $W^{[1]}$ stands without a $T$: its first row times $x$ is what $w^T x$ was.
//
// Now put all $m$ examples side by side, and every small letter becomes a matrix with $m$ columns; the biases are
// broadcast. With $n_x$ features, $n_h$ hidden units and $n_y$ outputs:
//
// | what | shape | here |
// |---|---|---|
// | $X$ | $(n_x, m)$ | (2, 400) |
// | $W^{[1]}$, $b^{[1]}$ | $(n_h, n_x)$, $(n_h, 1)$ | (4, 2), (4, 1) |
// | $Z^{[1]}$, $A^{[1]}$ | $(n_h, m)$ | (4, 400) |
// | $W^{[2]}$, $b^{[2]}$ | $(n_y, n_h)$, $(n_y, 1)$ | (1, 4), (1, 1) |
// | $Z^{[2]}$, $A^{[2]}$, $Y$ | $(n_y, m)$ | (1, 400) |
//
// In code they are called `W1`, `b1`, `Z1`, `A1`, and so on. They travel in small dictionaries, and these are their
// types; the first one says: an object with the keys `W1`, `W2`, `b1` and `b2`, and an array under each.

// %%
type NetworkParameters = Record<`W${1 | 2}` | `b${1 | 2}`, NDArray>;
type ForwardCache = Record<`Z${1 | 2}` | `A${1 | 2}`, NDArray>;
type Gradients = Record<`dW${1 | 2}` | `db${1 | 2}`, NDArray>;

// %% [markdown]
// ## Activations
//
// What a unit does with its sum $z$ is its **activation function** $g$. Here are the usual four. Going backward we
// shall need their slopes, and it is handy that they can be computed from the output $a = g(z)$ alone. **Guess first:**
// a unit whose $z$ is 4 should change its mind. For which of the four is the slope there large enough to do it?
//
// | | $g(z)$ | $g'(z)$ | from $a$ | use it for |
// |---|---|---|---|---|
// | sigmoid | $\dfrac{1}{1 + e^{-z}}$ | $\sigma(z)\,(1 - \sigma(z))$ | $a (1 - a)$ | the output, when it is a probability |
// | tanh | $\dfrac{e^z - e^{-z}}{e^z + e^{-z}}$ | $1 - \tanh^2 z$ | $1 - a^2$ | hidden units; nearly always better there than the sigmoid |
// | ReLU | $\max(0, z)$ | $0$ if $z < 0$, $1$ if $z > 0$ | $0$ or $1$ | hidden units, the first choice in large networks |
// | leaky ReLU | $\max(0.01 z, z)$ | $0.01$ if $z < 0$, $1$ if $z > 0$ | $0.01$ or $1$ | hidden units, when ReLUs die |
//
// (At $z = 0$ the last two have no slope; any value between will do. The figures show a leaky ReLU with 0.1 in place of
// 0.01, or you would not see the leak.)

// %%
const activations = {
  sigmoid: {
    g: sigmoid,
    slope: (z: NDArray) => np.multiply(sigmoid(z), np.subtract(1, sigmoid(z))),
  },
  tanh: {
    g: (z: NDArray) => np.tanh(z),
    slope: (z: NDArray) => np.subtract(1, np.square(np.tanh(z))),
  },
  ReLU: {
    g: (z: NDArray) => np.maximum(0, z),
    slope: (z: NDArray) => np.greater(z, 0),
  },
  "leaky ReLU": {
    g: (z: NDArray) => np.maximum(np.multiply(0.1, z), z),
    slope: (z: NDArray) => np.where(np.greater(z, 0), 1, 0.1),
  },
};

const z = np.linspace(-4, 4, 161);
const draw = (what: "g" | "slope", title: string) =>
  plot.line(
    Object.entries(activations).map(([name, functions]) => ({
      x: z,
      y: functions[what](z),
      name,
    })),
    { title, xLabel: "z", yLabel: what === "g" ? "g(z)" : "g′(z)", height: 320 },
  );
draw("g", "Activations g(z)");
draw("slope", "Their slopes g′(z)");

// %% [markdown]
// Look at the slopes. Those of the sigmoid and of tanh die away on both sides: a unit whose $z$ is large learns almost
// nothing, whatever its error. The sigmoid's is at most ¼, that of tanh reaches 1, and the outputs of tanh lie around
// zero, which suits the layer that comes next. ReLU's slope stays 1 for all positive $z$.
//
// Can we trust the formulas? Measure the slopes: a small step both ways, and the difference divided by the distance.

// %%
for (const [name, { g, slope }] of Object.entries(activations)) {
  const step = 1e-5;
  // 160 points, none of them at the kink in 0.
  const points = np.linspace(-4, 4, 160);
  const measured = np.divide(
    np.subtract(g(np.add(points, step)), g(np.subtract(points, step))),
    2 * step,
  );
  const difference = np.max(np.abs(np.subtract(measured, slope(points))));
  console.log(name.padEnd(11), "largest difference", difference.toExponential(1));
}

// %% [markdown]
// ## Why not a straight one?
//
// Why bend at all? Suppose that the hidden units just passed on their sums, $a^{[1]} = z^{[1]}$. Then
//
// $$z^{[2]} = W^{[2]} (W^{[1]} x + b^{[1]}) + b^{[2]}
// = \underbrace{W^{[2]} W^{[1]}}_{W'} x + \underbrace{W^{[2]} b^{[1]} + b^{[2]}}_{b'}$$
//
// Two layers have collapsed into one neuron with the weights $W'$ and the bias $b'$, and we are back at the straight
// line. A hundred linear layers are no better than one. It is the bend in $g$ that makes depth worth anything.

// %%
{
  const random = new RandomState(5);
  const [W1, b1] = [random.randn(4, 2), random.randn(4, 1)];
  const [W2, b2] = [random.randn(1, 4), random.randn(1, 1)];
  const twoLayers = np.add(np.dot(W2, np.add(np.dot(W1, X), b1)), b2);
  const oneNeuron = np.add(np.dot(np.dot(W2, W1), X), np.add(np.dot(W2, b1), b2));
  const difference = np.max(np.abs(np.subtract(twoLayers, oneNeuron)));
  console.log(
    `8 + 4 weights act as ${np.dot(W2, W1)}; ` +
      `largest difference over 400 points ${difference.toExponential(1)}`,
  );
}

// %% [markdown]
// ## Build it
//
// ### Exercise 1: layerSizes
//
// The data say how many features and outputs there are. The number of hidden units is for us to choose: 4, to begin
// with.

// %% [graded] layerSizes

// %%
check({ layerSizes });

// %% [markdown]
// ### Exercise 2: initializeParameters
//
// A single neuron could start at zero. A layer must not: if all its units start alike, they compute the same, get the
// same gradient, and stay alike for ever. So the weights start at **random**; that *breaks the symmetry*. And they
// start **small**, because large ones drive tanh out to where its slope is nearly zero. The biases may be zero: the
// weights already tell the units apart.
//
// `np.random.randn(rows, columns)` draws from the normal distribution. With `np.random.seed(2)` in front, everybody
// gets the same numbers. Draw $W^{[1]}$ first, then $W^{[2]}$.

// %% [graded] initializeParameters

// %%
check({ initializeParameters });

// %% [markdown]
// ### Exercise 3: forwardPropagation
//
// All examples at once. The sums and activations go into the `cache`, because the pass backward will need them.
// `sigmoid` is the function that we declared above, and `np.tanh` exists.

// %% [graded] forwardPropagation

// %%
check({ forwardPropagation });

// %% [markdown]
// ### Exercise 4: computeCost
//
// The output is a probability, so the cost is the cross-entropy, as before:
//
// $$J = -\frac{1}{m} \sum_{i=1}^{m} \Bigl( y^{(i)} \log a^{[2](i)} + (1 - y^{(i)}) \log\bigl(1 - a^{[2](i)}\bigr) \Bigr)$$
//
// If a network has several outputs, the sum goes over all of them, and $m$ is still the number of examples.
//
// For a network it is no longer a single valley, but gradient descent finds good places all the same.

// %% [graded] computeCost

// %%
check({ computeCost });

// %% [markdown]
// Before it has learned anything, the network says 0.5 to everything. What should the cost be then? Think first.

// %%
if (ready("initializeParameters", "forwardPropagation", "computeCost")) {
  const start = initializeParameters(2, 4, 1);
  const { A2 } = forwardPropagation(X, start);
  console.log(
    "cost at the start",
    computeCost(A2, Y, start),
    "   log 2 =",
    Math.log(2),
  );
}

// %% [markdown]
// ## Backward
//
// We want to know how the cost changes with each of the 17 parameters. The **chain rule** takes us there, one step back
// at a time. Write $dz$ for $\partial \mathcal{L} / \partial z$, and take one example.
//
// **The output.** The loss depends on $a^{[2]}$, which depends on $z^{[2]}$:
//
// $$dz^{[2]} = \underbrace{\Bigl(-\frac{y}{a^{[2]}} + \frac{1 - y}{1 - a^{[2]}}\Bigr)}_{\partial \mathcal{L} / \partial a^{[2]}}
// \cdot \underbrace{a^{[2]} (1 - a^{[2]})}_{\sigma'(z^{[2]})} = a^{[2]} - y$$
//
// Nearly everything cancels; what is left is the error.
//
// **The hidden layer.** $z^{[2]} = W^{[2]} a^{[1]} + b^{[2]}$, so each hidden unit gets its share of the error, in
// proportion to the weight by which it caused it; and then comes the slope of *its* activation, whichever that is:
//
// $$dz^{[1]} = W^{[2]T} dz^{[2]} * g^{[1]\prime}(z^{[1]})$$
//
// **The parameters.** A weight multiplies an input, so its gradient is the error times that input; a bias multiplies 1.
// Over all examples we take the average, and a matrix product does the sum for us:
//
// $$\begin{aligned}
// dZ^{[2]} &= A^{[2]} - Y & dZ^{[1]} &= W^{[2]T} dZ^{[2]} * g^{[1]\prime}(Z^{[1]}) \\
// dW^{[2]} &= \tfrac{1}{m}\, dZ^{[2]} A^{[1]T} & dW^{[1]} &= \tfrac{1}{m}\, dZ^{[1]} X^T \\
// db^{[2]} &= \tfrac{1}{m} \textstyle\sum_i dZ^{[2](i)} & db^{[1]} &= \tfrac{1}{m} \textstyle\sum_i dZ^{[1](i)}
// \end{aligned}$$
//
// Here $*$ is element by element: `np.multiply`. Everything else is `np.dot`.
//
// Remember what $dZ$ means here: one column for each example, the slope of *that example's* loss. The average, $1/m$,
// is taken in $dW$ and $db$. So it stays in assignments 3 and 4; in 5 it will move.
//
// ### Exercise 5: backwardPropagation
//
// One thing is for you to decide: which slope is $g^{[1]\prime}$? Look up which activation the hidden units of *this*
// network have, and find its slope in the table of activations, in the form that needs only what is in the cache. (With
// leaky ReLUs in their place, only that one factor would change. To what?)
//
// A gradient has the shape of its parameter; when in doubt, let the shapes lead you. For `db` sum over the examples,
// which are the columns, and keep the axis so that a column comes out: `np.sum(dZ, 1, true)`.

// %% [graded] backwardPropagation

// %%
check({ backwardPropagation });

// %% [markdown]
// And measure again: change one parameter a little both ways, watch the cost, and compare with your gradient.

// %%
if (ready("forwardPropagation", "computeCost", "backwardPropagation")) {
  const random = new RandomState(3);
  const network: NetworkParameters = {
    W1: random.randn(4, 2),
    b1: random.randn(4, 1),
    W2: random.randn(1, 4),
    b2: random.randn(1, 1),
  };
  const grads = backwardPropagation(
    network,
    forwardPropagation(X, network).cache,
    X,
    Y,
  );
  // The cost when the first number of one parameter is a little larger.
  const costWith = (name: keyof NetworkParameters, change: number): number => {
    const moved = network[name].copy();
    moved.set(0, 0, moved.at(0, 0) + change);
    const other = { ...network, [name]: moved };
    return computeCost(forwardPropagation(X, other).A2, Y, other);
  };
  for (const name of ["W1", "b1", "W2", "b2"] as const) {
    const measured = (costWith(name, 1e-5) - costWith(name, -1e-5)) / 2e-5;
    const formula = grads[`d${name}`].at(0, 0);
    console.log(
      `d${name}[0, 0]   by formula ${formula.toFixed(10)}   ` +
        `by measuring ${measured.toFixed(10)}`,
    );
  }
}

// %% [markdown]
// ### Exercise 6: updateParameters
//
// One step downhill for every parameter: $\theta := \theta - \alpha \, d\theta$. Return **new** arrays in a new
// dictionary; whoever called you may still need the old ones.

// %% [graded] updateParameters

// %%
check({ updateParameters });

// %% [markdown]
// ### Exercise 7: nnModel
//
// Now put it together: start, and then again and again forward, cost, backward, update. Keep the cost of every 10th
// iteration, to draw a curve of them later. Printed are fewer: with `printCost`, those of every 1000th.

// %% [graded] nnModel

// %%
check({ nnModel });

// %% [markdown]
// ### Exercise 8: predict
//
// As in assignment 1: label 1 where the probability is **greater than** 0.5, otherwise 0.

// %% [graded] predict

// %%
check({ predict });

// %% [markdown]
// ## The flower again
//
// Four hidden units, ten thousand steps; about five seconds. **Guess first:** one neuron got half of the points right,
// and the best straight line gets two thirds. What will four of them reach together?

// %%
const trained = ready("nnModel", "predict") ? nnModel(X, Y, 4, 10000, 1.2, true) : null;

if (trained) {
  const probability = (points: NDArray) =>
    forwardPropagation(points, trained.parameters).A2;
  const right = accuracy(predict(trained.parameters, X), Y);
  const title = `Four hidden units: ${right} right`;
  plot.decisionBoundary(probability, X, Y, {
    title,
    xLabel: "x₁",
    yLabel: "x₂",
    height: 420,
  });
  const x = trained.costs.map((_, k) => 10 * k);
  plot.line(
    { x, y: trained.costs },
    { title: "Cost while learning", xLabel: "step", yLabel: "cost" },
  );
}

// %% [markdown]
// The network has found the petals, with a mere 17 numbers. Most of the cost is gone after 300 steps; near step 2000 it
// falls once more. (Other computers print other costs from iteration 8000 on. The training passes a steep place there,
// where the curve goes up a little, and the last digit of a sum, which depends on the order of its terms, grows until
// it shows.)

// %% [markdown]
// ## What do the hidden units see?
//
// Let us look inside. Each panel shows the output of one hidden unit over the plane, from −1 (blue) to 1 (orange), and
// the line where it is zero. The last one shows what the output unit makes of the four.

// %%
if (ready("nnModel", "forwardPropagation") && trained) {
  const { parameters } = trained;
  const hidden = (i: number) => (points: NDArray) => {
    const a = forwardPropagation(points, parameters).cache.A1.slice(
      `${i}:${i + 1}`,
      ":",
    );
    return np.divide(np.add(a, 1), 2);
  };
  const units = [0, 1, 2, 3].map((i) => ({
    title: `unit ${i + 1}, weight ${parameters.W2.at(0, i).toFixed(1)}`,
    predict: hidden(i),
  }));
  const output = {
    title: "the output",
    predict: (points: NDArray) => forwardPropagation(points, parameters).A2,
  };
  plot.decisionBoundaries([...units, output], X, Y, { title: "What each unit sees" });
}

// %% [markdown]
// Every hidden unit is a neuron like the one in assignment 1, with a **straight** border. The output weighs the four
// and adds them up: three borders cross in the middle and make six sectors, one for each group of petals.

// %% [markdown]
// ## Watch it learn
//
// The boundary after more and more steps. Here we go through the iterations ourselves, to look at the network on the
// way.

// %%
if (
  ready(
    "initializeParameters",
    "forwardPropagation",
    "backwardPropagation",
    "updateParameters",
  )
) {
  const stops = [0, 100, 300, 1000, 2000, 5000];
  const panels: { title: string; predict: (X: NDArray) => NDArray }[] = [];
  let parameters = initializeParameters(2, 4, 1);
  for (const i of progress(5001, "steps")) {
    const { A2, cache } = forwardPropagation(X, parameters);
    if (stops.includes(i)) {
      const now = parameters;
      panels.push({
        title: `after ${i}: ${accuracy(A2, Y)}`,
        predict: (points) => forwardPropagation(points, now).A2,
      });
    }
    parameters = updateParameters(
      parameters,
      backwardPropagation(parameters, cache, X, Y),
      1.2,
    );
  }
  plot.decisionBoundaries(panels, X, Y, { title: "The boundary while learning" });
}

// %% [markdown]
// ## Why random weights?
//
// The same training from three different starts: all weights zero, all weights 0.5, and small random ones. **Guess
// first:** what will the boundary look like in each case?

// %%
if (
  ready(
    "initializeParameters",
    "forwardPropagation",
    "backwardPropagation",
    "updateParameters",
  )
) {
  const alike = (value: number): NetworkParameters => ({
    W1: np.full([4, 2], value),
    b1: np.zeros([4, 1]),
    W2: np.full([1, 4], value),
    b2: np.zeros([1, 1]),
  });
  const starts: [name: string, start: NetworkParameters][] = [
    ["all zero", alike(0)],
    ["all 0.5", alike(0.5)],
    ["random", initializeParameters(2, 4, 1)],
  ];
  const panels: { title: string; predict: (X: NDArray) => NDArray }[] = [];
  for (const [name, start] of progress(starts, "starts")) {
    let parameters = start;
    for (let i = 0; i < 2000; i++) {
      const { cache } = forwardPropagation(X, parameters);
      parameters = updateParameters(
        parameters,
        backwardPropagation(parameters, cache, X, Y),
        1.2,
      );
    }
    const predictions = (points: NDArray) => forwardPropagation(points, parameters).A2;
    panels.push({
      title: `${name}: ${accuracy(predictions(X), Y)}`,
      predict: predictions,
    });
    console.log(`W1 from ${name}, after 2000 steps\n${parameters.W1}\n`);
  }
  plot.decisionBoundaries(panels, X, Y, { title: "Three starts, 2000 steps each" });
}

// %% [markdown]
// From zero, nothing moves at all: $A^{[1]} = 0$ makes $dW^{[2]} = 0$, and $W^{[2]} = 0$ makes $dW^{[1]} = 0$. From 0.5
// the weights do move, but look at the rows of `W1`: all four units are the same unit. Four units that agree about
// everything are one unit, and one unit draws one straight line.

// %% [markdown]
// ## The learning rate
//
// How long a step? Here are four rates over the first 2000 steps.

// %%
if (
  ready(
    "initializeParameters",
    "forwardPropagation",
    "computeCost",
    "backwardPropagation",
    "updateParameters",
  )
) {
  const curves: { x: number[]; y: number[]; name: string }[] = [];
  for (const rate of progress([0.05, 0.3, 1.2, 20], "learning rates")) {
    const curve = { x: [] as number[], y: [] as number[], name: `α = ${rate}` };
    let parameters = initializeParameters(2, 4, 1);
    for (let i = 0; i < 2000; i++) {
      const { A2, cache } = forwardPropagation(X, parameters);
      if (i % 20 === 0) {
        curve.x.push(i);
        curve.y.push(computeCost(A2, Y, parameters));
      }
      parameters = updateParameters(
        parameters,
        backwardPropagation(parameters, cache, X, Y),
        rate,
      );
    }
    curves.push(curve);
  }
  plot.line(curves, {
    title: "Cost while learning",
    xLabel: "step",
    yLabel: "cost",
    logY: true,
  });
}

// %% [markdown]
// With 0.05 learning has hardly begun. With 20 every step jumps across the valley, often to a worse place on the other
// side. The plateau at the start, and the sudden fall after it, are typical of small random weights: the units must
// first become different from each other.

// %% [markdown]
// ## How many hidden units?
//
// From 1 to 50, with 5000 steps each, about ten seconds in all. **Guess first:** with which number do the fresh points
// come out best? To see more than how well the network remembers, we also draw a second flower, of 4000 points, which
// no network has seen, and count how many of *those* are right.

// %%
if (ready("nnModel", "predict")) {
  const fresh = planarFlower(4000, new RandomState(2));
  const panels: { title: string; predict: (X: NDArray) => NDArray }[] = [];
  const rows = ["units   seen      fresh"];
  for (const nH of progress([1, 2, 3, 4, 5, 20, 50], "hidden sizes")) {
    const { parameters } = nnModel(X, Y, nH, 5000);
    const seen = accuracy(predict(parameters, X), Y);
    const unseen = accuracy(predict(parameters, fresh.X), fresh.Y);
    rows.push(`${String(nH).padEnd(7)} ${seen.padEnd(9)} ${unseen}`);
    const title = nH === 1 ? `1 unit: ${seen}` : `${nH} units: ${seen}`;
    panels.push({
      title,
      predict: (points) => forwardPropagation(points, parameters).A2,
    });
  }
  console.log(rows.join("\n"));
  plot.decisionBoundaries(panels, X, Y, {
    title: "From 1 to 50 hidden units",
    columns: 4,
  });
}

// %% [markdown]
// One unit is a straight line again, two are not enough either, and with three the petals appear: three borders, six
// sectors. From there on more units gain nothing; about eight percent of the points lie on the wrong petal, and nobody
// can know. But look closely at 20 and 50 units: there are small islands around a few points. The network begins to
// learn the noise.
//
// With fewer examples that becomes serious. Here is the same flower with 40 points only.

// %%
if (ready("nnModel", "predict")) {
  const small = planarFlower(40, new RandomState(1));
  const fresh = planarFlower(4000, new RandomState(2));
  const panels = [4, 20, 50].map((nH) => {
    const { parameters } = nnModel(small.X, small.Y, nH, 5000);
    const [seen, unseen] = [small, fresh].map(({ X, Y }) =>
      accuracy(predict(parameters, X), Y),
    );
    const predictions = (points: NDArray) => forwardPropagation(points, parameters).A2;
    return {
      title: `${nH} units: seen ${seen}, fresh ${unseen}`,
      predict: predictions,
    };
  });
  plot.decisionBoundaries(panels, small.X, small.Y, {
    title: "The same with 40 points",
  });
}

// %% [markdown]
// All points right, and yet *worse* on fresh ones: that is **overfitting**, and assignment 4 is about what to do
// against it.

// %% [markdown]
// ## Other shapes
//
// Nothing in your network knows about flowers. Try it on other sets: `noisyCircles`, `noisyMoons`, `blobs`,
// `gaussianQuantiles`; change the number of hidden units as well.

// %%
if (ready("nnModel", "predict")) {
  const { X, Y } = planarExtras(new RandomState(1)).noisyMoons;
  const { parameters } = nnModel(X, Y, 5, 5000);
  const probability = (points: NDArray) => forwardPropagation(points, parameters).A2;
  const title = `Noisy moons, 5 hidden units: ${accuracy(predict(parameters, X), Y)}`;
  plot.decisionBoundary(probability, X, Y, {
    title,
    xLabel: "x₁",
    yLabel: "x₂",
    height: 420,
  });
}

// %% [markdown]
// ## Summary
//
// - A hidden layer of units with a **bent** activation turns straight borders into curves; without the bend, layers
//   collapse into one.
// - tanh or ReLU for hidden units, the sigmoid for a probability at the output.
// - Forward: sums and activations, kept in a cache. Backward: the error at the output, passed back through the weights,
//   times the slope of the activation.
// - Weights start random (to tell the units apart) and small (to keep tanh out of its flat ends).
// - More hidden units fit more; whether that is any good, only fresh data can say.
//
// Something to try: tanh replaced by ReLU in the hidden layer (which two lines change?), a start with larger weights,
// the blobs with one hidden unit. What counts for your grade are the eight functions.
//
// ## Read on
//
// - D. Rumelhart, G. Hinton and R. Williams, "Learning representations by back-propagating errors", *Nature* 323
//   (1986).
// - G. Cybenko, "Approximation by superpositions of a sigmoidal function", *Mathematics of Control, Signals and
//   Systems* 2 (1989): one hidden layer is enough for any continuous function, if it is wide enough.
// - X. Glorot, A. Bordes and Y. Bengio, "Deep sparse rectifier neural networks", *AISTATS* 2011; A. Maas, A. Hannun and
//   A. Ng, "Rectifier nonlinearities improve neural network acoustic models", *ICML* 2013: ReLU and leaky ReLU.
// - I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning*, MIT Press 2016, chapter 6.
