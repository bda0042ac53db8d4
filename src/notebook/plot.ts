import type { NDArray } from "../core/NDArray";
import { type BarOptions, type Bars, barFigure } from "./barFigure";
import { decisionBoundariesFigure, type Panel, type PanelOptions } from "./decisionBoundariesFigure";
import { decisionBoundaryFigure } from "./decisionBoundaryFigure";
import { display } from "./display";
import { bundleOf, type Figure, type FigureOptions } from "./figure";
import { type HeatmapOptions, heatmapFigure } from "./heatmapFigure";
import { type HistogramOptions, histogramFigure } from "./histogramFigure";
import { type ImageOptions, imageFigure } from "./imageFigure";
import { type LineOptions, lineFigure, type Series } from "./lineFigure";
import type { Numbers } from "./numbers";
import { type ScatterOptions, scatterFigure } from "./scatterFigure";

/** Draws interactive figures under the cell. */
export const plot = {
  /**
   * Lines through points, one or several:
   *
   *     plot.line(costs, { xLabel: "hundreds of iterations", yLabel: "cost" });
   *     plot.line([{ x, y: sin, name: "sin" }, { x, y: cos, name: "cos" }]);
   */
  line: (series: Numbers | Series | readonly Series[], options: LineOptions = {}) => show(lineFigure(series, options)),

  /** Points in the plane: X of shape (2, m), coloured by the labels Y of shape (1, m), which may have `names`. */
  scatter: (X: NDArray, Y?: Numbers, options: ScatterOptions = {}) => show(scatterFigure(X, Y, options)),

  /** Images of shape (height, width), grey from 0 to 1, or (height, width, 3), one or several with their captions. */
  image: (images: NDArray | readonly NDArray[], options: ImageOptions = {}) => show(imageFigure(images, options)),

  /** A matrix as colours: `diverging` puts white at zero, with red above and blue below. */
  heatmap: (matrix: NDArray | readonly (readonly number[])[], options: HeatmapOptions = {}) =>
    show(heatmapFigure(matrix, options)),

  /**
   * A bar for each label, or several side by side; `stacked` puts them on top of each other:
   *
   *     plot.bars(["tilted", "pale"], [7.1, 8.4], { yLabel: "error, %" });
   *     plot.bars(classes, [{ y: precision, name: "precision" }, { y: recall, name: "recall" }]);
   */
  bars: (labels: readonly (string | number)[], bars: Numbers | Bars | readonly Bars[], options: BarOptions = {}) =>
    show(barFigure(labels, bars, options)),

  /** How often values fall into each of `bins` intervals. */
  histogram: (values: Numbers, options: HistogramOptions = {}) => show(histogramFigure(values, options)),

  /**
   * What a model predicts everywhere in the plane, and the examples: `predict` takes points of shape (2, k) and gives
   * (1, k), labels or, where there are two of them, probabilities; X has shape (2, m), Y (1, m).
   */
  decisionBoundary: (predict: (X: NDArray) => NDArray, X: NDArray, Y: Numbers, options: FigureOptions = {}) =>
    show(decisionBoundaryFigure(predict, X, Y, options)),

  /**
   * The same for several models side by side:
   *
   *     plot.decisionBoundaries([{ title: "4 units", predict: p4 }, { title: "20 units", predict: p20 }], X, Y);
   */
  decisionBoundaries: (panels: readonly Panel[], X: NDArray, Y: Numbers, options: PanelOptions = {}) =>
    show(decisionBoundariesFigure(panels, X, Y, options)),
};

function show(figure: Figure): void {
  display(bundleOf(figure));
}
