import { describe, expect, test } from "vitest";
import type { Case, Value } from "../../src/check/contract";
import { withViews } from "../../src/check/withViews";
import { NDArray } from "../../src/core/NDArray";
import { np } from "../../src/np";

const ids = Array.from({ length: 12 }, (_, i) => `f.check${i}`);
const arraysIn = (value: Value): NDArray[] => {
  if (value instanceof NDArray) return [value];
  return typeof value === "object" && value !== null ? Object.values<Value>(value).flatMap(arraysIn) : [];
};
/** Whether code that reads `.data` in order sees other elements than there are. */
const isView = ({ data, size, ...array }: NDArray) =>
  !data
    .slice(0, size)
    .every((x, i) => x === np.ravel(new NDArray(data, array.shape, array.strides, array.offset)).at(i));

describe("withViews", () => {
  test.each<[string, Value]>([
    ["a matrix", np.arange(6).reshape(2, 3)],
    ["a square matrix", np.arange(9).reshape(3, 3)],
    ["a symmetric matrix", np.eye(3)],
    ["a matrix of one value", np.full([2, 3], 0.5)],
    ["a row", np.arange(3).reshape(1, 3)],
    ["a column", np.arange(3).reshape(3, 1)],
    ["a vector", np.arange(4)],
    ["one element", np.array([[0.5]])],
    ["a 0-D array", NDArray.fromData([7], [])],
    ["images", np.arange(48).reshape(2, 4, 3, 2)],
    ["an array in a record", { parameters: { W1: np.arange(6).reshape(2, 3) } }],
    ["an array in a list", [[np.arange(6).reshape(2, 3)]]],
  ])("%s alone is a view of equal value, whatever the check", (_, arg) => {
    for (const id of ids) {
      const [array] = arraysIn(withViews([{ args: [arg, 3] }], id)[0].args);
      expect(isView(array)).toBe(true);
      expect(array.tolist()).toEqual(arraysIn(arg)[0].tolist());
      expect([...array.shape]).toEqual([...arraysIn(arg)[0].shape]);
    }
  });

  const matrix = () => np.arange(6).reshape(2, 3);
  test.each<[string, Case[]]>([
    ["two arguments", [{ args: [matrix(), matrix()] }]],
    ["two cases", [{ args: [matrix()] }, { args: [matrix()] }]],
    ["two cases, with one without an array between them", [{ args: [matrix()] }, { args: [1] }, { args: [matrix()] }]],
    ["a record and an array", [{ args: [{ W: matrix(), b: 1 }, matrix()] }]],
  ])("of %s, one array is a view and one is not", (_, cases) => {
    for (const id of ids) {
      const views = withViews(cases, id).flatMap(({ args }) => arraysIn(args).map(isView));
      expect(views.toSorted()).toEqual([false, true]);
    }
  });

  test("each argument is a view in one of two cases", () => {
    const cases = withViews(
      [{ args: [matrix(), matrix(), matrix()] }, { args: [matrix(), matrix(), matrix()] }],
      "f.x",
    );
    const [first, second] = cases.map(({ args }) => arraysIn(args).map(isView));
    expect(second).toEqual(first.map((view) => !view));
  });

  test("the layouts are transposed, a part of a wider array, and every second element", () => {
    const cases = Array.from({ length: 6 }, () => ({ args: [matrix()] }));
    const layouts = withViews(cases, "f.x").map(({ args }) => (args[0] as NDArray).strides.join());
    expect(new Set(layouts)).toEqual(new Set(["3,1", "1,2", "4,1", "6,2"]));
  });

  test("a check gets the same views each time; arrays of its author's are left alone", () => {
    const wide = np.arange(12).reshape(3, 4);
    const cases = [{ args: [wide.slice(":", "1:3"), wide.T] }];
    expect(withViews(cases, "f.x")).toEqual(withViews(cases, "f.x"));
    expect(wide.tolist()).toEqual(np.arange(12).reshape(3, 4).tolist());
  });

  test("an empty array has nothing to lay out", () => {
    const [{ args }] = withViews([{ args: [np.zeros([0, 3])] }], "f.x");
    expect([...(args[0] as NDArray).shape]).toEqual([0, 3]);
  });
});
