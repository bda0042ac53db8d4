import { inflateSync } from "node:zlib";
import { Resvg } from "@resvg/resvg-js";
import { expect, test } from "vitest";
import { encodePng } from "../../../../src/kernel/node/engine/picture/encodePng";

/** The pixels of a PNG, as another program reads them. */
function decoded(png: Buffer, width: number, height: number): Buffer {
  const address = `data:image/png;base64,${png.toString("base64")}`;
  const size = `width="${width}" height="${height}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image ${size} href="${address}"/></svg>`;
  return new Resvg(svg).render().pixels;
}

test("a picture of few colours keeps them, as a palette", () => {
  const pixels = Buffer.from([
    255, 255, 255, 255, 0, 0, 0, 255, 32, 121, 178, 255, 0, 0, 0, 255, 255, 255, 255, 255, 0, 0, 0, 255,
  ]);
  const png = encodePng(pixels, 3, 2);
  expect(png[25]).toBe(3);
  const differences = decoded(png, 3, 2).map((value, i) => Math.abs(value - pixels[i]));
  expect(Math.max(...differences)).toBeLessThanOrEqual(2);
});

test("a photograph keeps every colour", () => {
  const [width, height] = [64, 64];
  const shade = (p: number, channel: number) => (channel === 3 ? 255 : (p * 37 * (channel + 1) + (p >> 4)) % 256);
  const pixels = Uint8Array.from({ length: 4 * width * height }, (_, i) => shade(i >> 2, i & 3));
  const png = encodePng(pixels, width, height);
  expect(png[25]).toBe(2);
  expect([...decoded(png, width, height)]).toEqual([...pixels]);
  expect(inflateSync(png.subarray(41, png.length - 16)).length).toBe(height * (3 * width + 1));
});
