import { formatShape } from "../../core/shape";

type Shape = readonly number[];

/** About figures in a notebook: one line for those who cannot see them, and what `plot` cannot draw. */
export const figures = {
  line: (title: string | undefined, lines: number, names: readonly string[], points: number): string =>
    `${titled("Line plot", title)}: ${counted(lines, "line")}${listed(names)} of ${counted(points, "point")}`,
  scatter: (title: string | undefined, points: number): string =>
    `${titled("Scatter plot", title)}: ${counted(points, "point")}`,
  boundary: (title: string | undefined, points: number): string =>
    `${titled("Decision boundary", title)}: ${counted(points, "point")}`,
  boundaries: (title: string | undefined, points: number, panels: readonly string[]): string =>
    `${titled("Decision boundaries", title)}: ${counted(points, "point")}; ${panels.join(", ")}`,
  heatmap: (title: string | undefined, rows: number, columns: number): string =>
    `${titled("Heatmap", title)}: ${rows} x ${columns}`,
  histogram: (title: string | undefined, values: number): string =>
    `${titled("Histogram", title)} of ${counted(values, "value")}`,
  images: (images: number, captions: readonly (string | number)[] = []): string =>
    `${counted(images, "image")}${captions.length > 0 ? `: ${captions.join(", ")}` : ""}`,
  /** In the legend. */
  label: (label: number): string => `label ${label}`,

  /** Follows the line that is shown in place of a figure. */
  notDrawn: "(no figure: plotly.js could not be loaded; start JupyterLab with npm start)",

  notPlanar: (operation: string, shape: Shape): string =>
    `${operation}: expected points of shape (2, m), got shape ${formatShape(shape)}`,
  notAMatrix: (shape: Shape): string =>
    `plot.heatmap: expected an array of shape (rows, columns), got shape ${formatShape(shape)}`,
  notAnImage: (shape: Shape): string =>
    `plot.image: expected shape (height, width) or (height, width, 3), got ${formatShape(shape)}; reshape a column first`,
  unevenLine: (x: number, y: number): string =>
    `plot.line: expected as many values in x as in y, got ${x} in x and ${y} in y`,
  unevenLabels: (operation: string, points: number, labels: number): string =>
    `${operation}: expected one label per point, got ${counted(points, "point")} and ${counted(labels, "label")}`,
  unevenPrediction: (values: number, points: number): string =>
    `plot.decisionBoundary: expected one value per point from predict, got ${counted(values, "value")} for ${points} points`,
};

function titled(kind: string, title: string | undefined): string {
  return title ? `${kind} "${title}"` : kind;
}

function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

function listed(names: readonly string[]): string {
  return names.length > 0 ? ` (${names.join(", ")})` : "";
}
