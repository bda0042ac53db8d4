import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../../../graders/course/folderOf";
import { engines, inEngine, otherEngines } from "../../../browser/engines/engines";
import { inChromium, noChromium } from "../../../browser/findChromium";
import { freePorts } from "../../../browser/untilAnswering";
import { SitePage } from "./SitePage";
import { SiteTab } from "./SiteTab";
import { useChromium, useSite } from "./useSite";

const name = "01-logistic-regression.ipynb";
const runner = path.join(root, "graders/cli/run.js");

let port: number;
const tokens = new Map<string, string>();

const used = useSite(async ({ folder, site }) => {
  const nablab = (...args: string[]): string =>
    execFileSync(process.execPath, [runner, ...args], { cwd: root, encoding: "utf8" });
  const db = databaseIn(folder);
  const roster = path.join(folder, "roster.csv");
  writeFileSync(roster, `id,name\n${engines.map((engine) => `${engine.name},Ada\n`).join("")}`);
  nablab("gradebook", "init", "--db", db, "--title", "Deep learning", "--zone", "Europe/Vienna");
  nablab("gradebook", "import", roster, "--db", db);
  nablab("gradebook", "run", "logistic-regression", "--db", db);
  for (const { name } of engines) {
    tokens.set(name, /nablab_\S+/.exec(nablab("gradebook", "token", name, "--db", db))![0]);
  }
  [port] = await freePorts(1);
  nablab("release", "logistic-regression", "--site", site, "--hand-in", `http://127.0.0.1:${port}`);
});

function databaseIn(folder: string): string {
  return path.join(folder, "class.db");
}

/** The dashboard that the site hands in to. */
async function startDashboard(): Promise<{ stop(): Promise<void> }> {
  const { origin } = new URL(used.server.address);
  const args = ["--db", databaseIn(used.folder), "--port", String(port), "--allow-origin", origin];
  const dashboard = spawn(process.execPath, [runner, "dashboard", ...args], { stdio: ["ignore", "pipe", "inherit"] });
  await once(dashboard.stdout, "data");
  return {
    async stop() {
      if (dashboard.exitCode !== null || dashboard.signalCode !== null) return;
      dashboard.kill();
      await once(dashboard, "exit");
    },
  };
}

const written = "function initializeWithZeros(dim: number) {\n  return { w: np.zeros([dim, 1]), b: 0 };\n}";

/** What the page says of the hand-in. */
function expectVerdict(text: string): void {
  expect(text).toMatch(/4 of \d+ points in the public checks/);
  expect(text).toMatch(/initializeWithZeros is correct/);
  expect(text).toMatch(/SHA-256 of the file: [0-9a-f]{64}/);
}

describe.skipIf(noChromium !== null)(inChromium("a site that hands in to a dashboard"), () => {
  const chromium = useChromium(used);
  let dashboard: Awaited<ReturnType<typeof startDashboard>>;
  beforeAll(async () => {
    dashboard = await startDashboard();
  }, 60_000);
  afterAll(() => dashboard?.stop());

  it("asks for the token once, shows the verdict, and lets the learner download if the server is away", async () => {
    const notebook = await SitePage.open(chromium.context, used.server.address, name);
    const { page } = notebook;
    await notebook.run(0);
    await notebook.write(notebook.cellWith("function initializeWithZeros("), written);
    const dialog = page.locator(".jp-Dialog");
    const press = (label: string) => dialog.getByRole("button", { name: label, exact: true }).click();
    const handIn = () => page.locator(".jp-Toolbar").getByRole("button", { name: "Hand in" }).click();

    await handIn();
    await dialog.getByLabel("Your token").fill("nablab_nobody");
    await press("Hand in");
    await dialog.getByText("has this token").waitFor({ timeout: 30_000 });
    await dialog.getByLabel("Your token").fill(tokens.get("Chromium")!);
    await press("Hand in");
    await dialog.getByText(`${name} is handed in`).waitFor({ timeout: 120_000 });
    expectVerdict(await dialog.innerText());
    await press("OK");

    // The token is kept, and the same file is the same hand-in.
    await handIn();
    await dialog.getByText(`${name} is handed in`).waitFor({ timeout: 60_000 });
    await press("Forget my token");
    await handIn();
    await dialog.getByLabel("Your token").fill(tokens.get("Chromium")!);

    await dashboard.stop();
    await press("Hand in");
    await dialog.getByText("It could not be handed in").waitFor({ timeout: 60_000 });
    const [download] = await Promise.all([page.waitForEvent("download"), press("Download instead")]);
    expect(download.suggestedFilename()).toBe(name);
    await dialog.getByText("Hand in this file where your course asks for it.").waitFor();
    await notebook.close();
  }, 300_000);
});

for (const engine of otherEngines) {
  describe.skipIf(engine.skipped !== null)(inEngine(engine, "a site that hands in to a dashboard"), () => {
    it("asks for the token once, shows the verdict, and lets the learner download if the server is away", async () => {
      const dashboard = await startDashboard();
      const tab = await engine.open();
      try {
        const site = await SiteTab.open(tab, used.server.address, name);
        const handIn = () => site.press("Hand in", ".jp-Toolbar");
        await site.run(0);
        await site.write(await site.cellWith("function initializeWithZeros("), written);

        await handIn();
        await site.fill("Your token", "nablab_nobody");
        await site.press("Hand in");
        await site.dialog("has this token");
        await site.fill("Your token", tokens.get(engine.name)!);
        await site.press("Hand in");
        expectVerdict(await site.dialog(`${name} is handed in`));
        await site.press("Forget my token");
        await handIn();
        await site.fill("Your token", tokens.get(engine.name)!);

        await dashboard.stop();
        await site.press("Hand in");
        await site.dialog("It could not be handed in");
        await site.press("Download instead");
        expect(await site.downloaded()).toContain("np.zeros([dim, 1])");
        await site.dialog("Hand in this file where your course asks for it.");
      } finally {
        await tab.close();
        await dashboard.stop();
      }
    }, 300_000);
  });
}
