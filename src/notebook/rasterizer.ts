/** An SVG picture as PNG, base64. */
export type Rasterize = (svg: string) => string | undefined;

/** Where the kernel puts its {@link Rasterize} on `globalThis`; what runs elsewhere shows SVG. */
export const rasterizeHook = Symbol.for("nablab.rasterize");

/** PNG is what every page, mail and PDF can show; undefined where nothing makes it. */
export function rasterizer(): Rasterize | undefined {
  return (globalThis as Record<symbol, unknown>)[rasterizeHook] as Rasterize | undefined;
}
