import type { Range } from "./Axis";
import { histogramBars } from "./histogramBars";
import type { Trace } from "./Trace";

/** The values that a trace needs on its axes: of points a little more, so that none is cut off. */
export function extentOf(trace: Trace, axis: "x" | "y", isLogarithmic: boolean): Range {
  if (trace.type === "scatter") {
    const values = (trace[axis] ?? []).map((value) => (isLogarithmic ? Math.log10(value) : value));
    const [low, high] = rangeOf(values);
    const margin = axis === "x" && trace.mode === "lines" ? 0 : (high - low || 1) * 0.06;
    return [low - margin, high + margin];
  }
  if (trace.type === "histogram") {
    const { start, width, counts } = histogramBars(trace.x ?? [], trace.nbinsx);
    return axis === "x" ? [start, start + width * counts.length] : [0, 1.05 * Math.max(...counts, 1)];
  }
  if (trace.type === "bar") {
    const [low, high] = rangeOf(axis === "x" ? (trace.x ?? []) : (trace.bars ?? []).flatMap(({ y }) => y));
    if (axis === "x") return [low - 0.5, high + 0.5];
    // Bars stand on 0, without a gap.
    const margin = 0.05 * (high - low || 1);
    return [low < 0 ? low - margin : low, high > 0 ? high + margin : high];
  }
  const rows = trace.z ?? [];
  const centres = trace[axis] ?? [...Array(axis === "x" ? (rows[0]?.length ?? 0) : rows.length).keys()];
  const [low, high] = rangeOf(centres);
  const step = centres.length < 2 ? 1 : (high - low) / (centres.length - 1);
  // A cell reaches around its centre, a contour from the first point to the last.
  const half = trace.type === "contour" ? 0 : step / 2;
  return [low - half, high + half];
}

/** The least and the greatest; infinite if there is none. */
export function rangeOf(values: readonly number[]): Range {
  const finite = values.filter(Number.isFinite);
  return [
    finite.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    finite.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
  ];
}
