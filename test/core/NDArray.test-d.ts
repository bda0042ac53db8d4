import { expectTypeOf, it } from "vitest";
import { type NDArray, np } from "../../src";

const a = np.zeros([2, 3]);

it("chains element-wise functions into arrays", () => {
  expectTypeOf(a.negative().exp().add(1)).toEqualTypeOf<NDArray>();
  expectTypeOf(a.round(2)).toEqualTypeOf<NDArray>();
  expectTypeOf(a.clip(0, [1, 2, 3])).toEqualTypeOf<NDArray>();
  expectTypeOf(a.dot(a.T)).toEqualTypeOf<NDArray>();
});

it("reduces as np's functions do", () => {
  expectTypeOf(a.sum()).toEqualTypeOf<number>();
  expectTypeOf(a.sum(0)).toEqualTypeOf<NDArray>();
  expectTypeOf(a.sum(null, true)).toEqualTypeOf<NDArray>();
  expectTypeOf(a.var([0, 1], true)).toEqualTypeOf<NDArray>();
  expectTypeOf(a.argmax()).toEqualTypeOf<number>();
  expectTypeOf(a.argmax(1)).toEqualTypeOf<NDArray>();
  expectTypeOf(a.any()).toEqualTypeOf<boolean>();
  expectTypeOf(a.all(0, true)).toEqualTypeOf<NDArray>();
  expectTypeOf(a.cumsum()).toEqualTypeOf<NDArray>();
});

it("reads and writes with one index for each of up to four axes", () => {
  expectTypeOf(a.at(0, -1)).toEqualTypeOf<number>();
  expectTypeOf(a.set(0, 1, 7)).toEqualTypeOf<void>();
  expectTypeOf(a.row(1)).toEqualTypeOf<number>();
  // @ts-expect-error an index is missing
  a.at();
  // @ts-expect-error five indices are too many
  a.at(0, 0, 0, 0, 0);
  // @ts-expect-error the value is missing
  a.set(0);
});

it("gives views, copies and lists", () => {
  expectTypeOf(a.slice("0:2", -1, null)).toEqualTypeOf<NDArray>();
  expectTypeOf(a.slice(0).assign([1, 2, 3])).toEqualTypeOf<NDArray>();
  expectTypeOf(a.reshape(-1, 2).transpose(1, 0).copy().flatten().ravel()).toEqualTypeOf<NDArray>();
  expectTypeOf(a.reshape([-1, 2]).transpose([1, 0])).toEqualTypeOf<NDArray>();
  expectTypeOf(a.atEach(np.arange(2), [0, 1])).toEqualTypeOf<NDArray>();
  expectTypeOf(a.setEach(np.arange(2), [0, 1], 7)).toEqualTypeOf<void>();
  // @ts-expect-error the value is missing
  a.setEach([0]);
  expectTypeOf(a.squeeze(0)).toEqualTypeOf<NDArray>();
  expectTypeOf(a.toTypedArray()).toEqualTypeOf<Float64Array>();
  expectTypeOf(a.tolist()).toExtend<number | unknown[]>();
  expectTypeOf(a.item()).toEqualTypeOf<number>();
  expectTypeOf(`${a}`).toEqualTypeOf<string>();
});

it("cannot be given another memory or shape", () => {
  // @ts-expect-error T is a view, not a variable
  a.T = a;
  // @ts-expect-error reshape gives another shape
  a.shape = [6];
  // @ts-expect-error np has this function, arrays do not
  a.tan();
});
