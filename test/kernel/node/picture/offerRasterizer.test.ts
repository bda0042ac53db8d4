import { beforeAll, expect, it } from "vitest";
import { offerRasterizer } from "../../../../src/kernel/node/engine/picture/offerRasterizer";
import { rasterizer } from "../../../../src/notebook/rasterizer";
import { widthOf } from "../../../../src/notebook/still/drawKeys";

beforeAll(() => offerRasterizer());

const svg = (label: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15">${label}</text></svg>`;

it("makes PNG of a picture whose letters its font has, and leaves others as SVG", () => {
  expect(rasterizer()?.(svg("cost, α"))).toMatch(/^iVBOR/);
  expect(rasterizer()?.(svg("代价"))).toBeUndefined();
});

it("leaves room for letters that are as wide as high", () => {
  expect(widthOf("代价")).toBeCloseTo(24);
  expect(widthOf("J(w)")).toBeCloseTo(28.8);
});
