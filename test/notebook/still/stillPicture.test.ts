import { describe, expect, test } from "vitest";
import { barFigure } from "../../../src/notebook/barFigure";
import { decisionBoundariesFigure } from "../../../src/notebook/decisionBoundariesFigure";
import { decisionBoundaryFigure } from "../../../src/notebook/decisionBoundaryFigure";
import type { Figure } from "../../../src/notebook/figure";
import { heatmapFigure } from "../../../src/notebook/heatmapFigure";
import { histogramFigure } from "../../../src/notebook/histogramFigure";
import { imageFigure } from "../../../src/notebook/imageFigure";
import { lineFigure } from "../../../src/notebook/lineFigure";
import { scatterFigure } from "../../../src/notebook/scatterFigure";
import { stillPicture } from "../../../src/notebook/still/stillPicture";
import { np } from "../../../src/np";

const X = np.array([
  [0, 1, 2, 3],
  [5, 6, 7, 8],
]);
const Y = np.array([[0, 1, 1, 0]]);

const draw = (figure: Figure) => stillPicture(figure);
const countOf = (svg: string, pattern: RegExp) => svg.match(pattern)?.length ?? 0;

/** The points of the line in a picture, in pixels. */
function pointsOf(svg: string): number[][] {
  const [, d] = /<path d="M([^"]+)" fill="none"/.exec(svg) ?? [];
  return d.split(/[ML]/).map((pair) => pair.split(" ").map(Number));
}

describe("a still picture", () => {
  test.each<[string, Figure]>([
    ["no line", lineFigure([], {})],
    ["one value", lineFigure([3], {})],
    ["equal values", lineFigure([3, 3, 3], {})],
    ["values that are no numbers", lineFigure([1, Number.NaN, Number.POSITIVE_INFINITY, 2], {})],
    ["logarithms of zero", lineFigure([1, 0, 2], { logY: true })],
    ["one point", scatterFigure(np.array([[1], [2]]), undefined, {})],
    ["one bar", histogramFigure([2, 2], {})],
    ["no values", histogramFigure([], {})],
    ["a bar of nothing", barFigure(["a", "b"], [0, Number.NaN], {})],
    ["no bars", barFigure([], [], {})],
    ["no stack", barFigure([], [{ y: [] }], { stacked: true })],
    ["one cell", heatmapFigure([[1]], { diverging: true })],
    ["a cell that is no number", heatmapFigure([[1, Number.NaN]], {})],
    ["no cells", heatmapFigure([], {})],
    ["constant predictions", decisionBoundaryFigure((points) => np.zeros([1, points.shape[1]]), X, Y, {})],
  ])("of %s has no attribute that is no number", (_, figure) => {
    expect(draw(figure)).toMatch(/^<svg .*<\/svg>$/s);
    expect(draw(figure)).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("of a line runs from left to right, and up where its values grow", () => {
    const [[x0, y0], [x1, y1], [x2, y2]] = pointsOf(draw(lineFigure([1, 3, 2], { title: "Cost", xLabel: "step" })));
    expect([x0 < x1, x1 < x2, y1 < y2, y2 < y0]).toEqual([true, true, true, true]);
    expect(x1 - x0).toBeCloseTo(x2 - x1, 0);
    expect(y0 - y1).toBeCloseTo(2 * (y0 - y2), 0);
  });

  test("of a logarithmic line has powers of ten at equal distances", () => {
    const svg = draw(lineFigure({ x: [1e-4, 1e-2, 1], y: [1, 10, 100] }, { logX: true, logY: true }));
    const [[x0, y0], [x1, y1], [x2, y2]] = pointsOf(svg);
    expect(x1 - x0).toBeCloseTo(x2 - x1, 0);
    expect(y0 - y1).toBeCloseTo(y1 - y2, 0);
    expect(svg).toContain(">10⁻²<");
  });

  test("of a line with ten thousand points has no more of them than can be seen", () => {
    expect(
      draw(
        lineFigure(
          Array.from({ length: 10_000 }, (_, i) => Math.sin(i)),
          {},
        ),
      ).length,
    ).toBeLessThan(60_000);
  });

  test("has the title, the axes' names, and a legend where there are several traces", () => {
    const figure = lineFigure(
      [
        { y: [1, 2], name: "train" },
        { y: [2, 1], name: "test" },
      ],
      { title: "T", xLabel: "x", yLabel: "y" },
    );
    for (const label of ["T", "x", "y", "train", "test"]) expect(draw(figure)).toContain(`>${label}</text>`);
  });

  test("of points has each in its label's colour", () => {
    const svg = draw(scatterFigure(X, Y, {}));
    const groups = Array.from(svg.matchAll(/<g fill="(#\w+)"[^>]*>((?:<circle[^>]*>)+)/g), ([, colour, marks]) => [
      colour,
      countOf(marks, /<circle/g),
    ]);
    expect(groups).toEqual([
      ["#1f77b4", 2],
      ["#e8590c", 2],
    ]);
  });

  test("of a boundary has the line where the model gives one half", () => {
    const svg = draw(decisionBoundaryFigure((points) => np.divide(points.slice("0:1"), 3), X, Y, {}));
    const [, d] = /<path d="([^"]+)" fill="none" stroke="#555"/.exec(svg) ?? [];
    const columns = d.match(/[ML]([\d.]+)/g)?.map((start) => Number(start.slice(1))) ?? [];
    const points = Array.from(svg.matchAll(/cx="([\d.]+)"/g), ([, x]) => Number(x));
    // x = 1.5 lies half-way between the first points, at 0, and the last, at 3.
    const middle = (Math.min(...points.slice(0, 4)) + Math.max(...points.slice(0, 4))) / 2;
    expect(columns.length).toBeGreaterThan(100);
    for (const column of columns) expect(Math.abs(column - middle)).toBeLessThan(1);
  });

  test("of several models has a panel and a caption for each", () => {
    const panels = ["one", "two"].map((title) => ({ title, predict: () => np.zeros([1, 6400]) }));
    const svg = draw(decisionBoundariesFigure(panels, X, Y, {}));
    expect(countOf(svg, /<image/g)).toBe(2);
    for (const { title } of panels) expect(svg).toContain(`>${title}</text>`);
  });

  test("of images and matrices has square cells, and of a matrix a key to its colours", () => {
    const cells = (svg: string) => Array.from(svg.matchAll(/<image [^>]*width="([\d.]+)" height="([\d.]+)"/g));
    const [[, width, height]] = cells(draw(imageFigure(np.zeros([10, 20, 3]), {})));
    expect(Number(width)).toBeCloseTo(2 * Number(height), 0);
    expect(cells(draw(heatmapFigure(X, {})))).toHaveLength(2);
  });

  test("of a histogram has bars that hold all values", () => {
    const svg = draw(histogramFigure([1, 1, 1, 2, 3, 9], { bins: 10 }));
    const heights = Array.from(svg.matchAll(/<rect x[^>]*height="([\d.]+)"/g), ([, height]) => Number(height));
    const unit = Math.max(...heights) / 3;
    expect(heights.reduce((total, height) => total + height, 0) / unit).toBeCloseTo(6, 1);
  });

  describe("of bars", () => {
    interface Rect {
      colour: string;
      x: number;
      y: number;
      width: number;
      height: number;
    }

    /** The bars in a picture, in pixels, trace by trace. */
    function rectsOf(svg: string): Rect[] {
      return Array.from(svg.matchAll(/<g fill="(#\w+)">((?:<rect[^>]*>)+)<\/g>/g)).flatMap(([, colour, rects]) =>
        Array.from(rects.matchAll(/<rect ([^>]*)\/>/g), ([, attributes]) => {
          const numbers = Array.from(attributes.matchAll(/(\w+)="([^"]*)"/g), ([, key, value]) => [key, Number(value)]);
          return { colour, ...Object.fromEntries(numbers) } as Rect;
        }),
      );
    }

    test("has them beside each other, all on one line, as high as their values, and named below", () => {
      const series = [
        { y: [1, 2], name: "low" },
        { y: [3, 4], name: "high" },
      ];
      const svg = draw(barFigure(["left", "right"], series, { yLabel: "height" }));
      const rects = rectsOf(svg);
      expect(rects.map(({ colour }) => colour)).toEqual(["#1f77b4", "#1f77b4", "#e8590c", "#e8590c"]);
      const [a, b, c, d] = rects;
      const unit = a.height;
      expect([b, c, d].map(({ height }) => Math.round((10 * height) / unit) / 10)).toEqual([2, 3, 4]);
      for (const { y, height } of rects) expect(y + height).toBeCloseTo(a.y + a.height, 0);
      expect(c.x).toBeCloseTo(a.x + a.width, 0);
      expect(b.x).toBeGreaterThan(c.x + c.width);
      for (const label of ["left", "right", "low", "high", "height"]) expect(svg).toContain(`>${label}</text>`);
    });

    test("has stacks that go up from 0, and down from it where values are below", () => {
      const svg = draw(barFigure(["a"], [{ y: [2] }, { y: [-1] }, { y: [3] }, { y: [-2] }], { stacked: true }));
      const [first, below, second, lowest] = rectsOf(svg);
      const unit = first.height / 2;
      expect(second.y + second.height).toBeCloseTo(first.y, 0);
      expect(second.height).toBeCloseTo(3 * unit, 0);
      expect(below.y).toBeCloseTo(first.y + first.height, 0);
      expect(lowest.y).toBeCloseTo(below.y + below.height, 0);
      for (const { x, width } of [below, second, lowest]) expect([x, width]).toEqual([first.x, first.width]);
    });

    test("has long names at an angle, which leave the axis its own name", () => {
      const names = [
        "a rather long name",
        "another one that is long",
        "the third of these names",
        "and the last one of all",
      ];
      const svg = draw(barFigure(names, [1, 2, 3, 4], { xLabel: "below" }));
      for (const name of names) expect(svg).toMatch(new RegExp(`rotate\\(25\\)">${name}<`));
      const below = Number(/y="([\d.]+)"[^>]*>below</.exec(svg)?.[1]);
      const foot = Math.max(...rectsOf(svg).map(({ y, height }) => y + height));
      expect(below).toBeGreaterThan(foot + 36 + 70);
      expect(below).toBeLessThan(360);
    });
  });
});
