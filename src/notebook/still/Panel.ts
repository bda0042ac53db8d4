import { Axis, type Range } from "./Axis";
import { extentOf } from "./extentOf";
import type { AxisLayout, Layout, Trace } from "./Trace";

/** The pixels that all panels share. */
export interface Space {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A pair of axes, and the traces on it. */
export interface Panel {
  x: Axis;
  y: Axis;
  traces: Trace[];
}

/** The panels of a figure, one for each pair of axes that its traces name. */
export function panelsOf(traces: readonly Trace[], layout: Layout, space: Space): Panel[] {
  const names = [...new Set(traces.map(({ xaxis = "x" }) => xaxis))];
  return names.map((name) => {
    const own = traces.filter(({ xaxis = "x" }) => xaxis === name);
    const place = (letter: "x" | "y", from: number, to: number): Axis => {
      const axis = (layout[`${letter}axis${name.slice(1)}`] ?? {}) as AxisLayout;
      const [low, high] = axis.domain ?? [0, 1];
      const pixels: Range = [from + low * (to - from), from + high * (to - from)];
      const extents = own.map((trace) => extentOf(trace, letter, axis.type === "log"));
      const range: Range = [Math.min(...extents.map(([least]) => least)), Math.max(...extents.map(([, most]) => most))];
      return new Axis(axis, range.every(Number.isFinite) ? range : [0, 1], pixels);
    };
    const [x, y] = [place("x", space.left, space.right), place("y", space.bottom, space.top)];
    if (y.layout.scaleanchor === undefined) return { x, y, traces: own };
    const scale = Math.min(x.scale, y.scale);
    return { x: x.shrunkTo(scale), y: y.shrunkTo(scale), traces: own };
  });
}
