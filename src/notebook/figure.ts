import type { MimeBundle } from "./display";
import { pack } from "./pack";
import { palette } from "./palette";
import { rasterizer } from "./rasterizer";
import { stillPicture } from "./still/stillPicture";

/** A plotly figure: traces, layout and settings, as plotly.js takes them. */
export interface Figure {
  data: readonly Record<string, unknown>[];
  layout: Record<string, unknown>;
  /** The alternative text: one line for those who cannot see it. */
  summary: string;
}

export interface FigureOptions {
  title?: string;
  /** What there is to see, for those who cannot see it. Without it, a description is made from the data. */
  alt?: string;
  xLabel?: string;
  yLabel?: string;
  /** Height in pixels. */
  height?: number;
}

const config = { responsive: true, displaylogo: false };
const faint = "rgba(128, 128, 128, 0.3)";

/** What all figures share: small margins, no background of their own, and a grid that suits light and dark themes. */
export function layoutOf({ title, xLabel, yLabel, height = 360 }: FigureOptions): Record<string, unknown> {
  const axis = { gridcolor: faint, zerolinecolor: faint, automargin: true };
  return {
    ...(title ? { title: { text: title } } : {}),
    height,
    colorway: palette,
    margin: { l: 50, r: 20, t: title ? 50 : 20, b: 45 },
    paper_bgcolor: "rgba(0, 0, 0, 0)",
    plot_bgcolor: "rgba(0, 0, 0, 0)",
    xaxis: { ...axis, ...(xLabel ? { title: { text: xLabel } } : {}) },
    yaxis: { ...axis, ...(yLabel ? { title: { text: yLabel } } : {}) },
  };
}

/**
 * The figure for front ends that know plotly, a still picture for all others and for pages that are printed or handed
 * on, and a line of text. Each is saved with the notebook, so numbers are packed, and there is no page of its own.
 */
export function bundleOf({ data, layout, summary }: Figure): MimeBundle {
  const svg = stillPicture({ data, layout, summary });
  const png = rasterizer()?.(svg);
  return {
    "text/plain": summary,
    ...(png === undefined ? { "image/svg+xml": svg } : { "image/png": png }),
    "application/vnd.plotly.v1+json": { data: data.map(packTrace), layout, config },
  };
}

/** Where a trace has its numbers. */
const numbers = ["x", "y", "z"] as const;

function packTrace(trace: Record<string, unknown>): Record<string, unknown> {
  const packed = numbers.flatMap((key) => (key in trace ? [[key, pack(trace[key])]] : []));
  return { ...trace, ...Object.fromEntries(packed) };
}
