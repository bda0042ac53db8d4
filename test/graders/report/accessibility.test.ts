import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { classReport } from "../../../graders/report/html/classReport";
import { studentPage } from "../../../graders/report/html/studentPage";
import { findChromium, inChromium } from "../../browser/findChromium";
import { sampleClass, sampleReport } from "./sampleReport";

const executablePath = findChromium();
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "nablab-axe-"));

const pages = {
  "the class report": [...classReport(sampleReport)].join(""),
  "the page of a student with a score": studentPage(sampleClass[0], sampleReport),
  "the page of a student without one": studentPage(sampleClass[2], sampleReport),
};

/** Contrast depends on the colours, and what has to scroll on the width. */
const views = [
  { colorScheme: "light", width: 1200 },
  { colorScheme: "dark", width: 380 },
] as const;

describe.skipIf(executablePath === undefined)(inChromium("axe-core finds nothing wrong"), () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** What axe-core finds on a page with everything opened, for each view: the rule, and the element. */
  async function findingsIn(html: string): Promise<string[][]> {
    const file = join(folder, "page.html");
    writeFileSync(file, html);
    // The page's own policy would keep axe-core out.
    const context = await browser.newContext({ bypassCSP: true });
    try {
      const page = await context.newPage();
      await page.goto(pathToFileURL(file).href);
      await page.evaluate(`for (const one of document.querySelectorAll("details")) one.open = true; ${axe}; null`);
      const findings: string[][] = [];
      for (const { colorScheme, width } of views) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
        findings.push(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`)));
      }
      return findings;
    } finally {
      await context.close();
    }
  }

  test.each(Object.entries(pages))("on %s, light and dark, wide and narrow", async (_, html) => {
    expect(await findingsIn(html)).toEqual([[], []]);
  });

  test("and finds what is wrong in one of them", async () => {
    const wrong = pages["the page of a student with a score"]
      .replace("--good: #16703f", "--good: #5fae86")
      .replaceAll('<pre tabindex="0">', "<pre>");
    const rules = (await findingsIn(wrong)).map((lines) => [...new Set(lines.map((line) => line.split(":")[0]))]);
    expect(rules).toEqual([["color-contrast"], ["scrollable-region-focusable"]]);
  });
});
