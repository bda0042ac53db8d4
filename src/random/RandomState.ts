import { allocate } from "../core/allocate";
import { listOfLengths, severalLengths } from "../core/argument";
import { toNDArray } from "../core/convert";
import { NDArray } from "../core/NDArray";
import { assertWhole, type Shape, sizeOf, toShape } from "../core/shape";
import { take } from "../core/take";
import type { Operand } from "../core/types";
import { accurateLog } from "./accurateLog";
import { binomial } from "./binomial";
import { chooseWithoutReplacement, searchCumulative } from "./choose";
import { MersenneTwister } from "./MersenneTwister";

type Size = number | Shape;

/** A place in the stream of a {@link RandomState}. */
export interface RandomSnapshot {
  readonly twister: MersenneTwister;
  readonly spare: number | null;
}

/**
 * NumPy's legacy generator: the same seed gives the same numbers as `numpy.random.RandomState`, call for call.
 * `np.random` is one that everything shares.
 *
 * @example
 * new RandomState(3).randn(2, 3); // [[1.78862847 0.43650985 0.09649747] [-1.8634927 -0.2773882 -0.35475898]]
 */
export class RandomState {
  private twister: MersenneTwister;
  /** The polar method makes two normal numbers at a time; the second waits here. */
  private spare = 0;
  private hasSpare = false;

  /**
   * Starts a stream of its own.
   *
   * @param seed a whole number from 0 to 2 ** 32 - 1; drawn at random if missing
   * @throws RangeError for any other seed
   * @example
   * new RandomState(1).rand(); // 0.417022004702574
   */
  constructor(seed: number = Math.floor(Math.random() * 2 ** 32)) {
    this.twister = twisterFor(seed);
  }

  /**
   * Starts the stream again from a seed, a whole number from 0 to 2 ** 32 - 1.
   *
   * @throws RangeError for any other seed
   * @example
   * np.random.seed(3);
   * np.random.randn(2); // [1.78862847 0.43650985]
   * np.random.seed(3);
   * np.random.randn(); // 1.7886284734303186
   */
  seed(seed: number): void {
    this.twister = twisterFor(seed);
    this.hasSpare = false;
  }

  /**
   * Where the stream is now, for {@link setState}.
   *
   * @example
   * np.random.seed(3);
   * const state = np.random.getState();
   * np.random.randn(2); // [1.78862847 0.43650985]
   * np.random.setState(state);
   * np.random.randn(2); // [1.78862847 0.43650985]
   */
  getState(): RandomSnapshot {
    return { twister: this.twister.copy(), spare: this.hasSpare ? this.spare : null };
  }

  /**
   * Continues from where the stream was when {@link getState} was called.
   *
   * @example
   * const state = np.random.getState();
   * const first = np.random.rand();
   * np.random.setState(state);
   * np.random.rand() === first; // true
   */
  setState({ twister, spare }: RandomSnapshot): void {
    this.twister = twister.copy();
    this.hasSpare = spare !== null;
    this.spare = spare ?? 0;
  }

  /**
   * Uniform numbers in [0, 1): one number, or an array whose shape is given as arguments.
   *
   * @throws RangeError unless every length is a whole number from 0
   * @example
   * np.random.seed(0);
   * np.random.rand(2, 2); // [[0.5488135 0.71518937] [0.60276338 0.54488318]]
   */
  rand(): number;
  rand(d0: number, ...shape: number[]): NDArray;
  rand(...shape: number[]): number | NDArray;
  rand(...shape: number[]): number | NDArray {
    return this.fill("np.random.rand", lengths("np.random.rand", shape), () => this.twister.double());
  }

  /**
   * Uniform numbers in [0, 1), as `rand` draws them: one number, or an array whose shape is given as one argument.
   *
   * @throws RangeError unless every length is a whole number from 0
   * @example
   * np.random.seed(0);
   * np.random.random([2, 2]); // [[0.5488135 0.71518937] [0.60276338 0.54488318]]
   */
  random(): number;
  random(size: Size): NDArray;
  random(size?: Size, next?: unknown): number | NDArray {
    if (typeof next === "number") throw severalLengths("np.random.random", `[${String(size)}, ${next}]`);
    return this.fill("np.random.random", size, () => this.twister.double());
  }

  /**
   * Standard normal numbers: one number, or an array whose shape is given as arguments.
   *
   * @throws RangeError unless every length is a whole number from 0
   * @example
   * np.random.seed(3);
   * np.random.randn(2, 3); // [[1.78862847 0.43650985 0.09649747] [-1.8634927 -0.2773882 -0.35475898]]
   */
  randn(): number;
  randn(d0: number, ...shape: number[]): NDArray;
  randn(...shape: number[]): number | NDArray;
  randn(...shape: number[]): number | NDArray {
    const size = lengths("np.random.randn", shape);
    return size === undefined ? this.gauss() : this.normals("np.random.randn", size, 0, 1);
  }

  /**
   * Normal numbers with the given mean and standard deviation: one number, or an array of the shape `size`.
   *
   * @throws RangeError for a negative deviation, or unless every length is a whole number from 0
   * @example
   * np.random.seed(3);
   * np.random.normal(10, 2, [2, 2]); // [[13.57725695 10.8730197] [10.19299494 6.27301459]]
   */
  normal(mean?: number, deviation?: number): number;
  normal(mean: number, deviation: number, size: Size): NDArray;
  normal(mean = 0, deviation = 1, size?: Size, next?: unknown): number | NDArray {
    if (typeof next === "number")
      throw severalLengths("np.random.normal", `mean, deviation, [${String(size)}, ${next}]`);
    if (!(deviation >= 0))
      throw new RangeError(`np.random.normal: the deviation must not be negative, got ${deviation}`);
    if (size === undefined) return mean + deviation * this.gauss();
    return this.normals("np.random.normal", size, mean, deviation);
  }

  /**
   * Uniform numbers in [low, high): one number, or an array of the shape `size`.
   *
   * @throws RangeError unless every length is a whole number from 0
   * @example
   * np.random.seed(1);
   * np.random.uniform(-1, 1, 3); // [-0.16595599 0.44064899 -0.99977125]
   */
  uniform(low?: number, high?: number): number;
  uniform(low: number, high: number, size: Size): NDArray;
  uniform(low = 0, high = 1, size?: Size, next?: unknown): number | NDArray {
    if (typeof next === "number") throw severalLengths("np.random.uniform", `low, high, [${String(size)}, ${next}]`);
    return this.fill("np.random.uniform", size, () => low + (high - low) * this.twister.double());
  }

  /**
   * Whole numbers from `low` to `high - 1`, or, with one bound, from 0 to `low - 1`: one number, or an array of the
   * shape `size`.
   *
   * @throws RangeError if there are no whole numbers in that range, or unless every length is a whole number from 0
   * @example
   * np.random.seed(1);
   * np.random.randint(10); // 5
   * np.random.randint(1, 7, [2, 3]); // [[4. 5. 1.] [2. 4. 6.]]
   */
  randint(low: number, high?: number | null): number;
  randint(low: number, high: number | null | undefined, size: Size): NDArray;
  randint(low: number, high?: number | null, size?: Size, next?: unknown): number | NDArray {
    if (typeof next === "number") throw severalLengths("np.random.randint", `low, high, [${String(size)}, ${next}]`);
    const first = high === undefined || high === null ? 0 : low;
    const end = high === undefined || high === null ? low : high;
    if (!Number.isSafeInteger(first) || !Number.isSafeInteger(end) || first >= end) {
      throw new RangeError(`np.random.randint: there are no whole numbers from ${first} to below ${end}`);
    }
    return this.fill("np.random.randint", size, () => first + this.twister.interval(end - 1 - first));
  }

  /**
   * The numbers 0 to n - 1, as a vector, or the rows of an array in random order; a new array.
   *
   * @throws RangeError unless `n` is a whole number from 0
   * @example
   * np.random.seed(1);
   * np.random.permutation(5); // [2. 1. 4. 0. 3.]
   */
  permutation(n: number | NDArray | readonly number[]): NDArray {
    if (typeof n !== "number") {
      const rows = toNDArray("np.random.permutation", n);
      return take(rows, this.permutation(rows.shape[0]), 0);
    }
    const [length] = toShape("np.random.permutation", n);
    const order = Float64Array.from({ length }, (_, i) => i);
    for (let i = length - 1; i > 0; i--) {
      const j = this.twister.interval(i);
      const kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return new NDArray(order, [length]);
  }

  /**
   * Shuffles a list, or the rows of an array, in place.
   *
   * @example
   * const a = np.arange(5);
   * np.random.seed(1);
   * np.random.shuffle(a);
   * a; // [2. 1. 4. 0. 3.]
   */
  shuffle(rows: NDArray | unknown[]): void {
    if (!(rows instanceof NDArray)) {
      this.shuffleWith(rows.length, (i, j) => swap(rows, i, j));
      return;
    }
    this.shuffleWith(rows.shape[0], (i, j) => {
      const kept = rows.slice(i).copy();
      rows.slice(i).assign(rows.slice(j));
      rows.slice(j).assign(kept);
    });
  }

  /**
   * Draws from 0 to n - 1, or from the rows of an array, with or without replacement, with the probabilities `p` if
   * given: one number, or an array of the shape `size`.
   *
   * @throws RangeError if there is nothing to draw from, not enough without replacement, or for probabilities that do
   * not sum to 1
   * @example
   * np.random.seed(1);
   * np.random.choice(5, 3); // [3. 4. 0.]
   * np.random.choice([10, 20, 30], 2, false); // [10. 30.]
   */
  choice(a: number | Operand): number;
  choice(a: number | Operand, size: Size, replace?: boolean, p?: Operand): NDArray;
  choice(a: number | Operand, size: undefined, replace?: boolean, p?: Operand): number;
  choice(a: number | Operand, size?: Size, replace = true, p?: Operand): number | NDArray {
    const population = typeof a === "number" ? null : toNDArray("np.random.choice", a);
    const n = population ? population.shape[0] : (a as number);
    const indices = this.choiceIndices(n, size, replace, p);
    if (!population) return indices;
    return typeof indices === "number" ? population.at(indices) : take(population, indices, 0);
  }

  /**
   * How often each of several outcomes occurs in `n` trials: counts in the shape of the probabilities (k,), or, with a
   * size, that shape followed by k.
   *
   * @throws RangeError unless `n` is a whole number from 0, and the probabilities are a vector of numbers from 0 to 1
   * whose sum is not more than 1
   * @example
   * np.random.seed(1);
   * np.random.multinomial(20, [0.25, 0.25, 0.5]); // [5. 6. 9.]
   */
  multinomial(n: number, pvals: Operand, size?: Size): NDArray {
    const weights = outcomes(toNDArray("np.random.multinomial", pvals, "pvals"));
    assertWhole("np.random.multinomial", "n", n);
    const shape = size === undefined ? [] : toShape("np.random.multinomial", size);
    const counts = new Float64Array(sizeOf(shape) * weights.length);
    for (let start = 0; start < counts.length; start += weights.length) {
      let left = n;
      let rest = 1;
      for (let j = 0; j < weights.length && left > 0; j++) {
        const isLast = j === weights.length - 1;
        const count = isLast ? left : binomial(left, weights[j] / rest, () => this.twister.double());
        counts[start + j] = count;
        left -= count;
        rest -= weights[j];
      }
    }
    return new NDArray(counts, [...shape, weights.length]);
  }

  private choiceIndices(n: number, size: Size | undefined, replace: boolean, p?: Operand): number | NDArray {
    const weights = p === undefined ? null : probabilities(p, n);
    if (replace) {
      if (!weights) return size === undefined ? this.randint(n) : this.randint(n, null, size);
      return this.fill("np.random.choice", size, () => searchCumulative(weights, this.twister.double()));
    }
    const shape = size === undefined ? [] : toShape("np.random.choice", size);
    const count = sizeOf(shape);
    if (count > n) throw new RangeError(`np.random.choice: cannot take ${count} of ${n} without replacement`);
    const chosen = weights
      ? chooseWithoutReplacement(weights, count, () => this.twister.double())
      : this.permutation(n).data.slice(0, count);
    return size === undefined ? chosen[0] : new NDArray(chosen, shape);
  }

  private shuffleWith(n: number, exchange: (i: number, j: number) => void): void {
    for (let i = n - 1; i > 0; i--) exchange(i, this.twister.interval(i));
  }

  private fill(operation: string, size: Size | undefined, draw: () => number): number | NDArray {
    if (size === undefined) return draw();
    const shape = toShape(operation, size);
    const data = allocate(sizeOf(shape));
    for (let i = 0; i < data.length; i++) data[i] = draw();
    return new NDArray(data, shape);
  }

  /** Like `fill`, but the compiler sees what is drawn: half the time. */
  private normals(operation: string, size: Size, mean: number, deviation: number): NDArray {
    const shape = toShape(operation, size);
    const data = allocate(sizeOf(shape));
    let i = 0;
    if (this.hasSpare && data.length > 0) data[i++] = mean + deviation * this.gauss();
    for (; i + 1 < data.length; i += 2) {
      data[i] = mean + deviation * this.gaussPair();
      data[i + 1] = mean + deviation * this.spare;
    }
    if (i < data.length) data[i] = mean + deviation * this.gauss();
    return new NDArray(data, shape);
  }

  private gauss(): number {
    this.hasSpare = !this.hasSpare;
    if (!this.hasSpare) return this.spare;
    return this.gaussPair();
  }

  /** Marsaglia's polar method in NumPy's order: the second of the two numbers is returned, the first one is spared. */
  private gaussPair(): number {
    for (;;) {
      const x = 2 * this.twister.double() - 1;
      const y = 2 * this.twister.double() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * accurateLog(square)) / square);
      this.spare = factor * x;
      return factor * y;
    }
  }
}

/** The shape of `rand` and `randn`, whose arguments are its lengths; undefined for one number. */
function lengths(operation: string, shape: number[]): number[] | undefined {
  if (typeof shape[0] === "object") throw listOfLengths(operation, shape[0]);
  return shape.length > 0 ? shape : undefined;
}

function twisterFor(seed: number): MersenneTwister {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new RangeError(`RandomState: a seed is a whole number from 0 to 2 ** 32 - 1, got ${seed}`);
  }
  return new MersenneTwister(seed);
}

function swap(list: { [index: number]: unknown }, i: number, j: number): void {
  [list[i], list[j]] = [list[j], list[i]];
}

/** Probabilities of outcomes; what the last one lacks to 1 is its own. */
function outcomes(given: NDArray): Float64Array {
  const weights = given.toTypedArray();
  const total = weights.subarray(0, -1).reduce((sum, weight) => sum + weight, 0);
  const isValid = given.ndim === 1 && weights.length > 0 && weights.every((weight) => weight >= 0 && weight <= 1);
  if (!isValid || total > 1 + 1e-12) {
    throw new RangeError(
      "np.random.multinomial: expected a vector of probabilities from 0 to 1, whose sum is at most 1, for pvals",
    );
  }
  return weights;
}

function probabilities(p: Operand, n: number): Float64Array {
  const weights = toNDArray("np.random.choice", p).toTypedArray();
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length !== n) throw new RangeError(`np.random.choice: ${weights.length} probabilities for ${n} elements`);
  if (weights.some((weight) => !(weight >= 0)) || Math.abs(total - 1) > 1e-8) {
    throw new RangeError("np.random.choice: probabilities must not be negative and must sum to 1");
  }
  return weights;
}
