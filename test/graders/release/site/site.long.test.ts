import { execFileSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { root } from "../../../../graders/course/folderOf";
import type { NotebookFile } from "../../../../src/lite/NotebookFile";
import { inChromium, noChromium } from "../../../browser/findChromium";
import { staffLines } from "../staffLines";
import { SitePage, startBrowser } from "./SitePage";
import { useChromium, useSite } from "./useSite";

const name = "01-logistic-regression.ipynb";
const otherName = "05-optimization.ipynb";

/** A function that is right, and one that is not. */
const written = {
  sigmoid: `function sigmoid(z: number): number;
function sigmoid(z: NDArray): NDArray;
function sigmoid(z: number | NDArray): number | NDArray {
  if (typeof z === "number") return 1 / (1 + Math.exp(-z));
  return np.divide(1, np.add(1, np.exp(np.negative(z))));
}`,
  initializeWithZeros: `function initializeWithZeros(dim: number): { w: NDArray; b: number } {
  return { w: np.ones([dim, 1]), b: 0 };
}`,
};

/** The notebook as learners have it in Node, with other texts in its graded cells. */
function starterWith(codes: Record<string, string>): string {
  const notebook: NotebookFile = JSON.parse(readFileSync(path.join(root, "notebooks", name), "utf8"));
  for (const cell of notebook.cells) cell.source = codes[cell.metadata?.nablab?.graded ?? ""] ?? cell.source;
  return JSON.stringify(notebook);
}

function release(folder: string): void {
  execFileSync("node_modules/.bin/nablab", ["release", "logistic-regression", "optimization", "--site", folder], {
    cwd: root,
  });
}

function filesIn(folder: string): Map<string, Buffer> {
  const files = globSync("**/*", { cwd: folder }).filter((file) => statSync(path.join(folder, file)).isFile());
  return new Map(files.sort().map((file) => [file, readFileSync(path.join(folder, file))]));
}

describe.skipIf(noChromium !== null)(inChromium("a site of two assignments"), () => {
  const used = useSite(({ site }) => release(site));
  const chromium = useChromium(used);
  // Nothing that a test has left open shares the machine with the next one.
  afterEach(async () => {
    for (const page of chromium.context.pages().slice(1)) await page.close();
  });

  const open = () => SitePage.open(chromium.context, used.server.address, name);

  it("is the same each time, has nothing of staff's or of other assignments, and is not large", () => {
    const again = path.join(used.folder, "again");
    release(again);
    const [one, other] = [filesIn(used.site), filesIn(again)];
    expect([...other.keys()]).toEqual([...one.keys()]);
    expect([...one.keys()].filter((file) => !one.get(file)!.equals(other.get(file)!))).toEqual([]);
    const text = Array.from(one.values(), (content) => content.toString("utf8")).join("\n");
    // A program that is minified has lost its lines; its names and texts are there.
    const secrets = staffLines();
    expect(secrets.length).toBeGreaterThan(100);
    expect(secrets.filter((line) => text.includes(line))).toEqual([]);
    expect(text).toContain("logistic-regression");
    expect(text).not.toContain("convolutional-network");
    const gzipped = Array.from(one.values(), (content) => gzipSync(content).length);
    expect(gzipped.reduce((sum, size) => sum + size, 0)).toBeLessThan(12_000_000);
  }, 300_000);

  it("opens a notebook, runs it, and asks nobody else for anything", async () => {
    const notebook = new SitePage(await chromium.context.newPage());
    const { page } = notebook;
    const strangers: string[] = [];
    const complaints: string[] = [];
    const { origin } = new URL(used.server.address);
    page.on("request", (request) => {
      const url = request.url().replace(/^blob:/, "");
      if (!url.startsWith(origin) && !url.startsWith("data:")) strangers.push(url);
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto(used.server.address);
    await page.getByRole("link", { name: /Logistic regression/ }).click();
    await notebook.isShown();
    await notebook.run(0);
    await notebook.run(1, 'plot.line({ x: [1, 2], y: [3, 4] }, { title: "A line" }); console.log("printed", 1 + 1);');
    await notebook.cell(1).locator(".js-plotly-plot .main-svg").first().waitFor({ timeout: 30_000 });
    expect(await notebook.output(1)).toContain("printed 2");
    expect({ strangers, complaints, missing: used.server.missing }).toEqual({
      strangers: [],
      complaints: [],
      missing: [],
    });
    await page.close();
  }, 180_000);

  it("loads at most 3.5 MB until the first cell of a first visit has run", async () => {
    const visitor = await startBrowser(path.join(used.folder, "first"));
    try {
      const page = await visitor.newPage();
      // What is loaded for later visits is not counted.
      await page.addInitScript("delete Window.prototype.caches; delete globalThis.caches;");
      const asked = new Set<string>();
      visitor.on("request", (request) => asked.add(request.url().replace(/\?.*/, "")));
      await page.goto(`${used.server.address}notebooks/index.html?path=${name}`);
      const notebook = new SitePage(page);
      await notebook.isShown();
      await notebook.run(0);
      const files = Array.from(asked).filter((url) => url.startsWith(used.server.address));
      const sizes = files.map(
        (url) => gzipSync(readFileSync(path.join(used.site, url.slice(used.server.address.length)))).length,
      );
      expect(files.length).toBeGreaterThan(50);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_500_000);
    } finally {
      await visitor.close();
    }
  }, 120_000);

  it("interrupts an endless loop by the stop button, and keeps the variables", async () => {
    const notebook = await open();
    const { page } = notebook;
    await notebook.run(1, "let kept = 42;");
    await notebook.write(notebook.cell(2), 'console.log("it runs"); while (true) {}');
    await page.keyboard.press("Control+Enter");
    await notebook.cell(2).getByText("it runs").last().waitFor({ timeout: 30_000 });
    await page.locator('[data-command="notebook:interrupt-kernel"]').first().click();
    await notebook.cell(2).getByText("KeyboardInterrupt").waitFor({ timeout: 30_000 });
    await notebook.run(1, "kept");
    expect(await notebook.output(1)).toContain("42");
    await page.close();
  }, 180_000);

  it("keeps what was written before a cell ran, even if the tab ends at once", async () => {
    const notebook = await open();
    const { page } = notebook;
    await notebook.write(notebook.cell(1), "const mine = 'written just now'; while (true) {}");
    await page.keyboard.press("Control+Enter");
    await page.waitForTimeout(500);
    await page.close();
    const again = await open();
    expect(await again.cell(1).locator(".cm-content").innerText()).toContain("written just now");
    await again.close();
  }, 180_000);

  it("has what was written, when a cell has filled the memory and ended the tab right after it was started", async () => {
    const fragile = await startBrowser(path.join(used.folder, "fragile"), "--js-flags=--max-old-space-size=300");
    try {
      const notebook = await SitePage.open(fragile, used.server.address, name);
      await notebook.run(0);
      const ended = notebook.page.waitForEvent("crash", { timeout: 60_000 });
      await notebook.write(
        notebook.cell(1),
        "const all: number[][] = []; for (;;) all.push(new Array(10_000).fill(0.5));",
      );
      await notebook.page.keyboard.press("Shift+Enter");
      await ended;
      const again = await SitePage.open(fragile, used.server.address, name);
      expect(await again.cell(1).locator(".cm-content").innerText()).toContain("all.push(new Array(10_000)");
    } finally {
      await fragile.close();
    }
  }, 180_000);

  it("hands in a small file that is graded as the same notebook from Node, and shows its SHA-256", async () => {
    const notebook = await open();
    await notebook.run(0);
    await notebook.run(1, 'plot.line({ x: [1, 2], y: [3, 4] }, { title: "A line" });');
    await notebook.cell(1).locator(".js-plotly-plot .main-svg").first().waitFor({ timeout: 30_000 });
    for (const [name, code] of Object.entries(written)) {
      await notebook.write(notebook.cellWith(`function ${name}(`), code);
      await notebook.page.keyboard.press("Shift+Enter");
      await notebook.page.keyboard.press("Control+Enter");
    }
    const verdict = notebook.cellWith("check({ initializeWithZeros })").locator(".jp-OutputArea");
    await verdict.getByText("✗").first().waitFor({ timeout: 60_000 });
    const { bytes, dialog } = await notebook.handIn();
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(bytes.toString("utf8")).not.toContain("application/vnd.plotly");
    expect(dialog).toContain("Still open: initializeWithZeros.");

    const submissions = path.join(used.folder, "submissions");
    mkdirSync(submissions);
    writeFileSync(path.join(submissions, "browser.ipynb"), bytes);
    writeFileSync(path.join(submissions, "node.ipynb"), starterWith(written));
    const command = ["grade", submissions, "--seed", "1", "--format", "json"];
    const results = JSON.parse(execFileSync("node_modules/.bin/nablab", command, { cwd: root, encoding: "utf8" }));
    const [inBrowser, inNode] = results.submissions;
    expect(inBrowser).toMatchObject({ id: "browser", status: "graded", score: 10, functions: inNode.functions });
    expect(dialog).toContain(inBrowser.sha256);
    await notebook.close();
  }, 180_000);

  it("works without a network after one visit, notebooks that were never opened included", async () => {
    const visitor = await startBrowser(path.join(used.folder, "visitor"));
    try {
      const notebook = await SitePage.open(visitor, used.server.address, name);
      await notebook.untilCached();
      // As the browser does when it has had nothing to do for half a minute.
      const devTools = await visitor.newCDPSession(notebook.page);
      await devTools.send("ServiceWorker.enable");
      await devTools.send("ServiceWorker.stopAllWorkers");
      used.server.close();
      await notebook.page.reload();
      await notebook.isShown();
      await notebook.run(0);
      await notebook.run(1, "const { XTrain } = loadMnist({ digits: [3, 8], train: 4, test: 2 }); XTrain.shape");
      expect(await notebook.output(1)).toContain("[ 784, 4 ]");
      await notebook.close();
      const other = await SitePage.open(visitor, used.server.address, otherName);
      await other.run(0);
    } finally {
      await visitor.close();
    }
  }, 240_000);
});
