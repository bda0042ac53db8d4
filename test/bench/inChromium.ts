import { chromium } from "playwright-core";
import { findChromium } from "../browser/findChromium";
import { median } from "./median";

/** Milliseconds that the workload takes in Chromium, a new page for each run; null where there is no Chromium. */
export async function inChromium(bundle: string, workload: string, runs: number): Promise<number | null> {
  const executablePath = findChromium();
  if (executablePath === undefined) return null;
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const times: number[] = [];
    for (let i = 0; i < runs; i++) {
      const page = await browser.newPage();
      await page.addScriptTag({ path: bundle });
      times.push(Number(await page.evaluate(`bench.workloads[${JSON.stringify(workload)}]()`)));
      await page.close();
    }
    return median(times);
  } finally {
    await browser.close();
  }
}
