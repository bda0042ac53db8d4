// The lesson of assignment 3 in percent format: `nablab build` makes the notebook from it.
// biome-ignore-all lint/correctness/noUnusedImports: NotImplemented is for the starters.
// biome-ignore-all lint/correctness/noUnusedVariables: what one cell declares, the learner may use in the next.

// %% [markdown]
// # Deep networks: any number of layers
//
// One neuron, then one hidden layer: both times you wrote the formulas out by hand. Now you write them **once, for a
// layer**, and stack as many layers as you like. By the end, a network of four layers tells 3s from 8s better than a
// single neuron could, and the same nine functions read **all ten digits**.
//
// Every function is short, and each builds on the ones before. Below each one, `check` tells you at once whether it is
// right, and if not, why.
//
// - **You need** assignments 1 and 2: the cross-entropy, gradient descent, a backward pass through two layers.
// - **Afterwards you can** write a network of any depth, find mistakes by checking dimensions, say why depth pays, and
//   tell parameters from hyper-parameters.
// - **It takes** about three hours. The five cells that train take from a few seconds to half a minute each.

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
  useAssignment,
} from "nablab";

useAssignment("deep-network");

// %% [markdown]
// ## Layers and their shapes
//
// A network has $L$ layers. As in assignment 2, $[l]$ marks what belongs to layer $l$. Layer $l$ has $n^{[l]}$ units;
// layer 0 is the input, with $n^{[0]}$ features. Layer $l$ takes the activations $A^{[l-1]}$ of the layer before and
// gives its own:
//
// $$Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]}, \qquad A^{[l]} = g^{[l]}(Z^{[l]}), \qquad A^{[0]} = X$$
//
// The last one, $A^{[L]}$, is the prediction $\hat Y$. **Checking dimensions** is the best way to find mistakes in a
// deep network, and the shapes follow from one rule: *a row for each unit, a column for each input or example.*
//
// | | shape | because |
// |---|---|---|
// | $W^{[l]}$, $dW^{[l]}$ | $(n^{[l]}, n^{[l-1]})$ | one weight for each unit and each of its inputs |
// | $b^{[l]}$, $db^{[l]}$ | $(n^{[l]}, 1)$ | one bias for each unit; broadcasting adds it to every example |
// | $Z^{[l]}$, $A^{[l]}$, $dZ^{[l]}$, $dA^{[l]}$ | $(n^{[l]}, m)$ | one number for each unit and each example |
//
// A gradient always has the shape of what it is the gradient of. Here are the shapes for a network that looks at images
// of 28 × 28 pixels.

// %%
function printShapes(layerDims: number[], m: number): void {
  const shape = (...dims: number[]): string => `(${dims.join(", ")})`.padEnd(12);
  console.log("layer  W           b           Z, A        parameters");
  let total = 0;
  for (let l = 1; l < layerDims.length; l++) {
    const [units, inputs] = [layerDims[l], layerDims[l - 1]];
    const count = units * inputs + units;
    total += count;
    const shapes = [shape(units, inputs), shape(units, 1), shape(units, m)].join("");
    console.log(`${String(l).padEnd(7)}${shapes}${count}`);
  }
  console.log(`together ${total} parameters`);
}

printShapes([784, 20, 7, 5, 1], 1000);

// %% [markdown]
// The parameters of all layers travel together, in one object with the keys `W1`, `b1`, `W2`, `b2`, …; the gradients
// have the same keys with a `d` in front. In TypeScript a key with a number in it is a template: `` parameters[`W${l}`]
// ``.
//
// On the way forward each layer keeps what its way back will need: its **cache**.

// %%
type NetworkParameters = Record<`W${number}` | `b${number}`, NDArray>;
type NetworkGradients = Record<`dW${number}` | `db${number}` | `dA${number}`, NDArray>;
type Activation = "sigmoid" | "relu";

interface LinearCache {
  APrev: NDArray;
  W: NDArray;
  b: NDArray;
}

interface LayerCache extends LinearCache {
  Z: NDArray;
}

// %% [markdown]
// ## Parameters to start from
//
// With zeros, all units of a layer would compute the same and stay alike for ever. So the weights are small random
// numbers, and only the biases start at zero.
//
// ### Exercise 1: initializeParametersDeep

// %% [graded] initializeParametersDeep

// %%
check({ initializeParametersDeep });

// %% [markdown]
// ## The linear part, forward
//
// $$Z = W A_{\text{prev}} + b$$
//
// $A_{\text{prev}}$ is what the layer before gave; for the first layer it is $X$.
//
// ### Exercise 2: linearForward

// %% [graded] linearForward

// %%
check({ linearForward });

// %% [markdown]
// ## The activations
//
// The hidden layers use the **rectified linear unit**, $\text{relu}(z) = \max(0, z)$; the last layer uses the sigmoid,
// since its result is to be a probability. Their derivatives are simple:
//
// $$\text{relu}'(z) = \begin{cases} 1 & z > 0 \\ 0 & z \le 0 \end{cases} \qquad \sigma'(z) = \sigma(z)\,(1 - \sigma(z)) \le \tfrac14$$
//
// The sigmoid is flat on both sides: where it is, hardly any gradient comes through. relu has slope 1 on the whole
// positive side, and that makes deep networks learn. These four functions are given.

// %%
function sigmoid(Z: NDArray): NDArray {
  return np.divide(1, np.add(1, np.exp(np.negative(Z))));
}

function relu(Z: NDArray): NDArray {
  return np.maximum(Z, 0);
}

// dZ = dA * σ'(Z)
function sigmoidBackward(dA: NDArray, Z: NDArray): NDArray {
  const A = sigmoid(Z);
  return np.multiply(dA, np.multiply(A, np.subtract(1, A)));
}

// dZ = dA * relu'(Z)
function reluBackward(dA: NDArray, Z: NDArray): NDArray {
  return np.where(np.greater(Z, 0), dA, 0);
}

// %%
const z = np.linspace(-4, 4, 161);
const one = np.onesLike(z);

plot.line(
  [
    { x: z, y: sigmoid(z), name: "sigmoid" },
    { x: z, y: sigmoidBackward(one, z), name: "its slope" },
    { x: z, y: relu(z), name: "relu" },
    { x: z, y: reluBackward(one, z), name: "its slope" },
  ],
  {
    title: "Activations and their slopes",
    xLabel: "z",
    yLabel: "g(z) and g′(z)",
    height: 340,
  },
);

// %% [markdown]
// ## Why deep?
//
// **Guess first:** how many straight pieces can a curve have that four layers of two relu units make? Count them in the
// figure. Two relu units make a hat: $h(x) = 2\,\text{relu}(x) - 4\,\text{relu}(x - \tfrac12)$ goes up to 1 and down to
// 0 again. Put the hat into itself, layer upon layer, and each layer **doubles** the number of straight pieces.

// %%
const hat = (x: NDArray): NDArray =>
  np.subtract(np.multiply(2, relu(x)), np.multiply(4, relu(np.subtract(x, 0.5))));

const unit = np.linspace(0, 1, 641);
const folded = [1, 2, 3, 4].map((depth) => {
  let y = unit;
  for (let l = 0; l < depth; l++) y = hat(y);
  return {
    x: unit,
    y: np.add(y, 1.2 * (4 - depth)),
    name: depth === 1 ? "1 layer" : `${depth} layers`,
  };
});

plot.line(folded, {
  title: "Two relu units a layer (curves shifted up)",
  xLabel: "x",
  yLabel: "h(… h(x))",
  height: 380,
});

// %% [markdown]
// $k$ layers of two units have $2^k$ pieces. In a network with a single hidden layer every relu unit adds at most one
// kink, so it needs $2^k - 1$ units for the same curve. Depth is cheap, width is expensive:

// %%
const depths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

plot.line(
  [
    {
      x: depths.map((k) => 2 ** k),
      y: depths.map((k) => 2 ** k - 1),
      name: "one hidden layer",
    },
    {
      x: depths.map((k) => 2 ** k),
      y: depths.map((k) => 2 * k),
      name: "two units a layer",
    },
  ],
  {
    title: "Units needed",
    xLabel: "straight pieces of the curve",
    yLabel: "units",
    logX: true,
    logY: true,
    height: 320,
  },
);

// %% [markdown]
// Real images are built in the same way: strokes of pixels, loops and corners of strokes, digits of loops and corners.
// Each layer combines what the one before has found.

// %% [markdown]
// ## A whole layer, forward
//
// ### Exercise 3: linearActivationForward
//
// The linear part, then the activation. The cache of the layer is that of the linear part, and `Z`.

// %% [graded] linearActivationForward

// %%
check({ linearActivationForward });

// %% [markdown]
// ## The whole network, forward
//
// Here is the one loop that cannot be avoided: over the layers, since each needs the result of the one before.
//
// $$X \to \text{[linear} \to \text{relu]} \times (L - 1) \to \text{linear} \to \text{sigmoid} \to A^{[L]}$$
//
// ### Exercise 4: modelForward

// %% [graded] modelForward

// %%
check({ modelForward });

// %% [markdown]
// ## The cost
//
// Nothing new here: the cross-entropy, averaged over the examples.
//
// $$J = -\frac{1}{m} \sum_{i=1}^{m} \Bigl(y^{(i)} \log a^{[L](i)} + (1 - y^{(i)}) \log\bigl(1 - a^{[L](i)}\bigr)\Bigr)$$
//
// ### Exercise 5: computeCost

// %% [graded] computeCost

// %%
check({ computeCost });

// %% [markdown]
// ## The linear part, backward
//
// The way back goes from the last layer to the first. A layer is told $dZ$, how the loss of each example changes with
// its $Z$, and works out three things: what to change in its own parameters, and what to tell the layer before it.
//
// You know both from assignment 2, where the layers had numbers. This time, find them yourself from their meaning and
// let the shapes confirm it:
//
// - $dW$: a weight multiplies an input, so its slope is the error *times that input*, added up over the examples. It
//   has the shape of $W$, and you have a matrix of shape $(n^{[l]}, m)$ and one of shape $(n^{[l-1]}, m)$. There is
//   only one way.
// - $db$: a bias multiplies 1.
// - $dA_{\text{prev}}$: every input hears of the errors of *all* units that it went to, each times the weight on the
//   way.
//
// One more decision: which of the three are averages over the examples? The cost is an average, and the parameters are
// the same for all examples. But $dA_{\text{prev}}$ has a column for each example, which is about that example alone.
//
// ### Exercise 6: linearBackward
//
// `np.sum(dZ, 1, true)` adds up each row and keeps the column shape.

// %% [graded] linearBackward

// %%
check({ linearBackward });

// %% [markdown]
// ## A whole layer, backward
//
// The chain rule through the activation, element by element: $dZ = dA * g'(Z)$. Then the linear part.
//
// ### Exercise 7: linearActivationBackward

// %% [graded] linearActivationBackward

// %%
check({ linearActivationBackward });

// %% [markdown]
// ## The whole network, backward
//
// It starts with the slope of each example's loss,
//
// $$dA^{[L]} = -\left(\frac{Y}{A^{[L]}} - \frac{1 - Y}{1 - A^{[L]}}\right),$$
//
// and then every layer hands its $dA_{\text{prev}}$ to the one before. Layer $l$ gives three gradients: $dW^{[l]}$,
// $db^{[l]}$ and $dA^{[l-1]}$. Mind the last name: what layer $l$ passes on belongs to the activations of layer $l -
// 1$, so the keys run from `dA0` to `` dA${L - 1} ``.
//
// ### Exercise 8: modelBackward

// %% [graded] modelBackward

// %%
check({ modelBackward });

// %% [markdown]
// **Do you trust nine functions in a row?** Measure: move one weight a little both ways, and see how fast the cost
// changes. Here are three weights of three different layers.

// %%
if (ready("modelForward", "computeCost", "modelBackward")) {
  np.random.seed(24);
  const dims = [3, 4, 3, 1];
  const parameters: NetworkParameters = {};
  for (let l = 1; l < dims.length; l++) {
    parameters[`W${l}`] = np.random.randn(dims[l], dims[l - 1]);
    parameters[`b${l}`] = np.random.randn(dims[l], 1);
  }
  const X = np.random.randn(3, 6);
  const Y = np.array([[1, 0, 1, 0, 0, 1]]);

  const { AL, caches } = modelForward(X, parameters);
  const grads = modelBackward(AL, Y, caches);
  const costWith = (l: number, change: number): number => {
    const W = parameters[`W${l}`].copy();
    W.set(0, 1, W.at(0, 1) + change);
    return computeCost(modelForward(X, { ...parameters, [`W${l}`]: W }).AL, Y);
  };
  for (let l = 1; l < dims.length; l++) {
    const measured = (costWith(l, 1e-5) - costWith(l, -1e-5)) / 2e-5;
    const formula = grads[`dW${l}`].at(0, 1);
    console.log(
      `dW${l}[0, 1]  by formula ${formula.toFixed(9)}   ` +
        `by measuring ${measured.toFixed(9)}`,
    );
  }
}

// %% [markdown]
// ## A step downhill
//
// $$W^{[l]} := W^{[l]} - \alpha\, dW^{[l]}, \qquad b^{[l]} := b^{[l]} - \alpha\, db^{[l]} \qquad \text{for } l = 1, \dots, L$$
//
// ### Exercise 9: updateParameters

// %% [graded] updateParameters

// %%
check({ updateParameters });

// %% [markdown]
// ## Training on real images
//
// That is all a network needs. First the 3s and 8s of assignment 1, where a single neuron got about 95 % of the test
// images right.

// %%
const { XTrain, YTrain, XTest, YTest } = loadMnist({
  digits: [3, 8],
  train: 1000,
  test: 400,
});
const imageOf = (X: NDArray, i: number): NDArray => X.slice(":", i).reshape(28, 28);

plot.image(
  [0, 1, 2, 3, 4].map((i) => imageOf(XTrain, i)),
  {
    title: "Five of the training images",
    captions: [0, 1, 2, 3, 4].map((i) => `y = ${YTrain.at(0, i)}`),
  },
);

// %% [markdown]
// The training loop is given: forward, cost, backward, update, over and over. A network with several outputs has one
// cost for each, and they add up.

// %% [folded]
function totalCost(AL: NDArray, Y: NDArray): number {
  let sum = 0;
  for (let k = 0; k < Y.shape[0]; k++) {
    sum += computeCost(AL.slice(`${k}:${k + 1}`, ":"), Y.slice(`${k}:${k + 1}`, ":"));
  }
  return sum;
}

interface Training {
  parameters: NetworkParameters;
  iterations: number[];
  costs: number[];
}

function train(
  X: NDArray,
  Y: NDArray,
  start: NetworkParameters,
  numIterations: number,
  learningRate: number,
  label: string,
): Training {
  let parameters = start;
  const iterations: number[] = [];
  const costs: number[] = [];
  for (const i of progress(numIterations, label)) {
    const { AL, caches } = modelForward(X, parameters);
    if (i % 5 === 0) {
      iterations.push(i);
      costs.push(totalCost(AL, Y));
    }
    parameters = updateParameters(
      parameters,
      modelBackward(AL, Y, caches),
      learningRate,
    );
  }
  return { parameters, iterations, costs };
}

function accuracy(X: NDArray, Y: NDArray, parameters: NetworkParameters): string {
  const { AL } = modelForward(X, parameters);
  return `${(100 * np.mean(np.equal(np.greater(AL, 0.5), Y))).toFixed(1)} %`;
}

const networkReady = (): boolean =>
  ready(
    "initializeParametersDeep",
    "modelForward",
    "computeCost",
    "modelBackward",
    "updateParameters",
  );

// %% [markdown]
// ### A first attempt
//
// Four layers, 784-20-7-5-1, from the parameters of exercise 1, 0.01 · randn. **Guess first:** a single neuron reached
// 95 %. What does a network with 784 · 20 + … weights reach after 100 steps?

// %%
const deepDims = [784, 20, 7, 5, 1];

const stuck = networkReady()
  ? train(XTrain, YTrain, initializeParametersDeep(deepDims), 100, 0.1, "first attempt")
  : null;
if (stuck) {
  const { iterations, costs } = stuck;
  for (let k = 0; k < costs.length; k += 4)
    console.log(`cost after ${iterations[k]} iterations: ${costs[k].toFixed(6)}`);
}

// %% [markdown]
// It does not learn at all. The cost stays at $\log 2 \approx 0.693147$: every image gets the probability ½. Nothing is
// wrong with your functions. Look at what comes out of each layer:

// %%
// Larger weights for layers with fewer inputs: randn / √n instead of 0.01 · randn.
function betterStart(layerDims: number[]): NetworkParameters {
  const parameters = initializeParametersDeep(layerDims);
  for (let l = 1; l < layerDims.length; l++) {
    parameters[`W${l}`] = np.multiply(
      parameters[`W${l}`],
      100 / Math.sqrt(layerDims[l - 1]),
    );
  }
  return parameters;
}

if (networkReady()) {
  const sizes = (parameters: NetworkParameters): number[] =>
    modelForward(XTrain, parameters).caches.map(({ APrev }) => np.mean(np.abs(APrev)));
  plot.line(
    [
      { y: sizes(initializeParametersDeep(deepDims)), name: "0.01 · randn" },
      { y: sizes(betterStart(deepDims)), name: "randn / √n" },
    ],
    {
      title: "Average size of the activations",
      xLabel: "layer",
      yLabel: "mean of |A|",
      logY: true,
      height: 300,
    },
  );
}

// %% [markdown]
// With weights of 0.01 every layer makes the signal many times smaller, until the last one hardly sees the image. The
// same happens to the gradients on the way back. If the weights have the size $1/\sqrt{n^{[l-1]}}$ instead, the signal
// survives. Assignment 4 is about this; here we just use it.
//
// ### Two layers, four layers
//
// **Guess first:** which of them is ahead after 100 steps, and which after 300?

// %%
const shallow = networkReady()
  ? train(XTrain, YTrain, betterStart([784, 20, 1]), 300, 0.1, "784-20-1")
  : null;
const deep = networkReady()
  ? train(XTrain, YTrain, betterStart(deepDims), 300, 0.1, "784-20-7-5-1")
  : null;

if (shallow && deep && stuck) {
  plot.line(
    [
      { x: stuck.iterations, y: stuck.costs, name: "4 layers, 0.01 · randn" },
      { x: shallow.iterations, y: shallow.costs, name: "2 layers" },
      { x: deep.iterations, y: deep.costs, name: "4 layers" },
    ],
    { title: "Cost while learning", xLabel: "iterations", yLabel: "cost" },
  );
  for (const [name, { parameters }] of [
    ["2 layers", shallow],
    ["4 layers", deep],
  ] as const) {
    const [training, test] = [
      accuracy(XTrain, YTrain, parameters),
      accuracy(XTest, YTest, parameters),
    ];
    console.log(`${name}  training ${training}   test ${test}`);
  }
}

// %% [markdown]
// The deeper network is slow to start, since all its layers have to find something useful first, and then overtakes.
//
// ### Which ones does it get wrong?

// %%
if (deep) {
  const { AL } = modelForward(XTest, deep.parameters);
  const wrong = Array.from({ length: YTest.size }, (_, i) => i)
    .filter((i) => (AL.at(0, i) > 0.5 ? 1 : 0) !== YTest.at(0, i))
    .slice(0, 10);
  plot.image(
    wrong.map((i) => imageOf(XTest, i)),
    {
      title: "Test images that it gets wrong",
      captions: wrong.map(
        (i) => `P(8) = ${AL.at(0, i).toFixed(2)}, is ${YTest.at(0, i) === 1 ? 8 : 3}`,
      ),
    },
  );
}

// %% [markdown]
// ## Parameters and hyper-parameters
//
// $W^{[1]}, b^{[1]}, \dots$ are **parameters**: gradient descent finds them. Everything that *you* had to choose is a
// **hyper-parameter**: the learning rate $\alpha$, the number of iterations, the number of layers, the units in each,
// the activations, the size of the first weights. They decide what the parameters become, and no formula gives them. So
// building networks is an **iteration**, a loop around the loop of gradient descent:
//
// $$\text{idea} \to \text{code} \to \text{experiment} \to \text{idea} \to \cdots$$
//
// Have an idea ("a smaller rate"), write it down, train, look at the cost and at the accuracy on data *not* used for
// training, and let that give you the next idea. Nobody guesses right the first time, and what was best for speech need
// not be for images. So what counts is how fast you get round: that is why so much of this course is about faster
// training. (How to choose the next idea well is what assignment 9 is about; how to search, assignment 7.)
//
// Here is one idea, with everything else kept the same. **Guess first:** which of the four rates wins?

// %%
if (networkReady()) {
  const some = { X: XTrain.slice(":", ":300"), Y: YTrain.slice(":", ":300") };
  const curves = [0.02, 0.1, 0.2, 1].map((rate) => {
    const { iterations, costs } = train(
      some.X,
      some.Y,
      betterStart(deepDims),
      150,
      rate,
      `α = ${rate}`,
    );
    return { x: iterations, y: costs, name: `α = ${rate}` };
  });
  plot.line(curves, {
    title: "The learning rate",
    xLabel: "iterations",
    yLabel: "cost",
  });
}

// %% [markdown]
// Too small, and after 150 iterations nothing has happened yet. Too large, and the first steps leap so far that a whole
// layer of relu units ends up on its flat side, for every image: no gradient comes through any more, and the network is
// lost.

// %% [markdown]
// ## All ten digits
//
// Ten outputs instead of one, each answering its own question: *is it a 0? is it a 1? …* A label becomes a column with
// a single 1 (**one-hot**), the cost is the sum of ten costs, and the prediction is the digit with the largest
// probability. Not a line of your functions has to change.
//
// These ten probabilities need not add up to 1: each output answers without listening to the others. An activation that
// makes them *one* distribution over ten digits is the **softmax**. Assignment 6 uses it, and assignment 7 derives it.

// %%
const digits = loadMnist({ train: 2000, test: 1000 });
const oneHot = (Y: NDArray): NDArray => np.equal(Y, np.arange(10).reshape(10, 1));

const [someLabels, asColumns] = [digits.YTrain, oneHot(digits.YTrain)].map((Y) =>
  Y.slice(":", ":8"),
);
console.log(`labels\n${someLabels}\none-hot\n${asColumns}`);

// %%
const tenDims = [784, 64, 32, 10];
const ten = networkReady()
  ? train(
      digits.XTrain,
      oneHot(digits.YTrain),
      betterStart(tenDims),
      200,
      0.5,
      "784-64-32-10",
    )
  : null;

function readDigits(X: NDArray, parameters: NetworkParameters): NDArray {
  return np.argmax(modelForward(X, parameters).AL, 0);
}

if (ten) {
  plot.line(
    { x: ten.iterations, y: ten.costs },
    {
      title: "Ten digits, 784-64-32-10",
      xLabel: "iterations",
      yLabel: "cost, ten outputs together",
      height: 300,
    },
  );
  const share = (X: NDArray, Y: NDArray): string =>
    `${(100 * np.mean(np.equal(readDigits(X, ten.parameters), Y))).toFixed(1)} %`;
  console.log("Training set", share(digits.XTrain, digits.YTrain));
  console.log("Test set    ", share(digits.XTest, digits.YTest), "(guessing: 10 %)");
}

// %% [markdown]
// ### More data, or a larger network?
//
// Why did deep learning take off only when it did? The ideas are from the eighties. Here are networks of one hidden
// layer of 4, 16 and 64 units, each trained on 50, 200 and 1000 of the images; ten to thirty seconds. **Guess first:**
// does a larger network help when there are few examples? Do more examples help when the network is small?

// %%
if (networkReady()) {
  const amounts = [50, 200, 1000];
  const curves = [4, 16, 64].map((units) => {
    const y = amounts.map((m) => {
      const [X, Y] = [digits.XTrain, digits.YTrain].map((A) => A.slice(":", `:${m}`));
      const start = betterStart([784, units, 10]);
      const label = `${units} units, ${m} images`;
      const { parameters } = train(X, oneHot(Y), start, 200, 0.1, label);
      const right = np.equal(readDigits(digits.XTest, parameters), digits.YTest);
      return 100 * np.mean(right);
    });
    console.log(
      `${String(units).padStart(2)} units `,
      y.map((p) => p.toFixed(1)).join("  "),
    );
    return { x: amounts, y, name: `${units} units` };
  });
  plot.line(curves, {
    title: "Accuracy by size of the training set and of the network",
    xLabel: "training images",
    yLabel: "% of 1000 test images",
    logX: true,
    height: 320,
  });
}

// %% [markdown]
// Four units go from 42 % with 50 images to 60 % with 1000, and will not get much farther: they are too few to tell ten
// digits apart, however many examples they see. With 50 images, on the other hand, 64 units (62 %) are hardly better
// than 16 (58 %): there is nothing more to be learned from so few. Accuracy has two ceilings, one set by the data and
// one by the size of the network, and to rise on, both must grow. Since about 2010 there has been plenty of both,
// digitized data by the million and computers for networks that can use them. That, and activations such as ReLU that
// make training faster, is why deep learning took off then and not in the eighties.

// %% [markdown]
// ### Which digits does it confuse?
//
// Row: what it is. Column: what the network says. Only mistakes are counted.

// %%
if (ten) {
  const said = readDigits(digits.XTest, ten.parameters);
  const mistakes = np.zeros([10, 10]);
  for (let i = 0; i < digits.YTest.size; i++) {
    const [is, says] = [digits.YTest.at(0, i), said.at(i)];
    if (is !== says) mistakes.set(is, says, mistakes.at(is, says) + 1);
  }
  plot.heatmap(mistakes, {
    title: "Mistakes on 1000 test images",
    xLabel: "says",
    yLabel: "is",
    height: 420,
  });
}

// %% [markdown]
// And what do the units of the first layer look for? Each has 784 weights, one a pixel, so they are an image. Here is
// what training has added to them, for the 24 units that learned most: red pixels speak for the unit, blue ones against
// it. Nobody told them to look for strokes and loops.

// %%
if (ten) {
  const added = np.subtract(ten.parameters.W1, betterStart(tenDims).W1);
  const size = (unit: number): number => np.sum(np.square(added.slice(unit)));
  const most = Array.from({ length: 64 }, (_, unit) => unit)
    .sort((p, q) => size(q) - size(p))
    .slice(0, 24);
  const row = (units: number[]): NDArray =>
    np.hstack(units.map((unit) => added.slice(unit).reshape(28, 28)));
  plot.heatmap(
    np.vstack([row(most.slice(0, 8)), row(most.slice(8, 16)), row(most.slice(16))]),
    {
      title: "What 24 units of layer 1 have learned",
      diverging: true,
      height: 400,
    },
  );
}

// %% [markdown]
// ## Summary
//
// - A deep network is one layer, written once and used $L$ times: forward
//   $Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]}$, $A^{[l]} = g^{[l]}(Z^{[l]})$.
// - Backward, each layer needs its cache and $dA^{[l]}$; it gives $dW^{[l]} = \frac1m dZ^{[l]} A^{[l-1]T}$, $db^{[l]}$,
//   the average of $dZ^{[l]}$, and $dA^{[l-1]} = W^{[l]T} dZ^{[l]}$.
// - Check dimensions: a gradient has the shape of its parameter; $m$ is the number of columns.
// - Depth multiplies what units can express. It also makes the start important: the size of the first weights decides
//   whether anything is learned.
// - Parameters are learned, hyper-parameters are chosen.
//
// Something to try: another layer, `[784, 20, 1]` with 0.01 · randn (does it learn?), 4s and 9s, or $\alpha = 0.1$ for
// the ten digits. Then save the notebook; what counts for your grade are the nine functions.
//
// ## Read on
//
// - M. Telgarsky, "Benefits of depth in neural networks", *COLT* 2016: the hat that is put into itself.
// - G. Montúfar, R. Pascanu, K. Cho and Y. Bengio, "On the number of linear regions of deep neural networks", *NIPS*
//   2014.
// - Y. LeCun, Y. Bengio and G. Hinton, "Deep learning", *Nature* 521 (2015): a survey in nine pages.
// - I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning*, MIT Press 2016, chapters 6 and 8.
