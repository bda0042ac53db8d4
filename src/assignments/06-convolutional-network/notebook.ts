// The lesson of assignment 6 in percent format: `nablab build` makes the notebook from it.
// biome-ignore-all lint/correctness/noUnusedImports: NotImplemented is for the starters.
// biome-ignore-all lint/correctness/noUnusedVariables: what one cell declares, the learner may use in the next.

// %% [markdown]
// # Convolutional networks
//
// The networks so far took an image as a list of numbers. Shuffle all the pixels, the same way in every image, and such
// a network would learn just as well: it does not know that pixels have neighbours. A **convolutional network** does.
// It looks at small windows, with the same few weights everywhere, and that is how machines learned to see.
//
// You write all its parts, forward and backward, and at the end a network of these parts reads handwritten digits, 97 %
// of them right. There are thirteen functions, most of them short. Below each one, `check` tells you at once whether it
// is right, and if not, why.
//
// - **You need** assignments 3 to 5: a backward pass, Adam, and what a hyper-parameter is.
// - **Afterwards you can** write convolution and pooling, forward and backward, follow shapes and count parameters
//   through any network, and say what residual blocks, 1 × 1 filters and transfer learning are good for.
// - **It takes** two sittings of about two hours; the break is after exercise 6. Three cells train for half a minute to
//   two minutes each; the text says which.
//
// What do we want computers to see? **Image classification** says what is in an image: a cat or not. **Object
// detection** also says where, and how many: the cars and people in front of yours. **Neural style transfer** paints
// your photo as Picasso would have. For all of them a dense layer is hopeless, because images are large. One of 64 × 64
// pixels in three colours has 12,288 numbers; one of 1000 × 1000 has three million, and a dense layer of a thousand
// units on top of it three *billion* weights: more than memory holds, and far more than any data could teach.

// %%
import {
  check,
  loadMnist,
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

useAssignment("convolutional-network");

// %% [markdown]
// ## Edges
//
// What do you see first in an image? Edges. To find them, lay a small **filter** on every place of the image, multiply
// the numbers on top of each other, and sum:
//
// $$\text{output}_{ij} = \sum_{u=0}^{f-1} \sum_{v=0}^{f-1} \text{image}_{i+u,\,j+v} \cdot \text{filter}_{uv}
// \qquad\qquad
// \underbrace{\begin{bmatrix} 1 & 0 & -1 \\ 1 & 0 & -1 \\ 1 & 0 & -1 \end{bmatrix}}_{\text{finds vertical edges}}$$
//
// The filter subtracts what is on the right from what is on the left. Where all is equally bright, that is 0; where
// bright turns to dark, it is large. An $n \times n$ image has $n - f + 1$ places for the filter along each side, so
// that is the size of the output. (Mathematicians turn the filter around first, and call what we do
// *cross-correlation*. As the weights are going to be learned, it makes no difference, and everybody says convolution.)
//
// ### Exercise 1: conv2d
//
// Two loops over the places will do. A window is a slice: ``image.slice(`${i}:${i + f}`, `${j}:${j + f}`)``, and
// `np.multiply` multiplies element by element. `output.set(i, j, value)` writes one number.

// %% [graded] conv2d

// %%
check({ conv2d });

// %%
const vertical = np.array([
  [1, 0, -1],
  [1, 0, -1],
  [1, 0, -1],
]);
const sobel = np.array([
  [1, 0, -1],
  [2, 0, -2],
  [1, 0, -1],
]);
const scharr = np.array([
  [3, 0, -3],
  [10, 0, -10],
  [3, 0, -3],
]);

// An image of 6 by 6: bright on the left, dark on the right.
const half = np.multiply(np.ones([6, 1]), np.array([10, 10, 10, 0, 0, 0]));

if (ready("conv2d")) {
  console.log(`${half}\n\nits vertical edges:\n${conv2d(half, vertical)}`);
  console.log(`\nits horizontal edges:\n${conv2d(half, vertical.T)}`);
}

// %% [markdown]
// The edge is found, and it is wide: an image of 6 pixels is a small one. And now a real digit. **Sobel's** filter
// trusts the middle row more, **Scharr's** even more; which weights are best? Keep that question.

// %%
const { XTrain: tenDigits, YTrain: theirLabels } = loadMnist({
  train: 10,
  test: 0,
  seed: 2,
});
const labelsOfTen = [...theirLabels.toTypedArray()];
const digitImage = (label: number): NDArray =>
  tenDigits.slice(":", labelsOfTen.indexOf(label)).reshape(28, 28);

// Several images of the same size as one, side by side, each scaled to its own largest
// value.
function sideBySide(images: NDArray[]): NDArray {
  const gap = np.zeros([images[0].shape[0], 1]);
  const scaled = images.map((image) =>
    np.divide(image, Math.max(np.max(np.abs(image)), 1e-9)),
  );
  return np.hstack(scaled.flatMap((image, i) => (i === 0 ? [image] : [gap, image])));
}

if (ready("conv2d")) {
  const five = digitImage(5);
  const [across, down] = [conv2d(five, sobel), conv2d(five, sobel.T)];
  const strength = np.sqrt(np.add(np.square(across), np.square(down)));
  plot.heatmap(sideBySide([five.slice("1:-1", "1:-1"), across, down, strength]), {
    title: "A five · vertical edges · horizontal edges · both (Sobel)",
    diverging: true,
    height: 260,
  });
  plot.heatmap(
    sideBySide([vertical, sobel, scharr].map((filter) => conv2d(five, filter))),
    {
      title: "Vertical edges by three filters: plain, Sobel, Scharr",
      diverging: true,
      height: 300,
    },
  );
}

// %% [markdown]
// Red: from bright to dark, seen from left to right (or from the top down). Blue: from dark to bright. With a few more
// such filters you could tell a 5 from an 8. That was computer vision for decades: clever people thought about filters.
// The idea of a convolutional network is that **the nine numbers are weights**, learned by gradient descent like all
// others.
//
// ## Padding and strides
//
// Each convolution makes the image smaller, and a pixel in the corner is seen once, one in the middle $f^2$ times.
// Remedy: a border of $p$ zeros all around. With $p = (f - 1)/2$ the output is as large as the input (a **same**
// convolution; that is why filters have odd sizes); without a border it is called **valid**. And when a smaller output
// is wanted, move the filter by more than one pixel at a time, by a **stride** $s$. In all:
//
// $$\left\lfloor \frac{n + 2p - f}{s} \right\rfloor + 1$$
//
// The filter has to lie inside; a place where it would stick out is not counted. Hence the brackets: round down.
//
// ### Exercise 2: outputSize

// %% [graded] outputSize

// %%
check({ outputSize });

// %% [markdown]
// Follow an image of 39 × 39 pixels with 3 channels through three layers: 10 filters of 3 × 3; 20 of 5 × 5 with stride
// 2; 40 of 5 × 5 with stride 2, all without padding. The number of filters becomes the number of channels. **Guess
// first:** how many numbers are left at the end, to be laid out in a row for a last neuron that says cat or no cat?

// %%
if (ready("outputSize")) {
  let [n, channels] = [39, 3];
  console.log(`${n} x ${n} x ${channels}`);
  for (const [f, stride, filters] of [
    [3, 1, 10],
    [5, 2, 20],
    [5, 2, 40],
  ]) {
    n = outputSize(n, f, 0, stride);
    channels = filters;
    console.log(`-> ${n} x ${n} x ${channels}`);
  }
  console.log(`in a row: ${n * n * channels} numbers`);
}

// %% [markdown]
// ## Volumes
//
// A colour image has three **channels**, and the output of a layer has as many as it has filters. So the arrays of this
// notebook have four axes. **Examples come first here**, not last as in assignments 1 to 5: an image then lies in
// memory in one piece, row by row, and a batch is a list of images. (Libraries do the same.) Where a dense layer
// follows, each image is laid out as a *row*, so it is $A W + b$ there, in place of $W A + b$: everything is
// transposed, and nothing else changes.
//
// | | shape | |
// |---|---|---|
// | a batch of images | $(m, n_H, n_W, n_C)$ | image, row, column, channel |
// | the filters of a layer | $(f, f, n_{C,\text{prev}}, n_C)$ | filter $c$ is `W.slice(":", ":", ":", c)` |
// | their biases | $(1, 1, 1, n_C)$ | one for each filter |
//
// ### Exercise 3: zeroPad
//
// `np.pad(X, pairs)` takes a pair [before, after] for each axis. Only rows and columns get a border.

// %% [graded] zeroPad

// %%
check({ zeroPad });

// %% [markdown]
// A filter reaches through all the channels of its input: it is a little block of $f \times f \times n_{C,\text{prev}}$
// weights. At one place, it does what a single neuron does: weighted sum, plus bias.
//
// ### Exercise 4: convSingleStep

// %% [graded] convSingleStep

// %%
check({ convSingleStep });

// %% [markdown]
// ## A convolutional layer
//
// Now every filter, at every place, of every image: four loops around `convSingleStep`. For the output at $(i, h, w,
// c)$ the window begins at row $h \cdot s$ and column $w \cdot s$ of the *padded* image $i$, and reaches through all
// channels.
//
// ### Exercise 5: convForward
//
// The cache holds the arguments, as they were. A slice with a number instead of a range drops that axis:
// `APrevPad.slice(i, "0:3", "0:3", ":")` has three.

// %%
interface ConvHyperparameters {
  stride: number;
  pad: number;
}

interface ConvCache {
  APrev: NDArray;
  W: NDArray;
  b: NDArray;
  hparameters: ConvHyperparameters;
}

interface PoolHyperparameters {
  f: number;
  stride: number;
}

interface PoolCache {
  APrev: NDArray;
  hparameters: PoolHyperparameters;
}

type PoolMode = "max" | "average";

type ResidualParameters = Record<"W1" | "b1" | "W2" | "b2", NDArray> & { Ws?: NDArray };

// %% [graded] convForward

// %%
check({ convForward });

// %% [markdown]
// **See it in colour.** Below is a scene of 16 × 16 pixels and its three channels: a red house with a white door, a
// green tree, a grey sky and a grey street. Two filters look at it. Each has 3 × 3 × 3 weights: *one slice for each
// channel*.
//
// - *Bright to dark* has [1, 0, −1] in each row of all three slices.
// - *Red to green* has [1, 0, −1] for red, the opposite for green, and nothing for blue. Where something grey gets
//   darker, red and green change alike and cancel. A bias of −2.5 and ReLU cut off what is weaker.
//
// **Guess first:** where will each of them answer?

// %% [folded]
// Rows and columns are [from, to[; the colour is red, green, blue.
function paint(image: NDArray, rows: number[], columns: number[], colour: number[]) {
  for (let h = rows[0]; h < rows[1]; h++) {
    for (let w = columns[0]; w < columns[1]; w++) {
      for (const [c, value] of colour.entries()) image.set(0, h, w, c, value);
    }
  }
}

const scene = np.zeros([1, 16, 16, 3]);
paint(scene, [0, 16], [0, 16], [0.75, 0.75, 0.75]);
paint(scene, [12, 16], [0, 16], [0.35, 0.35, 0.35]);
paint(scene, [5, 12], [2, 8], [0.85, 0.2, 0.2]);
paint(scene, [8, 12], [4, 6], [0.95, 0.95, 0.95]);
paint(scene, [3, 12], [8, 14], [0.2, 0.65, 0.25]);

const channel = (c: number): NDArray => scene.slice(0, ":", ":", c);
plot.image([scene.slice(0), channel(0), channel(1), channel(2)], {
  title: "A scene, and its channels",
  captions: ["in colour", "red", "green", "blue"],
  columns: 4,
  size: 150,
  alt:
    "A red house with a white door beside a green tree, and its three channels in " +
    "grey: the house is bright in the red one only, the tree in the green one.",
});

// %% [folded]
if (ready("convForward")) {
  // For each channel: what the weights [1, 0, -1] of each row are multiplied by.
  const colours = [
    [1, 1, 1],
    [1, -1, 0],
  ];
  const filters = np.zeros([3, 3, 3, 2]);
  for (const [c, weights] of colours.entries()) {
    for (const [k, weight] of weights.entries()) {
      filters.slice(":", ":", k, c).assign(np.multiply(weight, vertical));
    }
  }
  const biases = np.array([0, -2.5]).reshape(1, 1, 1, 2);
  const { Z } = convForward(scene, filters, biases, { stride: 1, pad: 0 });
  const answers = [0, 1].map((c) => np.maximum(Z.slice(0, ":", ":", c), 0));
  plot.image(
    answers.map((answer) => np.divide(answer, np.max(answer))),
    {
      title: "Two filters through all channels, after ReLU",
      captions: ["bright to dark", "red to green"],
      size: 200,
      alt:
        "Bright to dark answers at the left wall of the house, at the tree and " +
        "right of the door; red to green only where the house touches the tree.",
    },
  );
}

// %% [markdown]
// The first answers wherever it gets darker from left to right: at the wall of the house, at the tree, and most of all
// behind the white door. The second answers only where the red house touches the green tree. Both gave *one* channel: a
// filter adds up what it finds in all of them.

// %% [markdown]
// **Why is that a good idea?** Compare it with a dense layer that takes the same digit and gives as many numbers.

// %%
if (ready("outputSize")) {
  const size = outputSize(28, 5);
  const [numbersIn, numbersOut] = [28 * 28, size * size * 8];
  console.log(`28 x 28 x 1 -> ${size} x ${size} x 8`);
  console.log(
    "convolutional layer, 8 filters of 5 x 5:",
    ((5 * 5 * 1 + 1) * 8).toLocaleString("en"),
    "parameters",
  );
  console.log(
    "dense layer:",
    ((numbersIn + 1) * numbersOut).toLocaleString("en"),
    "parameters",
  );
}

// %% [markdown]
// 1. **Parameters are shared.** What finds an edge on the left finds it on the right.
// 2. **Connections are sparse.** Each output looks at 25 pixels and not at 784.
//
// Few parameters need few examples. And when the digit moves, the output moves along: a 5 need not be learned again at
// every place.
//
// ## Pooling
//
// If there is an edge somewhere in this corner, it matters little where exactly. A **pooling** layer keeps of each
// window only the largest value (max pooling) or the average, of every channel by itself. It has nothing to learn,
// makes images smaller (nearly always $f = 2$, $s = 2$), and forgets small shifts. When people count the layers of a
// network, they count only those with parameters: a convolution and the pooling behind it are one layer. So the 5 in
// LeNet-5 is two convolutions and three dense layers.
//
// ### Exercise 6: poolForward

// %% [graded] poolForward

// %%
check({ poolForward });

// %%
if (ready("convForward", "poolForward")) {
  // One layer with two filters, vertical and horizontal edges; ReLU; then pool twice.
  const filters = np.stack([sobel, sobel.T], 2).reshape(3, 3, 1, 2);
  const digit = digitImage(5).reshape(1, 28, 28, 1);
  const { Z } = convForward(digit, filters, np.zeros([1, 1, 1, 2]), {
    stride: 1,
    pad: 1,
  });
  const first = poolForward(np.maximum(Z, 0), { f: 2, stride: 2 }).A;
  const second = poolForward(first, { f: 2, stride: 2 }).A;
  const shown = [np.maximum(Z, 0), first, second].map((A) =>
    np.divide(A.slice(0, ":", ":", 0), np.max(A)),
  );
  plot.image(shown, {
    captions: shown.map(({ shape }) => shape.join(" x ")),
    size: 180,
    title: "Max pooling, twice",
  });
}

// %% [markdown]
// **Half-way.** This is a good place for a break. What is left: the way back, training, and the famous networks.

// %% [markdown]
// ## The way back
//
// A framework would do this for you. Do it once yourself, and you will know what it does. The rule is always the same:
// every output sends its gradient back to the numbers that made it, in proportion to how they counted; **what arrives
// at one place from several outputs adds up**. Here $Z_{ihwc}$ was made of a window of the input, of filter $c$ and of
// its bias:
//
// $$\begin{aligned}
// dA_\text{prev}\text{'s window} &\mathrel{+}= W_c \cdot dZ_{ihwc} \\
// dW_c &\mathrel{+}= \text{window} \cdot dZ_{ihwc} \\
// db_c &\mathrel{+}= dZ_{ihwc}
// \end{aligned}$$
//
// As in assignment 5, $dZ$ is the slope of the *cost*, so the average over the examples, $1/m$, is already in it: $dW$
// and $db$ are plain sums. (In assignments 1 to 4 it was the slope of one example's loss, and $1/m$ came later.)
//
// ### Exercise 7: convBackward
//
// The same four loops as before. The windows lie in the *padded* images, so collect $dA_\text{prev}$ in an array of
// that size, and cut the border off in the end. A slice is a view: to add to it, write `view.assign(np.add(view, …))`.

// %% [graded] convBackward

// %%
check({ convBackward });

// %% [markdown]
// Do not trust it, measure it: move one weight of a filter by $\varepsilon$, and see how $\sum Z^2 / 2$ changes. (Its
// gradient by $Z$ is $Z$ itself.)

// %%
if (ready("convForward", "convBackward")) {
  const random = new RandomState(1);
  const [A, W, b] = [
    random.randn(2, 5, 6, 2),
    random.randn(3, 3, 2, 4),
    random.randn(1, 1, 1, 4),
  ];
  const forwardWith = (filters: NDArray) =>
    convForward(A, filters, b, { stride: 2, pad: 1 });
  const cost = (filters: NDArray): number =>
    np.sum(np.square(forwardWith(filters).Z)) / 2;
  const { Z, cache } = forwardWith(W);
  const { dW } = convBackward(Z, cache);
  for (const [u, v, k, c] of [
    [0, 0, 0, 0],
    [1, 2, 1, 3],
    [2, 1, 0, 2],
  ]) {
    const [more, less] = [W.copy(), W.copy()];
    more.set(u, v, k, c, W.at(u, v, k, c) + 1e-5);
    less.set(u, v, k, c, W.at(u, v, k, c) - 1e-5);
    const measured = (cost(more) - cost(less)) / 2e-5;
    const formula = dW.at(u, v, k, c).toFixed(6);
    console.log(
      `dW[${u}, ${v}, ${k}, ${c}]: ${formula}, measured ${measured.toFixed(6)}`,
    );
  }
}

// %% [markdown]
// ### Back through pooling
//
// A maximum came from *one* place of its window: all of the gradient goes there, and nothing to the others, since a
// small change in them would not have changed the output. An average came from all places in equal parts.
//
// ### Exercise 8: createMaskFromWindow

// %% [graded] createMaskFromWindow

// %%
check({ createMaskFromWindow });

// %% [markdown]
// ### Exercise 9: distributeValue

// %% [graded] distributeValue

// %%
check({ distributeValue });

// %% [markdown]
// ### Exercise 10: poolBackward

// %% [graded] poolBackward

// %%
check({ poolBackward });

// %% [markdown]
// ## A network that reads
//
// That is everything a convolutional network needs. Ours is a small relative of LeNet-5, which read the cheques of
// American banks in the nineties:
//
// $$\underset{28 \times 28 \times 1}{\text{digit}} \xrightarrow[\text{8 filters}]{\text{conv } 5 \times 5}
// \underset{24 \times 24 \times 8}{\cdot} \xrightarrow[\text{ReLU}]{\text{pool}}
// \underset{12 \times 12 \times 8}{\cdot} \xrightarrow[\text{24 filters}]{\text{conv } 5 \times 5}
// \underset{8 \times 8 \times 24}{\cdot} \xrightarrow[\text{ReLU}]{\text{pool}}
// \underset{4 \times 4 \times 24}{\cdot} \xrightarrow[\text{softmax}]{\text{dense}} 10$$
//
// Images get smaller and channels more: that is so in nearly all of them. (**Softmax** makes probabilities of ten
// numbers, $p_k = e^{z_k} / \sum_j e^{z_j}$; with the cost $-\log p_\text{label}$ its gradient is once more prediction
// minus label. Take it on trust for now: assignment 7 derives it.)
//
// ### From loops to one matrix product
//
// Your four loops show what happens, but they are slow: training takes fifty thousand passes. What libraries do instead
// is called **im2col**: copy every window into a row of a large matrix. The filters are the columns of a small one.
// Then the whole layer is *one* matrix product, and the way back is two. The code is given, and you need not read it.

// %% [folded]
// Every f by f window of every image as a row: shape (m nH nW, f f nC). Stride 1, no
// padding.
function imageToColumns(A: NDArray, f: number): NDArray {
  const [m, nHPrev, nWPrev, nC] = A.shape;
  const [nH, nW, length] = [nHPrev - f + 1, nWPrev - f + 1, f * nC];
  const columns = np.zeros([m * nH * nW, f * length]);
  const [from, to] = [A.data, columns.data];
  let position = 0;
  for (let i = 0; i < m; i++) {
    for (let h = 0; h < nH; h++) {
      for (let w = 0; w < nW; w++) {
        for (let u = 0; u < f; u++) {
          // f neighbouring pixels with all their channels lie next to each other.
          const start = A.row(i, h + u, w);
          for (let k = 0; k < length; k++) to[position++] = from[start + k];
        }
      }
    }
  }
  return columns;
}

// The way back: adds every row to the window it came from.
function columnsToImage(
  columns: NDArray,
  shape: readonly number[],
  f: number,
): NDArray {
  const A = np.zeros(shape);
  const [m, nHPrev, nWPrev, nC] = shape;
  const [from, to, length] = [columns.data, A.data, f * nC];
  let position = 0;
  for (let i = 0; i < m; i++) {
    for (let h = 0; h <= nHPrev - f; h++) {
      for (let w = 0; w <= nWPrev - f; w++) {
        for (let u = 0; u < f; u++) {
          const start = A.row(i, h + u, w);
          for (let k = 0; k < length; k++) to[start + k] += from[position++];
        }
      }
    }
  }
  return A;
}

// (f, f, nCPrev, nC) as a matrix with a filter in each column.
const filterMatrix = (W: NDArray): NDArray => W.reshape(-1, W.shape[3]);

function fastConvForward(
  A: NDArray,
  W: NDArray,
  b: NDArray,
): { Z: NDArray; columns: NDArray } {
  const [m, nHPrev, nWPrev] = A.shape;
  const [f, , , nC] = W.shape;
  const columns = imageToColumns(A, f);
  const Z = np.add(np.dot(columns, filterMatrix(W)), b.reshape(1, nC));
  return { Z: Z.reshape(m, nHPrev - f + 1, nWPrev - f + 1, nC), columns };
}

function fastConvBackward(
  dZ: NDArray,
  columns: NDArray,
  W: NDArray,
): { dW: NDArray; db: NDArray } {
  const [f, , nCPrev, nC] = W.shape;
  const errors = dZ.reshape(-1, nC);
  return {
    dW: np.dot(columns.T, errors).reshape(f, f, nCPrev, nC),
    db: np.sum(errors, 0).reshape(1, 1, 1, nC),
  };
}

// By itself, as the first layer has no use for it: nobody changes the images.
function fastConvBackwardToInput(
  dZ: NDArray,
  W: NDArray,
  shape: readonly number[],
): NDArray {
  const dColumns = np.dot(dZ.reshape(-1, W.shape[3]), filterMatrix(W).T);
  return columnsToImage(dColumns, shape, W.shape[0]);
}

// %% [markdown]
// Is it the same? And is it worth it? **Guess first:** how many times faster is one matrix product?

// %%
if (ready("convForward", "convBackward")) {
  const random = new RandomState(3);
  const [A, W, b] = [
    random.randn(10, 12, 12, 8),
    random.randn(5, 5, 8, 16),
    random.randn(1, 1, 1, 16),
  ];
  const valid = { stride: 1, pad: 0 };
  const slow = convForward(A, W, b, valid);
  const fast = fastConvForward(A, W, b);
  const dZ = random.randn(10, 8, 8, 16);
  const slowBack = convBackward(dZ, slow.cache);
  const { dW } = fastConvBackward(dZ, fast.columns, W);
  console.log("the same Z?      ", np.allclose(slow.Z, fast.Z));
  console.log("the same dW?     ", np.allclose(slowBack.dW, dW));
  console.log(
    "the same dAPrev? ",
    np.allclose(slowBack.dAPrev, fastConvBackwardToInput(dZ, W, A.shape)),
  );
  const loops = timeit(() => convForward(A, W, b, valid), 3);
  const product = timeit(() => fastConvForward(A, W, b), 3);
  console.log(
    `\nten images: your loops ${loops.toFixed(0)} ms, ` +
      `one product ${product.toFixed(1)} ms`,
  );
}

// %% [markdown]
// Pooling 2 by 2 is given too. Instead of masks it remembers where each maximum came from; and as ReLU does not change
// which value is the largest, it comes after pooling, when three quarters of the numbers are gone.

// %% [folded]
interface Pooled {
  A: NDArray;
  // Where in the input's data each maximum lay.
  origin: Int32Array;
}

function fastPoolForward(Z: NDArray): Pooled {
  const [m, nH, nW, nC] = Z.shape;
  const A = np.zeros([m, nH / 2, nW / 2, nC]);
  const origin = new Int32Array(A.size);
  const offsets = [nC, nW * nC, nW * nC + nC];
  const data = Z.data;
  let to = 0;
  for (let i = 0; i < m; i++) {
    for (let h = 0; h < nH; h += 2) {
      for (let w = 0; w < nW; w += 2) {
        const corner = Z.row(i, h, w);
        for (let c = 0; c < nC; c++) {
          let best = corner + c;
          for (const offset of offsets)
            if (data[corner + c + offset] > data[best]) best = corner + c + offset;
          origin[to] = best;
          A.data[to++] = data[best];
        }
      }
    }
  }
  return { A, origin };
}

function fastPoolBackward(
  dA: NDArray,
  origin: Int32Array,
  shape: readonly number[],
): NDArray {
  const dZ = np.zeros(shape);
  const values = dA.toTypedArray();
  for (let k = 0; k < values.length; k++) dZ.data[origin[k]] += values[k];
  return dZ;
}

if (ready("poolForward", "poolBackward")) {
  const Z = new RandomState(4).randn(3, 6, 8, 2);
  const { A, cache } = poolForward(Z, { f: 2, stride: 2 });
  const pooled = fastPoolForward(Z);
  console.log("the same A?      ", np.allclose(A, pooled.A));
  const back = fastPoolBackward(A, pooled.origin, Z.shape);
  console.log("the same dAPrev? ", np.allclose(poolBackward(A, cache), back));
}

// %% [markdown]
// The network: forward, backward, and Adam, all of which you know.

// %% [folded]
type Network = Record<`${"W" | "b"}${1 | 2 | 3}`, NDArray>;
const parameterNames = ["W1", "b1", "W2", "b2", "W3", "b3"] as const;

// He initialisation: weights of variance 2 / (numbers that each output is made of).
function startNetwork(classes: number, random: RandomState): Network {
  const filters = (f: number, from: number, to: number) =>
    np.multiply(random.randn(f, f, from, to), Math.sqrt(2 / (f * f * from)));
  const features = 4 * 4 * 24;
  return {
    W1: filters(5, 1, 8),
    b1: np.zeros([1, 1, 1, 8]),
    W2: filters(5, 8, 24),
    b2: np.zeros([1, 1, 1, 24]),
    W3: np.multiply(random.randn(features, classes), Math.sqrt(2 / features)),
    b3: np.zeros([1, classes]),
  };
}

function softmax(Z: NDArray): NDArray {
  const powers = np.exp(np.subtract(Z, np.max(Z, 1, true)));
  return np.divide(powers, np.sum(powers, 1, true));
}

// The probabilities, (m, classes), and all that the way back needs.
function networkForward(X: NDArray, network: Network) {
  const conv1 = fastConvForward(X, network.W1, network.b1);
  const pool1 = fastPoolForward(conv1.Z);
  const A1 = np.maximum(pool1.A, 0);
  const conv2 = fastConvForward(A1, network.W2, network.b2);
  const pool2 = fastPoolForward(conv2.Z);
  const A2 = np.maximum(pool2.A, 0);
  const features = A2.reshape(X.shape[0], -1);
  const probabilities = softmax(np.add(np.dot(features, network.W3), network.b3));
  return { conv1, pool1, A1, conv2, pool2, A2, features, probabilities };
}

function networkBackward(
  Y: NDArray,
  network: Network,
  pass: ReturnType<typeof networkForward>,
): Network {
  const { conv1, pool1, A1, conv2, pool2, A2, features, probabilities } = pass;
  const dZ3 = np.divide(np.subtract(probabilities, Y), Y.shape[0]);
  const dA2 = np.dot(dZ3, network.W3.T).reshape(...A2.shape);
  const dZ2 = fastPoolBackward(
    np.multiply(dA2, np.greater(A2, 0)),
    pool2.origin,
    conv2.Z.shape,
  );
  const back2 = fastConvBackward(dZ2, conv2.columns, network.W2);
  const dA1 = fastConvBackwardToInput(dZ2, network.W2, A1.shape);
  const dZ1 = fastPoolBackward(
    np.multiply(dA1, np.greater(A1, 0)),
    pool1.origin,
    conv1.Z.shape,
  );
  const back1 = fastConvBackward(dZ1, conv1.columns, network.W1);
  return {
    W1: back1.dW,
    b1: back1.db,
    W2: back2.dW,
    b2: back2.db,
    W3: np.dot(features.T, dZ3),
    b3: np.sum(dZ3, 0, true),
  };
}

// %% [markdown]
// ### Data, and more data
//
// There are 7000 digits to learn from, and 1600 others to be tested on. 7000 is not much. **Data augmentation** makes
// more of them: a digit that is moved by a pixel, or leans to one side, is the same digit. So every time the network
// sees an image, it sees it a little differently. (Only change what leaves the label true: in the mirror, a 2 is no 2.
// A cat in the mirror is still a cat.)

// %% [folded]
interface DigitSet {
  // Shape (m, 28, 28, 1).
  images: NDArray;
  labels: number[];
}

function digitSet(X: NDArray, Y: NDArray): DigitSet {
  return { images: X.T.copy().reshape(-1, 28, 28, 1), labels: [...Y.toTypedArray()] };
}

const mnist = loadMnist({ train: 7000, test: 1600 });
const trainSet = digitSet(mnist.XTrain, mnist.YTrain);
const testSet = digitSet(mnist.XTest, mnist.YTest);

// The same digits, each moved by a pixel at most and leaning to one side, at random.
function varied(images: NDArray, random: RandomState): NDArray {
  const [m, nH, nW] = images.shape;
  const moves = random.randint(-1, 2, [m, 2]);
  const leans = random.uniform(-0.15, 0.15, [m]);
  const out = np.zeros(images.shape);
  for (let i = 0; i < m; i++) {
    for (let h = 0; h < nH; h++) {
      const fromH = h - moves.at(i, 0);
      if (fromH < 0 || fromH >= nH) continue;
      const shift = moves.at(i, 1) + Math.round(leans.at(i) * (h - nH / 2));
      for (let w = Math.max(0, shift); w < Math.min(nW, nW + shift); w++) {
        out.set(i, h, w, 0, images.at(i, fromH, w - shift, 0));
      }
    }
  }
  return out;
}

const sample = np.concatenate(
  [0, 1].map((i) => np.repeat(trainSet.images.slice(`${i}:${i + 1}`), 5, 0)),
);
const variations = varied(sample, new RandomState(5));
plot.image(
  Array.from({ length: 10 }, (_, i) => variations.slice(i, ":", ":", 0)),
  { title: "Two digits, varied", size: 90 },
);

// %% [markdown]
// With colour photos there are two more ways. A **random crop** shows a part of the photo, large enough to contain the
// thing. A **colour shift** adds a little to each channel, as morning light or a lamp would. Here is what they do to
// our scene.

// %%
const crops = [
  [0, 0],
  [2, 3],
  [4, 1],
].map(([h, w]) => scene.slice(0, `${h}:${h + 12}`, `${w}:${w + 12}`, ":"));
const shifts = [
  [0.12, 0.04, -0.12],
  [-0.1, -0.02, 0.12],
].map((shift) => np.clip(np.add(scene.slice(0), shift), 0, 1));

plot.image([...crops, ...shifts], {
  title: "Random crops, and colour shifts",
  captions: ["a crop", "a crop", "a crop", "evening", "shade"],
  size: 120,
});

// %% [markdown]
// Now train on the digits, with Adam and mini-batches of 32: seven epochs of 7000 digits, half a minute to two minutes.

// %% [folded]
const allExercises = [
  "convForward",
  "poolForward",
  "convBackward",
  "poolBackward",
] as const;

// Which class each image is taken for; a few hundred at a time, since their windows
// take memory.
function classesOf(images: NDArray, network: Network, kind = convolutional): number[] {
  const said: number[] = [];
  for (let start = 0; start < images.shape[0]; start += 200) {
    const part = images.slice(`${start}:${start + 200}`).copy();
    said.push(...np.argmax(kind.predict(part, network), 1).toTypedArray());
  }
  return said;
}

function accuracy(
  { images, labels }: DigitSet,
  network: Network,
  kind = convolutional,
): number {
  const said = classesOf(images, network, kind);
  return (100 * labels.filter((label, i) => label === said[i]).length) / labels.length;
}

interface Average {
  v: NDArray;
  s: NDArray;
}

// One step of Adam: new parameters; the averages are kept up to date.
function adamStep(
  network: Network,
  grads: Network,
  averages: Record<string, Average>,
  t: number,
  rate: number,
): Network {
  const updated = { ...network };
  for (const name of parameterNames) {
    const grad = grads[name];
    const old = averages[name] ?? { v: np.zeros(grad.shape), s: np.zeros(grad.shape) };
    const v = np.add(np.multiply(0.9, old.v), np.multiply(0.1, grad));
    const s = np.add(np.multiply(0.999, old.s), np.multiply(0.001, np.square(grad)));
    averages[name] = { v, s };
    const root = np.add(np.sqrt(np.divide(s, 1 - 0.999 ** t)), 1e-8);
    updated[name] = np.subtract(
      network[name],
      np.multiply(rate / (1 - 0.9 ** t), np.divide(v, root)),
    );
  }
  return updated;
}

// What can be trained: its start, and for a batch the probabilities and the gradients.
interface Kind {
  start(classes: number, random: RandomState): Network;
  learn(X: NDArray, Y: NDArray, network: Network): [NDArray, Network];
  predict(X: NDArray, network: Network): NDArray;
}

const convolutional: Kind = {
  start: startNetwork,
  learn: (X, Y, network) => {
    const pass = networkForward(X, network);
    return [pass.probabilities, networkBackward(Y, network, pass)];
  },
  predict: (X, network) => networkForward(X, network).probabilities,
};

type Vary = (images: NDArray, random: RandomState) => NDArray;

// Learning rate falls from 0.004 to 0. `seen` hears of every step.
function train(
  kind: Kind,
  set: DigitSet,
  classes: number,
  epochs: number,
  vary: Vary = (images) => images,
  seen: (step: number, cost: number) => void = () => {},
): Network {
  const random = new RandomState(1);
  let network = kind.start(classes, random);
  const averages: Record<string, Average> = {};
  const m = set.labels.length;
  const steps = epochs * Math.ceil(m / 32);
  let order = random.permutation(m);
  let start = 0;
  for (const step of progress(steps, `${epochs} epochs of ${m} digits`)) {
    if (start >= m) {
      order = random.permutation(m);
      start = 0;
    }
    const chosen = order.slice(`${start}:${start + 32}`);
    start += 32;
    const labels = np.take(set.labels, chosen).reshape(-1, 1);
    const Y = np.equal(labels, np.arange(classes));
    const X = vary(np.take(set.images, chosen, 0), random);
    const [probabilities, grads] = kind.learn(X, Y, network);
    const logs = np.log(np.add(probabilities, 1e-12));
    seen(step, -np.sum(np.multiply(Y, logs)) / labels.size);
    const rate = 0.004 * (1 - step / steps);
    network = adamStep(network, grads, averages, step + 1, rate);
  }
  return network;
}

// %%
let network: Network | undefined;
if (ready(...allExercises)) {
  const costs: number[] = [];
  let average = 0;
  network = train(convolutional, trainSet, 10, 7, varied, (step, cost) => {
    average = 0.98 * average + 0.02 * cost;
    costs.push(average / (1 - 0.98 ** (step + 1)));
  });
  plot.line(costs, {
    title: "Cost, smoothed with β = 0.98",
    xLabel: "step",
    yLabel: "cost",
    logY: true,
    height: 300,
  });
  console.log(`Test set: ${accuracy(testSet, network).toFixed(2)} % right`);
}

// %% [markdown]
// With 8,882 parameters, a sixth of what the dense network of assignment 3 has. (That one got 91.4 %, but had seen 2000
// plain digits only, so the two figures cannot be compared. A fair comparison comes below.) These are test digits that
// ours got wrong. Would you have known?

// %%
if (network) {
  const said = classesOf(testSet.images, network);
  const wrong = testSet.labels
    .flatMap((label, i) => (label === said[i] ? [] : [i]))
    .slice(0, 20);
  plot.image(
    wrong.map((i) => testSet.images.slice(i, ":", ":", 0)),
    {
      title: "Test digits that it gets wrong",
      captions: wrong.map((i) => `${testSet.labels[i]}, says ${said[i]}`),
      columns: 10,
      size: 70,
    },
  );
}

// %% [markdown]
// ### What has it learned?
//
// Nobody chose these filters. Each is 5 by 5 numbers of the first layer; red counts for it, blue against it.

// %%
if (network) {
  const { W1 } = network;
  plot.heatmap(
    sideBySide(Array.from({ length: 8 }, (_, c) => W1.slice(":", ":", 0, c))),
    {
      title: "The eight filters of the first layer",
      diverging: true,
      height: 220,
    },
  );
}

// %% [markdown]
// Red beside blue is an edge, as in Sobel's filter, but at angles of its own; a red streak is a stroke. Remember the
// question whose weights are best, Sobel's or Scharr's? Whatever the data say. And this is what the trained filters see
// in a 5, by *your* `convForward` and `poolForward`. Each image is a **feature map**: one channel of a layer's output.

// %%
function mapsOf(A: NDArray): NDArray[] {
  return Array.from({ length: A.shape[3] }, (_, c) => {
    const map = A.slice(0, ":", ":", c);
    return np.divide(map, Math.max(np.max(map), 1e-9));
  });
}

if (network) {
  const { W1, b1, W2, b2 } = network;
  const valid = { stride: 1, pad: 0 };
  const digit = digitImage(5).reshape(1, 28, 28, 1);
  const first = np.maximum(convForward(digit, W1, b1, valid).Z, 0);
  const pooled = poolForward(first, { f: 2, stride: 2 }).A;
  const second = np.maximum(convForward(pooled, W2, b2, valid).Z, 0);
  plot.image(mapsOf(first), {
    title: "Layer 1: 8 feature maps of 24 by 24",
    columns: 8,
    size: 90,
  });
  plot.image(mapsOf(second), {
    title: "Layer 2: 24 feature maps of 8 by 8",
    columns: 8,
    size: 90,
  });
}

// %% [markdown]
// Layer 1 sees strokes and their edges, most maps those of one direction. Layer 2 combines them: a corner here, the end
// of a stroke there; a black map has not found what it looks for. In networks of a hundred layers it goes on so, to
// wheels, faces and dogs.

// %% [markdown]
// ### Does it know about neighbours?
//
// That was the claim at the very top: a dense network would learn just as well from shuffled pixels, and a
// convolutional one would not. Put it to the test. Two networks, the convolutional one and 784-64-32-10 from assignment
// 3, both trained for two epochs on the same 7000 digits, without variations; and both once more on digits whose 784
// pixels are **shuffled**, in the same way in every image. That is four numbers, and half a minute to two minutes.
// **Guess them first.**

// %% [folded]
const reluOf = (Z: NDArray): NDArray => np.maximum(Z, 0);
const layerOf = (A: NDArray, W: NDArray, b: NDArray): NDArray =>
  np.add(np.dot(A, W), b);

// 784-64-32 and one unit for each class, with an image in each row.
const dense3: Kind = {
  start: (classes, random) => {
    const weights = (from: number, to: number) =>
      np.multiply(random.randn(from, to), Math.sqrt(2 / from));
    return {
      W1: weights(784, 64),
      b1: np.zeros([1, 64]),
      W2: weights(64, 32),
      b2: np.zeros([1, 32]),
      W3: weights(32, classes),
      b3: np.zeros([1, classes]),
    };
  },
  learn: (X, Y, { W1, b1, W2, b2, W3, b3 }) => {
    const A0 = X.reshape(-1, 784);
    const A1 = reluOf(layerOf(A0, W1, b1));
    const A2 = reluOf(layerOf(A1, W2, b2));
    const probabilities = softmax(layerOf(A2, W3, b3));
    const dZ3 = np.divide(np.subtract(probabilities, Y), Y.shape[0]);
    const dZ2 = np.multiply(np.dot(dZ3, W3.T), np.greater(A2, 0));
    const dZ1 = np.multiply(np.dot(dZ2, W2.T), np.greater(A1, 0));
    const grads = {
      W1: np.dot(A0.T, dZ1),
      b1: np.sum(dZ1, 0, true),
      W2: np.dot(A1.T, dZ2),
      b2: np.sum(dZ2, 0, true),
      W3: np.dot(A2.T, dZ3),
      b3: np.sum(dZ3, 0, true),
    };
    return [probabilities, grads];
  },
  predict: (X, { W1, b1, W2, b2, W3, b3 }) => {
    const A1 = reluOf(layerOf(X.reshape(-1, 784), W1, b1));
    return softmax(layerOf(reluOf(layerOf(A1, W2, b2)), W3, b3));
  },
};

const newPlaces = new RandomState(9).permutation(784);
const shuffled = ({ images, labels }: DigitSet): DigitSet => ({
  images: np.take(images.reshape(-1, 784), newPlaces, 1).reshape(-1, 28, 28, 1),
  labels,
});

// %%
const comparison: Record<string, number> = {};
if (ready(...allExercises)) {
  const sets: [string, DigitSet, DigitSet][] = [
    ["as they are", trainSet, testSet],
    ["shuffled", shuffled(trainSet), shuffled(testSet)],
  ];
  plot.image(
    sets.map(([, { images }]) => images.slice(0, ":", ":", 0)),
    { title: "The same digit twice", captions: ["as it is", "shuffled"], size: 140 },
  );
  const kinds: [string, Kind][] = [
    ["dense network", dense3],
    ["convolutional network", convolutional],
  ];
  for (const [pixels, learn, test] of sets) {
    for (const [name, kind] of kinds) {
      const percent = accuracy(test, train(kind, learn, 10, 2), kind);
      comparison[`${name}, pixels ${pixels}`] = percent;
      console.log(`${name}, pixels ${pixels}: ${percent.toFixed(1)} %`);
    }
  }
}

// %% [markdown]
// | % of the test digits | pixels as they are | pixels shuffled |
// |---|---|---|
// | dense | 92.8 | 92.4 |
// | convolutional | **94.9** | 86.1 |
//
// To the dense network it is all the same: 0.4 points are six of 1600 digits. The convolutional network is the better
// one by two points where neighbours are neighbours, and loses nine where they are not: its small windows and shared
// weights, which are such a help with images, are then only in the way. A network that is built on what is true of the
// data needs less of it. If it is not true of *your* data, take another network.
//
// ## Three famous networks
//
// With `outputSize` you can follow an image through any network. A convolutional layer has $(f \cdot f \cdot
// n_{C,\text{prev}} + 1) \cdot n_C$ parameters, pooling has none, and a dense layer has one for each pair of numbers,
// plus biases.

// %% [folded]
type Layer =
  | { kind: "conv"; f: number; filters: number; stride?: number; pad?: number }
  | { kind: "pool"; f: number; stride: number }
  | { kind: "dense"; units: number };

const conv = (f: number, filters: number, pad = 0, stride = 1): Layer => ({
  kind: "conv",
  f,
  filters,
  pad,
  stride,
});
const pool = (f: number, stride: number): Layer => ({ kind: "pool", f, stride });
const dense = (units: number): Layer => ({ kind: "dense", units });

// One line for a layer: what it is, the shape and the number of parameters that it
// comes to.
function throughLayer(
  [nH, nW, nC]: number[],
  layer: Layer,
): { name: string; shape: number[]; parameters: number } {
  if (layer.kind === "dense") {
    const { units } = layer;
    return {
      name: `dense ${units}`,
      shape: [1, 1, units],
      parameters: (nH * nW * nC + 1) * units,
    };
  }
  const { f, stride = 1 } = layer;
  const pad = layer.kind === "conv" ? (layer.pad ?? 0) : 0;
  const size = [outputSize(nH, f, pad, stride), outputSize(nW, f, pad, stride)];
  const strides = stride > 1 ? `, stride ${stride}` : "";
  const moves = `${strides}${pad > 0 ? `, pad ${pad}` : ""}`;
  if (layer.kind === "pool")
    return { name: `pool ${f}x${f}${moves}`, shape: [...size, nC], parameters: 0 };
  const name = `conv ${f}x${f}, ${layer.filters} filters${moves}`;
  return {
    name,
    shape: [...size, layer.filters],
    parameters: (f * f * nC + 1) * layer.filters,
  };
}

function layerTable(title: string, input: number[], layers: Layer[]): void {
  const lines = [`${title}, input ${input.join(" x ")}`];
  let shape = input;
  let total = 0;
  let filters = 0;
  let firstDense = 0;
  for (const layer of layers) {
    const through = throughLayer(shape, layer);
    shape = through.shape;
    total += through.parameters;
    if (layer.kind === "conv") filters += through.parameters;
    if (layer.kind === "dense") firstDense ||= through.parameters;
    const output = layer.kind === "dense" ? String(layer.units) : shape.join(" x ");
    const parameters = through.parameters.toLocaleString("en");
    lines.push(
      `  ${through.name.padEnd(36)}${output.padEnd(16)}${parameters.padStart(12)}`,
    );
  }
  const together = "parameters in all";
  lines.push(`  ${together.padEnd(52)}${total.toLocaleString("en").padStart(12)}`);
  const [inFilters, inDense] = [filters, firstDense].map((count) =>
    ((100 * count) / total).toFixed(0),
  );
  lines.push(`  in the filters ${inFilters} %, in the first dense layer ${inDense} %`);
  console.log(`${lines.join("\n")}\n`);
}

const lenet5 = [
  conv(5, 6),
  pool(2, 2),
  conv(5, 16),
  pool(2, 2),
  dense(120),
  dense(84),
  dense(10),
];

const alexNet = [
  ...[conv(11, 96, 0, 4), pool(3, 2), conv(5, 256, 2), pool(3, 2)],
  ...[conv(3, 384, 1), conv(3, 384, 1), conv(3, 256, 1), pool(3, 2)],
  ...[dense(4096), dense(4096), dense(1000)],
];

const same3 = (filters: number): Layer => conv(3, filters, 1);
const vgg16 = [
  ...[same3(64), same3(64), pool(2, 2)],
  ...[same3(128), same3(128), pool(2, 2)],
  ...[same3(256), same3(256), same3(256), pool(2, 2)],
  ...[same3(512), same3(512), same3(512), pool(2, 2)],
  ...[same3(512), same3(512), same3(512), pool(2, 2)],
  ...[dense(4096), dense(4096), dense(1000)],
];

if (ready("outputSize")) {
  layerTable(
    "Our network",
    [28, 28, 1],
    [conv(5, 8), pool(2, 2), conv(5, 24), pool(2, 2), dense(10)],
  );
  layerTable("LeNet-5 (1998), grey images", [32, 32, 1], lenet5);
  layerTable(
    "AlexNet (2012), photos of a thousand kinds of things",
    [227, 227, 3],
    alexNet,
  );
  layerTable(
    "VGG-16 (2014): 3x3 filters and 2x2 pooling throughout",
    [224, 224, 3],
    vgg16,
  );
}

// %% [markdown]
// Three things to see. The images shrink, and there are more channels: 6 and 16 in LeNet-5; 96, 256, 384, 384 and 256
// in AlexNet; in VGG-16 twice as many after every pooling, up to 512. In all three most parameters are in the *first
// dense layer*: 78 % in LeNet-5, 61 % in AlexNet, 74 % in VGG-16. In ours it is the other way round, 57 % are in the
// filters, because its only dense layer has no more than ten units; later networks do the same. And VGG-16 is
// beautiful: one rule for all its layers.
//
// ## Residual networks
//
// More layers should be able to do more. But very deep plain networks train *worse*, on the training set even: the
// signal loses itself on the way, and so does the gradient. The remedy is a **shortcut** around every two layers:
//
// $$A^{[l+2]} = \mathrm{ReLU}\bigl(Z^{[l+2]} + A^{[l]}\bigr)$$
//
// If the two layers have nothing to add, their weights go to zero, and the block passes on what it got. That is easy to
// learn, so a network of a hundred layers can be trained at all. (It is no promise that the error never rises with more
// blocks; only that a block which is not needed can step aside.) If the number of channels changes, the shortcut has
// filters of one pixel, $W_s$.
//
// ### Exercise 11: residualBlockForward

// %% [graded] residualBlockForward

// %%
check({ residualBlockForward });

// %% [markdown]
// How much of a signal arrives after 20 such blocks, when the weights start half as large as He recommends? Compare
// with 40 plain layers. **Guess first:** by which factor does each of the two change the signal?

// %%
if (ready("convForward", "residualBlockForward")) {
  const random = new RandomState(6);
  const spread = 0.5 * Math.sqrt(2 / (9 * 4));
  let [plain, residual] = [random.randn(1, 8, 8, 4), random.randn(1, 8, 8, 4)].map(
    (A) => np.abs(A),
  );
  const sizes: [plain: number[], residual: number[]] = [
    [np.std(plain)],
    [np.std(residual)],
  ];
  const zero = np.zeros([1, 1, 1, 4]);
  for (let block = 0; block < 20; block++) {
    const [W1, W2] = [0, 1].map(() => np.multiply(spread, random.randn(3, 3, 4, 4)));
    for (const W of [W1, W2])
      plain = np.maximum(convForward(plain, W, zero, { stride: 1, pad: 1 }).Z, 0);
    residual = residualBlockForward(residual, { W1, b1: zero, W2, b2: zero });
    sizes[0].push(np.std(plain));
    sizes[1].push(np.std(residual));
  }
  plot.line(
    [
      { y: sizes[1], name: "with shortcuts" },
      { y: sizes[0], name: "plain" },
    ],
    {
      title: "Spread of the activations",
      xLabel: "blocks of two layers",
      yLabel: "standard deviation",
      logY: true,
    },
  );
}

// %% [markdown]
// ## Filters of one pixel, and Inception
//
// A filter of $1 \times 1$ sounds like nothing: it multiplies by a number. With one channel, yes. With 192 channels it
// is a neuron with 192 inputs that looks at every pixel, and $n_C$ of them turn 192 channels into $n_C$, whatever you
// choose.
//
// ### Exercise 12: conv1x1
//
// No window, no loop: as a matrix, the input has a row for each pixel and a column for each channel.

// %% [graded] conv1x1

// %%
check({ conv1x1 });

// %% [markdown]
// What is it good for? For saving work. The **Inception** network does not choose between 1 × 1, 3 × 3, 5 × 5 and
// pooling: it does them all, and puts the channels of the results side by side. That costs much. How much?
//
// ### Exercise 13: multiplicationCount
//
// No formula this time. Ask yourself two questions: how many numbers come out of the layer, and how many
// multiplications does each of them take?

// %% [graded] multiplicationCount

// %%
check({ multiplicationCount });

// %%
if (ready("multiplicationCount", "conv1x1", "convForward")) {
  const same5 = { stride: 1, pad: 2 };
  const onePixel = { stride: 1, pad: 0 };
  const direct = multiplicationCount([28, 28, 192], [5, 5, 192, 32], same5);
  const squeeze = multiplicationCount([28, 28, 192], [1, 1, 192, 16], onePixel);
  const widen = multiplicationCount([28, 28, 16], [5, 5, 16, 32], same5);
  const millions = (count: number): string => `${(count / 1e6).toFixed(1)} million`;
  console.log(
    "28 x 28 x 192 -> 28 x 28 x 32 by 5 x 5 filters:",
    millions(direct),
    "multiplications",
  );
  console.log(
    "first 1 x 1 to 16 channels, then 5 x 5:        ",
    millions(squeeze),
    "+",
    millions(widen),
  );
  console.log(`that is ${(direct / (squeeze + widen)).toFixed(1)} times less`);
}

// %% [markdown]
// A bottleneck of 16 channels makes it ten times cheaper. If it is not too narrow, the network hardly notices.
//
// Now the whole **Inception module**. Four branches look at the same input; all keep height and width, so their results
// can be put side by side, channel after channel. The expensive filters have a bottleneck *before* them; pooling keeps
// all channels, so it has a filter of one pixel *behind* it:
//
// | branch | | | channels out |
// |---|---|---|---|
// | 1 | 1 × 1 | | 64 |
// | 2 | 1 × 1, to 96 channels | 3 × 3, same | 128 |
// | 3 | 1 × 1, to 16 channels | 5 × 5, same | 32 |
// | 4 | max pooling 3 × 3, stride 1, same | 1 × 1 | 32 |
// | together | | | 256 |

// %%
if (ready("zeroPad", "convForward", "poolForward", "conv1x1")) {
  // Twelve times smaller than in the paper, and of your own functions.
  const random = new RandomState(7);
  const weights = (f: number, from: number, to: number): NDArray =>
    np.multiply(random.randn(f, f, from, to), Math.sqrt(2 / (f * f * from)));
  const none = (to: number): NDArray => np.zeros([1, 1, 1, to]);
  const one = (A: NDArray, to: number): NDArray =>
    reluOf(conv1x1(A, weights(1, A.shape[3], to), none(to)));
  const same = (A: NDArray, f: number, to: number): NDArray => {
    const hparameters = { stride: 1, pad: (f - 1) / 2 };
    return reluOf(convForward(A, weights(f, A.shape[3], to), none(to), hparameters).Z);
  };

  const A = np.abs(random.randn(1, 14, 14, 16));
  const pooled = poolForward(zeroPad(A, 1), { f: 3, stride: 1 }).A;
  const branches = [
    one(A, 8),
    same(one(A, 8), 3, 16),
    same(one(A, 2), 5, 4),
    one(pooled, 4),
  ];
  const module = np.concatenate(branches, 3);
  const shapes = branches.map(({ shape }) => shape.join(" x "));
  console.log(`${A.shape.join(" x ")} -> ${shapes.join(", ")}`);
  console.log(`side by side: ${module.shape.join(" x ")}`);
}

// %%
// The module of the paper, on 28 x 28 x 192.
if (ready("multiplicationCount")) {
  const count = (from: number, f: number, to: number): number =>
    multiplicationCount([28, 28, from], [f, f, from, to], {
      stride: 1,
      pad: (f - 1) / 2,
    });
  const narrow = [
    count(192, 1, 64),
    count(192, 1, 96) + count(96, 3, 128),
    count(192, 1, 16) + count(16, 5, 32),
    count(192, 1, 32),
  ];
  const wide = count(192, 1, 64) + count(192, 3, 128) + count(192, 5, 32);
  const sum = narrow.reduce((a, b) => a + b);
  const millions = (x: number): string => (x / 1e6).toFixed(1);
  console.log(`millions of multiplications: ${narrow.map(millions).join(" + ")}`);
  console.log(
    `= ${millions(sum)}; branches 1 to 3 without bottlenecks ${millions(wide)}`,
  );
}

// %% [markdown]
// ## Transfer learning
//
// Edges are edges. What a network has learned from many images is a good start for another task with few. Suppose there
// are plenty of the digits 0 to 4, but only **five images each** of 5 to 9. Train on the first; then keep the
// convolutional layers as they are (**freeze** them) and train only a new last layer, on the 25. For comparison, the
// same last layer straight on the pixels. About ten seconds. **Guess first:** guessing gives 20 %; what will the two
// reach?

// %% [folded]
// Trains softmax(X W + b), one dense layer, by plain gradient descent; gives the share
// of test examples it gets right.
function lastLayer(
  X: NDArray,
  labels: number[],
  testX: NDArray,
  testLabels: number[],
): number {
  const scale = np.max(X);
  const [inputs, tests] = [np.divide(X, scale), np.divide(testX, scale)];
  const Y = np.equal(np.array(labels).reshape(-1, 1), np.arange(5));
  let [W, b] = [np.zeros([X.shape[1], 5]), np.zeros([1, 5])];
  for (let step = 0; step < 300; step++) {
    const dZ = np.divide(
      np.subtract(softmax(np.add(np.dot(inputs, W), b)), Y),
      labels.length,
    );
    W = np.subtract(W, np.multiply(0.5, np.dot(inputs.T, dZ)));
    b = np.subtract(b, np.multiply(0.5, np.sum(dZ, 0, true)));
  }
  const said = np.argmax(np.add(np.dot(tests, W), b), 1).toTypedArray();
  return testLabels.filter((label, i) => label === said[i]).length / testLabels.length;
}

if (ready(...allExercises)) {
  const plenty = loadMnist({ digits: [0, 1, 2, 3, 4], train: 2000, test: 0 });
  const small = train(
    convolutional,
    digitSet(plenty.XTrain, plenty.YTrain),
    5,
    4,
    varied,
  );
  const few = loadMnist({ digits: [5, 6, 7, 8, 9], train: 25, test: 500 });
  const [learn, test] = [
    digitSet(few.XTrain, few.YTrain),
    digitSet(few.XTest, few.YTest),
  ];
  const [labels, testLabels] = [learn, test].map((set) =>
    set.labels.map((label) => label - 5),
  );
  const featuresOf = ({ images }: DigitSet): NDArray =>
    networkForward(images, small).features;
  const pixelsOf = ({ images }: DigitSet): NDArray => images.reshape(-1, 784);
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  console.log(
    "on pixels:              ",
    percent(lastLayer(pixelsOf(learn), labels, pixelsOf(test), testLabels)),
  );
  console.log(
    "on features of 0 to 4:  ",
    percent(lastLayer(featuresOf(learn), labels, featuresOf(test), testLabels)),
  );
}

// %% [markdown]
// Filters that have never seen a 7 help to read it. In practice: take a network that others have trained on millions of
// photos. With few images of your own, train the last layer only; with more, the last few; with very many, all of them,
// from the weights that are there. Nearly nobody starts from nothing. (*When* it pays is a question for assignment 9.)
//
// ## Summary
//
// - A filter is a little block of weights, used at every place: few parameters, and it does not matter where things
//   are.
// - Sizes: $\lfloor (n + 2p - f)/s \rfloor + 1$. Channels out: the number of filters.
// - Forward: window times filter, summed, plus bias. Backward: each $dZ$ goes back to window, filter and bias, and adds
//   up.
// - Max pooling sends the gradient to the largest value, average pooling to all.
// - Libraries copy windows into a matrix: one product instead of four loops.
// - LeNet, AlexNet, VGG: smaller images, more channels. ResNet: shortcuts. Inception: 1 × 1 filters save work.
// - Little data? Augment it, or start from somebody else's network.
//
// Something to try: train with `varied` left out, with filters of 3 by 3 and padding, or with
// the average instead of the maximum. Then save the notebook; what counts for your grade are the thirteen functions.
//
// ## Read on
//
// - Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, "Gradient-based learning applied to document recognition",
//   *Proceedings of the IEEE* 86 (1998): LeNet-5.
// - A. Krizhevsky, I. Sutskever and G. Hinton, "ImageNet classification with deep convolutional neural networks",
//   *NIPS* 2012: AlexNet, with its crops and colour shifts.
// - K. Simonyan and A. Zisserman, "Very deep convolutional networks for large-scale image recognition", *ICLR* 2015:
//   VGG.
// - K. He, X. Zhang, S. Ren and J. Sun, "Deep residual learning for image recognition", *CVPR* 2016.
// - M. Lin, Q. Chen and S. Yan, "Network in network", *ICLR* 2014: filters of one pixel. C. Szegedy and others, "Going
//   deeper with convolutions", *CVPR* 2015: Inception.
// - J. Yosinski, J. Clune, Y. Bengio and H. Lipson, "How transferable are features in deep neural networks?", *NIPS*
//   2014.
