import { readFileSync } from "node:fs";
import { join } from "node:path";
import { words } from "../../../src/words/words";
import { root } from "../../course/folderOf";
import { packagesFolder } from "../../places/packagesFolder";
import { scriptData } from "./html";
import type { Rate, Statistics } from "./statistics";

const plotlyFile = join(packagesFolder(root), "plotly.js-dist-min/plotly.min.js");

/** The scripts of the class page: plotly.js itself, once, and a small one that draws the charts. */
export function chartScripts(statistics: Statistics, maxScore: number): string[] {
  const plotly = readFileSync(plotlyFile, "utf8");
  const charts = {
    scores: histogram(statistics.scores, maxScore),
    functions: bars(statistics.functions),
    checks: bars(statistics.checks),
    words: words.report.charts,
  };
  // A closing tag inside the library would end the element early.
  return [plotly.replaceAll("</script", "<\\/script"), `const charts = ${scriptData(charts)};\n${drawing}`];
}

/** Ten equal ranges of points; the last one includes the maximum score. */
function histogram(scores: readonly number[], maxScore: number): { ranges: string[]; counts: number[] } {
  const edges = Array.from({ length: 11 }, (_, i) => Math.round(maxScore * 10 * i) / 100);
  const binOf = (score: number): number => Math.min(9, Math.floor((10 * score) / (maxScore || 1)));
  return {
    ranges: edges.slice(0, 10).map((from, i) => `${from}–${edges[i + 1]}`),
    counts: edges.slice(0, 10).map((_, i) => scores.filter((score) => binOf(score) === i).length),
  };
}

function bars(rates: readonly Rate[]): { names: string[]; percent: number[]; counts: string[] } {
  return {
    names: rates.map(({ name }) => name),
    percent: rates.map(({ passed, total }) => (100 * passed) / total),
    counts: rates.map(({ passed, total }) => words.report.share(passed, total)),
  };
}

/** Runs in the browser. Redraws when the reader switches between light and dark. */
const drawing = `
function draw() {
  const css = getComputedStyle(document.documentElement);
  const color = (name) => css.getPropertyValue("--" + name).trim();
  const axis = { gridcolor: color("line"), zerolinecolor: color("line"), fixedrange: true };
  const base = {
    paper_bgcolor: "transparent", plot_bgcolor: "transparent", bargap: 0.08, showlegend: false,
    font: { color: color("text"), family: "system-ui, sans-serif", size: 13 },
  };
  const config = { displayModeBar: false, responsive: true };
  const { ranges, counts } = charts.scores;
  const histogram = {
    type: "bar", x: ranges, y: counts, marker: { color: color("accent") },
    hovertemplate: "%{x} " + charts.words.points + ": %{y}<extra></extra>",
  };
  Plotly.react("scores", [histogram], {
    ...base, height: 300, margin: { l: 44, r: 28, t: 8, b: 60 },
    xaxis: { ...axis, title: { text: charts.words.points }, type: "category" },
    yaxis: { ...axis, title: { text: charts.words.submissions }, tickformat: "d", ...(Math.max(...counts) < 6 ? { dtick: 1 } : {}) },
  }, config);
  for (const id of ["functions", "checks"]) {
    const { names, percent, counts } = charts[id];
    const colors = percent.map((p) => color(p >= 80 ? "good" : p >= 50 ? "part" : "bad"));
    const trace = {
      type: "bar", orientation: "h", y: names, x: percent, text: counts, textposition: "auto", cliponaxis: false,
      marker: { color: colors }, hovertemplate: "%{y}: %{x:.0f} % (%{text})<extra></extra>",
    };
    Plotly.react(id, [trace], {
      ...base, height: Math.max(300, 60 + 26 * names.length), margin: { l: 12, r: 24, t: 8, b: 44 },
      xaxis: { ...axis, range: [0, 100], ticksuffix: " %" },
      yaxis: { automargin: true, autorange: "reversed", fixedrange: true, ticksuffix: "  " },
    }, config);
  }
}
draw();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
`;
