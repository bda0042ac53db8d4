import { allocate } from "../core/allocate";
import { NDArray } from "../core/NDArray";
import { formatShape } from "../core/shape";
import type { RandomState } from "../random/RandomState";
import { random as shared } from "../random/random";

/** Height and width of a digit. */
const side = 28;
const pixels = side * side;
/** The row that a tilt leaves in its place. */
const middle = 14;
/** How far a row may be moved, in pixels for each row between it and the middle. */
const steepest = 0.35;
/** How often a photograph is blurred. */
const blurs = 2;
/** Standard deviation of the noise in each pixel. */
const noise = 0.05;

export interface PhoneDigitsOptions {
  random?: RandomState;
}

export interface PhoneDigits {
  /** The photographs, one a column: shape (784, m), grey values from 0 to 1. */
  X: NDArray;
  /** How far each digit leans, in pixels per row, from -0.35 to 0.35: shape (1, m). */
  tilt: NDArray;
  /** What is left of the digit's brightness, from 0.5 to 1: shape (1, m). */
  contrast: NDArray;
  /** How bright the paper is that should be black, from 0 to 0.3: shape (1, m). */
  background: NDArray;
}

/**
 * Digits as a phone would photograph them: each leans to one side, is a little out of focus, paler than it was, on a
 * background that is not quite black, and noisy. It stands in for data from another source than the training set's. What
 * was done to each digit is told with it, as somebody would note who looks at the photographs one by one.
 *
 *     const { XTest } = loadMnist({ test: 500 });
 *     const { X, tilt } = phoneDigits(XTest, { random: new RandomState(5) });
 *
 * @param X clean digits of 28 x 28 pixels, one a column: shape (784, m), grey values from 0 to 1; left as it is
 * @throws RangeError unless X has shape (784, m)
 */
export function phoneDigits(X: NDArray, options: PhoneDigitsOptions = {}): PhoneDigits {
  if (X.ndim !== 2 || X.shape[0] !== pixels) {
    throw new RangeError(
      `phoneDigits: expected digits in columns, an array of shape (${pixels}, m), got shape ${formatShape(X.shape)}`,
    );
  }
  const { random = shared } = options;
  const m = X.shape[1];
  const clean = X.toTypedArray();
  const photos = allocate(pixels * m);
  const told = { tilt: allocate(m), contrast: allocate(m), background: allocate(m) };
  for (let i = 0; i < m; i++) {
    const tilt = random.uniform(-steepest, steepest);
    let image = leaning(clean, i, m, tilt);
    for (let blur = 0; blur < blurs; blur++) image = blurred(image);
    const contrast = random.uniform(0.5, 1);
    const background = random.uniform(0, 0.3);
    const grain = random.randn(pixels).data;
    for (let p = 0; p < pixels; p++) {
      photos[p * m + i] = Math.min(Math.max(contrast * image[p] + background + noise * grain[p], 0), 1);
    }
    told.tilt[i] = tilt;
    told.contrast[i] = contrast;
    told.background[i] = background;
  }
  const row = (values: Float64Array) => NDArray.fromData(values, [1, m]);
  return {
    X: NDArray.fromData(photos, [pixels, m]),
    tilt: row(told.tilt),
    contrast: row(told.contrast),
    background: row(told.background),
  };
}

/** Column `i` of `m` as an image whose rows are moved sideways, the more the further they are from the middle. */
function leaning(columns: Float64Array, i: number, m: number, tilt: number): Float64Array {
  const image = new Float64Array(pixels);
  for (let h = 0; h < side; h++) {
    const shift = Math.round(tilt * (h - middle));
    for (let w = 0; w < side; w++) image[h * side + around(w + shift)] = columns[(h * side + w) * m + i];
  }
  return image;
}

/** Every pixel becomes the mean of itself and its four neighbours. */
function blurred(image: Float64Array): Float64Array {
  const result = new Float64Array(pixels);
  for (let h = 0; h < side; h++) {
    const [row, above, below] = [h, around(h - 1), around(h + 1)].map((each) => each * side);
    for (let w = 0; w < side; w++) {
      const [left, right] = [around(w - 1), around(w + 1)];
      const inRow = image[row + left] + image[row + right] + image[row + w];
      result[row + w] = (image[above + w] + image[below + w] + inRow) / 5;
    }
  }
  return result;
}

/** What leaves the image on one side comes back on the other, where it is black. */
function around(position: number): number {
  return (position + side) % side;
}
