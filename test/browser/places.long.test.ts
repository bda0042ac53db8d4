/** Where Jupyter lies: figures below a base URL and behind a reverse proxy, with no setting of the server. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../house/files";
import { findChromium } from "./findChromium";
import { runFirstCell } from "./runFirstCell";
import { installHub } from "./startHub";
import { notebookOf } from "./startLab";
import { type PlainLab, startPlainLab } from "./startPlainLab";
import { type ReverseProxy, startReverseProxy } from "./startReverseProxy";

const executablePath = findChromium();
if (executablePath === undefined) {
  console.warn(
    "The tests of figures below a base URL are skipped: there is no Chromium (set NABLAB_CHROMIUM to its path)",
  );
}

const base = "/user/x/";
const drawing = notebookOf(['import { plot } from "nablab";\nplot.line([3, 1, 2], { title: "Cost" });']);

/** A notebook with figures as version 0.2 saved them: plain numbers, no picture, a script that draws them. */
function savedByVersion02(): string {
  const figures = JSON.parse(readFileSync(join(root, "test/fixtures/figures/version02.json"), "utf8")) as object[];
  const notebook = JSON.parse(notebookOf(["// a line, and a heatmap"]));
  notebook.cells[0].outputs = figures.map((data) => ({ output_type: "display_data", metadata: {}, data }));
  return JSON.stringify(notebook);
}

describe.skipIf(executablePath === undefined)("a kernel that was installed into an environment", () => {
  let lab: PlainLab;
  let proxy: ReverseProxy;
  let browser: Browser;

  beforeAll(async () => {
    await installHub();
    lab = await startPlainLab(base, { "figures.ipynb": drawing, "old.ipynb": savedByVersion02() });
    proxy = await startReverseProxy(lab.origin, base);
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  }, 400_000);
  afterAll(async () => {
    await browser?.close();
    proxy?.stop();
    await lab?.stop();
  }, 60_000);

  /** A page, and the requests that failed or left the server. */
  async function openPage(origin: string): Promise<{ page: Page; wrong: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1300, height: 1200 } });
    page.setDefaultTimeout(90_000);
    const wrong: string[] = [];
    page.on("request", (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(origin + base)) wrong.push(request.url());
    });
    page.on("response", (response) => {
      if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
    });
    return { page, wrong };
  }

  const servers = [
    ["with a base URL", () => lab],
    ["behind a reverse proxy, below a prefix", () => proxy],
  ] as const;
  const programs = [
    ["JupyterLab", "lab/tree"],
    ["Notebook 7", "notebooks"],
  ] as const;
  const places = servers.flatMap(([where, server]) => programs.map((program) => [...program, where, server] as const));

  it.each(places)(
    "draws figures in %s (%s) %s, new ones and those of version 0.2, and asks nobody else",
    async (_, at, __, server) => {
      const { origin } = server();
      const { page, wrong } = await openPage(origin);
      // `reset`: JupyterLab would restore the tabs of the notebook before.
      const first = page.locator(".jp-Notebook .jp-Cell").first();
      await page.goto(`${origin}${base}${at}/old.ipynb?reset`);
      await first.locator(".jp-OutputArea-output svg path.js-line").waitFor();
      await first.locator(".jp-OutputArea-output svg .heatmaplayer image").waitFor();
      expect(await first.locator(".jp-OutputArea-output svg .gtitle").allTextContents()).toEqual(["Cost", "Weights"]);
      await page.goto(`${origin}${base}${at}/figures.ipynb?reset`);
      await runFirstCell(page);
      await first.locator(".jp-OutputArea-output svg path.js-line").waitFor();
      expect(await page.locator("script[src*=plotly]").getAttribute("src")).toMatch(
        /\/user\/x\/kernelspecs\/nablab\/plotly.min.js$/,
      );
      expect(wrong).toEqual([]);
      await page.close();
    },
    240_000,
  );
});
