import type { NDArray } from "../core/NDArray";
import { words } from "../words/words";
import { type Figure, type FigureOptions, layoutOf } from "./figure";
import { type Numbers, planar, toList } from "./numbers";

/** Colours of the labels 0, 1, 2, …, which most colour-blind readers can tell apart too. */
export const labelColours = ["#1f77b4", "#e8590c", "#2b8a3e", "#9c36b5", "#f2b705", "#495057"];

/** @throws RangeError unless X has shape (2, m) and there is a label for each point */
export function scatterFigure(X: NDArray, Y: Numbers | undefined, options: FigureOptions): Figure {
  return {
    data: pointsOf("plot.scatter", X, Y),
    layout: layoutOf(options),
    summary: words.figures.scatter(options.title, X.shape[1]),
  };
}

/** One trace per label. */
export function pointsOf(operation: string, X: NDArray, Y: Numbers | undefined) {
  const [x, y] = planar(operation, X);
  const labels = Y ? toList(Y) : x.map(() => 0);
  if (labels.length !== x.length) {
    throw new RangeError(words.figures.unevenLabels(operation, x.length, labels.length));
  }
  return [...new Set(labels)].sort().map((label, k) => {
    const has = (_: number, i: number) => labels[i] === label;
    const marker = { color: labelColours[k % labelColours.length], size: 6, line: { width: 0.5, color: "white" } };
    return {
      type: "scatter",
      mode: "markers",
      name: words.figures.label(label),
      x: x.filter(has),
      y: y.filter(has),
      marker,
    };
  });
}
