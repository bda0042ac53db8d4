import type { NDArray } from "../../../core/NDArray";
import { np } from "../../../np";

/** The range of the `f` rows or columns from `corner` on, as `slice` takes it. */
export function range(corner: number, f: number): string {
  return `${corner}:${corner + f}`;
}

/** Calls `visit` for every place [i, h, w, c] of an output of this shape. */
export function eachPlace(
  [m, nH, nW, nC]: readonly number[],
  visit: (i: number, h: number, w: number, c: number) => void,
): void {
  for (let i = 0; i < m; i++) {
    for (let h = 0; h < nH; h++) {
      for (let w = 0; w < nW; w++) {
        for (let c = 0; c < nC; c++) visit(i, h, w, c);
      }
    }
  }
}

/** Adds to a view in place, or writes over what is there. */
export function put(view: NDArray, value: NDArray | number, add: boolean): void {
  view.assign(add ? np.add(view, value) : value);
}

/** The corner of window h, as it should be. */
export const spaced = (h: number, stride: number): number => h * stride;

/** The corner of window h, as if the stride were 1. */
export const unspaced = (h: number): number => h;
