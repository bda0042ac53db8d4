import { palette } from "../palette";
import { colourRange, colourScale } from "./colours";
import { element, text } from "./elements";
import type { Space } from "./Panel";
import { pngUri } from "./pngUri";
import type { Layout, Trace } from "./Trace";
import { linearTicks } from "./ticks";

/** How wide text is, roughly, in pixels. */
export function widthOf(label: string): number {
  // Chinese letters are as wide as they are high.
  const wide = label.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/gu)?.length ?? 0;
  return 7.2 * [...label].length + 4.8 * wide;
}

/** The names in the legend, with the place of their trace; none for a single trace. */
export function legendOf(traces: readonly Trace[], { showlegend }: Layout): { name: string; index: number }[] {
  if (showlegend === false || traces.filter(({ showlegend }) => showlegend !== false).length < 2) return [];
  return traces.flatMap(({ name, showlegend, type, mode }, index) => {
    if (showlegend === false || type === "heatmap" || type === "image") return [];
    return name || mode ? [{ name: name ?? `trace ${index}`, index }] : [];
  });
}

/** The legend, beside the panels. */
export function drawLegend(traces: readonly Trace[], layout: Layout, { right, top }: Space): string {
  const entries = legendOf(traces, layout).map(({ name, index }, row) => {
    const trace = traces[index];
    const y = top + 14 + 20 * row;
    const colour = trace.marker?.color ?? palette[index % palette.length];
    return signOf(trace, colour, right + 28, y - 4) + text(name, { x: right + 48, y });
  });
  return entries.join("");
}

/** What a trace looks like, in small, around a place. */
function signOf({ type, mode }: Trace, colour: string, x: number, y: number): string {
  if (type === "bar") return element("rect", { x: x - 7, y: y - 6, width: 14, height: 12, fill: colour });
  if (mode === "markers") return element("circle", { cx: x, cy: y, r: 4, fill: colour });
  return element("line", { x1: x - 14, x2: x + 14, y1: y, y2: y, stroke: colour, "stroke-width": 2 });
}

/** The trace whose colours need a key. */
export function keyedTrace(traces: readonly Trace[]): Trace | undefined {
  return traces.find(({ type, showscale }) => type === "heatmap" && showscale !== false);
}

/** The key to a heatmap's colours, beside the panels. */
export function drawColourBar(traces: readonly Trace[], { right, top, bottom }: Space): string {
  const trace = keyedTrace(traces);
  if (!trace) return "";
  const [low, high] = colourRange(trace, (trace.z as number[][]).flat());
  const colour = colourScale(trace.colorscale);
  const steps = 64;
  const pixels = Array.from({ length: steps }, (_, i) => colour(1 - i / (steps - 1))).flatMap(([r, g, b]) => [
    r,
    g,
    b,
    255,
  ]);
  const [x, width] = [right + 16, 18];
  const uri = pngUri(new Uint8Array(pixels), 1, steps);
  const bar = element("image", { href: uri, x, y: top, width, height: bottom - top, preserveAspectRatio: "none" });
  const labels = linearTicks(low, high, (bottom - top) / 45).map(({ at, label }) => {
    const y = bottom - ((at - low) / (high - low)) * (bottom - top);
    return text(label, { x: x + width + 5, y: y + 4 });
  });
  return bar + labels.join("");
}
