import { colourRange, colourScale } from "./colours";
import { element } from "./elements";
import { extentOf } from "./extentOf";
import type { Panel } from "./Panel";
import { pngUri } from "./pngUri";
import type { Trace } from "./Trace";

/** A matrix as coloured cells, or a picture's pixels. */
export function drawCells(trace: Trace, { x, y }: Panel): string {
  const rows = trace.z ?? [];
  const [height, width] = [rows.length, rows[0]?.length ?? 0];
  if (height === 0 || width === 0) return "";
  const [left, right] = extentOf(trace, "x", false).map((value) => x.place(value));
  const [first, last] = extentOf(trace, "y", false).map((value) => y.place(value));
  // The picture's first row is on top; the matrix's, where the axis has it.
  const ordered = first > last ? rows.toReversed() : rows;
  return element("image", {
    href: pngUri(pixelsOf(trace, ordered), width, height),
    x: left,
    y: Math.min(first, last),
    width: right - left,
    height: Math.abs(last - first),
    preserveAspectRatio: "none",
    "image-rendering": "optimizeSpeed",
  });
}

function pixelsOf(trace: Trace, rows: NonNullable<Trace["z"]>): Uint8Array {
  if (trace.type === "image") {
    return new Uint8Array((rows as number[][][]).flatMap((row) => row.flatMap((pixel) => [...pixel, 255])));
  }
  const values = (rows as number[][]).flat();
  const [low, high] = colourRange(trace, values);
  const colour = colourScale(trace.colorscale);
  const pixels = new Uint8Array(4 * values.length);
  for (const [i, value] of values.entries()) {
    // What is no number stays transparent.
    if (!Number.isFinite(value)) continue;
    const [r, g, b, alpha] = colour(Math.min(Math.max((value - low) / (high - low || 1), 0), 1));
    pixels.set([r, g, b, 255 * alpha], 4 * i);
  }
  return pixels;
}
