// The lesson of assignment 1 in percent format: `nablab build` makes the notebook from it.
// biome-ignore-all lint/correctness/noUnusedImports: NotImplemented is for the starters.
// biome-ignore-all lint/correctness/noUnusedVariables: what one cell declares, the learner may use in the next.

// %% [markdown]
// # Logistic regression: a network of one neuron
//
// You will teach a single neuron to tell handwritten **3s from 8s**. It is the smallest neural network there is, and
// everything that a large one does is already here: a *forward pass* that turns an image into a probability, a *cost*
// that says how bad those probabilities are, a *backward pass* that finds out which way to change the parameters, and
// *gradient descent*, which changes them.
//
// You write six short functions. Below each one, `check` tells you at once whether it is right, and if not, why.
// Replace the line `throw new NotImplemented(…)` by your code, and run the cell with Shift+Enter.
//
// - **You need** matrices, derivatives and the chain rule, and enough TypeScript to write a loop. No machine learning.
// - **Afterwards you can** write logistic regression with whole arrays, say what a loss and a cost are, check a
//   gradient by measuring it, and choose a learning rate by looking at a curve.
// - **It takes** about three hours. No cell runs for longer than three seconds.
//
// A cell that is folded, with three dots in place of its code, is given and need not be read. Click the dots to open
// it.

// %%
import {
  check,
  loadMnist,
  type NDArray,
  NotImplemented,
  np,
  plot,
  progress,
  ready,
  timeit,
  useAssignment,
} from "nablab";

useAssignment("logistic-regression");

// %% [markdown]
// ## The data: images as columns
//
// For every image in our set somebody has written down the right answer, its **label**, and the neuron is to give the
// right answer for new images as well. That is **supervised learning**, and so is nearly everything in this course:
// from the size of a house to its price, from a recording to its words, from a photo to what it shows. Data such as a
// table of houses are called **structured**, because each column means something by itself. Images, sound and text are
// **unstructured**: a single pixel tells nothing. Neural networks take both, and are famous for the second.
//
// An image of 28 × 28 pixels is 784 numbers from 0 (black) to 1 (white). We *flatten* it into one column $x$ of $n =
// 784$ features, and put the columns of all $m$ examples side by side:
//
// $$X = \begin{bmatrix} | & | & & | \\ x^{(1)} & x^{(2)} & \cdots & x^{(m)} \\ | & | & & | \end{bmatrix} \in \mathbb{R}^{n \times m},
// \qquad Y = \begin{bmatrix} y^{(1)} & y^{(2)} & \cdots & y^{(m)} \end{bmatrix} \in \mathbb{R}^{1 \times m}$$
//
// The label is $y = 0$ for a 3 and $y = 1$ for an 8. Examples stand in columns throughout this course, with one
// exception: in assignment 6 an image keeps its rows and columns, and there the examples come first.

// %%
const { XTrain, YTrain, XTest, YTest } = loadMnist({
  digits: [3, 8],
  train: 1000,
  test: 400,
});

console.log("XTrain", XTrain.shape, "  YTrain", YTrain.shape);
console.log("XTest ", XTest.shape, "  YTest ", YTest.shape);

// %%
// Column i of X, as an image again.
const imageOf = (X: NDArray, i: number): NDArray => X.slice(":", i).reshape(28, 28);
const first = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

plot.image(
  first.map((i) => imageOf(XTrain, i)),
  {
    title: "Ten of the training images",
    captions: first.map((i) => `y = ${YTrain.at(0, i)}`),
  },
);

// %% [markdown]
// ## np in five minutes
//
// `np` works on whole arrays at once, as NumPy does. TypeScript has no operators for arrays, so sums and products are
// functions: `np.add`, `np.subtract`, `np.multiply`, `np.divide`. They go **element by element**. The matrix product is
// `np.dot`, and `A.T` is the transpose of `A`.

// %%
const A = np.array([
  [1, 2, 3],
  [4, 5, 6],
]);

console.log(`A\n${A}\nA * A\n${np.multiply(A, A)}\nA . A^T\n${np.dot(A, A.T)}`);
console.log(
  "sum of all",
  np.sum(A),
  "of columns",
  np.sum(A, 0),
  "of rows",
  np.sum(A, 1),
);

// %% [markdown]
// **Broadcasting.** When shapes differ, `np` stretches the axes of length 1: a column of shape (2, 1) is added to every
// column of a (2, 3) matrix, a row of shape (1, 3) to every row, a number to everything.

// %%
console.log(`a number\n${np.add(A, 100)}`);
console.log(`a column\n${np.add(A, [[10], [20]])}`);
console.log(`a row\n${np.add(A, [[1, 2, 3]])}`);

// %% [markdown]
// Together with sums along an axis, that replaces most loops. Here is a table with a column for each food. What share
// of a food's energy comes from what? Divide every column by its sum: a (3, 4) matrix by a row of shape (1, 4). The
// argument `true` keeps the axis that is summed over, so that the sum is a row and not an array of rank 1.

// %%
// kcal in 100 g, from carbohydrate, protein and fat: bread, cheese, lentils, walnuts.
const energy = np.array([
  [196, 5, 80, 55],
  [36, 100, 36, 61],
  [30, 297, 4, 587],
]);
const share = np.multiply(100, np.divide(energy, np.sum(energy, 0, true)));

console.log(`percent\n${np.round(share, 1)}\ncolumn by column ${np.sum(share, 0)}`);

// %% [markdown]
// **Beware of rank 1.** An array of shape `(3,)` is neither a row nor a column: transposing it changes nothing, and
// broadcasting may make a matrix where you wanted a column. Give vectors two dimensions, `(3, 1)` or `(1, 3)`.
//
// **Make a habit of checking shapes.** Most mistakes in this course are wrong shapes, and a line that says which shape
// you expect finds them where they are made, not three functions later. It costs nothing, and you may leave it in.

// %%
const rank1 = np.array([1, 2, 3]);
const column = rank1.reshape(3, 1);

console.log("rank 1:", rank1.shape, "transposed", rank1.T.shape);
console.log("column:", column.shape, "transposed", column.T.shape);
console.log("column - rank 1 is no column, but", np.subtract(column, rank1).shape);

function expectShape(A: NDArray, ...expected: number[]): void {
  if (`${A.shape}` === `${expected}`) return;
  throw new Error(`the shape is (${A.shape}), not (${expected})`);
}

expectShape(share, 3, 4);
try {
  expectShape(np.subtract(column, rank1), 3, 1);
} catch (error) {
  console.log("caught:", (error as Error).message);
}

// %% [markdown]
// ## The neuron
//
// The neuron weighs every pixel, adds a bias $b$, and squashes the sum into a probability:
//
// $$z = w^T x + b, \qquad \hat y = a = \sigma(z), \qquad \sigma(z) = \frac{1}{1 + e^{-z}}$$
//
// $a$ is the probability, as the neuron sees it, that $y = 1$: that the image is an 8.
//
// ### Exercise 1: sigmoid
//
// Write $\sigma$ so that it takes a number or an array. The first two lines say just that to TypeScript: a number gives
// a number, an array gives an array. `np.exp`, `np.add` and `np.divide` keep to the same rule.

// %% [graded] sigmoid

// %%
check({ sigmoid });

// %%
if (ready("sigmoid")) {
  const z = np.linspace(-8, 8, 161);
  plot.line(
    { x: z, y: sigmoid(z) },
    { title: "The sigmoid", xLabel: "z", yLabel: "σ(z)", height: 300 },
  );
}

// %% [markdown]
// ## Parameters to start from
//
// What the neuron knows is in its weights $w$, one for each pixel, and its bias $b$. A single neuron may start at zero.
// (With more neurons, zeros would keep them all alike; that is a story for the next assignment.)
//
// ### Exercise 2: initializeWithZeros

// %% [graded] initializeWithZeros

// %%
check({ initializeWithZeros });

// %% [markdown]
// ## How wrong is it? Loss and cost
//
// The **loss** belongs to *one* example. Cross-entropy is small when the probability of the true label is near 1, and
// grows without bound as that probability goes to 0:
//
// $$\mathcal{L}(a, y) = -\bigl(y \log a + (1 - y) \log(1 - a)\bigr)$$
//
// The **cost** belongs to the *whole* training set. It is the average loss:
//
// $$J(w, b) = \frac{1}{m} \sum_{i=1}^{m} \mathcal{L}\bigl(a^{(i)}, y^{(i)}\bigr)$$
//
// The curves below show the first. A wrong answer given with certainty costs without limit.

// %%
const a = np.linspace(0.005, 0.995, 199);

plot.line(
  [
    { x: a, y: np.negative(np.log(a)), name: "y = 1" },
    { x: a, y: np.negative(np.log(np.subtract(1, a))), name: "y = 0" },
  ],
  {
    title: "The loss of one example",
    xLabel: "predicted probability a",
    yLabel: "loss",
    height: 300,
  },
);

// %% [markdown]
// Why not the squared error $(a - y)^2$? **Guess first:** five examples with a single feature, a neuron with a single
// weight $w$ and no bias. How many valleys does each cost have as $w$ goes from −2 to 3?

// %% [folded]
// x and y of five examples. The last one lies far out.
const fiveX = np.array([[1, 1, 1, 0.3, 10]]);
const fiveY = np.array([[1, 1, 1, 0, 0]]);
const probabilityOf = (w: number): NDArray =>
  np.divide(1, np.add(1, np.exp(np.multiply(-w, fiveX))));

const squaredCost = (w: number): number =>
  np.mean(np.square(np.subtract(probabilityOf(w), fiveY)));
const crossEntropy = (w: number): number => {
  const ofLabel = np.where(fiveY, probabilityOf(w), np.subtract(1, probabilityOf(w)));
  return -np.mean(np.log(ofLabel));
};

const weightsToTry = [...np.linspace(-2, 3, 201).toTypedArray()];
const curveOf = (cost: (w: number) => number, name?: string) => ({
  x: weightsToTry,
  y: weightsToTry.map(cost),
  name,
});

plot.line(curveOf(squaredCost), {
  title: "Squared error of the five examples",
  xLabel: "weight w",
  yLabel: "cost",
  height: 280,
  alt: "The squared error by w: two valleys, at -0.1 and 1.9, and a hill between them.",
});
plot.line(curveOf(crossEntropy), {
  title: "Cross-entropy of the same examples",
  xLabel: "weight w",
  yLabel: "cost",
  height: 280,
  alt: "The cross-entropy by w: one valley, at -0.2, steep on its right side.",
});

// %% [markdown]
// The squared error has **two** valleys, at $w = -0.1$ and at $w = 1.9$, with a hill between them: whoever starts on
// the right never finds the better one on the left. A sigmoid that is surely wrong is flat, so the far example pulls no
// more. Cross-entropy has a single valley, and the more wrong an example is, the harder it pulls.

// %% [markdown]
// ## Forward and backward
//
// All examples at once, without a loop:
//
// $$A = \sigma(w^T X + b), \qquad J = -\frac{1}{m} \sum_{i=1}^{m} \bigl(y^{(i)} \log a^{(i)} + (1 - y^{(i)}) \log(1 - a^{(i)})\bigr)$$
//
// Going backward with the chain rule, nearly everything cancels, and what is left is the error $A - Y$:
//
// $$\frac{\partial J}{\partial w} = \frac{1}{m} X (A - Y)^T, \qquad
// \frac{\partial J}{\partial b} = \frac{1}{m} \sum_{i=1}^{m} \bigl(a^{(i)} - y^{(i)}\bigr)$$
//
// In code they are called `dw` and `db`. A gradient always has the shape of what it is the gradient of.
//
// ### Exercise 3: propagate
//
// Mind the shapes: $w^T$ is $(1, n)$, $X$ is $(n, m)$, so $A$ is $(1, m)$, just like $Y$.

// %% [graded] propagate

// %%
check({ propagate });

// %% [markdown]
// **Do you trust your gradient?** The slope of $J$ in one direction can also be measured: take a small step both ways
// and divide the difference by the distance. Both figures should agree in the first seven digits or so.

// %%
if (ready("propagate")) {
  const X = np.array([
    [1, 2, -1],
    [3, 4, -3.2],
  ]);
  const Y = np.array([[1, 0, 1]]);
  const w = np.array([[0.1], [0.2]]);
  const step = 1e-5;
  const costAt = (w0: number): number =>
    propagate(np.array([[w0], [0.2]]), 0.3, X, Y).cost;

  console.log("by formula ", propagate(w, 0.3, X, Y).grads.dw.at(0, 0));
  console.log("by measuring", (costAt(0.1 + step) - costAt(0.1 - step)) / (2 * step));
}

// %% [markdown]
// ## Why no loops?
//
// The same pass with explicit loops, one over examples and one over pixels, gives the same numbers. Here are both,
// timed on our 1000 images. **Guess first:** how many times faster are whole arrays? And for the inner product of two
// vectors?

// %%
function propagateWithLoops(w: NDArray, b: number, X: NDArray, Y: NDArray) {
  const [n, m] = X.shape;
  const dw = np.zeros([n, 1]);
  let db = 0;
  let cost = 0;
  for (let j = 0; j < m; j++) {
    let z = b;
    for (let i = 0; i < n; i++) z += w.at(i, 0) * X.at(i, j);
    const a = 1 / (1 + Math.exp(-z));
    const error = a - Y.at(0, j);
    cost -= Y.at(0, j) === 1 ? Math.log(a) : Math.log(1 - a);
    db += error;
    for (let i = 0; i < n; i++) dw.set(i, 0, dw.at(i, 0) + error * X.at(i, j));
  }
  return { dw: np.divide(dw, m), db: db / m, cost: cost / m };
}

if (ready("propagate")) {
  const w = np.zeros([784, 1]);
  const loops = timeit(() => propagateWithLoops(w, 0, XTrain, YTrain));
  const vectors = timeit(() => propagate(w, 0, XTrain, YTrain));
  console.log(`explicit loops  ${loops.toFixed(2)} ms`);
  console.log(`whole arrays    ${vectors.toFixed(2)} ms`);
  console.log(`ratio           ${(loops / vectors).toFixed(1)}`);
}

// %% [markdown]
// And a plain inner product of two vectors with a million entries:

// %%
const u = np.random.rand(1_000_000);
const v = np.random.rand(1_000_000);

const loopTime = timeit(() => {
  let sum = 0;
  for (let i = 0; i < u.size; i++) sum += u.at(i) * v.at(i);
  return sum;
});
const dotTime = timeit(() => np.dot(u, v));
console.log(`for loop  ${loopTime.toFixed(2)} ms`);
console.log(`np.dot    ${dotTime.toFixed(2)} ms`);

// %% [markdown]
// JavaScript's loops are fast, a hundred times faster than Python's, so for one inner product the loop keeps up. A
// whole pass is another matter: a matrix product reuses every number it has loaded, several at a time. Shorter to read,
// too.

// %% [markdown]
// ## Gradient descent
//
// The gradient points to where the cost grows fastest. You want to go down, so step the other way, and the steeper it
// is, the farther: by the gradient times a number $\alpha$, the **learning rate**. Then look where you are, and do it
// again. Here is that walk for the five examples above, where there is only one weight. The steps become shorter all by
// themselves, since the slope does.

// %% [folded]
// A walk downhill from w = 2 as stairs: across to the next weight, then down to its
// cost. Slopes are measured.
function walkDown(rate: number, steps: number) {
  const [x, y] = [[2], [crossEntropy(2)]];
  for (let step = 0; step < steps; step++) {
    const w = x[x.length - 1];
    const slope = (crossEntropy(w + 1e-5) - crossEntropy(w - 1e-5)) / 2e-5;
    const next = w - rate * slope;
    x.push(next, next);
    y.push(crossEntropy(w), crossEntropy(next));
  }
  return { x, y, name: `α = ${rate}, ${steps} steps` };
}

plot.line([curveOf(crossEntropy, "the cost"), walkDown(0.05, 12), walkDown(0.5, 12)], {
  title: "Walking down into the valley",
  xLabel: "weight w",
  yLabel: "cost",
  height: 360,
  alt:
    "The cost by w, a valley, and two walks down its right side as stairs: the " +
    "steps of α = 0.05 are short and even, those of α = 0.5 long, and shorter near " +
    "the bottom.",
});

// %% [markdown]
// ### Exercise 4: optimize
//
// Now with all 784 weights and the bias. No formula this time: you know what a gradient is and which way is down.
// Decide in which order things happen. In one step, $w$ and $b$ must both be judged **from the same place**; and the
// cost that you keep for the iterations 0, 100, 200, … is the one that was found *before* the step.

// %% [graded] optimize

// %%
check({ optimize });

// %% [markdown]
// ## From probabilities to labels
//
// ### Exercise 5: predict
//
// An example is an 8 when its probability is **greater than** 0.5.

// %% [graded] predict

// %%
check({ predict });

// %% [markdown]
// ## All together
//
// ### Exercise 6: model
//
// Start at zero, descend, predict both sets.

// %% [graded] model

// %%
check({ model });

// %% [markdown]
// Now train on the digits: 1000 images, 500 steps.

// %%
function accuracy(predicted: NDArray, Y: NDArray): string {
  return `${(100 * np.mean(np.equal(predicted, Y))).toFixed(1)} %`;
}

const digits = ready("model") ? model(XTrain, YTrain, XTest, YTest, 500, 0.02) : null;
if (digits) {
  console.log("Training set", accuracy(digits.YPredictionTrain, YTrain));
  console.log("Test set    ", accuracy(digits.YPredictionTest, YTest));
}

// %% [markdown]
// The neuron is a little better on images it has seen than on new ones. That difference, here 1.6 percentage points, is
// the **generalization gap**. A gap alone is no illness. When more training makes the *second* figure worse, that is
// **overfitting**: you will see it in assignment 2, and assignment 4 is about what to do.

// %% [markdown]
// ## The learning rate
//
// Too small, and learning takes for ever. Too large, and the steps jump across the valley and up the other side: the
// cost rises before it falls, or never comes down at all. Here are the first 50 steps for three rates. **Guess first:**
// which of 0.01, 0.1 and 0.7 is ahead after 50 steps? And which after 5?

// %%
if (ready("optimize")) {
  const curves = [];
  for (const rate of progress([0.01, 0.1, 0.7], "learning rates")) {
    let w = np.zeros([784, 1]);
    let b = 0;
    const y: number[] = [];
    for (let i = 0; i < 50; i++) {
      // A single step, to see the cost of every one.
      const step = optimize(w, b, XTrain, YTrain, 1, rate);
      w = step.params.w;
      b = step.params.b;
      y.push(step.costs[0]);
    }
    curves.push({ y, name: `α = ${rate}` });
  }
  plot.line(curves, { title: "Cost while learning", xLabel: "step", yLabel: "cost" });
}

// %% [markdown]
// ## Which ones does it get wrong?
//
// Always look at the mistakes. Would you have known? (How to learn from them what to do next is a story of its own:
// assignment 9.)

// %%
if (ready("model") && digits) {
  const { YPredictionTest } = digits;
  const name = (label: number): string => (label === 1 ? "8" : "3");
  const wrong = Array.from({ length: YTest.size }, (_, i) => i)
    .filter((i) => YPredictionTest.at(0, i) !== YTest.at(0, i))
    .slice(0, 10);
  plot.image(
    wrong.map((i) => imageOf(XTest, i)),
    {
      title: "Ten test images that it gets wrong",
      captions: wrong.map(
        (i) => `says ${name(YPredictionTest.at(0, i))}, is ${name(YTest.at(0, i))}`,
      ),
    },
  );
}

// %% [markdown]
// ## What has it learned?
//
// There is one weight for each pixel, so the weights are an image too. Red will mean that ink speaks for an 8, blue
// that it speaks for a 3. **Guess first:** where does an 8 have ink and a 3 has none? Look there.

// %%
if (ready("model") && digits) {
  plot.heatmap(digits.w.reshape(28, 28), {
    title: "The weights",
    diverging: true,
    height: 420,
  });
}

// %% [markdown]
// ## Summary
//
// - A neuron computes $a = \sigma(w^T x + b)$: a probability.
// - The **loss** rates one example, the **cost** averages over all of them.
// - The backward pass is short: the error $A - Y$, times what went in.
// - Gradient descent, over and over: $w := w - \alpha\, \partial J / \partial w$ and $b := b - \alpha\, \partial J /
//   \partial b$.
// - Examples are columns; keep vectors two-dimensional; write whole arrays instead of loops.
//
// Something to try: other digits (`loadMnist({ digits: [4, 9] })`), fewer training images, a larger learning rate. Then
// save the notebook; what counts for your grade are the six functions.
//
// ## Read on
//
// - I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning*, MIT Press 2016, chapters 5 and 6; free at
//   deeplearningbook.org.
// - C. Bishop, *Pattern Recognition and Machine Learning*, Springer 2006, section 4.3: logistic regression and
//   cross-entropy.
// - Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, "Gradient-based learning applied to document recognition",
//   *Proceedings of the IEEE* 86 (1998): the MNIST digits.
// - C. Harris and others, "Array programming with NumPy", *Nature* 585 (2020): shapes and broadcasting.
