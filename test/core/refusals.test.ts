import { describe, expect, it } from "vitest";
import { np } from "../../src/np";

describe("np refuses, as NumPy does,", () => {
  const loose = np as unknown as Record<string, (...args: unknown[]) => unknown>;

  it.each<[string, () => unknown, string]>([
    ["a repeated axis", () => np.sum(np.zeros([2, 3]), [0, -2]), "np.sum: axis 0 is given twice; name each axis once"],
    ["a repeated new axis", () => np.expandDims([1], [0, 0]), "np.expandDims: axis 0 is given twice"],
    [
      "a range without end",
      () => np.arange(np.inf),
      "np.arange: a distance of Infinity in steps of 1 has no finite length",
    ],
    ["a range to NaN", () => np.arange(np.nan), "has no finite length"],
    ["part of a repetition", () => np.repeat([1], 1.5), "np.repeat: expected a whole number from 0 for times, got 1.5"],
    ["a negative repetition", () => np.tile([1], -1), "np.tile: expected a whole number from 0 for times, got -1"],
    ["a negative border", () => np.pad([1, 2], -1), "np.pad: expected a whole number from 0 for each width, got -1"],
    ["part of a border", () => np.pad([1], [1.5, 0]), "got 1.5"],
    ["a border cut off on one side", () => np.pad([1, 2], [2, -1]), "got -1"],
    ["half a step", () => np.roll([1, 2], 0.5), "np.roll: expected a whole number for shift, got 0.5"],
    ["an unknown length in nothing", () => np.reshape([], [0, -1]), "np.reshape: cannot reshape (0,) into (0, -1)"],
    [
      "the maximum along an empty axis",
      () => np.max(np.zeros([0, 0]), 0),
      "np.max: there are no elements to choose from",
    ],
    ["an order for a cube", () => np.linalg.norm(np.ones([2, 2, 2]), 1), "order 1 is for vectors, got shape (2, 2, 2)"],
    ["the positions in a number", () => np.nonzero(1), "np.nonzero: expected an array with axes, got a number"],
    [
      "a list with a hole",
      () => loose.array(Object.assign(new Array(3), { 0: 1, 2: 3 })),
      "an element of the list is missing (undefined)",
    ],
    ["one of two values", () => loose.where([1, 0], 1), "np.where: y is missing (undefined)"],
    [
      "too large an array",
      () => np.zeros([1e5, 1e6]),
      "np.zeros: an array of shape (100000, 1000000) takes 745 GB of memory",
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(message);
  });

  it("an array as an element", () => {
    const a = np.zeros([2, 2]);
    expect(() => a.set(0, 1, np.ones(2) as never)).toThrow("an array of shape (2,) is not a number");
    expect(a.tolist()).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});

describe("what broadcastTo gives", () => {
  const message = "what broadcastTo gives repeats its elements, and cannot be written to; write to a copy() of it";

  it("cannot be written to, nor can views of it", () => {
    const source = np.array([1, 2, 3]);
    const repeated = np.broadcastTo(source, [2, 3]);
    expect(() => repeated.set(0, 0, 9)).toThrow(message);
    expect(() => repeated.T.set(0, 0, 9)).toThrow(message);
    expect(() => repeated.slice(":", "1:").assign(9)).toThrow(message);
    expect(() => repeated.slice(0).set(0, 9)).toThrow(message);
    expect(() => np.squeeze(np.expandDims(repeated, 0)).slice(0).reshape(3, 1).assign(9)).toThrow(message);
    expect(() => np.flip(np.broadcastTo(source, [3])).set(0, 9)).toThrow(message);
    expect(() => np.putmask(repeated, np.ones([2, 3]), 9)).toThrow(message);
    expect(() => repeated.setEach([0], [0], 9)).toThrow(message);
    expect(() => np.broadcastArrays(source, np.zeros([2, 1]))[0].set(0, 0, 9)).toThrow(message);
    expect(source.tolist()).toEqual([1, 2, 3]);
    const own = repeated.copy();
    own.set(0, 0, 9);
    expect(own.tolist()).toEqual([
      [9, 2, 3],
      [1, 2, 3],
    ]);
  });

  it("can be written to through the array that it comes from, and once copied", () => {
    const source = np.zeros([1, 2]);
    const repeated = np.broadcastTo(source, [2, 2]);
    source.set(0, 1, 5);
    expect(repeated.tolist()).toEqual([
      [0, 5],
      [0, 5],
    ]);
    np.expandDims(source, 0).set(0, 0, 0, 6);
    repeated.reshape(4).set(0, 7); // a copy, since the elements do not lie next to each other
    expect(source.tolist()).toEqual([[6, 5]]);
  });
});

describe("several places at once", () => {
  const a = np.arange(12).reshape(3, 4);

  it("are read with one array of indices per axis, which broadcast", () => {
    expect(a.atEach(np.arange(3), [0, -1, 1]).tolist()).toEqual([0, 7, 9]);
    expect(a.T.atEach([0, 3], [[0], [2]]).tolist()).toEqual([
      [0, 3],
      [8, 11],
    ]);
    expect(a.atEach([2, 0]).tolist()).toEqual([
      [8, 9, 10, 11],
      [0, 1, 2, 3],
    ]);
    expect(a.atEach(1, 2).item()).toBe(6);
    expect(a.atEach([], []).shape).toEqual([0]);
  });

  it("are written, the last value of several for one place counting", () => {
    const b = a.copy();
    b.setEach(np.arange(3), [0, -1, 1], [10, 20, 30]);
    b.setEach([0, 0], [2, 2], [7, 8]);
    b.T.setEach([3], -1);
    expect(b.tolist()).toEqual([
      [10, 1, 8, -1],
      [4, 5, 6, -1],
      [8, 30, 10, -1],
    ]);
  });

  it("are within the array, and as many as it has axes at most", () => {
    expect(() => a.atEach([0], [4])).toThrow("atEach: index 4 is out of bounds for axis 1 of shape (3, 4)");
    expect(() => a.atEach([0], [0], [0])).toThrow("takes up to 2 arrays of indices, got 3");
    expect(() => a.setEach([0, 1], [0, 1, 2], 1)).toThrow("setEach: cannot broadcast (2,) with (3,)");
    expect(() => a.setEach([0, 1], [0, 1], [1, 2, 3])).toThrow("cannot broadcast");
  });
});

it("takes typed arrays of every kind, also in lists", () => {
  expect(np.array(Uint8Array.of(1, 255)).tolist()).toEqual([1, 255]);
  expect(np.array(BigInt64Array.of(-1n, 2n)).tolist()).toEqual([-1, 2]);
  expect(np.add([Float32Array.of(0.5), Int16Array.of(-3)], 1).tolist()).toEqual([[1.5], [-2]]);
});

it("becomes nested lists in JSON", () => {
  expect(JSON.stringify({ W: np.eye(2), b: np.zeros([1, 0]), n: np.dot([1], [2]) })).toBe(
    '{"W":[[1,0],[0,1]],"b":[[]],"n":2}',
  );
});

it("takes lists of lengths and of axes as methods, too", () => {
  const a = np.arange(6);
  expect(a.reshape([2, -1]).transpose([1, 0]).shape).toEqual([3, 2]);
  expect(() => a.reshape([2] as never, 3 as never)).toThrow("reshape: expected whole numbers, one by one");
});
