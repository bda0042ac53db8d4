import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNotebook } from "../../../../graders/authoring/execution/runNotebook";
import { root } from "../../../../graders/course/folderOf";
import { findProgram } from "../../../browser/engines/findProgram";
import { openFirefox } from "../../../browser/engines/openFirefox";
import { openWebKit } from "../../../browser/engines/openWebKit";
import type { Tab } from "../../../browser/engines/Tab";
import { type SiteServer, serveSite } from "./serveSite";

const firefox = findProgram("firefox-esr", "firefox");
const xvfb = findProgram("Xvfb");
const driver = findProgram("WebKitWebDriver");
const browser = findProgram("/usr/lib/*/webkit2gtk-4.*/MiniBrowser", "/usr/libexec/webkit2gtk-4.*/MiniBrowser");

interface Engine {
  name: string;
  /** Undefined where it is not installed. */
  open?: () => Promise<Tab>;
  /** What to install. */
  packages: string;
}

const engines: Engine[] = [
  {
    name: "Firefox",
    open: firefox === undefined ? undefined : () => openFirefox(firefox),
    packages: "firefox-esr",
  },
  {
    name: "WebKit",
    open: xvfb && driver && browser ? () => openWebKit({ xvfb, driver, browser }) : undefined,
    packages: "webkit2gtk-driver and xvfb",
  },
];

const folder = mkdtempSync(path.join(os.tmpdir(), "nablab-site-engines-"));
let server: SiteServer;

beforeAll(async () => {
  if (engines.every(({ open }) => !open)) return;
  const site = path.join(folder, "site");
  execFileSync("node_modules/.bin/nablab", ["release", "logistic-regression", "--site", site], { cwd: root });
  server = await serveSite(site);
}, 300_000);
afterAll(() => {
  server?.close();
  rmSync(folder, { recursive: true });
});

/** Helpers in the page, which uses JupyterLab's own commands: `run` waits for the cell, `start` does not. */
const helpers = `
  globalThis.until = async (condition, what) => {
    for (const from = performance.now(); performance.now() < from + 60_000; ) {
      try { if (condition()) return true; } catch {}
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error("waited in vain for " + what);
  };
  globalThis.codeCells = () => jupyterapp.shell.currentWidget.content.widgets.filter(({ model }) => model.type === "code");
  globalThis.outputOf = (index) => codeCells()[index].node.querySelector(".jp-OutputArea").innerText;
  globalThis.start = (index, source) => {
    const notebook = jupyterapp.shell.currentWidget.content;
    const cell = codeCells()[index];
    if (source !== undefined) cell.model.sharedModel.setSource(source);
    notebook.activeCellIndex = notebook.widgets.indexOf(cell);
    return jupyterapp.commands.execute("notebook:run-cell");
  };
  globalThis.run = async (index, source) => {
    await start(index, source);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return outputOf(index);
  };
  globalThis.blobs = [];
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => { if (/ipynb/.test(blob.type)) blobs.push(blob); return create.call(URL, blob); };
`;

describe.each(engines)("a site in $name", ({ name, open, packages }) => {
  const title = open ? "" : ` (skipped: no ${name} found, install ${packages})`;

  it.skipIf(!open)(
    `shows errors with their lines, interrupts, and hands in${title}`,
    async () => {
      const tab = await open!();
      const run = (index: number, source?: string) =>
        tab.evaluate<string>(`run(${index}, ${source === undefined ? "undefined" : JSON.stringify(source)})`);
      try {
        await tab.go(`${server.address}notebooks/index.html?path=01-logistic-regression.ipynb`);
        await tab.evaluate(`(() => { ${helpers} })()`);
        await tab.evaluate(
          'until(() => jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === "idle", "the kernel")',
        );
        expect(await run(0)).toBe("");

        const cells = [
          "const half = (x: number) => x / 2;\nhalf('4');",
          "const broken = ;",
          "function outer() {\n  throw new RangeError('mine');\n}\nouter();",
          // Calls that other engines leave out, or place elsewhere.
          "class Net {\n  get cost(): number { return this.forward(2); }\n  forward(x: number): number { throw new TypeError('wrong'); }\n}\nconst net = new Net();",
          "const costs = [1].map((x) => net.forward(x));\ncosts.at(0);",
          "class OwnError extends Error { constructor() { super('own'); } }\nconst fail = () => { throw new OwnError(); };\nfail();",
          "const later = async () => { throw new Error('outer', { cause: new RangeError('inner') }); };\nawait later();",
          "setTimeout(() => fail(), 1); await new Promise((resolve) => setTimeout(resolve, 50));",
          "function traced() { console.trace('here'); }\ntraced();",
          "const made = new Error('shown'); console.log(made, { made });",
          "console.log([1, 2], { a: 1 });",
        ];
        const inNode = await runNotebook(cells, { directory: os.tmpdir(), keepGoing: true });
        for (const [i, cell] of cells.entries()) {
          const { text, traceback } = inNode[i];
          const expected = stripVTControlCharacters(traceback?.join("\n") ?? text);
          expect.soft(unnumbered(await run(1, cell)), cell).toBe(unnumbered(expected));
        }

        await run(1, "const kept = 42;");
        await tab.evaluate('void start(2, "console.log(\\"it runs\\"); while (true) {}")');
        await tab.evaluate('until(() => outputOf(2).includes("it runs"), "the loop")');
        const took = await tab.evaluate<number>(
          `(async () => { const from = performance.now(); void jupyterapp.commands.execute("notebook:interrupt-kernel"); await until(() => outputOf(2).includes("KeyboardInterrupt"), "the interrupt"); return performance.now() - from; })()`,
        );
        expect(took).toBeGreaterThan(0);
        expect(await run(1, "kept")).toContain("42");

        await tab.evaluate(
          'void [...document.querySelectorAll(".jp-Toolbar *")].find((each) => each.textContent === "Hand in" && each.children.length === 0).click()',
        );
        await tab.evaluate('until(() => blobs.length > 0 && document.querySelector(".jp-Dialog"), "the hand-in")');
        const file = await tab.evaluate<string>("blobs[0].text()");
        const dialog = await tab.evaluate<string>('document.querySelector(".jp-Dialog").innerText');
        expect(dialog).toContain(createHash("sha256").update(file).digest("hex"));
        expect(JSON.parse(file).metadata.nablab.assignment).toBe("logistic-regression");
      } finally {
        await tab.close();
      }
    },
    300_000,
  );
});

/** Cells have other numbers in the two notebooks. */
function unnumbered(text: string): string {
  return text.replaceAll(/\[\d+\]/g, "[n]").trimEnd();
}
