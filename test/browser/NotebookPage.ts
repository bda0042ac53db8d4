import type { Locator, Page } from "playwright-core";

/** A notebook in JupyterLab, as a learner sees and uses it. */
export class NotebookPage {
  private readonly panel: Locator;

  constructor(private readonly page: Page) {
    this.panel = page.locator(".jp-NotebookPanel");
  }

  /** Opens a notebook; resolves when its kernel is idle. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.kernelIs("Idle");
    // Until the file is read, JupyterLab has an empty notebook under a spinner.
    await this.panel.locator(".jp-Spinner").waitFor({ state: "detached" });
  }

  /** Waits until the status bar says what the kernel does. */
  async kernelIs(state: "Idle" | "Busy"): Promise<void> {
    await this.page.locator("#jp-main-statusbar").getByText(`TypeScript (nablab) | ${state}`).waitFor();
  }

  /** The cell at an index, from 0. */
  cell(index: number): Locator {
    return this.panel.locator(".jp-Notebook .jp-Cell").nth(index);
  }

  editor(index: number): Locator {
    return this.cell(index).locator(".cm-content");
  }

  output(index: number): Locator {
    return this.cell(index).locator(".jp-OutputArea-output");
  }

  colorOf(text: Locator): Promise<string> {
    return text.evaluate((element) => element.ownerDocument.defaultView.getComputedStyle(element).color);
  }

  /** Runs a cell with Shift-Enter, and does not wait for it. */
  async run(index: number): Promise<void> {
    await this.editor(index).click();
    await this.page.keyboard.press("Shift+Enter");
  }

  /** Waits until a cell has run as the `count`-th. */
  async hasRun(index: number, count: number): Promise<void> {
    await this.cell(index)
      .locator(".jp-InputPrompt", { hasText: `[${count}]:` })
      .waitFor();
  }

  /** Writes into an empty cell, and leaves the cursor behind it. */
  async type(index: number, text: string): Promise<void> {
    await this.editor(index).click();
    await this.page.keyboard.type(text);
  }

  /** Presses a button of the notebook's toolbar. */
  async press(command: "notebook:interrupt-kernel" | "notebook:restart-run-all"): Promise<void> {
    await this.panel.locator(`.jp-NotebookPanel-toolbar [data-command="${command}"]`).first().click();
  }

  async confirm(): Promise<void> {
    await this.page.locator(".jp-Dialog .jp-mod-accept").click();
  }
}
