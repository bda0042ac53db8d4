import { NDArray } from "../core/NDArray";
import { type Figure, type FigureOptions, layoutOf } from "./figure";
import { type Numbers, planar, toList } from "./numbers";
import { labelColours, pointsOf, summaryOf } from "./scatterFigure";

/** Points along each axis at which the model is asked. */
const resolution = 120;

/** @throws RangeError unless X has shape (2, m) and `predict` gives one value a point */
export function decisionBoundaryFigure(
  predict: (X: NDArray) => NDArray,
  X: NDArray,
  Y: Numbers,
  options: FigureOptions,
): Figure {
  const [x, y] = planar("plot.decisionBoundary", X).map(axisOver);
  const points = new Float64Array(2 * resolution * resolution);
  for (let i = 0; i < resolution * resolution; i++) {
    points[i] = x[i % resolution];
    points[resolution * resolution + i] = y[Math.floor(i / resolution)];
  }
  const values = toList(predict(NDArray.fromData(points, [2, resolution * resolution])));
  if (values.length !== resolution * resolution) {
    throw new RangeError(
      `plot.decisionBoundary: predict gave ${values.length} values for ${resolution * resolution} points`,
    );
  }
  const z = y.map((_, row) => values.slice(row * resolution, (row + 1) * resolution));
  const [zero, one] = labelColours;
  const surface = { type: "heatmap", x, y, z, zmin: 0, zmax: 1, opacity: 0.45, showscale: false, hoverinfo: "skip" };
  const boundary = { coloring: "none", start: 0.5, end: 0.5, size: 1 };
  return {
    data: [
      {
        ...surface,
        colorscale: [
          [0, zero],
          [0.5, "#f8f9fa"],
          [1, one],
        ],
      },
      {
        type: "contour",
        x,
        y,
        z,
        contours: boundary,
        line: { color: "#555", width: 1.5 },
        showscale: false,
        hoverinfo: "skip",
        showlegend: false,
      },
      ...pointsOf("plot.decisionBoundary", X, Y),
    ],
    layout: layoutOf(options),
    summary: summaryOf("Decision boundary", X, options),
  };
}

/** Evenly spaced over the values and a tenth of their range beyond. */
function axisOver(values: number[]): number[] {
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  const margin = (high - low || 1) * 0.1;
  const step = (high - low + 2 * margin) / (resolution - 1);
  return Array.from({ length: resolution }, (_, i) => low - margin + i * step);
}
