import { contourLines } from "./contourLines";
import { drawCells } from "./drawCells";
import { element, pathThrough, rounded } from "./elements";
import { histogramBars } from "./histogramBars";
import type { Panel } from "./Panel";
import type { Trace } from "./Trace";

type Draw = (trace: Trace, panel: Panel, colour: string) => string;

const drawings: Record<Trace["type"], Draw> = {
  scatter: (trace, panel, colour) =>
    trace.mode === "markers" ? drawPoints(trace, panel, colour) : drawLine(trace, panel, colour),
  heatmap: drawCells,
  image: drawCells,
  contour: (trace, panel) => drawCells(trace, panel) + drawContour(trace, panel),
  histogram: drawHistogram,
  bar: drawBars,
};

/** A trace as SVG, on the axes of its panel. */
export function drawTrace(trace: Trace, panel: Panel, colour: string): string {
  return drawings[trace.type](trace, panel, colour);
}

function drawLine({ x = [], y = [], line }: Trace, panel: Panel, colour: string): string {
  const pieces: [number, number][][] = [[]];
  for (const [i, value] of y.entries()) {
    const point: [number, number] = [panel.x.at(x[i]), panel.y.at(value)];
    // A value that cannot be drawn leaves a gap.
    if (point.every(Number.isFinite)) pieces.at(-1)?.push(point);
    else pieces.push([]);
  }
  const d = pieces.map((piece) => pathThrough(withoutCrowds(piece))).join("");
  return element("path", {
    d,
    fill: "none",
    stroke: line?.color ?? colour,
    "stroke-width": 2,
    "stroke-linejoin": "round",
  });
}

/** Where many points share a column of pixels, the first, the lowest, the highest and the last look the same as all. */
function withoutCrowds(points: readonly [number, number][]): [number, number][] {
  const columns: [number, number][][] = [];
  for (const point of points) {
    const column = columns.at(-1);
    if (column && Math.round(column[0][0]) === Math.round(point[0])) column.push(point);
    else columns.push([point]);
  }
  return columns.flatMap((column) => {
    if (column.length <= 4) return column;
    const ordered = column.toSorted((a, b) => a[1] - b[1]);
    return [column[0], ordered[0], ordered[ordered.length - 1], column[column.length - 1]];
  });
}

function drawPoints({ x = [], y = [], marker }: Trace, panel: Panel, colour: string): string {
  const r = (marker?.size ?? 6) / 2;
  const points = y.map((value, i) => [panel.x.at(x[i]), panel.y.at(value)]);
  const circles = points
    .filter((point) => point.every(Number.isFinite))
    .map(([cx, cy]) => `<circle cx="${rounded(cx)}" cy="${rounded(cy)}" r="${r}"/>`);
  const { width = 0, color } = marker?.line ?? {};
  return element("g", { fill: marker?.color ?? colour, stroke: color, "stroke-width": width }, circles.join(""));
}

function drawContour({ x = [], y = [], z = [], contours, line }: Trace, panel: Panel): string {
  const at = (values: number[], index: number) => {
    const below = Math.min(Math.floor(index), values.length - 2);
    return values[below] + (index - below) * (values[below + 1] - values[below]);
  };
  const { start, end, size } = contours ?? { start: 0.5, end: 0.5, size: 1 };
  const levels = Array.from({ length: 1 + Math.round((end - start) / size) }, (_, k) => start + k * size);
  const pieces = levels.flatMap((level) => contourLines(z as number[][], level));
  const d = pieces
    .map((piece) => pathThrough(piece.map(([j, i]) => [panel.x.at(at(x, j)), panel.y.at(at(y, i))])))
    .join("");
  return element("path", { d, fill: "none", stroke: line?.color, "stroke-width": line?.width });
}

function drawHistogram({ x = [], nbinsx }: Trace, panel: Panel, colour: string): string {
  const { start, width, counts } = histogramBars(x, nbinsx);
  const bars = counts.map((count, i) => {
    const [left, right] = [start + i * width, start + (i + 1) * width].map((value) => panel.x.at(value));
    const [top, foot] = [panel.y.at(count), panel.y.at(0)];
    const gap = 0.015 * (right - left);
    return element("rect", { x: left + gap, y: top, width: right - left - 2 * gap, height: foot - top });
  });
  return element("g", { fill: colour }, bars.join(""));
}

function drawBars({ bars = [] }: Trace, panel: Panel, colour: string): string {
  const shapes = bars.map(({ x, y }) => {
    const [left, right] = x.map((value) => panel.x.at(value));
    const [top, bottom] = y.map((value) => panel.y.at(value)).sort((a, b) => a - b);
    return element("rect", { x: left, y: top, width: right - left, height: bottom - top });
  });
  return element("g", { fill: colour }, shapes.join(""));
}
