import { expect, test } from "vitest";
import type { NDArray } from "../../src/core/NDArray";
import { decisionBoundariesFigure } from "../../src/notebook/decisionBoundariesFigure";
import { np } from "../../src/np";

const X = np.array([
  [0, 1, 0, 1],
  [0, 0, 1, 1],
]);
const Y = np.array([[0, 1, 1, 0]]);
const leftOf = (border: number) => (points: NDArray) => np.less(points.slice("0:1", ":"), border);

test("every model gets a panel of its own, with its caption, in rows of the given length", () => {
  const panels = [0.2, 0.5, 0.8].map((border) => ({ title: `x < ${border}`, predict: leftOf(border) }));
  const { data, layout, summary } = decisionBoundariesFigure(panels, X, Y, { columns: 2, title: "Borders" });
  expect(new Set(data.map(({ xaxis }) => xaxis))).toEqual(new Set(["x", "x2", "x3"]));
  expect((layout.annotations as { text: string }[]).map(({ text }) => text)).toEqual(["x < 0.2", "x < 0.5", "x < 0.8"]);
  const domainOf = (axis: string) => (layout[axis] as { domain: [number, number] }).domain;
  expect(domainOf("xaxis2")[0]).toBeGreaterThan(domainOf("xaxis")[1]);
  expect(domainOf("yaxis3")[1]).toBeLessThan(domainOf("yaxis")[0]);
  expect(summary).toBe('Decision boundaries "Borders": 4 points; x < 0.2, x < 0.5, x < 0.8');
});

test("a panel shows what its own model predicts", () => {
  const panels = [0.2, 0.8].map((border) => ({ title: String(border), predict: leftOf(border) }));
  const surfaces = decisionBoundariesFigure(panels, X, Y, {}).data.filter(({ type }) => type === "contour");
  const share = surfaces.map(({ z }) => np.mean(np.divide(np.array(z as number[][]), 10_000)));
  // The plane is shown from -0.1 to 1.1.
  expect(share[0]).toBeCloseTo(0.3 / 1.2, 1);
  expect(share[1]).toBeCloseTo(0.9 / 1.2, 1);
});
