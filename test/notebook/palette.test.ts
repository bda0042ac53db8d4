import { expect, test } from "vitest";
import { palette } from "../../src/notebook/palette";

type Triple = readonly [number, number, number];

/**
 * How people see linear red, green and blue whose long-, middle- or short-wave cones are missing: G. Machado, M. Oliveira
 * and L. Fernandes, "A physiologically-based model for simulation of color vision deficiency" (2009), severity 1.
 */
const views: Record<string, readonly [Triple, Triple, Triple]> = {
  "full colour vision": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const each = (triple: Triple, change: (value: number) => number): Triple => [
  change(triple[0]),
  change(triple[1]),
  change(triple[2]),
];

/** sRGB, as in IEC 61966-2-1. */
function linear(colour: string): Triple {
  const bytes = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255) as unknown as Triple;
  return each(bytes, (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
}

/** CIE L*a*b*, white D65. */
function lab(rgb: Triple): Triple {
  const [x, y, z] = [
    dot([0.4124564, 0.3575761, 0.1804375], rgb) / 0.95047,
    dot([0.2126729, 0.7151522, 0.072175], rgb),
    dot([0.0193339, 0.119192, 0.9503041], rgb) / 1.08883,
  ].map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function seen(colour: string, view: string): Triple {
  const [red, green, blue] = views[view];
  const rgb = linear(colour);
  return lab(each([dot(red, rgb), dot(green, rgb), dot(blue, rgb)], (value) => Math.min(Math.max(value, 0), 1)));
}

/** Pairs of colours, with how far apart they are seen: a difference of 2 can just be noticed. */
function distances(colours: readonly string[], view: string): number[] {
  return colours.flatMap((one, i) =>
    colours.slice(0, i).map((other) => {
      const [a, b] = [seen(one, view), seen(other, view)];
      return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    }),
  );
}

/** As in WCAG 2. */
function contrast(one: string, other: string): number {
  const [dark, light] = [one, other]
    .map((colour) => dot([0.2126, 0.7152, 0.0722], linear(colour)))
    .sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test.each(Object.keys(views))("with %s, all colours look different, the first four very much so", (view) => {
  expect(Math.min(...distances(palette, view))).toBeGreaterThan(20);
  expect(Math.min(...distances(palette.slice(0, 4), view))).toBeGreaterThan(30);
});

test("that distance tells good palettes from bad ones: blue and purple of one lightness", () => {
  expect(Math.min(...distances(["#1f77b4", "#9c36b5"], "deuteranopia"))).toBeLessThan(5);
});

test.each(["#ffffff", "#111111"])("every colour stands out on a page of %s", (page) => {
  expect(Math.min(...palette.map((colour) => contrast(colour, page)))).toBeGreaterThan(2);
  expect(Math.min(...palette.slice(0, 3).map((colour) => contrast(colour, page)))).toBeGreaterThan(2.9);
});
