import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../../../graders/course/folderOf";
import { inChromium, noChromium } from "../../../browser/findChromium";
import { SitePage, startBrowser } from "./SitePage";
import { type SiteServer, serveSite } from "./serveSite";

const file = "01-straight-line.ipynb";
const slope = "return np.add(np.multiply(w, X), b);";

describe.skipIf(noChromium !== null)(inChromium("a new release of a site"), () => {
  const folder = mkdtempSync(path.join(tmpdir(), "nablab-site-update-"));
  const course = path.join(folder, "lines");
  const site = path.join(folder, "site");
  let server: SiteServer;
  let context: BrowserContext;

  const nablab = (cwd: string, ...args: string[]) =>
    execFileSync(process.execPath, [path.join(root, "graders/cli/run.js"), ...args], { cwd, encoding: "utf8" });

  /** What `npm install` would do, and the environment with JupyterLite that the repository has. */
  const install = (): void => {
    nablab(root, "release", "logistic-regression", "--site", path.join(folder, "unused"));
    symlinkSync(path.join(root, "node_modules"), path.join(course, "node_modules"));
    mkdirSync(path.join(course, ".venv"), { recursive: true });
    symlinkSync(path.join(root, ".venv/site"), path.join(course, ".venv/site"));
  };

  const change = (name: string, from: string, to: string): void => {
    const source = path.join(course, "assignments/01-straight-line", name);
    const text = readFileSync(source, "utf8");
    expect(text).toContain(from);
    writeFileSync(source, text.replace(from, to));
  };

  beforeAll(async () => {
    nablab(folder, "new-course", "lines", "--title", "Lines");
    install();
    nablab(course, "new", "straight-line");
    nablab(course, "release", "--site", site);
    server = await serveSite(site);
    context = await startBrowser(path.join(folder, "profile"));
  }, 300_000);
  afterAll(async () => {
    await context?.close();
    server?.close();
    rmSync(folder, { recursive: true });
  });

  it("is offered beside the learner's notebook, with the functions and cells that are the learner's", async () => {
    const before = await SitePage.open(context, server.address, file);
    await before.run(0);
    const exercise = before.cellWith("function predictLine");
    await before.write(exercise, `function predictLine(w: NDArray, X: NDArray, b: number): NDArray {\n${slope}\n}`);
    await before.page.keyboard.press("Escape");
    await before.page.keyboard.press("b");
    await before.page.keyboard.press("Enter");
    await before.page.keyboard.insertText("const tried = 12345;");
    await before.page.keyboard.press("Control+Enter");
    await before.untilCached();
    await before.page.keyboard.press("Control+S");
    await before.page.waitForTimeout(1000);
    await before.close();

    change("notebook.ts", "## The data", "## The data, explained anew");
    nablab(course, "build");
    nablab(course, "release", "--site", site);

    // The page that comes from the cache finds the new files, and says so.
    const renewing = await SitePage.open(context, server.address, file);
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

    const mine = await SitePage.open(context, server.address, file);
    for (const text of ["The data", slope, "const tried = 12345;"]) await shows(mine, text);
    expect(await mine.page.locator(".jp-Notebook").innerText()).not.toContain("explained anew");
    expect(await mine.page.getByRole("button", { name: "New version" }).count()).toBe(1);
    await mine.close();
  }, 300_000);
});
