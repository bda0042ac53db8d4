import { words } from "../words/words";
import { type Figure, type FigureOptions, layoutOf } from "./figure";
import { type Numbers, toList } from "./numbers";
import { rangeOf } from "./still/extentOf";

export interface HistogramOptions extends FigureOptions {
  bins?: number;
}

export function histogramFigure(values: Numbers, options: HistogramOptions): Figure {
  const x = toList(values);
  return {
    data: [{ type: "histogram", x, ...(options.bins ? { nbinsx: options.bins } : {}) }],
    layout: { ...layoutOf(options), bargap: 0.03 },
    summary: options.alt ?? words.figures.histogram(options, x.length, rangeOf(x)),
  };
}
