import { NDArray } from "../core/NDArray";
import { words } from "../words/words";
import { type Figure, type FigureOptions, layoutOf } from "./figure";
import { type Numbers, toList } from "./numbers";

/** Bars of one colour, one for each label. */
export interface Bars {
  y: Numbers;
  name?: string;
}

export interface BarOptions extends FigureOptions {
  /** On top of each other and not side by side; what is below 0 goes down. */
  stacked?: boolean;
}

/** @throws RangeError when there is not one value for each label */
export function barFigure(
  labels: readonly (string | number)[],
  given: Numbers | Bars | readonly Bars[],
  options: BarOptions,
): Figure {
  const places = [...labels.keys()];
  const data = toBars(given).map(({ y, name }) => {
    const values = toList(y);
    if (values.length !== labels.length) {
      throw new RangeError(words.figures.unevenBars(labels.length, values.length));
    }
    return { type: "bar", x: places, y: values, ...(name ? { name } : {}) };
  });
  const texts = labels.map(String);
  const layout = layoutOf(options);
  const { xaxis } = layout as Record<string, object>;
  return {
    data,
    layout: {
      ...layout,
      barmode: options.stacked ? "relative" : "group",
      bargap: 0.2,
      xaxis: { ...xaxis, tickvals: places, ticktext: texts, showgrid: false, zeroline: false },
    },
    summary: options.alt ?? words.figures.bars(options, texts, data),
  };
}

function toBars(given: Numbers | Bars | readonly Bars[]): readonly Bars[] {
  if (given instanceof NDArray || given instanceof Float64Array) return [{ y: given }];
  if (!isList(given)) return [given];
  return isNumbers(given) ? [{ y: given }] : given;
}

type List = readonly number[] | readonly Bars[];

function isList(given: Bars | List): given is List {
  return Array.isArray(given);
}

function isNumbers(list: List): list is readonly number[] {
  return typeof list[0] !== "object";
}
