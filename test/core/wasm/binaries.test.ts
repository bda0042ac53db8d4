import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const folder = path.resolve(__dirname, "../../../src/core/wasm");

it("is what build.mjs makes of the sources: run `npm run build:wasm` after a change", async () => {
  const { binaries } = await import(path.join(folder, "build.mjs"));
  expect(readFileSync(path.join(folder, "binaries.ts"), "utf8")).toBe(await binaries());
});
