import { NDArray } from "../core/NDArray";
import { words } from "../words/words";
import { type Figure, layoutOf } from "./figure";
import { toRows } from "./numbers";

export interface ImageOptions {
  title?: string;
  /** What there is to see, for those who cannot see it. Without it, a description is made from the captions. */
  alt?: string;
  /** One above each image. */
  captions?: readonly (string | number)[];
  /** Images per row; 5 by default. */
  columns?: number;
  /** Height of an image in pixels. */
  size?: number;
}

/** @throws RangeError for an array that is not an image, naming its shape */
export function imageFigure(given: NDArray | readonly NDArray[], options: ImageOptions): Figure {
  const images = given instanceof NDArray ? [given] : given;
  const columns = Math.min(options.columns ?? 5, Math.max(images.length, 1));
  const rows = Math.ceil(images.length / columns);
  const size = options.size ?? (images.length === 1 ? 240 : 110);
  const base = layoutOf({ title: options.title, height: rows * (size + 30) + (options.title ? 50 : 20) });
  const layout: Record<string, unknown> = {
    ...base,
    width: columns * (size + 12) + 40,
    margin: { l: 20, r: 20, t: options.title ? 50 : 20, b: 0 },
  };
  const annotations: unknown[] = [];
  const data = images.map((image, i) => {
    const suffix = i === 0 ? "" : String(i + 1);
    const [row, column] = [Math.floor(i / columns), i % columns];
    const x = [(column + 0.04) / columns, (column + 0.96) / columns];
    const y = [1 - (row + 1) / rows, 1 - (row + 0.2) / rows];
    const hidden = { visible: false, fixedrange: true };
    layout[`xaxis${suffix}`] = { ...hidden, domain: x, constrain: "domain" };
    layout[`yaxis${suffix}`] = {
      ...hidden,
      domain: y,
      autorange: "reversed",
      scaleanchor: `x${suffix}`,
      constrain: "domain",
    };
    const text = options.captions?.[i];
    if (text !== undefined) {
      const place = {
        x: (x[0] + x[1]) / 2,
        y: y[1],
        xref: "paper",
        yref: "paper",
        xanchor: "center",
        yanchor: "bottom",
      };
      annotations.push({ ...place, text: String(text), showarrow: false });
    }
    return { ...traceOf(image), xaxis: `x${suffix}`, yaxis: `y${suffix}` };
  });
  const summary = options.alt ?? words.figures.images(options.title, images.length, options.captions);
  return { data, layout: { ...layout, annotations }, summary };
}

function traceOf(image: NDArray): Record<string, unknown> {
  const shape = image.shape;
  if (image.ndim === 2) {
    const z = toRows(image).map((row) => row.map((value) => Number(value.toPrecision(3))));
    return { type: "heatmap", z, colorscale: "Greys", zmin: 0, zmax: 1, showscale: false };
  }
  if (image.ndim !== 3 || shape[2] !== 3) throw new RangeError(words.figures.notAnImage(shape));
  const data = image.toTypedArray();
  const pixel = (i: number, j: number) => [0, 1, 2].map((c) => Math.round(255 * data[(i * shape[1] + j) * 3 + c]));
  const z = Array.from({ length: shape[0] }, (_, i) => Array.from({ length: shape[1] }, (_, j) => pixel(i, j)));
  return { type: "image", z };
}
