import { type Rasterize, rasterizeHook } from "../../../../notebook/rasterizer";
import { encodePng } from "./encodePng";

type Library = typeof import("@resvg/resvg-js");

/** Pixels for each unit of the picture: sharp when printed, and still small. */
const zoom = 1.5;

/** Lets figures be saved as PNG. */
export function offerRasterizer(): void {
  let library: Library | null | undefined;
  const rasterize: Rasterize = (svg) => {
    if (beyondFont.test(svg)) return undefined;
    // Loaded with the first figure; on a system that it is not made for, figures stay SVG.
    if (library === undefined) library = load();
    if (library === null) return undefined;
    const font = { fontFiles: [fontFile], loadSystemFonts: false, defaultFontFamily: "DejaVu Sans" };
    const { pixels, width, height } = new library.Resvg(svg, { font, fitTo: { mode: "zoom", value: zoom } }).render();
    return encodePng(pixels, width, height).toString("base64");
  };
  Object.defineProperty(globalThis, rasterizeHook, { value: rasterize });
}

/** Letters that the font does not have: as SVG, such a figure is shown with the fonts of whoever looks at it. */
const beyondFont = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** The same letters on every system, also where no fonts are installed. */
const fontFile = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf");

function load(): Library | null {
  try {
    return require("@resvg/resvg-js") as Library;
  } catch {
    return null;
  }
}
