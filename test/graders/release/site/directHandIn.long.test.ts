import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../../../graders/course/folderOf";
import { inChromium, noChromium } from "../../../browser/findChromium";
import { SitePage, startBrowser } from "./SitePage";
import { type SiteServer, serveSite } from "./serveSite";

const name = "01-logistic-regression.ipynb";
const runner = path.join(root, "graders/cli/run.js");

describe.skipIf(noChromium !== null)(inChromium("a site that hands in to a dashboard"), () => {
  const folder = mkdtempSync(path.join(tmpdir(), "nablab-site-hand-in-"));
  const site = path.join(folder, "site");
  const db = path.join(folder, "class.db");
  let server: SiteServer;
  let dashboard: ChildProcess;
  let token = "";
  let context: BrowserContext;

  const nablab = (...args: string[]): string =>
    execFileSync(process.execPath, [runner, ...args], { cwd: root, encoding: "utf8" });

  beforeAll(async () => {
    server = await serveSite(site);
    const { origin } = new URL(server.address);
    const roster = path.join(folder, "roster.csv");
    writeFileSync(roster, "id,name\nada,Ada\n");
    nablab("gradebook", "init", "--db", db, "--title", "Deep learning", "--zone", "Europe/Vienna");
    nablab("gradebook", "import", roster, "--db", db);
    nablab("gradebook", "run", "logistic-regression", "--db", db);
    token = /nablab_\S+/.exec(nablab("gradebook", "token", "ada", "--db", db))![0];
    dashboard = spawn(process.execPath, [runner, "dashboard", "--db", db, "--allow-origin", origin], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = (await once(dashboard.stdout!, "data")) as [Buffer];
    const pages = /http:\/\/127\.0\.0\.1:\d+/.exec(line.toString())![0];
    nablab("release", "logistic-regression", "--site", site, "--hand-in", pages);
    context = await startBrowser(path.join(folder, "profile"));
  }, 300_000);
  afterAll(async () => {
    await context?.close();
    dashboard?.kill();
    server?.close();
    rmSync(folder, { recursive: true });
  });

  it("asks for the token once, shows the verdict, and lets the learner download if the server is away", async () => {
    const notebook = await SitePage.open(context, server.address, name);
    const { page } = notebook;
    await notebook.run(0);
    await notebook.write(
      notebook.cellWith("function initializeWithZeros("),
      "function initializeWithZeros(dim: number) {\n  return { w: np.zeros([dim, 1]), b: 0 };\n}",
    );
    const dialog = page.locator(".jp-Dialog");
    const press = (label: string) => dialog.getByRole("button", { name: label, exact: true }).click();
    const handIn = () => page.locator(".jp-Toolbar").getByRole("button", { name: "Hand in" }).click();

    await handIn();
    await dialog.getByLabel("Your token").fill("nablab_nobody");
    await press("Hand in");
    await dialog.getByText("has this token").waitFor({ timeout: 30_000 });
    await dialog.getByLabel("Your token").fill(token);
    await press("Hand in");
    await dialog.getByText(`${name} is handed in`).waitFor({ timeout: 120_000 });
    const text = await dialog.innerText();
    expect(text).toMatch(/4 of \d+ points in the public checks/);
    expect(text).toMatch(/initializeWithZeros is correct/);
    expect(text).toMatch(/SHA-256 of the file: [0-9a-f]{64}/);
    await press("OK");

    // The token is kept, and the same file is the same hand-in.
    await handIn();
    await dialog.getByText(`${name} is handed in`).waitFor({ timeout: 60_000 });
    await press("Forget my token");
    await handIn();
    await dialog.getByLabel("Your token").fill(token);

    dashboard.kill();
    await once(dashboard, "exit");
    await press("Hand in");
    await dialog.getByText("It could not be handed in").waitFor({ timeout: 60_000 });
    const [download] = await Promise.all([page.waitForEvent("download"), press("Download instead")]);
    expect(download.suggestedFilename()).toBe(name);
    await dialog.getByText("Hand in this file where your course asks for it.").waitFor();
    await notebook.close();
  }, 300_000);
});
