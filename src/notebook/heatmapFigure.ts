import { NDArray } from "../core/NDArray";
import { words } from "../words/words";
import { type Figure, type FigureOptions, layoutOf } from "./figure";
import { toRows } from "./numbers";
import { diverging } from "./palette";
import { rangeOf } from "./still/extentOf";

export interface HeatmapOptions extends FigureOptions {
  /** White at zero, red above, blue below: for values of both signs. */
  diverging?: boolean;
}

/** @throws RangeError for an array that is not a matrix */
export function heatmapFigure(matrix: NDArray | readonly (readonly number[])[], options: HeatmapOptions): Figure {
  if (matrix instanceof NDArray && matrix.ndim !== 2) {
    throw new RangeError(words.figures.notAMatrix(matrix.shape));
  }
  const z = matrix instanceof NDArray ? toRows(matrix) : matrix.map((row) => [...row]);
  const scale = options.diverging ? { colorscale: diverging, zmid: 0 } : { colorscale: "Viridis" };
  const layout = layoutOf(options);
  const { xaxis, yaxis } = layout as Record<string, object>;
  return {
    data: [{ type: "heatmap", z, ...scale }],
    // Rows from top to bottom, as a matrix is written, and square cells.
    layout: {
      ...layout,
      xaxis: { ...xaxis, constrain: "domain", showgrid: false, zeroline: false },
      yaxis: {
        ...yaxis,
        autorange: "reversed",
        scaleanchor: "x",
        constrain: "domain",
        showgrid: false,
        zeroline: false,
      },
    },
    summary: options.alt ?? words.figures.heatmap(options, [z.length, z[0]?.length ?? 0], rangeOf(z.flat())),
  };
}
