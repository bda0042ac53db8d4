/** A trace of a plotly figure, as far as `plot` makes them. */
export interface Trace {
  type: "scatter" | "heatmap" | "image" | "contour" | "histogram";
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
  annotations?: Annotation[];
  [axis: string]: unknown;
}
