import { NDArray } from "../core/NDArray";
import { words } from "../words/words";
import { type Figure, type FigureOptions, layoutOf } from "./figure";
import { type Numbers, toList } from "./numbers";
import { rangeOf } from "./still/extentOf";

/** One line. Without x, the values are numbered from 0. */
export interface Series {
  x?: Numbers;
  y: Numbers;
  name?: string;
}

export interface LineOptions extends FigureOptions {
  logX?: boolean;
  logY?: boolean;
  /** A unit is as long on one axis as on the other, so that circles are round. */
  equalAxes?: boolean;
}

/** Ticks as powers of ten; plotly's default is SI prefixes, such as 10µ. */
const logarithmic = { type: "log", exponentformat: "power" };

/** @throws RangeError when x and y of a line differ in length */
export function lineFigure(given: Numbers | Series | readonly Series[], options: LineOptions): Figure {
  const series = toSeries(given);
  const data = series.map(({ x, y, name }) => {
    const values = toList(y);
    const positions = x ? toList(x) : [...values.keys()];
    if (positions.length !== values.length) {
      throw new RangeError(words.figures.unevenLine(positions.length, values.length));
    }
    return { type: "scatter", mode: "lines", x: positions, y: values, ...(name ? { name } : {}) };
  });
  const layout = layoutOf(options);
  const { xaxis, yaxis } = layout as Record<string, object>;
  if (options.logX) layout.xaxis = { ...xaxis, ...logarithmic };
  if (options.logY) layout.yaxis = { ...yaxis, ...logarithmic };
  if (options.equalAxes) layout.yaxis = { ...yaxis, scaleanchor: "x" };
  const lines = data.map(({ name, y }) => {
    const drawn = y.filter(Number.isFinite);
    return { name, from: drawn[0], to: drawn[drawn.length - 1] };
  });
  const summary = options.alt ?? words.figures.line(options, lines, rangeOf(data.flatMap(({ x }) => x)));
  return { data, layout, summary };
}

function toSeries(given: Numbers | Series | readonly Series[]): readonly Series[] {
  if (given instanceof NDArray || given instanceof Float64Array) return [{ y: given }];
  if (!isList(given)) return [given];
  return isNumbers(given) ? [{ y: given }] : given;
}

type List = readonly number[] | readonly Series[];

function isList(given: Series | List): given is List {
  return Array.isArray(given);
}

function isNumbers(list: List): list is readonly number[] {
  return typeof list[0] !== "object";
}
