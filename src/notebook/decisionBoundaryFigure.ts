import { NDArray } from "../core/NDArray";
import { words } from "../words/words";
import { type Figure, type FigureOptions, layoutOf } from "./figure";
import { type Numbers, planar, toList } from "./numbers";
import { labelColours, pointsOf } from "./scatterFigure";

/**
 * @param resolution points along each axis at which the model is evaluated
 * @throws RangeError unless X has shape (2, m) and `predict` gives one value per point
 */
export function decisionBoundaryFigure(
  predict: (X: NDArray) => NDArray,
  X: NDArray,
  Y: Numbers,
  options: FigureOptions,
  resolution = 120,
): Figure {
  const [x, y] = planar("plot.decisionBoundary", X).map((values) => axisOver(values, resolution));
  const points = new Float64Array(2 * resolution * resolution);
  for (let i = 0; i < resolution * resolution; i++) {
    points[i] = x[i % resolution];
    points[resolution * resolution + i] = y[Math.floor(i / resolution)];
  }
  const values = toList(predict(NDArray.fromData(points, [2, resolution * resolution])));
  if (values.length !== resolution * resolution) {
    throw new RangeError(words.figures.unevenPrediction(values.length, resolution * resolution));
  }
  const z = y.map((_, row) => values.slice(row * resolution, (row + 1) * resolution).map(shorten));
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
    summary: words.figures.boundary(options.title, X.shape[1]),
  };
}

/** Evenly spaced over the range of the values, widened by a tenth on either side. */
function axisOver(values: number[], resolution: number): number[] {
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  const margin = (high - low || 1) * 0.1;
  const step = (high - low + 2 * margin) / (resolution - 1);
  return Array.from({ length: resolution }, (_, i) => low - margin + i * step);
}

/** Three decimals are finer than the eye can see, and keep the notebook small. */
function shorten(value: number): number {
  return Math.round(value * 1000) / 1000;
}
