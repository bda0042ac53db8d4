import type { NDArray } from "../core/NDArray";
import { words } from "../words/words";
import { type Figure, type FigureOptions, layoutOf } from "./figure";
import { type Numbers, planar, toList } from "./numbers";
import { palette } from "./palette";

export interface ScatterOptions extends FigureOptions {
  /** What the labels 0, 1, 2, … stand for. */
  names?: readonly string[];
}

/** @throws RangeError unless X has shape (2, m) and there is a label for each point */
export function scatterFigure(X: NDArray, Y: Numbers | undefined, options: ScatterOptions): Figure {
  const data = pointsOf("plot.scatter", X, Y, options.names);
  const groups = Y ? data.map(({ name, x }) => ({ name, points: x.length })) : [];
  const summary = options.alt ?? words.figures.scatter(options, X.shape[1], groups);
  return { data, layout: layoutOf(options), summary };
}

/** One trace per label. */
export function pointsOf(operation: string, X: NDArray, Y: Numbers | undefined, names: readonly string[] = []) {
  const [x, y] = planar(operation, X);
  const labels = Y ? toList(Y) : x.map(() => 0);
  if (labels.length !== x.length) {
    throw new RangeError(words.figures.unevenLabels(operation, x.length, labels.length));
  }
  return [...new Set(labels)].sort().map((label, k) => {
    const has = (_: number, i: number) => labels[i] === label;
    const marker = { color: palette[k % palette.length], size: 6, line: { width: 0.5, color: "white" } };
    return {
      type: "scatter",
      mode: "markers",
      name: names[label] ?? words.figures.label(label),
      x: x.filter(has),
      y: y.filter(has),
      marker,
    };
  });
}
