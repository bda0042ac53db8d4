import { words } from "../words/words";
import type { MimeBundle } from "./display";

/** A plotly figure: traces, layout and settings, as plotly.js takes them. */
export interface Figure {
  data: readonly Record<string, unknown>[];
  layout: Record<string, unknown>;
  /** One line for those who cannot see it. */
  summary: string;
}

export interface FigureOptions {
  title?: string;
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
    margin: { l: 50, r: 20, t: title ? 50 : 20, b: 45 },
    paper_bgcolor: "rgba(0, 0, 0, 0)",
    plot_bgcolor: "rgba(0, 0, 0, 0)",
    xaxis: { ...axis, ...(xLabel ? { title: { text: xLabel } } : {}) },
    yaxis: { ...axis, ...(yLabel ? { title: { text: yLabel } } : {}) },
  };
}

/** The figure for front ends that know plotly, as a page that draws itself, and as a line of text. */
export function bundleOf({ data, layout, summary }: Figure): MimeBundle {
  return {
    "text/plain": summary,
    "text/html": htmlOf(data, layout, summary),
    "application/vnd.plotly.v1+json": { data, layout, config },
  };
}

let figures = 0;

function htmlOf(data: Figure["data"], layout: Figure["layout"], summary: string): string {
  const id = `nablab-figure-${++figures}-${Math.random().toString(36).slice(2)}`;
  // A `<` could end the script element.
  const json = (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c");
  return (
    `<div id="${id}" style="height:${Number(layout.height)}px;max-width:900px"></div>` +
    `<script>(${draw})(${json(id)}, ${json(data)}, ${json(layout)}, ${json(config)}, ${json(`${summary} ${words.figures.notDrawn}`)})</script>`
  );
}

/**
 * Runs in the page: plain JavaScript in one piece, because only its text gets there. Loads plotly.js from the Jupyter
 * server, once per page, and draws in the theme's text colour.
 */
const draw = `function (id, data, layout, config, instead) {
  const element = document.getElementById(id);
  const settings = document.getElementById("jupyter-config-data");
  const base = settings ? JSON.parse(settings.textContent).baseUrl : document.body.dataset.baseUrl;
  window.nablabPlotly ??= window.Plotly ? Promise.resolve(window.Plotly) : new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = (base || "/") + "static/plotly.min.js";
    script.onload = () => resolve(window.Plotly);
    script.onerror = reject;
    document.head.append(script);
  });
  window.nablabPlotly.then((Plotly) => {
    const color = getComputedStyle(element).color;
    return Plotly.newPlot(element, data, { ...layout, font: { color } }, config);
  }).catch(() => {
    window.nablabPlotly = undefined;
    element.style.height = "auto";
    element.textContent = instead;
  });
}`;
