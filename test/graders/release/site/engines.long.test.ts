import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import os from "node:os";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNotebook } from "../../../../graders/authoring/execution/runNotebook";
import { root } from "../../../../graders/course/folderOf";
import { type Engine, inEngine, otherEngines } from "../../../browser/engines/engines";
import type { Tab } from "../../../browser/engines/Tab";
import { SiteTab, watchPage } from "./SiteTab";
import { type SiteServer, serveSite } from "./serveSite";
import { useSite } from "./useSite";

const name = "01-logistic-regression.ipynb";

/** Cells that must show the same on a site as in Node. */
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

const used = useSite(({ site }) => {
  const release = ["release", "logistic-regression", "--site", site];
  execFileSync("node_modules/.bin/nablab", release, { cwd: root });
});

function testSite(engine: Engine): void {
  describe.skipIf(engine.skipped !== null)(inEngine(engine, "a site"), () => {
    let server: SiteServer;
    let tab: Tab;
    beforeAll(async () => {
      server = await serveSite(used.site, watchPage);
      tab = await engine.open();
    }, 60_000);
    afterAll(async () => {
      await tab?.close();
      server?.close();
    });

    const open = () => SiteTab.open(tab, server.address, name);

    it("opens a notebook from the list, shows figures, and asks nobody else for anything", async () => {
      await tab.go(server.address);
      await tab.evaluate(`void document.querySelector('a[href*="${name}"]').click()`);
      const site = await SiteTab.shownIn(tab);
      expect(await site.run(0)).toBe("");
      await site.run(1, 'plot.line({ x: [1, 2], y: [3, 4] }, { title: "A line" }); console.log("printed", 1 + 1);');
      await site.untilDrawn(1);
      expect(await site.output(1)).toContain("printed 2");
      const { origin } = new URL(server.address);
      const asked = await site.evaluate<string[]>("asked");
      expect(asked.length).toBeGreaterThan(50);
      const strangers = asked.filter(
        (url) => !url.replace(/^blob:/, "").startsWith(origin) && !url.startsWith("data:"),
      );
      const complaints = await site.evaluate<string[]>("complaints");
      expect({ strangers, complaints, missing: server.missing }).toEqual({
        strangers: [],
        complaints: [],
        missing: [],
      });
    }, 180_000);

    it("shows in cells what Node shows, errors with their lines among it", async () => {
      const inNode = runNotebook(cells, { directory: os.tmpdir(), keepGoing: true });
      const site = await open();
      const shown: string[] = [];
      for (const cell of cells) shown.push(await site.run(1, cell));
      const expected = (await inNode).map(({ text, traceback }) =>
        stripVTControlCharacters(traceback?.join("\n") ?? text),
      );
      expect(shown.map(unnumbered)).toEqual(expected.map(unnumbered));
    }, 180_000);

    it("interrupts an endless loop by JupyterLab's command, and keeps the variables", async () => {
      const site = await open();
      await site.run(1, "const kept = 42;");
      await site.write(2, 'console.log("it runs"); while (true) {}');
      await site.start(2);
      await site.until('outputOf(2).includes("it runs")', "the loop");
      await site.evaluate('void jupyterapp.commands.execute("notebook:interrupt-kernel")');
      await site.until('outputOf(2).includes("KeyboardInterrupt")', "the interrupt");
      expect(await site.run(1, "kept")).toContain("42");
    }, 180_000);

    it("hands in a small file without figures, and shows its SHA-256", async () => {
      const site = await open();
      await site.run(0);
      await site.run(1, 'plot.line({ x: [1, 2], y: [3, 4] }, { title: "A line" });');
      await site.untilDrawn(1);
      await site.press("Hand in", ".jp-Toolbar");
      const file = await site.downloaded();
      expect(await site.dialog("SHA-256")).toContain(createHash("sha256").update(file).digest("hex"));
      expect(JSON.parse(file).metadata.nablab.assignment).toBe("logistic-regression");
      expect(file).toContain("A line");
      expect(file).not.toContain("application/vnd.plotly");
      expect(file.length).toBeLessThan(1_000_000);
    }, 180_000);

    it("works without a network after one visit", async () => {
      // Another port, and so a site where the browser has never been.
      const other = await serveSite(used.site, watchPage);
      const visit = () => SiteTab.open(tab, other.address, name);
      await (await visit()).untilCached();
      other.close();
      const site = await visit();
      expect(await site.run(0)).toBe("");
      expect(await site.run(1, "np.dot([1, 2], [3, 4])")).toContain("11");
      const digits = "const { XTrain } = loadMnist({ digits: [0, 1], train: 20, test: 10 }); XTrain.shape";
      expect(await site.run(1, digits)).toContain("784");
    }, 180_000);

    it("has work and figures when it is opened again, also after a cell has ended the page", async () => {
      const before = await open();
      await before.run(0);
      await before.run(1, 'plot.line({ x: [1, 2], y: [3, 4] }, { title: "Kept" });');
      await before.untilDrawn(1);
      await before.write(2, "const mine = 'written just now'; while (true) {}");
      await before.start(2);
      await before.untilSaved();
      await tab.crash();
      const after = await open();
      expect(await after.source(2)).toContain("written just now");
      await after.untilDrawn(1);
      expect(await after.output(1)).toContain("Kept");
    }, 180_000);
  });
}

for (const engine of otherEngines) testSite(engine);

/** Cells have other numbers in the two notebooks. */
function unnumbered(text: string): string {
  return text.replaceAll(/\[\d+\]/g, "[n]").trimEnd();
}
