import { setTimeout as delay } from "node:timers/promises";
import type { Locator, Page } from "playwright-core";

/** Runs the first cell of the notebook that a page shows, in JupyterLab or Notebook 7, and gives the cell. */
export async function runFirstCell(page: Page): Promise<Locator> {
  const cell = page.locator(".jp-Notebook .jp-Cell").first();
  await page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").first().waitFor({ state: "attached" });
  await cell.locator(".cm-content").click();
  // While the front end still chooses a kernel, it does not run anything.
  const started = cell.locator(".jp-InputPrompt", { hasText: /\[(\*|\d+)\]/ });
  for (; (await started.count()) === 0; await delay(1000)) await page.keyboard.press("Control+Enter");
  return cell;
}
