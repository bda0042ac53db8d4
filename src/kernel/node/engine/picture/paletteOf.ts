type Colour = readonly [red: number, green: number, blue: number];

/** Up to 256 colours, and which of them each pixel has. */
export interface Palette {
  colours: Colour[];
  indices: Uint8Array;
}

/** Levels of a channel: with 64, neighbouring shades cannot be told apart. */
const levels = 63;

const most = 256;

/** The share of the pixels that must have one of the colours; the others, at the edges of shapes, get the nearest. */
const enough = 0.97;

/** The most frequent colours of a picture; null if there are many more, as in a photograph. */
export function paletteOf(pixels: Uint8Array): Palette | null {
  const keys = Uint32Array.from({ length: pixels.length / 4 }, (_, p) => keyOf(pixels, 4 * p));
  const counts = new Map<number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const frequent = [...counts].sort(([, a], [, b]) => b - a).slice(0, most);
  if (frequent.reduce((total, [, count]) => total + count, 0) < enough * keys.length) return null;
  const colours = frequent.map(([key]) => colourOf(key));
  const indexOf = new Map([...counts.keys()].map((key) => [key, nearest(colourOf(key), colours)]));
  return { colours, indices: Uint8Array.from(keys, (key) => indexOf.get(key) ?? 0) };
}

function keyOf(pixels: Uint8Array, at: number): number {
  const level = (channel: number) => Math.round((pixels[at + channel] / 255) * levels);
  return level(0) * 4096 + level(1) * 64 + level(2);
}

function colourOf(key: number): Colour {
  const shade = (level: number) => Math.round((level / levels) * 255);
  return [shade(key >> 12), shade((key >> 6) & 63), shade(key & 63)];
}

function nearest([r, g, b]: Colour, colours: readonly Colour[]): number {
  let [found, least] = [0, Number.POSITIVE_INFINITY];
  for (const [i, [red, green, blue]] of colours.entries()) {
    const distance = (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2;
    if (distance < least) [found, least] = [i, distance];
  }
  return found;
}
