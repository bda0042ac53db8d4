import type { NDArray } from "../core/NDArray";
import { words } from "../words/words";
import { decisionBoundaryFigure } from "./decisionBoundaryFigure";
import { type Figure, layoutOf } from "./figure";
import type { Numbers } from "./numbers";

/** One of several models that are compared on the same examples. */
export interface Panel {
  title: string;
  /** Takes points of shape (2, k) and gives (1, k), labels or probabilities. */
  predict: (X: NDArray) => NDArray;
}

export interface PanelOptions {
  title?: string;
  /** What there is to see, for those who cannot see it. Without it, the panels' titles are named. */
  alt?: string;
  /** Panels per row; 3 by default. */
  columns?: number;
  /** Height of a panel in pixels. */
  size?: number;
}

/** Decision boundaries in a grid, all over the same part of the plane. */
export function decisionBoundariesFigure(
  panels: readonly Panel[],
  X: NDArray,
  Y: Numbers,
  { title, alt, columns = 3, size = 230 }: PanelOptions,
): Figure {
  const rows = Math.ceil(panels.length / columns);
  const head = title ? 50 : 10;
  const layout: Record<string, unknown> = {
    ...layoutOf({ height: rows * size + head, title }),
    margin: { l: 10, r: 10, t: head, b: 5 },
    showlegend: false,
  };
  const annotations: unknown[] = [];
  const data = panels.flatMap((panel, i) => {
    const suffix = i === 0 ? "" : String(i + 1);
    const place = placeOf(i, rows, columns, 26 / size);
    layout[`xaxis${suffix}`] = { visible: false, domain: place.x, anchor: `y${suffix}` };
    layout[`yaxis${suffix}`] = { visible: false, domain: place.y, anchor: `x${suffix}` };
    annotations.push(captionOf(panel.title, place));
    const { data } = decisionBoundaryFigure(panel.predict, X, Y, {}, 80);
    return data.map((trace) => ({ ...trace, ...smaller(trace), xaxis: `x${suffix}`, yaxis: `y${suffix}` }));
  });
  const titles = panels.map((panel) => panel.title);
  return {
    data,
    layout: { ...layout, annotations },
    summary: alt ?? words.figures.boundaries(title, X.shape[1], titles),
  };
}

/** Where the panel lies, in fractions of the figure; `head` is the fraction of a row that its caption takes. */
function placeOf(i: number, rows: number, columns: number, head: number) {
  const [row, column] = [Math.floor(i / columns), i % columns];
  return {
    x: [(column + 0.02) / columns, (column + 0.98) / columns],
    y: [1 - (row + 0.98) / rows, 1 - (row + head) / rows],
  };
}

function captionOf(text: string, { x, y }: ReturnType<typeof placeOf>) {
  const anchors = { xref: "paper", yref: "paper", xanchor: "center", yanchor: "bottom" };
  return { ...anchors, x: (x[0] + x[1]) / 2, y: y[1], text, showarrow: false };
}

/** Smaller points, so that the boundary of a small panel stays visible. */
function smaller({ marker }: Record<string, unknown>) {
  return marker ? { marker: { ...(marker as object), size: 3, line: { width: 0 } } } : {};
}
