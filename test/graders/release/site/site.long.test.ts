import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../../../graders/course/folderOf";
import { findChromium } from "../../../browser/findChromium";
import { staffLines } from "../staffLines";
import { type SiteServer, serveSite } from "./serveSite";

const isThere = findChromium() !== undefined;
const title = isThere ? "" : " (skipped: no Chromium found, set NABLAB_CHROMIUM to its path)";

const name = "01-logistic-regression.ipynb";

function release(folder: string): void {
  execFileSync("node_modules/.bin/nablab", ["release", "logistic-regression", "--site", folder], { cwd: root });
}

function filesIn(folder: string): Map<string, Buffer> {
  const files = globSync("**/*", { cwd: folder }).filter((file) => statSync(path.join(folder, file)).isFile());
  return new Map(files.sort().map((file) => [file, readFileSync(path.join(folder, file))]));
}

describe.skipIf(!isThere)(`a site of one assignment${title}`, () => {
  const folder = mkdtempSync(path.join(tmpdir(), "nablab-site-test-"));
  const site = path.join(folder, "site");
  let server: SiteServer;
  let context: BrowserContext;

  beforeAll(async () => {
    release(site);
    server = await serveSite(site);
    // Kept between pages, as a learner's profile is.
    context = await chromium.launchPersistentContext(path.join(folder, "profile"), {
      executablePath: findChromium(),
      args: ["--no-sandbox"],
      acceptDownloads: true,
    });
  }, 300_000);
  // Nothing that a test has left open shares the machine with the next one.
  afterEach(async () => {
    for (const page of context.pages().slice(1)) await page.close();
  });
  afterAll(async () => {
    await context?.close();
    server?.close();
    rmSync(folder, { recursive: true });
  });

  const cellOf = (page: Page, index: number) => page.locator(".jp-Notebook .jp-CodeCell").nth(index);

  async function open(app = "notebooks"): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${server.address}${app}/index.html?path=${name}`);
    await cellOf(page, 0).locator(".cm-content").waitFor({ timeout: 60_000 });
    return page;
  }

  /** Puts a text into a cell, and runs it. */
  async function run(page: Page, index: number, code?: string): Promise<void> {
    const cell = cellOf(page, index);
    await cell.locator(".cm-content").click();
    if (code !== undefined) {
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(code);
    }
    await page.keyboard.press("Control+Enter");
    await cell.locator(".jp-InputPrompt", { hasText: /\[\d+\]:/ }).waitFor({ timeout: 60_000 });
  }

  it("is the same each time, has nothing of staff's or of other assignments, and is not large", () => {
    const again = path.join(folder, "again");
    release(again);
    const [one, other] = [filesIn(site), filesIn(again)];
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
    const page = await context.newPage();
    const strangers: string[] = [];
    const complaints: string[] = [];
    const { origin } = new URL(server.address);
    page.on("request", (request) => {
      const url = request.url().replace(/^blob:/, "");
      if (!url.startsWith(origin) && !url.startsWith("data:")) strangers.push(url);
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto(server.address);
    await page.getByRole("link", { name: /Logistic regression/ }).click();
    await cellOf(page, 0).locator(".cm-content").waitFor({ timeout: 60_000 });
    await run(page, 0);
    await run(page, 1, 'plot.line({ x: [1, 2], y: [3, 4] }, { title: "A line" }); console.log("printed", 1 + 1);');
    await cellOf(page, 1).locator(".js-plotly-plot .main-svg").first().waitFor({ timeout: 30_000 });
    expect(await cellOf(page, 1).locator(".jp-OutputArea").innerText()).toContain("printed 2");
    expect({ strangers, complaints, missing: server.missing }).toEqual({ strangers: [], complaints: [], missing: [] });
    await page.close();
  }, 180_000);

  it("interrupts an endless loop by the stop button, and keeps the variables", async () => {
    const page = await open();
    await run(page, 1, "let kept = 42;");
    await cellOf(page, 2).locator(".cm-content").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText('console.log("it runs"); while (true) {}');
    await page.keyboard.press("Control+Enter");
    await cellOf(page, 2).getByText("it runs").last().waitFor({ timeout: 30_000 });
    await page.locator('[data-command="notebook:interrupt-kernel"]').first().click();
    await cellOf(page, 2).getByText("KeyboardInterrupt").waitFor({ timeout: 30_000 });
    await run(page, 1, "kept");
    expect(await cellOf(page, 1).locator(".jp-OutputArea").innerText()).toContain("42");
    await page.close();
  }, 180_000);

  it("keeps what was written before a cell ran, even if the tab ends at once", async () => {
    const page = await open();
    await cellOf(page, 1).locator(".cm-content").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText("const mine = 'written just now'; while (true) {}");
    await page.keyboard.press("Control+Enter");
    await page.waitForTimeout(500);
    await page.close();
    const again = await open();
    expect(await cellOf(again, 1).locator(".cm-content").innerText()).toContain("written just now");
    await again.close();
  }, 180_000);

  it("hands in: a file without the numbers of figures, its SHA-256, and what is still missing", async () => {
    const page = await open();
    await run(page, 0);
    await run(page, 1, 'plot.line({ x: [1, 2], y: [3, 4] }, { title: "A line" });');
    await cellOf(page, 1).locator(".js-plotly-plot .main-svg").first().waitFor({ timeout: 30_000 });
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Hand in" }).click(),
    ]);
    const dialog = page.locator(".jp-Dialog");
    await dialog.waitFor();
    expect(download.suggestedFilename()).toBe(name);
    const file = path.join(folder, name);
    await download.saveAs(file);
    const bytes = readFileSync(file);
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(bytes.toString("utf8")).not.toContain("application/vnd.plotly");
    expect(await dialog.innerText()).toContain(createHash("sha256").update(bytes).digest("hex"));
    expect(await dialog.innerText()).toContain("No check has been run");
    const { stdout } = spawnSync("node_modules/.bin/nablab", ["check", file], { cwd: root, encoding: "utf8" });
    expect(stdout).toContain("sigmoid");
    await page.close();
  }, 180_000);

  it("works without a network after the first visit", async () => {
    const page = await open();
    // The list is in the cache when its last file is.
    const list: string[] = JSON.parse(readFileSync(path.join(site, "cached.json"), "utf8"));
    const last = JSON.stringify(new URL(list.at(-1)!, server.address).href);
    await expect
      .poll(() => page.evaluate(`caches.match(${last}).then((found) => found !== undefined)`), {
        timeout: 120_000,
        interval: 1000,
      })
      .toBe(true);
    server.close();
    await page.reload();
    await cellOf(page, 0).locator(".cm-content").waitFor({ timeout: 60_000 });
    await run(page, 0);
    await run(page, 1, "const { XTrain } = loadMnist({ digits: [3, 8], train: 4, test: 2 }); XTrain.shape");
    expect(await cellOf(page, 1).locator(".jp-OutputArea").innerText()).toContain("[ 784, 4 ]");
    await page.close();
  }, 240_000);
});
