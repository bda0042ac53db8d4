import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { PendingSignIns } from "../../../../graders/web/auth/PendingSignIns";
import { Token } from "../../../../graders/web/auth/Token";
import { createApp } from "../../../../graders/web/createApp";
import { Lms } from "../../../../graders/web/lti/Lms";
import { parseLtiSettings } from "../../../../graders/web/lti/ltiSettings";
import { Tool } from "../../../../graders/web/lti/Tool";
import { toolKeyIn } from "../../../../graders/web/lti/toolKey";
import { findChromium, noChromium } from "../../../browser/findChromium";
import { AClass } from "../../gradebook/aClass";
import { onSqlite, type Place } from "../../gradebook/onBoth";
import { makeCertificate } from "../certificate";
import { type Platform, startPlatform } from "./startPlatform";

const executablePath = findChromium();

/**
 * Registers tests of launches inside a page of the LMS. It is at http://127.0.0.1 and the dashboard at https://localhost:
 * to a browser, two sites.
 *
 * @param missing why there is no LMS to test with; null once it is known that there is one
 */
export function inFrame(missing: () => string | null): void {
  onSqlite("A launch inside a page of the LMS", (place) => register(place, missing));
}

function register(place: Place, missing: () => string | null): void {
  const folder = mkdtempSync(join(tmpdir(), "nablab-frame-"));
  let server: Server;
  let platform: Platform;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let tool: string;
  /** Whether a browser sends what it was given inside a page of another site. */
  let keepsCookies = true;
  const whyNot = (): string | null => noChromium ?? missing();

  beforeAll(async () => {
    if (whyNot() !== null) return;
    const { key, cert } = makeCertificate(folder, "localhost");
    let listener: ReturnType<typeof getRequestListener>;
    server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
      void listener(request, response);
    });
    server.listen(0, "localhost");
    await new Promise((resolve) => server.once("listening", resolve));
    tool = `https://localhost:${(server.address() as AddressInfo).port}`;
    platform = await startPlatform(tool);
    const one = new AClass(await place.fresh());
    await one.course();
    await one.run("a");
    const maria = await one.learner("maria");
    const { db } = one.store;
    await db.updateTable("person").set({ role: "staff" }).where("id", "=", maria.id).execute();
    const at = (path: string) => `${platform.address}/${path}`;
    const own = { issuer: platform.address, clientId: "nablab-1", deployments: ["d1"], name: "Moodle" };
    const settings = { ...own, login: at("auth"), token: at("token"), keys: at("jwks") };
    const platforms = parseLtiSettings(JSON.stringify({ platforms: [settings] }));
    const toolKey = await toolKeyIn(join(folder, "key.pem"));
    const lms = new Lms(db, new Tool(platforms, toolKey, new PendingSignIns(db), () => `${tool}/lti/launch`));
    const parts = { store: one.store, token: new Token(), by: "root", titlesOf: async () => new Map() };
    const url = new URL(tool);
    const app = createApp({ ...parts, hosts: [url.host], url, ways: { lms } });
    listener = getRequestListener((request) => {
      const headers = new Headers(request.headers);
      if (!keepsCookies && headers.get("sec-fetch-dest") === "iframe") headers.delete("cookie");
      return app.fetch(new Request(request, { headers }));
    });
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  }, 120_000);
  beforeEach(async ({ skip }) => {
    const why = whyNot();
    skip(why !== null, why ?? "");
    keepsCookies = true;
    context = await browser.newContext({ ignoreHTTPSErrors: true });
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.end();
    server?.closeAllConnections();
    server?.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens a page of the LMS with the tool in it, up to what the tool answers. */
  async function launch(query = ""): Promise<Frame> {
    await page.goto(`${platform.address}/page?user=u-1&run=a${query}`);
    const frame = page.frames()[1];
    await frame.getByRole("button", { name: "Go" }).click();
    return frame;
  }

  /** As browsers do whose users want it, or by default. */
  async function refuseCookiesOfOthers(): Promise<void> {
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send(
      "Network.setCookieControls" as never,
      {
        enableThirdPartyCookieRestriction: true,
        disableThirdPartyCookieMetadata: true,
        disableThirdPartyCookieHeuristics: true,
      } as never,
    );
  }

  test("shows the run in there, with cookies that belong to that page's site alone", async () => {
    await refuseCookiesOfOthers();
    const frame = await launch();
    await frame.waitForURL(`${tool}/runs/a`);
    expect(await frame.locator("h1").textContent()).toBe("a");
    const cookies = await context.cookies(tool);
    expect(cookies.map(({ name, sameSite, secure, partitionKey }) => [name, sameSite, secure, partitionKey])).toEqual([
      ["nablab-dashboard", "None", true, "http://127.0.0.1"],
    ]);
    // By itself, the dashboard does not know this browser.
    expect((await (await context.newPage()).goto(tool))?.status()).toBe(401);
    // Forms work there, and so does leaving.
    await frame.getByRole("button", { name: "Sign out" }).click();
    await frame.getByText("Signed out").waitFor();
    expect(await context.cookies(tool)).toEqual([]);
  });

  test("leads to a window of its own where the browser keeps no cookie", async () => {
    keepsCookies = false;
    const frame = await launch();
    await frame.getByText("does not let nablab sign you in inside a page of Moodle").waitFor();
    const opened = context.waitForEvent("page");
    await frame.getByRole("button", { name: "Open in a new window" }).click();
    const alone = await opened;
    await alone.getByRole("button", { name: "Go" }).click();
    await alone.waitForURL(`${tool}/runs/a`);
    expect(
      (await context.cookies(tool)).map(({ name, sameSite, partitionKey }) => [name, sameSite, partitionKey]),
    ).toContainEqual(["nablab-dashboard", "Lax", undefined]);
  });

  test("leads there, too, where the page is one that the settings do not know", async () => {
    const frame = await launch("&shown=https://school.example.org/back");
    await frame.getByRole("button", { name: "Open in a new window" }).waitFor();
    expect((await context.cookies(tool)).map(({ name }) => name)).not.toContain("nablab-dashboard");
  });

  test("is shown by nobody else", async () => {
    const { headers } = await context.request.get(`${tool}/`).then((answer) => ({ headers: answer.headers() }));
    expect(headers["content-security-policy"]).toContain(`frame-ancestors ${platform.address};`);
  });
}
