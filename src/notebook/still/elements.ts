import { escapeHtml } from "../escapeHtml";

type Attributes = Record<string, string | number | undefined>;

/** An SVG element; coordinates are rounded to a tenth of a pixel. */
export function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${typeof value === "number" ? rounded(value) : escapeHtml(value)}"`,
  );
  return `<${name}${written.join("")}${content === "" ? "/>" : `>${content}</${name}>`}`;
}

/** A line of text. */
export function text(content: string, attributes: Attributes): string {
  return element("text", attributes, escapeHtml(content));
}

/** A path through points, for the attribute `d`. */
export function pathThrough(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${rounded(x)} ${rounded(y)}`).join("");
}

export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
