import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "./findChromium";
import { NotebookPage } from "./NotebookPage";
import { type Lab, missingForLab, startLab } from "./startLab";

const executablePath = findChromium();
const missing = executablePath === undefined ? "Chromium (set NABLAB_CHROMIUM to its path)" : missingForLab();
if (missing !== undefined) console.warn(`The tests in JupyterLab are skipped: there is no ${missing}`);

const cells = [
  'import { np, plot, progress } from "nablab";\n/** Halves a number. */\nfunction half(x: number) { return x / 2; }',
  "",
  "",
  'plot.line([3, 1, 2], { title: "Cost" })',
  "let steps = 0;\nfor (const step of progress(1e9)) steps = step;",
  "steps > 0",
  "let right = 1;\nconst n: number = 'one';",
];
const clean = ["let count = 0;", "count += 1;\ncount"];

describe.skipIf(missing !== undefined)("in JupyterLab", () => {
  let lab: Lab;
  let browser: Browser;
  let page: Page;
  let notebook: NotebookPage;

  beforeAll(async () => {
    lab = await startLab({ "behaviour.ipynb": cells, "clean.ipynb": clean });
    const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
    browser = await chromium.launch({ executablePath, args });
    // Tall, so that no cell is out of sight, where JupyterLab does not draw it.
    page = await browser.newPage({ viewport: { width: 1300, height: 1800 } });
    page.setDefaultTimeout(60_000);
    notebook = new NotebookPage(page);
    await notebook.open(lab.notebook("behaviour.ipynb"));
    await notebook.run(0);
    await notebook.hasRun(0, 1);
  }, 200_000);
  afterAll(async () => {
    await browser?.close();
    await lab?.stop();
  }, 30_000);

  it("colours the syntax", async () => {
    const keyword = notebook.editor(0).locator("span", { hasText: /^import$/ });
    expect(await notebook.colorOf(keyword)).not.toBe(await notebook.colorOf(notebook.editor(0)));
  }, 60_000);

  it("completes with Tab", async () => {
    await notebook.type(1, "np.zer");
    await page.keyboard.press("Tab");
    const offered = page.locator(".jp-Completer-item");
    await offered.first().waitFor();
    expect(await offered.locator(".jp-Completer-match").allTextContents()).toEqual(["zeros", "zerosLike"]);
    await page.keyboard.press("Enter");
    await notebook.editor(1).filter({ hasText: "np.zeros" }).waitFor();
  }, 60_000);

  it("documents a learner's function with Shift-Tab", async () => {
    await notebook.type(2, "half");
    await page.keyboard.press("Shift+Tab");
    const shown = page.locator(".jp-Tooltip");
    // The tooltip comes first, what it says a moment later.
    await shown.getByText("Halves a number.").waitFor();
    expect(await shown.textContent()).toMatch(/function half\(x: number\): number.*Halves a number\./s);
    await page.keyboard.press("Escape");
  }, 60_000);

  it("draws a plot", async () => {
    await notebook.run(3);
    const figure = notebook.output(3).locator("svg.main-svg").first();
    await figure.waitFor();
    await notebook.output(3).getByText("Cost").waitFor();
    expect(await notebook.output(3).locator("svg path.js-line").count()).toBe(1);
    // As wide as the page allows, not as wide as plotly makes a figure that it does not see.
    await expect.poll(async () => (await figure.boundingBox())?.width).toBeGreaterThan(800);
  }, 60_000);

  it("asks nobody about news", async () => {
    // JupyterLab asks when its settings are read, before the notebook is.
    expect(await page.getByText("official Jupyter news").count()).toBe(0);
  });

  it("moves the progress bar while a synchronous loop runs, and interrupts the loop; variables survive", async () => {
    await notebook.run(4);
    const bar = notebook.output(4).first();
    const atFirst = await bar.textContent();
    await expect.poll(() => bar.textContent(), { timeout: 50_000 }).not.toBe(atFirst);
    await notebook.kernelIs("Busy");
    await notebook.press("notebook:interrupt-kernel");
    await notebook.output(4).getByText("KeyboardInterrupt").waitFor();
    await notebook.run(5);
    await notebook.output(5).getByText("true").waitFor();
  }, 120_000);

  it("shows the code and the place of a type error", async () => {
    await notebook.run(6);
    await notebook.output(6).waitFor();
    const lines = (await notebook.output(6).innerText()).split("\n");
    expect(lines[0]).toMatch(/^Cell \[\d+\], line 2: error TS2322: Type 'string' is not assignable to type 'number'/);
    const [source, caret] = lines.slice(lines.findIndex((line) => line.includes("const n")));
    expect(caret.indexOf("^")).toBe(source.indexOf("n:"));
  }, 60_000);

  it("restarts and runs all cells in a fresh scope", async () => {
    await notebook.open(lab.notebook("clean.ipynb"));
    await notebook.run(0);
    await notebook.run(1);
    await notebook.run(1);
    await notebook.hasRun(1, 3);
    await notebook.output(1).getByText("2").waitFor();
    await notebook.press("notebook:restart-run-all");
    await notebook.confirm();
    await notebook.hasRun(1, 2);
    await notebook.output(1).getByText("1").waitFor();
  }, 120_000);
});
