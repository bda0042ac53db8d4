import { NDArray } from "../core/NDArray";
import { words } from "../words/words";
import { type Figure, type FigureOptions, layoutOf } from "./figure";
import { type Numbers, planar, toList } from "./numbers";
import { flatSurface, surface } from "./palette";
import { pointsOf } from "./scatterFigure";

/** Predictions are drawn in ten-thousandths. */
const units = 10_000;

/**
 * @param resolution points along each axis at which the model is evaluated
 * With labels beyond 1, `predict` gives labels, and each has its colour.
 *
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
  const labels = Math.max(2, 1 + toList(Y).reduce((a, b) => Math.max(a, b), 0));
  const z = y.map((_, row) =>
    values.slice(row * resolution, (row + 1) * resolution).map((value) => shorten(value, labels)),
  );
  const shared = { x, y, z, zmin: 0, zmax: (labels - 1) * units, showscale: false, hoverinfo: "skip" };
  const surfaceOf = labels === 2 ? halves : regions;
  return {
    data: [surfaceOf(shared, labels), ...pointsOf("plot.decisionBoundary", X, Y)],
    layout: layoutOf(options),
    summary: options.alt ?? words.figures.boundary(options, X.shape[1]),
  };
}

/** From one label's colour to the other's, with a line where the model is undecided. */
function halves(shared: object) {
  return {
    ...shared,
    type: "contour",
    colorscale: surface,
    contours: { coloring: "heatmap", start: units / 2, end: units / 2, size: 1 },
    line: { color: "#555", width: 1.5 },
    showlegend: false,
  };
}

/** A flat colour for each of several labels. No line: it would have to pass through the labels in between. */
function regions(shared: object, labels: number) {
  return { ...shared, type: "heatmap", colorscale: flatSurface(labels) };
}

/** Evenly spaced over the range of the values, widened by a tenth on either side. */
function axisOver(values: number[], resolution: number): number[] {
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  const margin = (high - low || 1) * 0.1;
  const step = (high - low + 2 * margin) / (resolution - 1);
  return Array.from({ length: resolution }, (_, i) => low - margin + i * step);
}

/** Whole numbers pack into two bytes each; a ten-thousandth is finer than the eye can see. */
function shorten(value: number, labels: number): number {
  return Math.round(Math.min(Math.max(value, -1), labels) * units);
}
