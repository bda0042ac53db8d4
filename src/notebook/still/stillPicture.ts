import type { Figure } from "../figure";
import { palette } from "../palette";
import { drawGrid, drawLabels, roomUnder } from "./drawAxes";
import { drawColourBar, drawLegend, keyedTrace, legendOf, widthOf } from "./drawKeys";
import { drawTrace } from "./drawTrace";
import { element, text } from "./elements";
import { type Panel, panelsOf, type Space } from "./Panel";
import { placeBars } from "./placeBars";
import type { Layout, Trace } from "./Trace";

/** Plotly's width where nothing says how wide the page is. */
const usualWidth = 700;

/** A figure of `plot`, as an SVG picture for the places where plotly.js does not run; its summary is read aloud. */
export function stillPicture({ data, layout: given, summary }: Figure): string {
  const layout = given as unknown as Layout;
  const traces = placeBars(data as unknown as Trace[], layout);
  const [width, height] = [layout.width ?? usualWidth, layout.height];
  const space = spaceFor(traces, layout, width, height);
  const panels = panelsOf(traces, layout, space);
  const parts = [
    element("rect", { width, height, fill: "#fff" }),
    ...panels.map((panel) => drawGrid(panel)),
    ...panels.flatMap((panel) => panel.traces.map((trace) => drawTrace(trace, panel, colourOf(traces, trace)))),
    ...panels.map((panel) => drawLabels(panel, space)),
    drawLegend(traces, layout, space),
    drawColourBar(traces, space),
    ...titles(layout, width, space),
  ];
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const font = { "font-family": "DejaVu Sans, Verdana, sans-serif", "font-size": 12, fill: "#333" };
  const spoken = { role: "img", "aria-label": summary };
  return element("svg", { xmlns: "http://www.w3.org/2000/svg", ...size, ...font, ...spoken }, parts.join(""));
}

function colourOf(traces: readonly Trace[], trace: Trace): string {
  return palette[traces.indexOf(trace) % palette.length];
}

/** Where the panels are: numbers, names and keys need room beside them. */
function spaceFor(traces: readonly Trace[], layout: Layout, width: number, height: number): Space {
  const { l, r, t, b } = layout.margin;
  const space = { left: l, right: width - r, top: t, bottom: height - b };
  const names = legendOf(traces, layout).map(({ name }) => widthOf(name));
  if (names.length > 0) space.right -= Math.max(...names) + 40;
  if (keyedTrace(traces)) space.right -= 60;
  const shown = panelsOf(traces, layout, space).filter(({ y }) => y.layout.visible !== false);
  space.left = Math.max(l, ...shown.map(roomForNumbers));
  space.bottom -= Math.max(0, ...shown.map(({ x }) => roomUnder(x)));
  return space;
}

function roomForNumbers({ y }: Panel): number {
  return Math.max(0, ...y.ticks.map(({ label }) => widthOf(label))) + 12 + (y.layout.title ? 22 : 0);
}

function titles({ title, annotations = [] }: Layout, width: number, { left, right, top, bottom }: Space): string[] {
  const heading = title ? [text(title.text, { x: 0.05 * width, y: 28, "font-size": 17 })] : [];
  const captions = annotations.map((note) => {
    const [x, y] = [left + note.x * (right - left), bottom - note.y * (bottom - top) - 4];
    return text(note.text, { x, y, "text-anchor": "middle" });
  });
  return [...heading, ...captions];
}
