import type { Layout, Trace } from "./Trace";

/** A bar on the axes: from where to where, along x and along y. */
export interface Bar {
  x: readonly [left: number, right: number];
  y: readonly [foot: number, end: number];
}

/** The traces, those of bars with a place for each: side by side, or those of one label on top of each other. */
export function placeBars(traces: readonly Trace[], { barmode, bargap = 0.2 }: Layout): Trace[] {
  const barTraces = traces.filter(({ type }) => type === "bar");
  const stacks = new Map<string, number>();
  return traces.map((trace) => {
    if (trace.type !== "bar") return trace;
    const { x = [], y = [] } = trace;
    const bars = y.flatMap((value, i): Bar[] => {
      if (!Number.isFinite(value)) return [];
      if (barmode === "relative") return [{ x: slotOf(x[i], bargap, 0, 1), y: onTop(stacks, x[i], value) }];
      return [{ x: slotOf(x[i], bargap, barTraces.indexOf(trace), barTraces.length), y: [0, value] }];
    });
    return { ...trace, bars };
  });
}

/** The part of a label's space that the `index`-th of `count` bars takes. */
function slotOf(place: number, gap: number, index: number, count: number): [number, number] {
  const width = (1 - gap) / count;
  const left = place - (1 - gap) / 2 + index * width;
  return [left, left + width];
}

/** Values above 0 go up from the highest so far, values below 0 down from the lowest. */
function onTop(stacks: Map<string, number>, place: number, value: number): [number, number] {
  const side = `${place} ${value < 0 ? "down" : "up"}`;
  const foot = stacks.get(side) ?? 0;
  stacks.set(side, foot + value);
  return [foot, foot + value];
}
