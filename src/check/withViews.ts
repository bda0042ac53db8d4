import { NDArray } from "../core/NDArray";
import { rowMajorStrides, type Shape } from "../core/shape";
import type { Case } from "./contract";
import { arraysIn, mapArrays } from "./mapArrays";
import { type Layout, strided } from "./strided";

/**
 * A check's cases with some of the arrays as views: equal in value, but their elements lie in memory as in `X.T`, in
 * `X.slice("::2")` or in a part of a wider array. A function that reads `.data` as if it held the elements in order is
 * wrong for them, as it is for the views that it is given in a program.
 *
 * About every second array becomes one, those in records and lists included: other arguments in each case, and always
 * the same for a check. So each check with arrays has a view; if it has several, one of them is not.
 */
export function withViews(cases: readonly Case[], checkId: string): Case[] {
  const start = sumOf(checkId);
  const isOnly = cases.reduce((count, { args }) => count + arraysIn(args).length, 0) === 1;
  let views = start;
  let round = start;
  return cases.map(({ args }) => {
    let turn = round;
    const layOut = (array: NDArray): NDArray => {
      turn += 1;
      return isOnly || turn % 2 === 0 ? viewOf(array, views++) : compact(array);
    };
    const changed = args.map((arg) => mapArrays(arg, layOut));
    if (turn > round) round += 1;
    return { args: changed };
  });
}

function sumOf(text: string): number {
  return [...text].reduce((sum, character) => sum + character.charCodeAt(0), 0);
}

function compact(array: NDArray): NDArray {
  return new NDArray(array.toTypedArray(), array.shape);
}

/** @param turn which of the layouts that show in this array */
function viewOf(array: NDArray, turn: number): NDArray {
  if (array.size === 0) return compact(array);
  const elements = array.toTypedArray();
  const layouts = [transposed, widened, stepped].map((layout) => layout(array.shape));
  const views = layouts.map((layout) => strided(elements, array.shape, layout)).filter((view) => shows(view, elements));
  return views[turn % views.length] ?? compact(array);
}

/** Whether reading the memory in order gives other elements: a transposed row or a matrix of zeros lies as before. */
function shows({ data }: NDArray, elements: Float64Array): boolean {
  return elements.some((x, i) => !Object.is(x, data[i]));
}

/** As `np.transpose` leaves it: the first axis is the one along which neighbours are next to each other. */
function transposed(shape: Shape): Layout {
  return { strides: rowMajorStrides([...shape].reverse()).reverse(), offset: 0 };
}

/** A part of an array that has one column more, at the left. */
function widened(shape: Shape): Layout {
  return { strides: rowMajorStrides(shape.map((n, axis) => (axis === shape.length - 1 ? n + 1 : n))), offset: 1 };
}

/** Every second element along the last axis. */
function stepped(shape: Shape): Layout {
  return { strides: rowMajorStrides(shape).map((stride) => 2 * stride), offset: 0 };
}
