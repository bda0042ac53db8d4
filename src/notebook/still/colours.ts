import type { Colorscale, Trace } from "./Trace";

export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

const viridis = "#440154 #482878 #3e4989 #31688e #26828e #1f9e89 #35b779 #6ece58 #b5de2b #fde725".split(" ");

const named: Record<string, readonly (readonly [number, string])[]> = {
  Greys: [
    [0, "#000000"],
    [1, "#ffffff"],
  ],
  Viridis: viridis.map((colour, i) => [i / (viridis.length - 1), colour]),
};

/** The colour of a value from 0 to 1. */
export function colourScale(scale: Colorscale = "Viridis"): (share: number) => Rgba {
  const stops = (typeof scale === "string" ? named[scale] : scale).map(([at, colour]) => [at, parse(colour)] as const);
  return (share) => {
    const next = stops.findIndex(([at]) => at >= share);
    if (next <= 0) return stops[next === 0 ? 0 : stops.length - 1][1];
    const [[low, below], [high, above]] = [stops[next - 1], stops[next]];
    const part = (share - low) / (high - low);
    return below.map((from, i) => from + part * (above[i] - from)) as unknown as Rgba;
  };
}

/** The values that have the first and the last colour. */
export function colourRange({ zmin, zmax, zmid }: Trace, values: readonly number[]): [number, number] {
  const finite = values.filter(Number.isFinite);
  const low = zmin ?? finite.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = zmax ?? finite.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (zmid === undefined) return [low, high];
  const reach = Math.max(high - zmid, zmid - low);
  return [zmid - reach, zmid + reach];
}

/** `#abc`, `#aabbcc` or `rgba(1, 2, 3, 0.4)`. */
function parse(colour: string): Rgba {
  const numbers = /^rgba?\((.*)\)$/.exec(colour)?.[1].split(",").map(Number);
  if (numbers) return [numbers[0], numbers[1], numbers[2], numbers[3] ?? 1];
  const digits = colour.length === 4 ? colour.replace(/[^#]/g, "$&$&") : colour;
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
  return [r, g, b, 1];
}
