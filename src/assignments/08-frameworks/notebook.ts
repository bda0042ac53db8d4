// The lesson of assignment 8 in percent format: `nablab build` makes the notebook from it.
// biome-ignore-all lint/correctness/noUnusedImports: NotImplemented is for the starters.
// biome-ignore-all lint/correctness/noUnusedVariables: what one cell declares, the learner may use in the next.

// %% [markdown]
// # The same network in a framework: TensorFlow.js
//
// You have written networks of every kind by hand, each with its pass backward. Nobody who trains networks for a living does
// that. A **framework** knows the derivative of every operation, follows what you compute, and works its way back by
// itself. In this notebook you build the network for ten digits once more, in TensorFlow.js, and its pass backward is one
// line. Because you know what that line has to do, you can check it: your own gradients and those of the framework agree
// to six digits.
//
// - **You need** assignment 3 (deep networks), and softmax and its cost from assignment 7.
// - **Afterwards you can** compute with tensors, choose a loss of a framework and give it what it expects, get gradients
//   by automatic differentiation, train with an optimizer, and keep memory from running full.
// - **It takes** about three hours. Two cells train for five to twenty seconds each, and say so; all others take a few
//   seconds at most.
//
// Examples stand in columns, as in most of this course: $X$ has the shape $(n, m)$, one-hot labels $Y$ have $(C, m)$.
// Frameworks have examples in **rows**, and that difference is behind half of the mistakes in this notebook.
//
// You write ten short functions. Below each one, `check` tells you at once whether it is right, and if not, why. Cells
// that are folded are given and need not be read.

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
import * as tf from "nablab/tf";

useAssignment("frameworks");

// %% [markdown]
// Elsewhere the second import reads `import * as tf from "@tensorflow/tfjs"`, and the rest stays as it is. `nablab/tf` is
// a part of TensorFlow.js: the operations, losses and optimizers that this course needs, on the processor.

// %%
// Weights W1, W2, … of shape (units, units of the layer before), biases b1, b2, …
type Parameters = Record<`W${number}` | `b${number}`, tf.Tensor>;

// %% [markdown]
// ## Which framework?
//
// Three questions help to choose one: how easy is it to write with, and to put to use? How fast is it, above all in
// training? And is it open, and will it stay so?
//
// | | easy | fast | open |
// |---|---|---|---|
// | **PyTorch** | plain Python, most papers come with it | graphics cards; compiles on request | BSD licence, a foundation of many companies |
// | **TensorFlow**, with Keras | layers ready to be stacked; runs on phones and, as TensorFlow.js, in browsers | graphics cards, TPUs | Apache licence, led by Google |
// | **JAX** | NumPy's functions, with `grad` around them | graphics cards, TPUs; compiles everything | Apache licence, led by Google |
//
// All three do the same thing in the middle, which is the subject of this notebook.
//
// **A little history**, since you will meet it in older code. Until 2019, TensorFlow separated building from running: a
// *graph* of operations came first, with *placeholders* where the data would go, and a *session* then ran it:
//
// ```python
// x = tf.placeholder(tf.float32, [784, None])
// loss = ...                                # nothing is computed yet
// with tf.Session() as session:
//     session.run(loss, feed_dict={x: X})   # now it is
// ```
//
// PyTorch computed each line when it came to it, so that you could print what a line gives. That won: today all
// frameworks are *eager* like that, and make graphs only to speed up what already works.
//
// ## Tensors
//
// A tensor is an array of numbers with a shape, as an `NDArray` is, and with a *dtype*, the way in which its numbers are
// stored. Operations are functions (`tf.add(a, b)`) and, equally, methods (`a.add(b)`). They broadcast as `np` does.

// %%
const a = tf.tensor([
  [1, 2, 3],
  [4, 5, 6],
]);
const b = tf.tensor([10, 20, 30]);
tf.add(a, b).print();
console.log(a.shape, a.dtype, "labels:", tf.tensor([1, 0, 2], [3], "int32").dtype);
console.log(a.mul(2).sum(1).arraySync(), "   one number:", a.mean().dataSync()[0]);

// %% [markdown]
// `arraySync()` gives a tensor's values as lists, `dataSync()` as one flat list. (The "Sync" is for the graphics card: it
// waits until the numbers have come back. `data()` gives a promise of them.) A tensor never changes: `a.mul(2)` makes a
// new one.
//
// ### 32 bits
//
// `np` stores 64 bits for each number, which makes about 16 digits. Frameworks store 32: that is half of the memory, twice
// as many numbers at once, and about **7 digits**. For learning they are enough. Sometimes they show.
//
// *Before you run the next cell: what will be printed for 0.1 + 0.2, and what for 16,777,217, which is $2^{24} + 1$?*

// %%
console.log("0.1 + 0.2  64 bits:", 0.1 + 0.2);
console.log(
  "           32 bits:",
  tf.add(tf.scalar(0.1), tf.scalar(0.2)).dataSync()[0],
);
console.log("2^24 + 1   32 bits:", tf.scalar(16_777_217).dataSync()[0]);

// %% [markdown]
// From $2^{24}$ on, not every whole number has a place of its own.
//
// **Gradient checking suffers most.** In assignment 4 you compared a gradient with
// $\frac{f(\theta + \varepsilon) - f(\theta - \varepsilon)}{2\varepsilon}$ and wanted a difference below $2 \cdot 10^{-7}$.
// That subtracts two numbers which are almost the same, and of 7 digits few are left.
//
// *Which ε would you take with 32 bits: a smaller one than 10⁻⁷, or a larger one?*

// %%
// f(θ) = θ² log(1 + e^θ) at θ = 1.3, and its derivative.
const theta = 1.3;
const exact =
  2 * theta * Math.log1p(Math.exp(theta)) + theta ** 2 / (1 + Math.exp(-theta));

function in32Bits(x: number): number {
  return tf.tidy(() => {
    const t = tf.scalar(x);
    return t.square().mul(t.exp().log1p()).dataSync()[0];
  });
}
const in64Bits = (x: number) => x ** 2 * Math.log1p(Math.exp(x));

const epsilons = Array.from({ length: 45 }, (_, i) => 10 ** (-10 + i * 0.2));
const errorOf = (f: (x: number) => number) =>
  epsilons.map((epsilon) => {
    const slope = (f(theta + epsilon) - f(theta - epsilon)) / (2 * epsilon);
    return Math.max(Math.abs(slope - exact) / exact, 1e-13);
  });

plot.line(
  [
    { x: epsilons, y: errorOf(in32Bits), name: "32 bits" },
    { x: epsilons, y: errorOf(in64Bits), name: "64 bits" },
    { x: [1e-10, 0.1], y: [2e-7, 2e-7], name: "assignment 4's limit" },
  ],
  {
    title: "How wrong a difference is",
    xLabel: "ε",
    yLabel: "relative error",
    logX: true,
    logY: true,
    alt:
      "Relative error of a central difference by ε. With 64 bits it falls " +
      "to about 1e-11 near ε = 1e-5; with 32 bits it is never below 1e-6, " +
      "is best near ε = 1e-2, and is 1 for small ε. The limit of 2e-7 is " +
      "crossed by the 64-bit line only.",
  },
);

// %% [markdown]
// To the right of its lowest point each line rises because ε is too large for a straight line; to the left, because
// digits are missing. With 32 bits no ε reaches the limit of assignment 4. So check gradients with 64 bits, or with a
// limit of about $10^{-3}$.
//
// ## Memory: tidy up
//
// JavaScript collects arrays that nobody needs any more. A tensor may lie on a graphics card, where no collector comes
// by, so it stays **until it is disposed**. Each line of a formula makes a tensor, and most of them are needed for a
// moment only. `tf.tidy` runs a function and then disposes every tensor that was made in it, except for what the function
// returns.

// %%
function stepsOf(body: () => tf.Tensor): number[] {
  const start = tf.memory().numTensors;
  return Array.from({ length: 50 }, () => {
    body().dispose();
    return tf.memory().numTensors - start;
  });
}
const x = tf.tensor([0.5, -1, 2]);
const formula = () => x.neg().exp().add(1).reciprocal();

const untidy = stepsOf(formula);
const tidy = stepsOf(() => tf.tidy(formula));

plot.line(
  [
    { y: untidy, name: "without tidy" },
    { y: tidy, name: "with tidy" },
  ],
  {
    title: "Tensors that nobody needs any more",
    xLabel: "times that the formula was computed",
    yLabel: "tensors left behind",
  },
);

// %% [markdown]
// The formula makes four tensors; one is returned and disposed here, and three stay each time. In a training of ten
// thousand steps that ends with a browser out of memory. So make it a habit: **what computes several steps goes into
// `tf.tidy`**. If a function of yours leaves tensors behind, `check` says how many. It costs no points.
//
// ### Exercise 1: linearFunction
//
// $$Z = W X + b$$
//
// `tf.mul` multiplies element by element, like `np.multiply`. The product of matrices has a name of its own.

// %% [graded] linearFunction

// %%
check({ linearFunction });

// %% [markdown]
// ### Exercise 2: ones

// %% [graded] ones

// %%
check({ ones });

// %% [markdown]
// ### Exercise 3: sigmoid
//
// There is a function for it, and you can also write down the formula. In `np`, $1/(1 + e^{-z})$ was safe because $e^{90}$
// is a number. With 32 bits $e^{90}$ is Infinity. Does that matter here?

// %% [graded] sigmoid

// %%
check({ sigmoid });

// %% [markdown]
// (It does not: $1/\infty$ is 0, which is as close to $\sigma(-90)$ as 32 bits come.)
//
// ## Losses from logits
//
// The last layer's linear part, $z$, is called a **logit**. The logistic loss of a label $y$ is
//
// $$\ell = -\bigl(y \log \sigma(z) + (1 - y) \log(1 - \sigma(z))\bigr)$$
//
// and so you have computed it since assignment 1: first $a = \sigma(z)$, then its logarithms. With 32 bits that fails
// early.
//
// *At which $z$ does the formula break down for $y = 0$, do you think: at 10, at 50, or at 90, where $e^z$ overflows?*

// %%
const zs = tf.linspace(10, 20, 401);
const naive = tf.tidy(() => tf.neg(tf.log(tf.sub(1, tf.sigmoid(zs)))).arraySync());
const stable = tf.tidy(() => tf.softplus(zs).arraySync());
const firstInfinite = naive.findIndex(
  (loss: number) => loss === Number.POSITIVE_INFINITY,
);

plot.line(
  [
    { x: zs.arraySync(), y: stable, name: "from z" },
    {
      x: zs.arraySync().slice(0, firstInfinite),
      y: naive.slice(0, firstInfinite),
      name: "from σ(z)",
    },
  ],
  {
    title: "The loss of y = 0, in 32 bits",
    xLabel: "logit z",
    yLabel: "loss",
    alt:
      "The loss computed from z is a straight line. Computed from σ(z), it follows " +
      "that line in ever larger steps, and ends near z = 17, where it is infinite.",
  },
);
console.log(
  `log(1 - σ(z)) is -Infinity from z = ${zs.arraySync()[firstInfinite].toFixed(1)} on`,
);

// %% [markdown]
// Near 17, $\sigma(z)$ is so close to 1 that it *is* 1. A network that is very sure, and wrong, has an infinite loss then,
// and no gradient to learn from. The way out is to do the algebra first. With $\log(1 - \sigma(z)) = -z - \log(1 + e^{-z})$
// and a little care about signs, the same loss is
//
// $$\ell = \max(z, 0) - z y + \log\bigl(1 + e^{-|z|}\bigr)$$
//
// and no exponent is ever positive. This is why the losses of all frameworks ask for **logits, not probabilities**.
//
// ### Exercise 4: sigmoidCrossEntropy
//
// One loss for each label. `tf.log1p(x)` is $\log(1 + x)$, exact for a small $x$ as well. Or look at
// `tf.losses.sigmoidCrossEntropy`: it takes the **labels first**, and unless you ask for another `tf.Reduction` it gives
// the mean.

// %% [graded] sigmoidCrossEntropy

// %%
check({ sigmoidCrossEntropy });

// %% [markdown]
// ### Exercise 5: oneHotMatrix
//
// Labels of ten classes are turned into columns with a single 1. `tf.oneHot` counts with the labels, so it wants whole
// numbers (dtype `int32`), and it was written for examples in rows.

// %% [graded] oneHotMatrix

// %%
check({ oneHotMatrix });

// %% [markdown]
// ## Automatic differentiation
//
// `tf.grad` takes a function of a tensor and gives another one, its derivative. Not by differences, and not by
// rearranging formulas: the function is run, every operation is written on a *tape*, and the chain rule is applied from
// the tape's end to its beginning. It is what you did in `modelBackward`, with the book-keeping left to the machine.
//
// *What is the derivative of θ³ at 2?*

// %%
const cube = (t: tf.Tensor) => t.mul(t).mul(t);
const thetas = tf.linspace(-2, 2, 81);

plot.line(
  [
    { x: thetas.arraySync(), y: cube(thetas).arraySync(), name: "θ³" },
    {
      x: thetas.arraySync(),
      y: tf.grad(cube)(thetas).arraySync(),
      name: "tf.grad of it",
    },
  ],
  { title: "A function and its derivative", xLabel: "θ", yLabel: "" },
);
console.log("at 2:", tf.grad(cube)(tf.scalar(2)).dataSync()[0]);

// %% [markdown]
// The tape records tensors. A number that has left them, by `dataSync()`, is a constant for it: a loss that takes a detour
// through `np` has no gradient. "Cannot compute gradient" is what you read then.
//
// ### Exercise 6: forwardPropagation
//
// $$A^{[0]} = X, \qquad A^{[l]} = \mathrm{relu}\bigl(W^{[l]} A^{[l-1]} + b^{[l]}\bigr), \qquad
// Z^{[L]} = W^{[L]} A^{[L-1]} + b^{[L]}$$
//
// The result are the **logits** of the last layer; their softmax is a part of the loss. There is no cache to keep: the
// tape remembers.

// %% [graded] forwardPropagation

// %%
check({ forwardPropagation });

// %% [markdown]
// ### Exercise 7: totalLoss
//
// Here the decision is yours. Look into `tf.losses` (type `tf.losses.` and press Tab): which of them fits a picture that
// shows *exactly one* digit? Two more things to decide before it is right: the layout that it expects, and the
// `tf.Reduction` that makes it the **sum** over the examples. A sum, because mini-batches of different sizes can be added
// up; the mean follows by one division.

// %% [graded] totalLoss

// %%
check({ totalLoss });

// %% [markdown]
// ### Your pass backward, and the framework's
//
// Below is the pass backward of assignment 3 for this network, in `np` and 64 bits, with softmax at the end:
// $dZ^{[L]} = (A^{[L]} - Y)/m$, the gradient of the cost. Beside it, the framework's, of the same cost at the same
// parameters.

// %% [folded]
// np's array as a tensor. `tf.tensor` does not take 64 bits, so it gets 32.
const tensorOf = (A: NDArray) =>
  tf.tensor(Float32Array.from(A.toTypedArray()), A.shape);

// He's start, drawn by np, for both.
function heStart(dims: number[], seed: number): Record<string, NDArray> {
  np.random.seed(seed);
  const parameters: Record<string, NDArray> = {};
  for (let l = 1; l < dims.length; l++) {
    const scale = Math.sqrt(2 / dims[l - 1]);
    parameters[`W${l}`] = np.multiply(scale, np.random.randn(dims[l], dims[l - 1]));
    parameters[`b${l}`] = np.zeros([dims[l], 1]);
  }
  return parameters;
}

const tensorsOf = (parameters: Record<string, NDArray>): Parameters =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, A]) => [name, tensorOf(A)]),
  );

// One pass forward and backward by hand.
function gradientsByHand(X: NDArray, Y: NDArray, parameters: Record<string, NDArray>) {
  const L = Object.keys(parameters).length / 2;
  const A = [X];
  for (let l = 1; l <= L; l++) {
    const Z = np.add(np.dot(parameters[`W${l}`], A[l - 1]), parameters[`b${l}`]);
    A.push(l < L ? np.maximum(Z, 0) : Z);
  }
  const powers = np.exp(np.subtract(A[L], np.max(A[L], 0, true)));
  let dZ = np.divide(
    np.subtract(np.divide(powers, np.sum(powers, 0, true)), Y),
    X.shape[1],
  );
  const gradients: Record<string, NDArray> = {};
  for (let l = L; l >= 1; l--) {
    gradients[`W${l}`] = np.dot(dZ, A[l - 1].T);
    gradients[`b${l}`] = np.sum(dZ, 1, true);
    if (l > 1)
      dZ = np.multiply(np.dot(parameters[`W${l}`].T, dZ), np.greater(A[l - 1], 0));
  }
  return gradients;
}

// %%
if (ready("forwardPropagation", "totalLoss")) {
  np.random.seed(1);
  const X = np.random.randn(20, 30);
  const Y = np.equal(np.arange(5).reshape(5, 1), np.random.randint(0, 5, [1, 30]));
  const parameters = heStart([20, 12, 8, 5], 2);
  const byHand = gradientsByHand(X, Y, parameters);

  const names = Object.keys(parameters);
  const [images, labels] = [tensorOf(X), tensorOf(Y)];
  const cost = (...thetas: tf.Tensor[]) => {
    const given = Object.fromEntries(names.map((name, i) => [name, thetas[i]]));
    return totalLoss(forwardPropagation(images, given), labels).div(30);
  };
  const byTape = tf.grads(cost)(names.map((name) => tensorOf(parameters[name])));

  console.log("         by hand     by the tape   largest difference");
  for (const [i, name] of names.entries()) {
    const [first, other] = [byHand[name].at(0, 0), byTape[i].dataSync()[0]];
    const distance = np.max(
      np.abs(np.subtract(byHand[name], np.array(byTape[i].arraySync()))),
    );
    const columns = [first.toFixed(9), other.toFixed(9), distance.toExponential(0)];
    console.log(`d${name}`, ...columns.map((text) => text.padStart(14)));
  }
}

// %% [markdown]
// The first entry of each gradient, and how far the most different entries are apart. Twenty lines against one, and they
// agree as far as 32 bits go. Now you know what the one line does, and that your twenty were right.
//
// ### Exercise 8: trainStep
//
// One step of gradient descent on the **mean** loss. A *variable* is a tensor that may get a new value: `tf.variable(W)`.
// `tf.variableGrads(f)` runs `f`, a function without arguments that returns a loss, and gives
// `{ value, grads }`: the loss, and its gradients by the *names* of the variables (`v.name`, which TensorFlow.js chooses).
// Variables are not disposed by `tf.tidy`; `tf.dispose` takes them, also in an object. If you prefer `tf.valueAndGrads`,
// which needs no variables, take that.

// %% [graded] trainStep

// %%
check({ trainStep });

// %% [markdown]
// ### Exercise 9: trainModel
//
// An *optimizer* does both halves: `optimizer.minimize(f, true)` computes the gradients, changes the variables, and
// returns the loss before the step. Here it is `tf.train.adam(learningRate)`, your `updateParametersWithAdam` of
// assignment 5 (with ε = 10⁻⁷ in place of 10⁻⁸). Think of what Adam has to remember from one step to the next.

// %% [graded] trainModel

// %%
check({ trainModel });

// %% [markdown]
// ### Exercise 10: accuracy

// %% [graded] accuracy

// %%
check({ accuracy });

// %% [markdown]
// ## Ten digits
//
// The network of assignment 7, 784-64-32-10, on 600 digits; all of them in every step. (The cell takes five to twenty
// seconds.)

// %% [folded]
const { XTrain, YTrain, XTest, YTest } = loadMnist({ train: 600, test: 400 });
const [trainImages, testImages] = [tensorOf(XTrain), tensorOf(XTest)];
const digitNet = heStart([784, 64, 32, 10], 3);
const isModelReady = ready(
  "oneHotMatrix",
  "forwardPropagation",
  "totalLoss",
  "trainStep",
  "trainModel",
  "accuracy",
);

// One-hot labels of digits (1, m).
const oneHotOf = (labels: NDArray) =>
  oneHotMatrix(tensorOf(labels.reshape(labels.size)), 10);

function trainDigits() {
  const [Y, YOfTest] = [oneHotOf(YTrain), oneHotOf(YTest)];
  const { costs, parameters } = trainModel(
    trainImages,
    Y,
    tensorsOf(digitNet),
    0.01,
    40,
  );
  const share = (X: tf.Tensor, labels: tf.Tensor) =>
    `${(100 * accuracy(forwardPropagation(X, parameters), labels)).toFixed(1)} %`;
  console.log(
    `Adam: training ${share(trainImages, Y)}   test ${share(testImages, YOfTest)}`,
  );

  let descended = tensorsOf(digitNet);
  const plain: number[] = [];
  for (const _ of progress(40, "plain gradient descent")) {
    const step = trainStep(trainImages, Y, descended, 0.1);
    plain.push(step.cost);
    descended = step.parameters;
  }
  return { costs, plain, parameters };
}
const trained = isModelReady ? trainDigits() : null;

if (trained) {
  plot.line(
    [
      { y: trained.costs, name: "Adam, α = 0.01" },
      { y: trained.plain, name: "gradient descent, α = 0.1" },
    ],
    { title: "784-64-32-10 on 600 digits", xLabel: "steps", yLabel: "cost" },
  );
}

// %% [markdown]
// Adam is through with the 600 images after thirty steps. What is left is a matter of the data: 600 images are few, and
// the test says so. Here are the test images of which the network was surest, and wrong:

// %%
if (trained) {
  const { parameters } = trained;
  const probabilities = tf.tidy(() =>
    forwardPropagation(testImages, parameters).transpose().softmax().arraySync(),
  ) as number[][];
  const mistakes = probabilities
    .map((p, i) => ({ p, i, said: p.indexOf(Math.max(...p)), is: YTest.at(0, i) }))
    .filter(({ said, is }) => said !== is)
    .sort((one, other) => other.p[other.said] - one.p[one.said])
    .slice(0, 8);
  plot.image(
    mistakes.map(({ i }) => XTest.slice(":", i).reshape(28, 28)),
    {
      title: "Sure, and wrong",
      captions: mistakes.map(
        ({ p, said, is }) => `is ${is}, said ${said} (${p[said].toFixed(2)})`,
      ),
    },
  );
}

// %% [markdown]
// ## Who is faster?
//
// One gradient of this network for 600 images: by hand in `np`, and by the tape in TensorFlow.js.
//
// *A guess first: is the framework faster than your own code, and by how much?*

// %%
if (isModelReady) {
  const Y = np.array(oneHotOf(YTrain).arraySync());
  const labels = tensorOf(Y);
  const start = tensorsOf(digitNet);
  const hand = timeit(() => gradientsByHand(XTrain, Y, digitNet), 5);
  const tape = timeit(() => {
    tf.dispose(trainStep(trainImages, labels, start, 0.1).parameters);
  }, 5);
  console.log(`np, by hand       ${hand.toFixed(0)} ms`);
  const times = (tape / hand).toFixed(0);
  console.log(`TensorFlow.js     ${tape.toFixed(0)} ms, ${times} times as long`);
}

// %% [markdown]
// Surprised? A framework is not fast by itself; what it runs *on* is. Here TensorFlow.js has only plain JavaScript to run
// on, while `np` multiplies matrices in WebAssembly, several numbers at once. In a browser, the same program hands its
// products to the graphics card, without a line changed, and leaves both far behind. That exchange of the machine under a
// program is a large part of what a framework is for.
//
// ## A convolutional network, without a pass backward
//
// In assignment 6 you wrote the convolution, its pass backward, and the same for pooling. First, whether they mean the
// same thing: `tf.conv2d` beside your explicit formula, for one filter on one digit.

// %%
const digit = XTest.slice(":", 0).reshape(28, 28);
const vertical = np.array([
  [1, 0, -1],
  [2, 0, -2],
  [1, 0, -1],
]);
const edges = tf.tidy(() => {
  const image = tensorOf(digit).reshape([1, 28, 28, 1]);
  return tf
    .conv2d(image, tensorOf(vertical).reshape([3, 3, 1, 1]), 1, "valid")
    .arraySync();
});
const byTf = np.array(edges).reshape(26, 26);

// Assignment 6, exercise 1: the sum of the products under the filter, everywhere.
const byLoops = np.zeros([26, 26]);
for (let row = 0; row < 26; row++) {
  for (let column = 0; column < 26; column++) {
    const window = digit.slice(`${row}:${row + 3}`, `${column}:${column + 3}`);
    byLoops.set(row, column, np.sum(np.multiply(window, vertical)));
  }
}

const gap = np.max(np.abs(np.subtract(byTf, byLoops)));
console.log(`largest difference ${gap.toExponential(1)}`);
plot.heatmap(byTf, {
  title: "Vertical edges, by tf.conv2d",
  diverging: true,
  alt:
    "The digit's vertical edges: left sides of strokes in one colour, right " +
    "sides in the other.",
});

// %% [markdown]
// It also does not flip the filter, as you know it. Images have the shape [image, row, column, channel], filters [row,
// column, channel in, channel out]: **examples first** this time.
//
// Now a network: eight filters of 3 × 3 with ReLU, the largest of each 2 × 2 window, and a dense layer of ten. The digits
// are halved to 14 × 14 pixels, so that plain JavaScript can follow. The pass backward through convolution and pooling,
// some eighty lines in assignment 6, is not to be seen. (The cell takes five to twenty seconds.)

// %% [folded]
const halved = (images: tf.Tensor) =>
  tf.tidy(() => tf.avgPool(images.transpose().reshape([-1, 28, 28, 1]), 2, 2, "valid"));

function trainCnn(epochs: number, size: number) {
  const [images, testSet] = [halved(trainImages), halved(testImages)];
  const [labels, testLabels] = [oneHotOf(YTrain).transpose(), oneHotOf(YTest)];
  const filters = tf.variable(tf.randomNormal([3, 3, 1, 8], 0, 0.47, "float32", 1));
  const weights = tf.variable(tf.randomNormal([392, 10], 0, 0.07, "float32", 2));
  const bias = tf.variable(tf.zeros([10]));
  const optimizer = tf.train.adam(0.01);

  const logitsOf = (X: tf.Tensor) =>
    tf
      .maxPool(tf.relu(tf.conv2d(X, filters, 1, "same")), 2, 2, "valid")
      .reshape([X.shape[0], 392])
      .matMul(weights)
      .add(bias);

  const costs: number[] = [];
  const batches = images.shape[0] / size;
  for (const step of progress(epochs * batches, `${epochs} epochs`)) {
    tf.tidy(() => {
      const from = (step % batches) * size;
      const [X, Y] = [images, labels].map((all) => all.slice(from, size));
      const loss = () => tf.losses.softmaxCrossEntropy(Y, logitsOf(X));
      costs.push((optimizer.minimize(loss, true) as tf.Tensor).dataSync()[0]);
    });
  }
  const share = tf.tidy(() => accuracy(logitsOf(testSet).transpose(), testLabels));
  return { costs, share, filters: np.array(filters.arraySync()) };
}
const cnn = isModelReady ? trainCnn(3, 50) : null;

if (cnn) {
  plot.line(cnn.costs, {
    title: "A small convolutional network",
    xLabel: "mini-batches of 50",
    yLabel: "cost",
  });
  const parameters = 3 * 3 * 8 + 392 * 10 + 10;
  console.log(`test ${(100 * cnn.share).toFixed(1)} %, with ${parameters} parameters`);
  console.log(`(784-64-32-10 has ${784 * 64 + 64 + 64 * 32 + 32 + 32 * 10 + 10})`);
}

// %% [markdown]
// With a thirteenth of the parameters it gets more of the test images right than 784-64-32-10, which has to find out for
// each pixel by itself what it means. You knew that from assignment 6; new is that it took three lines to change the
// network.
//
// (Staff who have the original course's pictures of hands that sign digits can load them with `loadH5`, and train the
// network above on their six classes. Nothing changes but the sizes.)
//
// ## What a framework does not do
//
// It differentiates, it runs fast where it can, it saves you from mistakes in passes backward. What it leaves to you is
// everything that this notebook made you decide, and more:
//
// - **which loss** fits the labels, and in which layout and reduction: it computes the wrong one just as gladly;
// - **how the data are split**, so that a figure means something;
// - **which figure** to look at, and what to do when it is too low.
//
// That is assignment 9.
//
// ## Summary
//
// - **Tensors** are arrays with a dtype; 32 bits are 7 digits, and from 17 on $\sigma$ is 1.
// - **Losses take logits.** Labels first, examples in rows, the mean unless you say otherwise.
// - **Automatic differentiation** runs your pass forward, keeps a tape, and applies the chain rule backwards along it.
// - **Optimizers** remember: make one, and keep it.
// - **`tf.tidy`** around what computes several steps.
//
// Something to try: `tf.train.momentum` in place of Adam; a second layer of filters; float32's gradient check with
// $\varepsilon = 10^{-2}$ on one weight of the network. Then save the notebook; what counts for your grade are the ten
// functions.
//
// ## Read on
//
// - D. Smilkov and others, "TensorFlow.js: machine learning for the web and beyond", *SysML* 2019.
// - M. Abadi and others, "TensorFlow: a system for large-scale machine learning", *OSDI* 2016: graphs and sessions.
// - A. Paszke and others, "PyTorch: an imperative style, high-performance deep learning library", *NeurIPS* 2019: why eager.
// - A. Baydin, B. Pearlmutter, A. Radul and J. Siskind, "Automatic differentiation in machine learning: a survey", *Journal
//   of Machine Learning Research* 18 (2018).
// - D. Goldberg, "What every computer scientist should know about floating-point arithmetic", *ACM Computing Surveys* 23
//   (1991): the digits that go missing.
