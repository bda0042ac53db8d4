import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { environmentProgram } from "../../graders/cli/lab/virtualEnvironment";
import { specFolder, writeKernelSpec } from "../../src/kernel/node/spec";
import { findChromium } from "./findChromium";
import { missingForLab, notebookOf } from "./startLab";

const executablePath = findChromium();
const missing = executablePath === undefined ? "Chromium (set NABLAB_CHROMIUM to its path)" : missingForLab();
const environment = path.resolve(__dirname, "../../.venv");
const folder = mkdtempSync(path.join(os.tmpdir(), "nablab-page-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cells = [
  'import { np, plot } from "nablab";\nplot.line([3, 1, 2], { title: "Cost" });',
  'plot.scatter(np.random.randn(2, 50), np.zeros([1, 50]), { title: "Points" });',
];

it.skipIf(missing !== undefined)(
  "an exported page shows its figures from the disk, without any network",
  async () => {
    writeKernelSpec(specFolder(folder));
    const notebook = path.join(folder, "figures.ipynb");
    writeFileSync(notebook, notebookOf(cells));
    const options = ["--execute", "--to", "html", notebook];
    const env = { ...process.env, JUPYTER_PATH: path.join(folder, "share/jupyter") };
    await promisify(execFile)(environmentProgram(environment, "jupyter-nbconvert"), options, { env });
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
    try {
      const context = await browser.newContext({ offline: true });
      const page = await context.newPage();
      await page.goto(pathToFileURL(path.join(folder, "figures.html")).href);
      const figures = page.locator(".jp-OutputArea-output img");
      expect(await figures.count()).toBe(2);
      const widths = await figures.evaluateAll((images) => images.map((image) => Reflect.get(image, "naturalWidth")));
      expect(widths).toEqual([1050, 1050]);
    } finally {
      await browser.close();
    }
  },
  120_000,
);
