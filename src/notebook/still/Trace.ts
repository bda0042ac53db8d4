import type { Bar } from "./placeBars";

/** A trace of a plotly figure, as far as `plot` makes them. */
export interface Trace {
  type: "scatter" | "heatmap" | "image" | "contour" | "histogram" | "bar";
  mode?: "lines" | "markers";
  name?: string;
  x?: number[];
  y?: number[];
  /** Rows of numbers, or for an image rows of pixels. */
  z?: number[][] | number[][][];
  zmin?: number;
  zmax?: number;
  zmid?: number;
  colorscale?: Colorscale;
  showscale?: boolean;
  showlegend?: boolean;
  nbinsx?: number;
  /** Where the bars are, once `placeBars` has placed them. */
  bars?: readonly Bar[];
  marker?: { color: string; size: number; line: { width: number; color?: string } };
  line?: { color: string; width: number };
  contours?: { start: number; end: number; size: number };
  /** The axes' names, such as `x2`. */
  xaxis?: string;
  yaxis?: string;
}

/** A name, or colours with their place from 0 to 1. */
export type Colorscale = string | readonly (readonly [number, string])[];

/** An axis in a plotly layout. */
export interface AxisLayout {
  title?: { text: string };
  type?: "log";
  domain?: [number, number];
  visible?: boolean;
  autorange?: "reversed";
  scaleanchor?: string;
  showgrid?: boolean;
  /** The only places with a tick, and what is written there. */
  tickvals?: number[];
  ticktext?: string[];
}

export interface Annotation {
  x: number;
  y: number;
  text: string;
}

/** A plotly layout. */
export interface Layout {
  width?: number;
  height: number;
  margin: { l: number; r: number; t: number; b: number };
  title?: { text: string };
  showlegend?: boolean;
  /** Side by side, or on top of each other. */
  barmode?: "group" | "relative";
  /** The share of a label's space that stays empty. */
  bargap?: number;
  annotations?: Annotation[];
  [axis: string]: unknown;
}
