import { describe, expect, test } from "vitest";
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
});
