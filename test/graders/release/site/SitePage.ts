import { readFileSync } from "node:fs";
import { type BrowserContext, chromium, type Locator, type Page } from "playwright-core";
import { findChromium } from "../../../browser/findChromium";

/** A browser with a profile of its own, which is kept between pages, as a learner's is. */
export function startBrowser(profile: string, ...args: string[]): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: ["--no-sandbox", ...args],
    acceptDownloads: true,
  });
}

/** The notebook that is in front, where several are open. */
const front = ".jp-NotebookPanel:not(.lm-mod-hidden)";

/** A notebook of a site, open in a page. */
export class SitePage {
  constructor(readonly page: Page) {}

  /** @param address of the site's folder */
  static async open(context: BrowserContext, address: string, notebook: string, app = "notebooks"): Promise<SitePage> {
    const site = new SitePage(await context.newPage());
    await site.page.goto(`${address}${app}/index.html?path=${notebook}`);
    await site.isShown();
    return site;
  }

  async isShown(): Promise<void> {
    await this.cell(0).locator(".cm-content").waitFor({ timeout: 60_000 });
  }

  /** Opens another notebook beside this one, in JupyterLab. */
  async openBeside(notebook: string): Promise<void> {
    await this.page.locator(".jp-DirListing-item", { hasText: notebook }).dblclick();
    await this.page
      .locator(".lm-TabBar-tab.lm-mod-current", { hasText: notebook })
      .first()
      .waitFor({ timeout: 60_000 });
    await this.isShown();
  }

  /** Waits until the kernel is there, and has nothing to do; the page shows the latter before. */
  async untilIdle(): Promise<void> {
    const status = "globalThis.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status";
    await this.page.waitForFunction(`${status} === "idle"`, undefined, { timeout: 60_000 });
  }

  /** A code cell. */
  cell(index: number): Locator {
    return this.page.locator(`${front} .jp-CodeCell`).nth(index);
  }

  /** The code cell that contains a text. */
  cellWith(text: string): Locator {
    return this.page.locator(`${front} .jp-CodeCell`, { hasText: text }).first();
  }

  /** Puts a text into a cell. */
  async write(cell: Locator, code: string): Promise<void> {
    await cell.locator(".cm-content").click();
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.insertText(code);
  }

  /** Runs a cell, with another text if one is given, and waits until it is done. */
  async run(index: number, code?: string): Promise<void> {
    const cell = this.cell(index);
    if (code === undefined) await cell.locator(".cm-content").click();
    else await this.write(cell, code);
    await this.page.keyboard.press("Control+Enter");
    await cell.locator(".jp-InputPrompt", { hasText: /\[\d+\]:/ }).waitFor({ timeout: 60_000 });
  }

  output(index: number): Promise<string> {
    return this.cell(index).locator(".jp-OutputArea").innerText();
  }

  /** Hands the notebook in: the file that is downloaded, and what the page says of it. */
  async handIn(): Promise<{ bytes: Buffer; dialog: string }> {
    const button = this.page.getByRole("button", { name: "Hand in" });
    const [download] = await Promise.all([this.page.waitForEvent("download"), button.click()]);
    const dialog = this.page.locator(".jp-Dialog");
    await dialog.waitFor();
    return { bytes: readFileSync(await download.path()), dialog: await dialog.innerText() };
  }

  /** Waits until a site's files are in the browser's cache: the page notes down which, once all of them are. */
  async untilCached(): Promise<void> {
    const isDone = 'Object.keys(localStorage).some((key) => key.startsWith("nablab-cached"))';
    await this.page.waitForFunction(isDone, undefined, { timeout: 120_000, polling: 1000 });
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
