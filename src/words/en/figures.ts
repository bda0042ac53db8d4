import { formatShape } from "../../core/shape";
import { grammar } from "./grammar";

export type Shape = readonly number[];

/** What a figure is called, and its axes. */
export interface Labels {
  title?: string;
  xLabel?: string;
  yLabel?: string;
}

export type Range = readonly [low: number, high: number];

/** A line's name, and where it goes. */
export interface Course {
  name?: string;
  from?: number;
  to?: number;
}

/** The bars of one colour: what they stand for, and how high each is. */
export interface Heights {
  name?: string;
  y: readonly number[];
}

/** About figures in a notebook: alternative texts for those who cannot see them, and what `plot` cannot draw. */
export const figures = {
  line: (labels: Labels, lines: readonly Course[], over: Range): string => {
    const courses = lines.map(described).filter((course) => course !== "");
    return `${titled("Line plot", labels)}${between(over)}: ${courses.join("; ")}`;
  },
  scatter: (labels: Labels, points: number, groups: readonly { name: string; points: number }[]): string => {
    const each = groups.map(({ name, points }) => `${points} of ${name}`);
    return `${titled("Scatter plot", labels)}: ${grammar.counted(points, "point")}${listed(each)}`;
  },
  boundary: (labels: Labels, points: number): string =>
    `${titled("Decision boundary", labels)}: ${grammar.counted(points, "point")}`,
  boundaries: (title: string | undefined, points: number, panels: readonly string[]): string =>
    `${titled("Decision boundaries", { title })}: ${grammar.counted(points, "point")}; ${panels.join(", ")}`,
  heatmap: (labels: Labels, [rows, columns]: readonly [number, number], values: Range): string =>
    `${titled("Heatmap", labels)}: ${rows} x ${columns}${between(values)}`,
  histogram: (labels: Labels, values: number, range: Range): string =>
    `${titled("Histogram", labels)} of ${grammar.counted(values, "value")}${between(range)}`,
  bars: (labels: Labels, places: readonly string[], kinds: readonly Heights[]): string => {
    const each = kinds.map(({ name, y }) => {
      const heights = y
        .map((value, i) => `${places[i]} ${Number.isFinite(value) ? rounded(value) : "no value"}`)
        .join(", ");
      return name === undefined ? heights : `${name}: ${heights}`;
    });
    return `${titled("Bar chart", labels)}: ${each.join("; ")}`;
  },
  images: (title: string | undefined, images: number, captions: readonly (string | number)[] = []): string =>
    `${title ? `${titled("Images", { title })}: ` : ""}${grammar.counted(images, "image")}${
      captions.length > 0 ? `: ${captions.join(", ")}` : ""
    }`,
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
  unevenBars: (labels: number, values: number): string =>
    `plot.bars: expected one value per label, got ${grammar.counted(labels, "label")} and ${grammar.counted(values, "value")}`,
  unevenLabels: (operation: string, points: number, labels: number): string =>
    `${operation}: expected one label per point, got ${grammar.counted(points, "point")} and ${grammar.counted(labels, "label")}`,
  unevenPrediction: (values: number, points: number): string =>
    `plot.decisionBoundary: expected one value per point from predict, got ${grammar.counted(values, "value")} for ${points} points`,
};

function titled(kind: string, { title, xLabel, yLabel }: Labels): string {
  const axes = [yLabel, xLabel].filter((label) => label !== undefined);
  return `${kind}${title ? ` "${title}"` : ""}${axes.length > 0 ? ` of ${axes.join(" against ")}` : ""}`;
}

/** Where a line starts, and where it ends. */
function described({ name, from, to }: Course): string {
  const way = from === undefined || to === undefined ? [] : [`from ${rounded(from)} to ${rounded(to)}`];
  return [...(name === undefined ? [] : [name]), ...way].join(" ");
}

function listed(names: readonly string[]): string {
  return names.length > 0 ? ` (${names.join(", ")})` : "";
}

/** Nothing where there are no values. */
function between([low, high]: Range): string {
  return Number.isFinite(low) ? `, ${rounded(low)} to ${rounded(high)}` : "";
}

/** Three digits tell the story. */
function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}
