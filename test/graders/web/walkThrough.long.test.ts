import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "papaparse";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore } from "../../../graders/gradebook/openStore";
import { type Demo, makeDemo } from "../../bench/pages/makeDemo";
import { findChromium } from "../../browser/findChromium";

const executablePath = findChromium();
const runner = join(__dirname, "../../../graders/cli/run.js");
const slug = "logistic-regression";
/** `NABLAB_WALK=300` walks through a whole class; `NABLAB_SCREENSHOTS=<folder>` keeps what each step looked like. */
const count = Number(process.env.NABLAB_WALK ?? 12);
const pictures = process.env.NABLAB_SCREENSHOTS;
const minutes = 60_000 * Math.max(2, Math.ceil(count / 30));

const folder = mkdtempSync(join(tmpdir(), "nablab-walk-"));
let demo: Demo;
let dashboard: ChildProcess;
let browser: Browser;
let page: Page;
let origin: string;

async function nablab(...args: string[]): Promise<string> {
  const command = spawn(process.execPath, [runner, ...args], { env: { ...process.env, NABLAB_DB: demo.book } });
  let said = "";
  for (const output of [command.stdout, command.stderr])
    output.setEncoding("utf8").on("data", (text) => (said += text));
  const [code] = await once(command, "close");
  expect([code, code === 0 ? "" : said]).toEqual([0, ""]);
  return said;
}

async function look(name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

/** Until nothing waits, as the page itself says. */
async function graded(): Promise<void> {
  await page.locator("[data-live-over]").waitFor({ timeout: minutes });
  await page.locator("[data-live-over] a").click();
}

/** Everybody's final mark, as the gradebook has it. */
async function finals(): Promise<Map<string, number | null>> {
  const store = await openStore(demo.book);
  const rows = await store.db
    .selectFrom("grade")
    .innerJoin("person", "person.id", "grade.person")
    .select(["person.login", "grade.final"])
    .orderBy("person.login")
    .execute();
  await store.close();
  return new Map(rows.map(({ login, final }) => [login, final]));
}

beforeAll(async () => {
  if (executablePath === undefined) return;
  demo = await makeDemo(join(folder, "demo"), count);
  await nablab("gradebook", "init", "--title", "Deep learning", "--zone", "Europe/Vienna");
  await nablab("gradebook", "run", slug, "--due", "2026-10-12 23:59", "--seed", "2026");
  dashboard = spawn(process.execPath, [runner, "dashboard", "--db", demo.book], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(dashboard.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  const address = /open (http:\S+) /.exec(line.toString())?.[1] ?? "";
  origin = new URL(address).origin;
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  // What is not where it should be is there in a moment, or never.
  page.setDefaultTimeout(60_000);
  await page.goto(address);
}, minutes);

afterAll(async () => {
  await browser?.close();
  if (dashboard) {
    dashboard.kill("SIGTERM");
    await once(dashboard, "exit");
  }
  rmSync(folder, { recursive: true });
});

test.skipIf(executablePath === undefined)(
  "A course in a browser: roster, grading, comments, points, an extension, a regrade, release, final marks",
  async () => {
    // The roster, which shows what it would change first.
    await page.goto(`${origin}/people`);
    await page.setInputFiles("input[type=file]", demo.roster);
    await page.getByRole("button", { name: "Show what it would change" }).click();
    expect(await page.locator("main").textContent()).toContain(`${count + 1} new, 0 changed, 0 as before`);
    await look("1-roster");
    await page.getByRole("button", { name: "Import it" }).click();
    expect(await page.locator("main").textContent()).toContain(`${count + 1} people`);

    // One hand-in comes by e-mail; the others are graded by the command, which hands over to the dashboard or waits for it.
    await page.goto(`${origin}/learners/student-0001`);
    await page.getByText("Hand in for this learner").click();
    await page.setInputFiles("input[type=file]", join(demo.submissions, "student-0001.ipynb"));
    await page.getByLabel(/^Received/).fill("2026-10-12 20:00");
    await page.getByRole("button", { name: "Hand in" }).click();
    await page.waitForURL(`${origin}/learners/student-0001`);
    await look("2-handed-in");
    const command = nablab("grade", demo.submissions, "--to", demo.book, "--run", slug, "--received", "mtime");
    await page.goto(`${origin}/runs/${slug}`);
    await page.getByText(/wait to be graded/).waitFor({ timeout: minutes });
    await look("3-grading");
    expect(await command).toMatch(/\d+ recorded/);
    await page.reload();
    expect(await page.locator("main").textContent()).toContain(`${count} of ${count + 1}`);
    await look("4-run");
    const before = await finals();
    expect(before.size).toBe(count);

    // One comment for all who made the same mistake, and one at a line.
    await page.locator("table a[href*='?group=']").first().click();
    const group = page.locator("form[action$='/comment']").first();
    await group.getByRole("textbox").fill("Look at the shapes again: `m` is the number of columns.");
    await group.getByRole("button").first().click();
    await look("5-group");
    expect(await page.locator("main").textContent()).toContain("Look at the shapes again");
    await page.goto(`${origin}/learners/student-0002`);
    await page.locator("a[data-row]").first().click();
    await page.waitForURL(/\/submissions\//);
    const comment = page.locator("#commentForm");
    await page.keyboard.press("c");
    await page.keyboard.type("Well explained.");
    await comment.locator("[name=place]").selectOption("sigmoid");
    await comment.locator("[name=line]").fill("2");
    await comment.getByRole("button", { name: "Comment", exact: true }).click();
    await page.getByText("Well explained.").first().waitFor();

    // Points for a function, beside the grader's own.
    const override = page.locator("form[action$='/override']");
    await override.locator("[name=name]").selectOption("sigmoid");
    await override.locator("[name=points]").fill("3.5");
    await override.locator("[name=reason]").fill("copied from the lecture");
    await override.getByRole("button").click();
    await page.getByText("Staff gave 3.5;").first().waitFor();
    await look("6-submission");
    expect((await finals()).get("student-0002")).not.toBe(before.get("student-0002"));

    // A deadline of somebody's own.
    await page.goto(`${origin}/runs/${slug}/late?extend=student-0003`);
    const extension = page.locator("form[action$='/late']");
    await extension.locator("[name=due]").fill("2026-10-20 23:59");
    await extension.locator("[name=reason]").fill("ill");
    await extension.getByRole("button").click();
    await page.getByRole("cell", { name: "2026-10-20 23:59" }).first().waitFor();
    await look("7-late");

    // Other hidden checks: nothing moves before it was seen.
    await nablab("gradebook", "run", slug, "--seed", "2027");
    const marks = await finals();
    await page.goto(`${origin}/runs/${slug}`);
    await page.getByRole("button", { name: "Begin a regrade" }).click();
    await page.waitForURL(/\/regrades\//);
    await look("8-regrading");
    if ((await page.getByRole("button", { name: /^Apply: all/ }).count()) === 0) await graded();
    expect(await finals()).toEqual(marks);
    await look("9-preview");
    await page.getByRole("button", { name: /^Apply: all/ }).click();
    await page.getByText("What it changed").waitFor();
    await look("10-applied");

    // Release, and final marks as the gradebook has them.
    await page.goto(`${origin}/runs/${slug}`);
    await page.getByRole("link", { name: "Release marks…" }).click();
    await page.getByRole("button", { name: /^Release/ }).click();
    await page.getByText("The marks are released.").waitFor();
    await look("11-released");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "CSV", exact: true }).click(),
    ]);
    const rows = parse<Record<string, string>>(readFileSync(await download.path(), "utf8"), { header: true }).data;
    const exported = new Map(rows.flatMap(({ login, mark }) => (mark ? [[login, Number(mark)] as const] : [])));
    expect(exported).toEqual(await finals());
    await page.goto(`${origin}/audit`);
    await look("12-audit");
    for (const what of ["override", "extend", "regrade", "apply"])
      expect(await page.locator("main").textContent()).toContain(what);
  },
  3 * minutes,
);
