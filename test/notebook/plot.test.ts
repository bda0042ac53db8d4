import { describe, expect, test, vi } from "vitest";
import type { NDArray } from "../../src/core/NDArray";
import { decisionBoundaryFigure } from "../../src/notebook/decisionBoundaryFigure";
import { plot } from "../../src/notebook/plot";
import { rasterizeHook } from "../../src/notebook/rasterizer";
import { np } from "../../src/np";
import { recordDisplays } from "./recordDisplays";

interface PlotlyFigure {
  data: Record<string, unknown>[];
  layout: Record<string, Record<string, unknown>>;
}

function drawn(run: () => void) {
  const [{ bundle }] = recordDisplays(run);
  const figure = bundle["application/vnd.plotly.v1+json"] as PlotlyFigure;
  return { figure, svg: bundle["image/svg+xml"] as string, text: bundle["text/plain"], formats: Object.keys(bundle) };
}

const X = np.array([
  [0, 1, 2, 3],
  [5, 6, 7, 8],
]);
const Y = np.array([[0, 1, 1, 0]]);

describe("plot", () => {
  test("line draws a list, an array, a series or several", () => {
    expect(drawn(() => plot.line([3, 2, 1])).figure.data).toMatchObject([{ x: [0, 1, 2], y: [3, 2, 1] }]);
    expect(drawn(() => plot.line(np.array([3, 2]))).figure.data).toMatchObject([{ x: [0, 1], y: [3, 2] }]);
    expect(drawn(() => plot.line({ x: [1, 10], y: np.array([[4, 5]]) }, { logX: true })).figure).toMatchObject({
      data: [{ x: [1, 10], y: [4, 5] }],
      layout: { xaxis: { type: "log" } },
    });
    const { figure, text } = drawn(() => plot.line([{ y: [1] }, { y: [2], name: "b" }], { title: "Two", xLabel: "i" }));
    expect(figure.data).toHaveLength(2);
    expect(figure.layout.xaxis.title).toEqual({ text: "i" });
    expect(text).toBe('Line plot "Two" of i, 0 to 0: from 1 to 1; b from 2 to 2');
  });

  test("line with equal axes draws a circle that is round, in the still picture too", () => {
    const angles = Array.from({ length: 33 }, (_, k) => (k * Math.PI) / 16);
    const circle = { x: angles.map(Math.cos), y: angles.map(Math.sin) };
    const { figure, svg } = drawn(() => plot.line(circle, { equalAxes: true }));
    expect(figure.layout.yaxis.scaleanchor).toBe("x");
    const [, d] = /<path d="M([^"]+)" fill="none"/.exec(svg) ?? [];
    const points = d.split("L").map((pair) => pair.split(" ").map(Number));
    const [width, height] = [0, 1].map((axis) => {
      const places = points.map((point) => point[axis]);
      return Math.max(...places) - Math.min(...places);
    });
    expect(width / height).toBeCloseTo(1, 1);
  });

  test("line wants as many x as y", () => {
    expect(() => plot.line({ x: [1, 2], y: [1] })).toThrow("got 2 in x and 1 in y");
  });

  test("scatter gives each label its own trace", () => {
    expect(drawn(() => plot.scatter(X, Y)).figure.data).toMatchObject([
      { name: "label 0", x: [0, 3], y: [5, 8] },
      { name: "label 1", x: [1, 2], y: [6, 7] },
    ]);
    expect(drawn(() => plot.scatter(X, Y, { names: ["cats"] })).figure.data).toMatchObject([
      { name: "cats" },
      { name: "label 1" },
    ]);
    expect(() => plot.scatter(X.T, Y)).toThrow("expected points of shape (2, m), got shape (4, 2)");
    expect(() => plot.scatter(X, [1])).toThrow("got 4 points and 1 label");
  });

  test("decisionBoundary asks the model over the plane and marks where it crosses one half", () => {
    const asked: (readonly number[])[] = [];
    const { figure } = drawn(() =>
      plot.decisionBoundary(
        (points) => {
          asked.push(points.shape);
          return np.greater(points.slice("0:1"), 1.5);
        },
        X,
        Y,
      ),
    );
    expect(asked).toEqual([[2, 14400]]);
    const { x, z, zmax, contours } = decisionBoundaryFigure((points) => np.greater(points.slice("0:1"), 1.5), X, Y, {})
      .data[0] as { x: number[]; z: number[][]; zmax: number; contours: object };
    expect(z.every((row) => row.every((value, i) => value === (x[i] > 1.5 ? zmax : 0)))).toBe(true);
    expect(contours).toMatchObject({ start: zmax / 2, end: zmax / 2 });
    // Saved in the notebook: two bytes for each of the plane's 14400 points, in base64.
    expect(JSON.stringify(figure).length).toBeLessThan(1.5 * 2 * 14_400);
    expect(() => plot.decisionBoundary(() => Y, X, Y)).toThrow(
      "expected one value per point from predict, got 4 values for 14400 points",
    );
  });

  test("decisionBoundary gives each of several labels its colour", () => {
    const model = (points: NDArray) => np.floor(points.slice("0:1"));
    const surface = decisionBoundaryFigure(model, X, [0, 1, 2, 3], {}).data[0] as {
      type: string;
      zmax: number;
      z: number[][];
      colorscale: [number, string][];
    };
    expect(surface.type).toBe("heatmap");
    expect(new Set(surface.z[0].map((value) => (3 * value) / surface.zmax))).toEqual(new Set([-1, 0, 1, 2, 3]));
    expect(surface.colorscale.map(([place]) => place * 3)).toEqual([0, 0.5, 0.5, 1.5, 1.5, 2.5, 2.5, 3]);
    expect(new Set(surface.colorscale.map(([, colour]) => colour)).size).toBe(4);
    expect(drawn(() => plot.decisionBoundary(model, X, [0, 1, 2, 3])).text).toBe("Decision boundary: 4 points");
  });

  test("image shows one or several, grey or coloured, each with its caption", () => {
    const { figure, text } = drawn(() => plot.image([X, X], { captions: ["a", 2] }));
    expect(figure.data).toMatchObject([
      {
        z: [
          [0, 1, 2, 3],
          [5, 6, 7, 8],
        ],
        xaxis: "x",
      },
      { xaxis: "x2" },
    ]);
    expect(figure.layout.annotations).toMatchObject([{ text: "a" }, { text: "2" }]);
    expect(text).toBe("2 images: a, 2");
    expect(drawn(() => plot.image(np.ones([1, 1, 3]))).figure.data).toMatchObject([
      { type: "image", z: [[[255, 255, 255]]] },
    ]);
    expect(() => plot.image(np.zeros([784]))).toThrow("got (784,); reshape a column first");
  });

  test("heatmap and histogram take arrays", () => {
    expect(drawn(() => plot.heatmap(X, { diverging: true })).figure.data).toMatchObject([
      {
        z: [
          [0, 1, 2, 3],
          [5, 6, 7, 8],
        ],
        zmid: 0,
      },
    ]);
    expect(drawn(() => plot.histogram(X, { bins: 3 })).figure.data).toMatchObject([
      { x: [0, 1, 2, 3, 5, 6, 7, 8], nbinsx: 3 },
    ]);
    expect(() => plot.heatmap(np.zeros([2, 2, 2]))).toThrow("got shape (2, 2, 2)");
  });

  test.each<[string, () => void, string]>([
    [
      "a line",
      () => plot.line([0.69, 0.123456], { title: "Cost", xLabel: "step", yLabel: "J" }),
      'Line plot "Cost" of J against step, 0 to 1: from 0.69 to 0.123',
    ],
    ["points", () => plot.scatter(X, Y, { title: "P" }), 'Scatter plot "P": 4 points (2 of label 0, 2 of label 1)'],
    [
      "a boundary",
      () => plot.decisionBoundary((p) => p.slice("0:1"), X, Y, { title: "B" }),
      'Decision boundary "B": 4 points',
    ],
    ["images", () => plot.image([X], { title: "I", captions: ["a"] }), 'Images "I": 1 image: a'],
    ["a matrix", () => plot.heatmap([[1, -2]], { title: "M" }), 'Heatmap "M": 1 x 2, -2 to 1'],
    ["values", () => plot.histogram([1, 2, 3], { title: "H" }), 'Histogram "H" of 3 values, 1 to 3'],
    [
      "bars",
      () =>
        plot.bars(
          ["a", 7],
          [
            { y: [0.5, 1], name: "P" },
            { y: [2, -3], name: "R" },
          ],
          { title: "C", yLabel: "h" },
        ),
      'Bar chart "C" of h: P: a 0.5, 7 1; R: a 2, 7 -3',
    ],
    ["nothing", () => plot.line([]), "Line plot: "],
  ])("%s has an alternative text, and the still picture has the same", (_, run, expected) => {
    const { svg, text } = drawn(run);
    expect(text).toBe(expected);
    expect(svg).toContain(`role="img" aria-label="${expected.replaceAll('"', "&#34;")}"`);
  });

  test("an alternative text of one's own takes the place of the one that is made", () => {
    const alt = "A valley";
    const drawings = [
      () => plot.line([1], { alt }),
      () => plot.scatter(X, Y, { alt }),
      () => plot.decisionBoundary((p) => p.slice("0:1"), X, Y, { alt }),
      () => plot.decisionBoundaries([{ title: "a", predict: (p) => p.slice("0:1") }], X, Y, { alt }),
      () => plot.image([X], { alt }),
      () => plot.heatmap([[1]], { alt }),
      () => plot.histogram([1], { alt }),
      () => plot.bars(["a"], [1], { alt }),
    ];
    expect(drawings.map((run) => drawn(run).text)).toEqual(drawings.map(() => alt));
  });

  test("bars take a list, an array, a kind of bars or several, with a value for each label", () => {
    const expected = [{ type: "bar", x: [0, 1], y: [3, 2] }];
    for (const given of [[3, 2], np.array([3, 2]), { y: np.array([[3, 2]]) }, [{ y: [3, 2] }]]) {
      expect(drawn(() => plot.bars(["a", 7], given)).figure.data).toEqual(expected);
    }
    const { figure } = drawn(() => plot.bars(["a", 7], [3, 2], { stacked: true }));
    expect(figure.layout).toMatchObject({ barmode: "relative", xaxis: { tickvals: [0, 1], ticktext: ["a", "7"] } });
    expect(drawn(() => plot.bars([], [])).figure.layout.barmode).toBe("group");
    expect(() => plot.bars(["a"], [1, 2])).toThrow("plot.bars: expected one value per label, got 1 label and 2 values");
  });

  test("titles cannot become markup", () => {
    const { svg } = drawn(() => plot.line([1], { title: "</text><script>alert(1)</script>" }));
    expect(svg).not.toMatch(/<script/);
  });

  test("is saved once as numbers and once as a picture: PNG where something draws it, else SVG", () => {
    expect(drawn(() => plot.line([1])).formats).toEqual([
      "text/plain",
      "image/svg+xml",
      "application/vnd.plotly.v1+json",
    ]);
    vi.stubGlobal(rasterizeHook as unknown as string, (svg: string) => `${svg.slice(0, 4)} as PNG`);
    const [{ bundle }] = recordDisplays(() => plot.line([1]));
    vi.unstubAllGlobals();
    expect(bundle["image/png"]).toBe("<svg as PNG");
    expect(bundle).not.toHaveProperty(["image/svg+xml"]);
  });
});
