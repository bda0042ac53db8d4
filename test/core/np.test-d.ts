import { expectTypeOf, it } from "vitest";
import { type NDArray, np } from "../../src";

const a = np.zeros([2, 3]);
const either = a as NDArray | number;

it("gives a number for numbers and an array for everything else, element by element", () => {
  expectTypeOf(np.exp(1)).toEqualTypeOf<number>();
  expectTypeOf(np.exp(true)).toEqualTypeOf<number>();
  expectTypeOf(np.exp(a)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.exp([1, 2])).toEqualTypeOf<NDArray>();
  expectTypeOf(np.exp(Float64Array.of(1))).toEqualTypeOf<NDArray>();
  expectTypeOf(np.exp(either)).toEqualTypeOf<NDArray | number>();
  expectTypeOf(np.round(1.5, 1)).toEqualTypeOf<number>();
  expectTypeOf(np.clip(a, 0, 1)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.squeeze(1)).toEqualTypeOf<number>();
});

it("gives a number for two operands only if both are numbers", () => {
  expectTypeOf(np.add(1, 2)).toEqualTypeOf<number>();
  expectTypeOf(np.add(1, a)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.add(a, 1)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.add([1], 1)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.add(1, either)).toEqualTypeOf<NDArray | number>();
  expectTypeOf(np.greater(1, 2)).toEqualTypeOf<number>();
  expectTypeOf(np.power(a, 2)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.dot(a, a.T)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.dot(2, 3)).toEqualTypeOf<number>();
  expectTypeOf(np.matmul(a, a.T)).toEqualTypeOf<NDArray>();
});

it("claims nothing of what it is given as any", () => {
  const unknown = JSON.parse("1");
  expectTypeOf(np.exp(unknown)).toBeAny();
  expectTypeOf(np.add(unknown, 1)).toBeAny();
  expectTypeOf(np.greater(1, unknown)).toBeAny();
  expectTypeOf(np.add(a, unknown)).toEqualTypeOf<NDArray>();
});

it("reduces to a number, and to an array along an axis or where the axes are kept", () => {
  expectTypeOf(np.sum(a)).toEqualTypeOf<number>();
  expectTypeOf(np.sum(a, 0)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.sum(a, [0, 1])).toEqualTypeOf<NDArray>();
  expectTypeOf(np.sum(a, 0, true)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.sum(a, null, true)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.sum(a, undefined as number | undefined)).toEqualTypeOf<NDArray | number>();
  expectTypeOf(np.std(a, null, false, 1)).toEqualTypeOf<number>();
  expectTypeOf(np.var(a, 0, true, 1)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.linalg.norm(a)).toEqualTypeOf<number>();
  expectTypeOf(np.linalg.norm(a, 2, 1)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.linalg.norm(a, null, null, true)).toEqualTypeOf<NDArray>();
});

it("finds one position, or one for each line of an axis", () => {
  expectTypeOf(np.argmax(a)).toEqualTypeOf<number>();
  expectTypeOf(np.argmax(a, 0)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.argmin(a, undefined as number | undefined)).toEqualTypeOf<NDArray | number>();
  expectTypeOf(np.where(a)).toEqualTypeOf<NDArray[]>();
  expectTypeOf(np.where(a, 1, 0)).toEqualTypeOf<NDArray>();
  // @ts-expect-error a value for the other elements is missing
  np.where(a, 1);
  expectTypeOf(np.countNonzero(a)).toEqualTypeOf<number>();
  expectTypeOf(np.countNonzero(a, 1)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.unravelIndex(5, [2, 3])).toEqualTypeOf<number[]>();
  expectTypeOf(np.unravelIndex([5], [2, 3])).toEqualTypeOf<NDArray[]>();
  expectTypeOf(np.searchsorted([1, 2], 1)).toEqualTypeOf<number>();
  expectTypeOf(np.searchsorted([1, 2], a)).toEqualTypeOf<NDArray>();
  // @ts-expect-error positions are found along one axis
  np.argmax(a, [0, 1]);
});

it("tests with a boolean, or with a mask along an axis", () => {
  expectTypeOf(np.all(a)).toEqualTypeOf<boolean>();
  expectTypeOf(np.any(a, 0)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.allclose(a, 1)).toEqualTypeOf<boolean>();
  expectTypeOf(np.arrayEqual(a, a)).toEqualTypeOf<boolean>();
  expectTypeOf(np.isclose(1, 1)).toEqualTypeOf<NDArray>();
});

it("sums up with a number, or with an array along an axis", () => {
  expectTypeOf(np.nansum(a)).toEqualTypeOf<number>();
  expectTypeOf(np.nanmean(a, 0)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.median(a)).toEqualTypeOf<number>();
  expectTypeOf(np.median(a, null, true)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.percentile(a, 50)).toEqualTypeOf<number>();
  expectTypeOf(np.percentile(a, 50, 0)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.average(a)).toEqualTypeOf<number>();
  expectTypeOf(np.average(a, null, a)).toEqualTypeOf<number>();
  expectTypeOf(np.average(a, 0, [1, 2])).toEqualTypeOf<NDArray>();
  expectTypeOf(np.histogram(a, 3)).toEqualTypeOf<[counts: NDArray, edges: NDArray]>();
  expectTypeOf(np.cov(a)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.nanToNum(1)).toEqualTypeOf<number>();
  expectTypeOf(np.nanToNum(a)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.arctan2(1, 2)).toEqualTypeOf<number>();
  expectTypeOf(np.around(a, 2)).toEqualTypeOf<NDArray>();
});

it("loads an array, or several by name", () => {
  expectTypeOf(np.load("W.npy")).toEqualTypeOf<NDArray>();
  expectTypeOf(np.load("parameters.npz")).toEqualTypeOf<Record<string, NDArray>>();
  expectTypeOf(np.load("W.npy" as string)).toEqualTypeOf<NDArray | Record<string, NDArray>>();
});

it("decomposes matrices into tuples", () => {
  expectTypeOf(np.linalg.det(a)).toEqualTypeOf<number>();
  expectTypeOf(np.linalg.solve(a, [1, 2])).toEqualTypeOf<NDArray>();
  expectTypeOf(np.linalg.eigh(a)).toEqualTypeOf<[w: NDArray, v: NDArray]>();
  expectTypeOf(np.linalg.svd(a)).toEqualTypeOf<[u: NDArray, s: NDArray, vh: NDArray]>();
  expectTypeOf(np.linalg.lstsq(a, [1, 2])[2]).toEqualTypeOf<number>();
});

it("draws a number, or an array of a shape", () => {
  expectTypeOf(np.random.rand()).toEqualTypeOf<number>();
  expectTypeOf(np.random.rand(2)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.random.randn(2, 3)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.random.randn(...a.shape)).toEqualTypeOf<NDArray | number>();
  expectTypeOf(np.random.random([2, 3])).toEqualTypeOf<NDArray>();
  expectTypeOf(np.random.normal(0, 1)).toEqualTypeOf<number>();
  expectTypeOf(np.random.normal(0, 1, 3)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.random.uniform(0, 1, [2, 2])).toEqualTypeOf<NDArray>();
  expectTypeOf(np.random.randint(10)).toEqualTypeOf<number>();
  expectTypeOf(np.random.randint(1, 7, [2, 3])).toEqualTypeOf<NDArray>();
  expectTypeOf(np.random.choice(5)).toEqualTypeOf<number>();
  expectTypeOf(np.random.choice(5, undefined, false)).toEqualTypeOf<number>();
  expectTypeOf(np.random.choice([1, 2], 2, false)).toEqualTypeOf<NDArray>();
  expectTypeOf(np.random.multinomial(3, [0.5, 0.5])).toEqualTypeOf<NDArray>();
});

it("takes arrays, nested lists, typed arrays, numbers and booleans, and nothing else", () => {
  np.add([[1, [2]], [a]], Float64Array.of(1));
  np.array([Uint8ClampedArray.of(1), BigInt64Array.of(1n)]);
  // @ts-expect-error a text is no operand
  np.add("1", 2);
  // @ts-expect-error nor is a list of texts
  np.array(["1"]);
  // @ts-expect-error nor nothing
  np.exp(undefined);
  // @ts-expect-error a shape is one argument
  np.zeros(2, 3);
});
