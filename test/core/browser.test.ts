import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { expect, it } from "vitest";
import { findChromium, inChromium } from "../browser/findChromium";
import { browserProgram } from "./browserProgram";

const executablePath = findChromium();

it.skipIf(executablePath === undefined)(
  inChromium("src/core, src/random and src/datasets give the same in Chromium"),
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "nablab-browser-"));
    const outfile = path.join(folder, "program.js");
    const entry = path.join(__dirname, "browserProgram.ts");
    await build({
      entryPoints: [entry],
      bundle: true,
      platform: "browser",
      format: "iife",
      globalName: "nablab",
      outfile,
    });
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ path: outfile });
      const shown = (await page.evaluate("nablab.browserProgram()")) as string;
      expect(shown).toBe(`${await browserProgram()}loadH5: reading files needs Node`);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  },
  120_000,
);
