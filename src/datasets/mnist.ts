import { allocate } from "../core/allocate";
import { NDArray } from "../core/NDArray";
import { RandomState } from "../random/RandomState";
import { greys, hasImages, mnistImages } from "./mnistImages";

const pixels = 784;

export interface MnistOptions {
  /** Which digits, e.g. `[0, 1]`; all ten if missing. */
  digits?: readonly number[];
  /** Number of training images, spread evenly over the digits. */
  train?: number;
  /** Number of test images, spread evenly over the digits. */
  test?: number;
  /** Decides the order of the columns. */
  seed?: number;
}

export interface Mnist {
  /** Training images as columns: shape (784, train), grey values from 0 to 1. */
  XTrain: NDArray;
  /** Labels, shape (1, train): with two digits 1 for the second and 0 for the first, with more the digit itself. */
  YTrain: NDArray;
  XTest: NDArray;
  YTest: NDArray;
}

/**
 * Real handwritten digits of 28 x 28 pixels (MNIST, from the `mnist` package). No image is in both sets, and the same
 * options give the same sets.
 *
 *     const { XTrain, YTrain } = loadMnist({ digits: [0, 1], train: 200, test: 50 });
 *
 * @throws RangeError for digits that do not exist or more images than there are (about 1,000 of each digit)
 */
export function loadMnist(options: MnistOptions = {}): Mnist {
  const { digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], train = 1000, test = 200, seed = 1 } = options;
  if (digits.length === 0 || digits.some((digit) => !hasImages(digit)) || new Set(digits).size < digits.length) {
    throw new RangeError(`loadMnist: digits are different whole numbers from 0 to 9, got [${digits.join(", ")}]`);
  }
  const random = new RandomState(seed);
  const images = digits.map(mnistImages);
  const labels = digits.length === 2 ? [0, 1] : digits;
  const [XTrain, YTrain] = collect(images, labels, 0, train, random);
  const [XTest, YTest] = collect(images, labels, Math.ceil(train / digits.length), test, random);
  return { XTrain, YTrain, XTest, YTest };
}

/** Takes images in turn from each digit, from position `first` on, into shuffled columns. */
function collect(
  images: readonly Uint8Array[],
  labels: readonly number[],
  first: number,
  count: number,
  random: RandomState,
): [NDArray, NDArray] {
  const X = allocate(pixels * count);
  const Y = new Float64Array(count);
  const columns = random.permutation(count).data;
  for (let i = 0; i < count; i++) {
    const which = i % labels.length;
    const start = (first + Math.floor(i / labels.length)) * pixels;
    const from = images[which];
    if (start + pixels > from.length) {
      throw new RangeError(`loadMnist: there are only ${from.length / pixels} images of a digit asked for`);
    }
    const column = columns[i];
    for (let p = 0; p < pixels; p++) X[p * count + column] = greys[from[start + p]];
    Y[column] = labels[which];
  }
  return [NDArray.fromData(X, [pixels, count]), NDArray.fromData(Y, [1, count])];
}
