import { setTimeout as sleep } from "node:timers/promises";
import { cachedList } from "../../../../src/lite/SiteOptions";
import type { Tab } from "../../../browser/engines/Tab";

/** What a page of JupyterLab is asked for, by its own commands; it is put into the page. */
const helpers = `
  globalThis.panel = () => jupyterapp.shell.currentWidget;
  globalThis.codeCells = () => panel().content.widgets.filter(({ model }) => model.type === "code");
  globalThis.cellWith = (text) => codeCells().findIndex(({ model }) => model.sharedModel.source.includes(text));
  globalThis.outputOf = (index) => codeCells()[index].node.querySelector(".jp-OutputArea").innerText;
  globalThis.write = (index, source) => codeCells()[index].model.sharedModel.setSource(source);
  globalThis.start = (index) => {
    const notebook = panel().content;
    notebook.activeCellIndex = notebook.widgets.indexOf(codeCells()[index]);
    return jupyterapp.commands.execute("notebook:run-cell");
  };
  globalThis.labelled = (label, within) => [...document.querySelectorAll(within + " *")]
    .find((each) => each.textContent === label && each.children.length === 0);
  globalThis.files = [];
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => { if (/ipynb/.test(blob.type)) files.push(blob); return create.call(URL, blob); };
`;

/** For the head of a page: it collects what goes wrong in it, and which addresses it asks for. */
export const watchPage = `<script>
  globalThis.complaints = [];
  addEventListener("error", (event) => complaints.push(event.message ?? "not loaded: " + event.target.outerHTML), true);
  addEventListener("unhandledrejection", ({ reason }) => complaints.push(String(reason)));
  const { error } = console;
  console.error = (...args) => { complaints.push(args.join(" ")); error(...args); };
  globalThis.asked = [];
  new PerformanceObserver((list) => asked.push(...list.getEntries().map(({ name }) => name)))
    .observe({ type: "resource", buffered: true });
</script>`;

/** A notebook of a site in any browser. */
export class SiteTab {
  private constructor(private readonly tab: Tab) {}

  /** @param address of the site's folder */
  static async open(tab: Tab, address: string, notebook: string): Promise<SiteTab> {
    await tab.go(`${address}notebooks/index.html?path=${notebook}`);
    return SiteTab.shownIn(tab);
  }

  /** A notebook whose page has been asked for. */
  static async shownIn(tab: Tab): Promise<SiteTab> {
    const site = new SiteTab(tab);
    await site.until('jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === "idle"', "the kernel");
    await site.evaluate(`(() => { ${helpers} })()`);
    return site;
  }

  evaluate<Value>(expression: string): Promise<Value> {
    return this.tab.evaluate(expression);
  }

  /** Waits until an expression, or its promise, is true in the page; where it cannot be evaluated, it is not. */
  async until(condition: string, what: string, seconds = 60): Promise<void> {
    const isTrue = `(async () => { try { return Boolean(await (${condition})); } catch { return false; } })()`;
    for (const end = performance.now() + seconds * 1000; performance.now() < end; await sleep(50)) {
      // A page that is being loaded answers nothing.
      if (await this.evaluate<boolean>(isTrue).catch(() => false)) return;
    }
    throw new Error(`waited in vain for ${what}`);
  }

  write(index: number, source: string): Promise<void> {
    return this.evaluate(`write(${index}, ${JSON.stringify(source)})`);
  }

  /** The index of the code cell that contains a text. */
  cellWith(text: string): Promise<number> {
    return this.evaluate(`cellWith(${JSON.stringify(text)})`);
  }

  /** Adds a code cell below the active one, and runs it. */
  async insertBelow(source: string): Promise<void> {
    // Which cell is active changes once more where the focus comes late.
    await this.evaluate(`(async () => {
      const { content } = panel();
      const before = new Set(content.widgets);
      await jupyterapp.commands.execute("notebook:insert-cell-below");
      const added = content.widgets.find((cell) => !before.has(cell));
      added.model.sharedModel.setSource(${JSON.stringify(source)});
      content.activeCellIndex = content.widgets.indexOf(added);
      await jupyterapp.commands.execute("notebook:run-cell");
    })()`);
  }

  /** The texts of all cells. */
  sources(): Promise<string> {
    return this.evaluate('panel().content.widgets.map(({ model }) => model.sharedModel.source).join("\\n\\n")');
  }

  source(index: number): Promise<string> {
    return this.evaluate(`codeCells()[${index}].model.sharedModel.source`);
  }

  /** Starts a cell, and does not wait for it. */
  start(index: number): Promise<void> {
    return this.evaluate(`void start(${index})`);
  }

  /** Runs a cell, with another text if one is given; returns what it shows. */
  async run(index: number, source?: string): Promise<string> {
    if (source !== undefined) await this.write(index, source);
    await this.evaluate(`start(${index}).then(() => undefined)`);
    await sleep(300);
    return this.output(index);
  }

  /** Waits until a figure is drawn below a cell. */
  async untilDrawn(index: number): Promise<void> {
    // JupyterLab draws what is in view.
    await this.evaluate(`void panel().content.scrollToItem(panel().content.widgets.indexOf(codeCells()[${index}]))`);
    await this.until(`codeCells()[${index}].node.querySelector(".js-plotly-plot .main-svg")`, "a figure");
  }

  output(index: number): Promise<string> {
    return this.evaluate(`outputOf(${index})`);
  }

  /** Presses the button with this label, once it is there. */
  async press(label: string, within = ".jp-Dialog"): Promise<void> {
    const button = `labelled(${JSON.stringify(label)}, ${JSON.stringify(within)})`;
    await this.until(button, `the button ${label}`, 120);
    await this.evaluate(`void ${button}.click()`);
  }

  /** Writes into the field of a dialog that has this label. */
  async fill(label: string, text: string): Promise<void> {
    const field = `document.querySelector('.jp-Dialog [aria-label=${JSON.stringify(label)}]')`;
    await this.until(field, `the field ${label}`);
    await this.evaluate(`void (${field}.value = ${JSON.stringify(text)})`);
  }

  /** Waits for a text in a dialog; returns all that it says. */
  async dialog(text: string): Promise<string> {
    const said = 'document.querySelector(".jp-Dialog").innerText';
    await this.until(`${said}.includes(${JSON.stringify(text)})`, `a dialog with "${text}"`, 120);
    return this.evaluate(said);
  }

  /** The file that the page lets the browser download, as text. */
  async downloaded(): Promise<string> {
    await this.until("files.length > 0", "a file");
    return this.evaluate("files.pop().text()");
  }

  /** Waits until all of a site's files are in the browser's cache; a page that is left early notes down some of them. */
  untilCached(): Promise<void> {
    const isDone = `(async () => {
      const root = new URL("..", location.href);
      const listed = await (await fetch(new URL(${JSON.stringify(cachedList)}, root))).json();
      const cached = JSON.parse(localStorage.getItem("nablab-cached:" + root.href));
      return Object.keys(listed).every((file) => file in cached);
    })()`;
    return this.until(isDone, "the cache", 120);
  }

  /** Waits until everything is saved, which JupyterLab does every ten seconds. */
  untilSaved(): Promise<void> {
    return this.until("!panel().context.model.dirty", "the file", 60);
  }
}
