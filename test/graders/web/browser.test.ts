import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { override } from "../../../graders/gradebook/override";
import { personNamed } from "../../../graders/gradebook/people";
import { Presence } from "../../../graders/gradebook/queue/workers";
import { beginRegrade } from "../../../graders/gradebook/regrade/beginRegrade";
import { SignIns } from "../../../graders/web/auth/SignIns";
import { noGrading } from "../../../graders/web/Grading";
import { type Served, serve } from "../../../graders/web/serve";
import { findChromium, inChromium } from "../../browser/findChromium";
import { AClass } from "../gradebook/aClass";
import { onSqlite } from "../gradebook/onBoth";

const executablePath = findChromium();
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** A second run, in which all were late, and an open regrade of it. @returns its id */
async function withRegrade(one: AClass): Promise<string> {
  const run = await one.run("b", { due: "2026-05-02T22:00:00.000Z" });
  const submissions: string[] = [];
  for (const login of ["ada", "ben", "cleo"]) {
    const person = await personNamed(one.store.db, login);
    submissions.push(await one.handIn(run, person, { f: 10, g: 3 }, { received: "2026-05-04T10:00:00.000Z" }));
  }
  const [, ben] = submissions;
  await one.change(async (trx) => {
    const { id } = await personNamed(trx, "ben");
    await override(trx, one.act, { run, person: id, name: "g" }, { points: 5, reason: "read it" });
  });
  const begun = await one.change((trx) => beginRegrade(trx, one.act, one.queue, run, "2", "all"));
  for (const submission of submissions)
    await one.settle(submission, "2", submission === ben ? { f: 0, g: 9 } : { f: 10, g: 4 });
  return begun.regrade.id;
}

onSqlite(inChromium("The pages in a browser"), (place) => {
  let browser: Browser;
  let served: Served;
  let context: BrowserContext;
  let page: Page;
  /** The pages' own policy would keep axe-core out. */
  let bare: Page;
  /** The same, of a learner's. */
  let learners: Page;
  let one: AClass;
  let regrade: string;
  const origin = (): string => new URL(served.address).origin;

  beforeAll(async () => {
    if (executablePath === undefined) return;
    one = new AClass(await place.fresh());
    await one.course();
    const run = await one.run("a", { due: "2026-05-01T22:00:00.000Z" });
    for (const [i, login] of ["ada", "ben", "cleo"].entries())
      await one.handIn(run, await one.learner(login, { section: "A" }), i === 2 ? null : { f: 10, g: 3 }, {
        conditions: `${i}`,
      });
    regrade = await withRegrade(one);
    for (let i = 0; i < 101; i++) await one.learner(`s${i}`);
    await Presence.begin(one.store.db, one.act, { name: "host/1", version: "1.0", jobs: 2 });
    served = await serve({
      store: one.store,
      port: 0,
      titlesOf: async () => new Map(),
      by: "maria",
      grading: {
        ...noGrading,
        queue: one.queue,
        conditionsFor: async () => "1",
        take: async (_, fileName, bytes) => ({ fileName, bytes }),
      },
    });
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
    context = await browser.newContext();
    page = await context.newPage();
    await page.goto(served.address);
    bare = await (await browser.newContext({ bypassCSP: true, storageState: await context.storageState() })).newPage();
    learners = await asAda({ bypassCSP: true });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  /** A page of a browser in which a learner has signed in. */
  async function asAda(options: BrowserContextOptions): Promise<Page> {
    const value = await new SignIns(one.store.db).open(await personNamed(one.store.db, "ada"));
    const own = await browser.newContext(options);
    await own.addCookies([{ name: "nablab-dashboard", value, url: origin() }]);
    return own.newPage();
  }

  test.skipIf(executablePath === undefined)(
    "lead from the address to the class, with its style and script",
    async () => {
      expect(page.url()).toBe(`${origin()}/`);
      expect(await page.locator("main tbody tr").count()).toBe(100);
      expect(await page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth")).toBe("1180px");
      const errors: string[] = [];
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      await page.reload();
      expect(errors).toEqual([]);
      // Another browser has no way in: the address was used.
      const other = await browser.newContext();
      const stranger = await other.newPage();
      expect((await stranger.goto(served.address))?.status()).toBe(403);
      expect((await stranger.goto(`${origin()}/`))?.status()).toBe(401);
      await other.close();
    },
  );

  test.skipIf(executablePath === undefined)("are used by keyboard, unless the keys are turned off", async () => {
    await page.goto(`${origin()}/`);
    const focused = (): Promise<unknown> =>
      page.evaluate("document.activeElement.pathname?.split('/').at(-1) ?? document.activeElement.name");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await focused()).toBe("ben");
    await page.keyboard.press("k");
    expect(await focused()).toBe("ada");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${origin()}/learners/ada`);
    await page.goBack();
    await page.keyboard.press("/");
    expect(await focused()).toBe("find");
    await page.keyboard.type("jk");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${origin()}/?find=jk&section=`);
    await page.goto(`${origin()}/`);
    await page.keyboard.press("?");
    expect(await page.getByRole("dialog").textContent()).toContain("next row");
    await page.keyboard.press("Escape");
    await page.getByRole("checkbox").uncheck();
    await page.locator("body").click();
    await page.keyboard.press("j");
    expect(await focused()).not.toBe("ada");
    await page.reload();
    expect(await page.getByRole("checkbox").isChecked()).toBe(false);
  });

  test.skipIf(executablePath === undefined)("work without any script", async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
    const view = await plain.newPage();
    await view.goto(`${origin()}/`);
    expect(await view.getByRole("checkbox").count()).toBe(0);
    await view.getByRole("searchbox").fill("ben");
    await view.getByRole("button", { name: "Show" }).click();
    await expect.poll(() => view.locator("main tbody tr").count(), { timeout: 10_000 }).toBe(1);
    await view.getByRole("navigation").getByRole("link", { name: "a", exact: true }).click();
    await expect.poll(() => view.locator("h1").textContent(), { timeout: 10_000 }).toBe("a");
    await plain.close();
  });

  test.skipIf(executablePath === undefined)("are for marking by keys, and by two graders at once", async () => {
    await page.goto(`${origin()}/runs/a/functions/g`);
    await page.getByRole("checkbox").check();
    await page.keyboard.press("c");
    await page.keyboard.type("for all of them");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("2 of 2 have it").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/submissions\//);
    const address = page.url();
    const other = await browser.newContext({ storageState: await context.storageState() });
    const second = await other.newPage();
    await second.goto(address);
    const give = async (view: Page, points: string, reason: string): Promise<void> => {
      await view.keyboard.press("o");
      for (const text of [points, reason]) {
        await view.keyboard.press("Tab");
        await view.keyboard.type(text);
      }
      await view.keyboard.press("Tab");
      await view.keyboard.press("Enter");
    };
    await give(page, "5", "hers");
    await page.getByText("Staff gave 5").waitFor();
    await give(second, "7", "his");
    await second.getByRole("heading", { name: "Somebody else was first" }).waitFor();
    expect(await second.locator("main").textContent()).toContain("5 hers");
    expect(await second.getByLabel("Reason").inputValue()).toBe("his");
    await second.getByRole("button", { name: "Send mine" }).click();
    await second.getByText("Staff gave 7").waitFor();
    await other.close();
    await page.goto(address);
    await page.keyboard.press("?");
    const keys = await page.getByRole("dialog").locator("tr.own").allTextContents();
    expect(keys).toEqual(expect.arrayContaining(["nNext to look at", "oPoints for", "1for all of them g"]));
    await page.keyboard.press("Escape");
    // A line is chosen by its number, and the comment is written below it.
    await page.locator("a.at").first().click();
    await page.waitForURL(/at=/);
    expect(await page.evaluate("document.activeElement.id")).toBe("text");
    await page.locator("main h1").click();
    await page.keyboard.press("1");
    await page.waitForURL(/#comment-/);
    expect(await page.locator(".lines .comment").first().textContent()).toContain("for all of them");
    await page.keyboard.press("n");
    await page.waitForURL((url) => !address.includes(url.pathname));
  });

  test.skipIf(executablePath === undefined)(
    "are for staff by keys: a deadline, a regrade that no key applies",
    async () => {
      await page.goto(`${origin()}/runs/b/late`);
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      await page.keyboard.press("e");
      await page.waitForURL(/extend=ben/);
      expect(await page.getByLabel("Login of the learner").inputValue()).toBe("ben");
      expect(await page.evaluate("document.activeElement.name")).toBe("due");
      await page.keyboard.type("2026-05-05 12:00");
      await page.keyboard.press("Tab");
      await page.keyboard.type("ill");
      await page.keyboard.press("Enter");
      await page.getByRole("cell", { name: "ill" }).waitFor();
      await page.goto(`${origin()}/runs/b`);
      await page.keyboard.press("r");
      expect(await page.evaluate("document.activeElement.name")).toBe("only");
      await page.goto(`${origin()}/regrades/${regrade}`);
      expect(await page.locator("[data-key]").count()).toBe(0);
      await page.keyboard.press("j");
      expect(await page.evaluate("document.activeElement.pathname")).toBe("/learners/ada");
    },
  );

  const views = [
    { path: "/", colorScheme: "light", width: 1200 },
    { path: "/", colorScheme: "dark", width: 380 },
    { path: "/runs/a", colorScheme: "light", width: 1200 },
    { path: "/runs/a", colorScheme: "dark", width: 380 },
    { path: "/learners/ada", colorScheme: "light", width: 1200 },
    { path: "/learners/cleo", colorScheme: "dark", width: 380 },
    { path: "/submissions/ada", colorScheme: "light", width: 1200 },
    { path: "/submissions/cleo", colorScheme: "dark", width: 380 },
    { path: "/runs/a/similar", colorScheme: "light", width: 380 },
    { path: "/lms", colorScheme: "dark", width: 1200 },
    { path: "/workers", colorScheme: "light", width: 380 },
    { path: "/submissions/ada?at=f:1", colorScheme: "dark", width: 1200 },
    { path: "/runs/a/functions/g", colorScheme: "light", width: 1200 },
    { path: "/runs/a/functions/g?code=open", colorScheme: "dark", width: 380 },
    { path: "/saved", colorScheme: "light", width: 380 },
    { path: "/runs/a/items", colorScheme: "light", width: 1200 },
    { path: "/runs/b/items", colorScheme: "dark", width: 380 },
    { path: "/runs/b/late", colorScheme: "light", width: 1200 },
    { path: "/runs/b/late?extend=ben", colorScheme: "dark", width: 380 },
    { path: "/runs/a/release", colorScheme: "dark", width: 380 },
    { path: "/regrades/last", colorScheme: "light", width: 1200 },
    { path: "/regrades/last?neverLower=1", colorScheme: "dark", width: 380 },
    { path: "/people", colorScheme: "light", width: 1200 },
    { path: "/people/ada", colorScheme: "dark", width: 380 },
    { path: "/people/ada/erase", colorScheme: "light", width: 380 },
    { path: "/audit", colorScheme: "light", width: 1200 },
    { path: "/audit?what=enrol", colorScheme: "dark", width: 380 },
    { path: "/nowhere", colorScheme: "light", width: 380 },
    { path: "/me", colorScheme: "light", width: 380 },
    { path: "/me", colorScheme: "dark", width: 1200 },
    { path: "/me/hand-ins/last", colorScheme: "light", width: 380 },
  ] as const;

  test.skipIf(executablePath === undefined).each(views)(
    "have nothing that axe-core finds: $path, $colorScheme, $width wide",
    async ({ path, colorScheme, width }) => {
      const view = path.startsWith("/me") ? learners : bare;
      await view.emulateMedia({ colorScheme });
      await view.setViewportSize({ width, height: 900 });
      const isOwn = path === "/me/hand-ins/last";
      const address = path.replace("/submissions/", "/learners/").replace("/last", `/${regrade}`);
      await view.goto(origin() + (isOwn ? "/me" : address));
      if (isOwn) await view.locator("tbody a").first().click();
      if (path.startsWith("/submissions/")) await view.locator("a[data-row]").first().click();
      if (path.includes("?at=")) await view.locator("a.at").first().click();
      // What is folded is looked at, too, and what says how far grading is.
      await view.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      await view.evaluate("for (const one of document.querySelectorAll('.live')) one.hidden = false");
      await view.evaluate(`${axe}; null`);
      const { violations } = (await view.evaluate("axe.run({ resultTypes: ['violations'] })")) as AxeResults;
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual(
        [],
      );
    },
  );

  test.skipIf(executablePath === undefined)(
    "show a learner the verdict when it is there; without a script, when the page is loaded again",
    async () => {
      for (const javaScriptEnabled of [true, false]) {
        const view = await asAda({ javaScriptEnabled });
        await view.goto(`${origin()}/`);
        expect(view.url()).toBe(`${origin()}/me`);
        const form = view.getByRole("form", { name: "Hand in: b" });
        const file = { name: "work.ipynb", mimeType: "text/plain", buffer: Buffer.from(`${javaScriptEnabled}`) };
        await form.getByLabel("Notebook").setInputFiles(file);
        await form.getByRole("button", { name: "Hand in" }).click();
        await view.getByText("1 hand-in of yours waits to be graded.").waitFor();
        await one.settle(view.url().split("/").at(-1) ?? "", "1", { f: 10, g: 3 });
        if (!javaScriptEnabled) await view.reload();
        await view.getByRole("heading", { name: "g", exact: true }).waitFor();
        expect(await view.getByText("waits to be graded").count()).toBe(0);
        await view.context().close();
      }
    },
  );
});
