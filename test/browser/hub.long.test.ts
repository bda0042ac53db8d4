import { readdirSync, readlinkSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "./findChromium";
import { runFirstCell } from "./runFirstCell";
import { type Hub, installHub, startHub } from "./startHub";

const executablePath = findChromium();
const learners = ["ada", "ben", "cleo"];
const figure = 'import { plot } from "nablab";\nplot.line([3, 1, 2], { title: "Cost" });';

describe.skipIf(executablePath === undefined || process.platform !== "linux")("on JupyterHub", () => {
  let hub: Hub;
  let browser: Browser;

  beforeAll(async () => {
    await installHub();
    hub = await startHub(learners, { "figures.ipynb": [figure] });
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  }, 400_000);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  }, 60_000);

  /** A page of a learner who has signed in, and the requests that failed or left the hub. */
  async function signIn(learner: string): Promise<{ page: Page; wrong: string[] }> {
    const context = await browser.newContext({ viewport: { width: 1300, height: 1200 } });
    const page = await context.newPage();
    page.setDefaultTimeout(90_000);
    const wrong: string[] = [];
    page.on("request", (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(`${hub.origin}/`)) wrong.push(request.url());
    });
    page.on("response", (response) => {
      if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(`${hub.origin}/hub/login`);
    await page.locator("input[name=username]").fill(learner);
    await page.locator("input[name=password]").fill("any");
    await page.locator("#login_submit").click();
    await page.waitForURL(`**/user/${learner}/**`);
    return { page, wrong };
  }

  it("three learners at once see their figures, in JupyterLab and in Notebook, and nothing is asked of the outside", async () => {
    const shown = learners.map(async (learner) => {
      const { page, wrong } = await signIn(learner);
      for (const place of ["lab/tree", "notebooks"]) {
        await page.goto(`${hub.origin}/user/${learner}/${place}/figures.ipynb`);
        const cell = await runFirstCell(page);
        await cell.locator(".jp-OutputArea-output svg.main-svg").first().waitFor();
        await cell.locator(".jp-OutputArea-output svg path.js-line").waitFor();
      }
      const loaded = await page.locator("script[src*=plotly]").getAttribute("src");
      return { loaded, wrong };
    });
    const expected = learners.map((learner) => ({
      loaded: `/user/${learner}/kernelspecs/nablab/plotly.min.js`,
      wrong: [],
    }));
    expect(await Promise.all(shown)).toEqual(expected);
  }, 300_000);

  it("leaves no process behind when the hub stops", async () => {
    const { homes } = hub;
    expect(processesIn(homes).length).toBeGreaterThan(learners.length);
    await hub.stop();
    await expect.poll(() => processesIn(homes), { timeout: 30_000 }).toEqual([]);
  }, 60_000);
});

/** Those that work in a folder below this one, even if it is gone. */
function processesIn(folder: string): string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
    } catch {
      return false;
    }
  });
}
