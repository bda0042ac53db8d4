import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../../../graders/course/folderOf";
import { inEngine, otherEngines } from "../../../browser/engines/engines";
import { inChromium, noChromium } from "../../../browser/findChromium";
import { SitePage } from "./SitePage";
import { SiteTab } from "./SiteTab";
import { useChromium, useSite } from "./useSite";

const file = "01-straight-line.ipynb";
const slope = "return np.add(np.multiply(w, X), b);";

/** A course, two releases of its site, and one of them where browsers see it. */
const used = useSite(({ folder }) => {
  const course = path.join(folder, "lines");
  const nablab = (cwd: string, ...args: string[]) =>
    execFileSync(process.execPath, [path.join(root, "graders/cli/run.js"), ...args], { cwd, encoding: "utf8" });
  nablab(folder, "new-course", "lines", "--title", "Lines");
  // What `npm install` would do, and the environment with JupyterLite that the repository has.
  nablab(root, "release", "logistic-regression", "--site", path.join(folder, "unused"));
  symlinkSync(path.join(root, "node_modules"), path.join(course, "node_modules"));
  mkdirSync(path.join(course, ".venv"), { recursive: true });
  symlinkSync(path.join(root, ".venv/site"), path.join(course, ".venv/site"));
  nablab(course, "new", "straight-line");
  nablab(course, "release", "--site", path.join(folder, "old"));

  const source = path.join(course, "assignments/01-straight-line/notebook.ts");
  const text = readFileSync(source, "utf8");
  expect(text).toContain("## The data");
  writeFileSync(source, text.replace("## The data", "## The data, explained anew"));
  nablab(course, "build");
  nablab(course, "release", "--site", path.join(folder, "new"));
});

/** Puts a release where the one before it was. */
function publish(release: "old" | "new"): void {
  rmSync(used.site, { recursive: true, force: true });
  cpSync(path.join(used.folder, release), used.site, { recursive: true });
}

const written = `function predictLine(w: NDArray, X: NDArray, b: number): NDArray {\n${slope}\n}`;

describe.skipIf(noChromium !== null)(inChromium("a new release of a site"), () => {
  const chromium = useChromium(used);

  it("is offered beside the learner's notebook, with the functions and cells that are the learner's", async () => {
    publish("old");
    const before = await SitePage.open(chromium.context, used.server.address, file);
    await before.run(0);
    const exercise = before.cellWith("function predictLine");
    await before.write(exercise, written);
    await before.page.keyboard.press("Escape");
    await before.page.keyboard.press("b");
    await before.page.keyboard.press("Enter");
    await before.page.keyboard.insertText("const tried = 12345;");
    await before.page.keyboard.press("Control+Enter");
    await before.untilCached();
    await before.page.keyboard.press("Control+S");
    await before.page.waitForTimeout(1000);
    await before.close();

    publish("new");

    // The page that comes from the cache finds the new files, and says so.
    const renewing = await SitePage.open(chromium.context, used.server.address, file);
    await renewing.page.getByRole("button", { name: "Reload" }).click({ timeout: 120_000 });
    await renewing.page.waitForLoadState();
    await renewing.page.getByText("There is a new version of this notebook").waitFor({ timeout: 60_000 });
    await renewing.page.getByRole("button", { name: "Put it beside mine" }).click();
    const done = renewing.page.locator(".jp-Dialog", { hasText: "The new version is 01-straight-line-2.ipynb" });
    await done.waitFor({ timeout: 60_000 });
    expect(await done.innerText()).toContain("Carried over: predictLine.");
    expect(await done.innerText()).toContain("Also a cell that you added");
    await done.getByRole("button", { name: "Open it" }).click();
    await renewing.page.waitForURL(/straight-line-2/);
    await renewing.isShown();
    // JupyterLab shows one cell after the other.
    const shows = (site: SitePage, text: string) =>
      site.page.locator(".jp-Notebook").getByText(text).filter({ visible: true }).first().waitFor({ timeout: 60_000 });
    for (const text of ["explained anew", slope, "const tried = 12345;"]) await shows(renewing, text);
    await renewing.close();

    const mine = await SitePage.open(chromium.context, used.server.address, file);
    for (const text of ["The data", slope, "const tried = 12345;"]) await shows(mine, text);
    expect(await mine.page.locator(".jp-Notebook").innerText()).not.toContain("explained anew");
    expect(await mine.page.getByRole("button", { name: "New version" }).count()).toBe(1);
    await mine.close();
  }, 300_000);
});

for (const engine of otherEngines) {
  describe.skipIf(engine.skipped !== null)(inEngine(engine, "a new release of a site"), () => {
    it("is offered beside the learner's notebook, with the functions and cells that are the learner's", async () => {
      publish("old");
      const tab = await engine.open();
      try {
        const before = await SiteTab.open(tab, used.server.address, file);
        await before.run(0);
        await before.run(await before.cellWith("function predictLine"), written);
        await before.insertBelow("const tried = 12345;");
        await before.untilCached();
        await before.untilSaved();

        publish("new");
        // The page that comes from the cache finds the new files, and says so.
        const cached = await SiteTab.open(tab, used.server.address, file);
        await cached.press("Reload", "body");
        await cached.until("globalThis.panel === undefined", "another page");
        const renewing = await SiteTab.shownIn(tab);
        await renewing.dialog("There is a new version of this notebook");
        await renewing.press("Put it beside mine");
        const done = await renewing.dialog("The new version is 01-straight-line-2.ipynb");
        expect(done).toContain("Carried over: predictLine.");
        expect(done).toContain("Also a cell that you added");
        await renewing.press("Open it");
        await renewing.until('location.search.includes("straight-line-2")', "the new notebook");
        const beside = await SiteTab.shownIn(tab);
        const texts = await beside.sources();
        for (const text of ["explained anew", slope, "const tried = 12345;"]) expect(texts).toContain(text);

        const mine = await SiteTab.open(tab, used.server.address, file);
        const old = await mine.sources();
        for (const text of ["The data", slope, "const tried = 12345;"]) expect(old).toContain(text);
        expect(old).not.toContain("explained anew");
        await mine.until('labelled("New version", ".jp-Toolbar")', "the button");
      } finally {
        await tab.close();
      }
    }, 300_000);
  });
}
