import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { NDArray } from "../../src/core/NDArray";
import { np } from "../../src/np";

describe("at, set and row", () => {
  const numbers = np.arange(120).reshape(2, 3, 4, 5);

  it("read and write by one index per axis, negative ones from the end", () => {
    expect(numbers.at(1, 2, 3, 4)).toBe(119);
    expect(numbers.at(-1, 0, -4, 1)).toBe(61);
    expect(numbers.slice(0).at(2, 1, 0)).toBe(45);
    expect(numbers.slice(0, 1).T.at(3, 2)).toBe(33);
    expect(numbers.slice(0, 1, 2).at(-1)).toBe(34);
    const copy = numbers.copy();
    copy.set(0, 0, 0, -1, 7);
    copy.slice(1).set(0, 0, 0, 8);
    copy.slice(1, 1).T.set(4, 0, 9);
    copy.slice(1, 2, 3).set(-5, 10);
    expect([copy.at(0, 0, 0, 4), copy.at(1, 0, 0, 0), copy.at(1, 1, 0, 4), copy.at(1, 2, 3, 0)]).toEqual([7, 8, 9, 10]);
  });

  it("refuse indices that are missing, superfluous, fractional or out of bounds", () => {
    const matrix = np.zeros([2, 3]);
    expect(() => matrix.at(1)).toThrow("an array of shape (2, 3) takes 2 indices, got 1");
    expect(() => matrix.at(1, 1, 0)).toThrow("got 3");
    expect(() => matrix.at(0, 0, 0, 0)).toThrow("got 4");
    expect(() => matrix.at(0, 3)).toThrow("index 3 is out of bounds for axis 1 of shape (2, 3)");
    expect(() => matrix.at(-3, 0)).toThrow("index -3 is out of bounds for axis 0");
    expect(() => matrix.at(0.5, 0)).toThrow(RangeError);
    expect(() => matrix.set(0, 0.25, 1)).toThrow(RangeError);
    expect(() => matrix.at(Number.NaN, 0)).toThrow(RangeError);
    expect(() => matrix.set(2, 0, 1)).toThrow(RangeError);
    expect(() => matrix.slice(0).at(1, 1)).toThrow(RangeError);
  });

  it("find each element of one to four axes from both ends, and nothing beside them", () => {
    for (const shape of [[3], [2, 1], [1, 3, 2], [2, 1, 2, 3]]) {
      const array = np.arange(shape.reduce((size, length) => size * length)).reshape(...shape);
      const flipped = array.slice(...shape.map(() => "::-1"));
      const reach = shape.map((length) => Array.from({ length: 2 * length + 2 }, (_, i) => i - length - 1));
      for (const indices of reach.reduce<number[][]>(
        (all, axis) => all.flatMap((f) => axis.map((i) => [...f, i])),
        [[]],
      )) {
        const [i, ...rest] = indices as [number, number, number, number];
        if (indices.every((index, d) => index >= -shape[d] && index < shape[d])) {
          expect(array.at(i, ...rest)).toBe(array.slice(...indices).item());
          expect(flipped.at(i, ...rest)).toBe(flipped.slice(...indices).item());
        } else expect(() => array.at(i, ...rest)).toThrow("out of bounds");
      }
    }
  });

  it("refuse a missing index into an axis of length 1 or 0, and one for an axis that is not there", () => {
    const column = np.zeros([3, 1]);
    expect(() => column.at(0)).toThrow("takes 2 indices, got 1");
    expect(() => column.set(0, 1)).toThrow("takes 2 indices, got 1");
    expect(() => np.zeros([3, 0]).at(0)).toThrow("takes 2 indices, got 1");
    expect(() => np.zeros([3]).at(0, 0)).toThrow("takes 1 indices, got 2");
    expect(() => np.zeros([3]).set(0, 0, 1)).toThrow("takes 1 indices, got 2");
    expect(() => column.row(0, 0)).toThrow("takes 2 indices, got 3");
    expect(() => np.zeros([2, 3, 1]).row(0)).toThrow("takes 3 indices, got 2");
    expect(() => np.zeros([0, 3]).row(0)).toThrow("index 0 is out of bounds for axis 0 of shape (0, 3)");
    expect(column.tolist()).toEqual([[0], [0], [0]]);
  });

  it("refuse fractional indices that would reach another element, and four indices into five axes", () => {
    expect(() => np.zeros([3, 4]).at(0.5, 0)).toThrow("index 0.5 is out of bounds for axis 0");
    expect(() => np.zeros([3, 4]).set(1.5, 0, 1)).toThrow("index 1.5 is out of bounds for axis 0");
    expect(() => numbers.at(0, 0, 0.2, 0)).toThrow("index 0.2 is out of bounds for axis 2");
    expect(() => numbers.set(0, 0, 0.2, 0, 1)).toThrow("index 0.2 is out of bounds for axis 2");
    expect(() => np.zeros([1, 2, 3, 4, 5]).at(0, 0, 0, 0)).toThrow("takes 5 indices, got 4");
    expect(() => np.zeros([1, 2, 3, 4, 5]).set(0, 0, 0, 0, 1)).toThrow("takes 5 indices, got 4");
  });

  it("row tells where the last axis begins in data", () => {
    expect(numbers.data[numbers.row(1, 2, 3) + 4]).toBe(119);
    expect(numbers.slice(1).data[numbers.slice(1).row(2, 3)]).toBe(115);
    expect(numbers.slice(1, 0).row(-1)).toBe(75);
    expect(() => numbers.T.row(0, 0, 0)).toThrow("copy() it first");
    expect(() => numbers.row(0, 0)).toThrow("got 3");
  });
});

describe("views and copies", () => {
  it("transpose, slice, reshape, squeeze and expandDims share memory", () => {
    const a = np.zeros([2, 3]);
    const views = [a.T, a.slice(":", "::-1"), a.reshape(3, 2), a.expandDims(0), a.expandDims(0).squeeze(), a.ravel()];
    for (const view of views) expect(view.data).toBe(a.data);
    a.T.set(2, 1, 5);
    expect(a.at(1, 2)).toBe(5);
  });

  it("reshaping a view with gaps, array and copy do not share memory", () => {
    const a = np.zeros([2, 3]);
    for (const copy of [a.T.reshape(6), np.array(a), a.copy(), a.flatten()]) expect(copy.data).not.toBe(a.data);
  });

  it("assign broadcasts into a view, also of itself", () => {
    const a = np.arange(6).reshape(2, 3);
    a.slice(":", "1:").assign([[7], [8]]);
    expect(a.tolist()).toEqual([
      [0, 7, 7],
      [3, 8, 8],
    ]);
    const line = np.arange(4);
    line.slice("1:").assign(line.slice(":-1"));
    expect(line.tolist()).toEqual([0, 0, 1, 2]);
    expect(() => line.assign([1, 2])).toThrow("cannot broadcast (2,) to (4,)");
  });

  it("putmask writes where the mask is not 0", () => {
    const a = np.arange(4);
    np.putmask(a, a.greater(1), -1);
    expect(a.tolist()).toEqual([0, 1, -1, -1]);
  });
});

describe("errors name the operation and both shapes", () => {
  it.each([
    [() => np.add(np.ones([3, 4]), np.ones([3, 5])), "np.add: cannot broadcast (3, 4) with (3, 5)"],
    [() => np.dot(np.ones([3, 4]), np.ones([3, 5])), "np.dot: shapes (3, 4) and (3, 5) do not fit together"],
    [() => np.reshape(np.ones([3, 4]), [5, -1]), "np.reshape: cannot reshape (3, 4) into (5, -1)"],
    [() => np.sum(np.ones([3, 4]), 2), "np.sum: axis 2 does not exist in an array of 2 dimensions"],
    [() => np.max([]), "np.max: there are no elements to choose from"],
    [() => np.array([[1, 2], [3]]), "np.array: the elements of a list must have the same shape, got (2,) and (1,)"],
    [
      () => np.concatenate([np.ones([2, 2]), np.ones([3, 3])]),
      "np.concatenate: cannot join (2, 2) and (3, 3) along axis 0",
    ],
    [() => np.zeros([2, -1]), "np.zeros: a shape holds whole numbers from 0, got (2, -1)"],
    [() => NDArray.fromData([1, 2, 3], [2, 2]), "NDArray.fromData: 3 elements do not fill the shape (2, 2)"],
    [() => np.ones([2]).item(), "item: shape (2,) holds 2 elements, not one"],
    [() => np.ones([2]).slice("a"), 'slice: "a" is not an index'],
    [
      () => np.exp("1" as never),
      `np.exp: a is the text "1". The operator + joins arrays as text; np.add(A, B) adds them`,
    ],
  ])("%#", (call, message) => {
    expect(call).toThrow(message);
  });
});

describe("types follow NumPy", () => {
  it("numbers give numbers, arrays give arrays, and so do reductions without and with an axis", () => {
    const number: number = np.exp(np.add(1, 2));
    const array: NDArray = np.exp(np.add(1, [2]));
    const total: number = np.sum(array);
    const row: NDArray = np.sum(array, 0, true);
    const spread: number = array.std();
    const either = np.tanh(Math.random() > 2 ? 1 : array);
    const still: number | NDArray = either;
    expect([number, total, spread]).toEqual([Math.exp(3), array.at(0), 0]);
    expect(row.shape).toEqual([1]);
    expect(still).toBeInstanceOf(NDArray);
  });

  it("chains: z.negative().exp().add(1)", () => {
    const z = np.array([[0, 1]]);
    expect(np.allclose(np.divide(1, z.negative().exp().add(1)), [[0.5, 0.7310585786300049]])).toBe(true);
    expect(z.T.dot(z).sum(1, true).tolist()).toEqual([[0], [1]]);
  });
});

describe("display", () => {
  it("console.log and the notebook show what NumPy prints", () => {
    const a = np.array([
      [1, 0.5],
      [2, 3],
    ]);
    expect(inspect(a)).toBe("[[1.  0.5]\n [2.  3. ]]");
    const bundle = (a as unknown as Record<symbol, () => Record<string, string>>)[Symbol.for("nablab.mime")]();
    expect(bundle["text/plain"]).toBe(String(a));
    expect(bundle["text/html"]).toContain("<tr><td>1.</td><td>0.5</td></tr>");
    expect(bundle["text/html"]).toContain("shape (2, 2)");
  });

  it("cuts large tables", () => {
    const large = np.zeros([784, 200]) as unknown as Record<symbol, () => Record<string, string>>;
    const html = large[Symbol.for("nablab.mime")]()["text/html"];
    expect(html.match(/<tr>/g)).toHaveLength(7);
    expect(html).toContain("…");
  });
});
