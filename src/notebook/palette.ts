/**
 * The colours of every figure, in one place. Lines and labels take them in this order. Readers with any of the common
 * kinds of colour blindness can tell all of them apart, and each stands out on a white page and on a dark one.
 */
export const palette = ["#1f77b4", "#e8590c", "#8a1fe0", "#c0a080", "#2db1d2", "#6b7280", "#803020"];

/** From negative, over zero, to positive. */
export const diverging = [
  [0, "#2166ac"],
  [0.5, "#f7f7f7"],
  [1, "#b2182b"],
] as const;

/** From surely label 0 to surely label 1: the labels' own colours, thin enough for the points to stand out. */
export const surface = [
  [0, translucent(palette[0])],
  [0.5, "rgba(248, 249, 250, 0.45)"],
  [1, translucent(palette[1])],
] as const;

/** The same for more than two labels: a flat colour for each, from the label 0 to the last. */
export function flatSurface(labels: number): [place: number, colour: string][] {
  const place = (label: number) => Math.min(Math.max(label / (labels - 1), 0), 1);
  return Array.from({ length: labels }, (_, label) => translucent(palette[label % palette.length])).flatMap(
    (colour, label): [number, string][] => [
      [place(label - 0.5), colour],
      [place(label + 0.5), colour],
    ],
  );
}

function translucent(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `rgba(${red}, ${green}, ${blue}, 0.45)`;
}
