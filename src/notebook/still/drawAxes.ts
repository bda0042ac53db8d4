import type { Axis } from "./Axis";
import { widthOf } from "./drawKeys";
import { element, text } from "./elements";
import type { Panel, Space } from "./Panel";

const faint = "#ddd";

/** The grid of a panel, under its traces. */
export function drawGrid({ x, y }: Panel): string {
  const vertical = isShown(x)
    ? x.ticks.map(({ at }) => lineAt(x.place(at), y.pixels[0], x.place(at), y.pixels[1]))
    : [];
  const horizontal = isShown(y)
    ? y.ticks.map(({ at }) => lineAt(x.pixels[0], y.place(at), x.pixels[1], y.place(at)))
    : [];
  return element("g", { stroke: faint }, [...vertical, ...horizontal].join(""));
}

function isShown({ layout }: Panel["x"]): boolean {
  return layout.visible !== false && layout.showgrid !== false;
}

function lineAt(x1: number, y1: number, x2: number, y2: number): string {
  return element("line", { x1, y1, x2, y2 });
}

/** The numbers beside a panel, and what its axes are called. */
export function drawLabels({ x, y }: Panel, space: Space): string {
  const parts: string[] = [];
  const foot = Math.max(...y.pixels);
  const [left, right] = x.pixels;
  if (x.layout.visible !== false) {
    for (const { at, label } of x.ticks) parts.push(labelUnder(x, at, label, foot));
    const middle = (left + right) / 2;
    const title = x.layout.title?.text;
    const y = foot + 36 + roomUnder(x);
    if (title) parts.push(text(title, { x: middle, y, "text-anchor": "middle", "font-size": 14 }));
  }
  if (y.layout.visible !== false) {
    for (const { at, label } of y.ticks) {
      parts.push(text(label, { x: left - 6, y: y.place(at) + 4, "text-anchor": "end" }));
    }
    const middle = (y.pixels[0] + y.pixels[1]) / 2;
    const place = `translate(${Math.round(left - space.left + 16)} ${Math.round(middle)}) rotate(-90)`;
    const title = y.layout.title?.text;
    if (title) parts.push(text(title, { transform: place, "text-anchor": "middle", "font-size": 14 }));
  }
  return parts.join("");
}

/** What is written under an axis; names that would run into each other go down to the right. */
function labelUnder(x: Axis, at: number, label: string, foot: number): string {
  if (!isCrowded(x)) return text(label, { x: x.place(at), y: foot + 16, "text-anchor": "middle" });
  return text(label, {
    transform: `translate(${Math.round(x.place(at)) - 6} ${Math.round(foot) + 14}) rotate(${slope})`,
  });
}

/** In degrees. */
const slope = 25;

/** The height, in pixels, that names under an axis take where they go down. */
export function roomUnder(x: Axis): number {
  const longest = Math.max(0, ...x.ticks.map(({ label }) => widthOf(label)));
  return isCrowded(x) ? longest * Math.sin((slope * Math.PI) / 180) : 0;
}

function isCrowded({ layout, ticks, scale }: Axis): boolean {
  return layout.ticktext !== undefined && ticks.some(({ label }) => widthOf(label) + 6 > scale);
}
