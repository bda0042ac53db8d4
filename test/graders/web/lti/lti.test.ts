import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { decodeJwt, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { erase } from "../../../../graders/gradebook/erase";
import { linksIn } from "../../../../graders/gradebook/lms/linkRun";
import { sendAgain } from "../../../../graders/gradebook/lms/passback";
import { override } from "../../../../graders/gradebook/override";
import { peopleIn, personNamed } from "../../../../graders/gradebook/people";
import { lmsPage } from "../../../../graders/gradebook/queries/lmsPage";
import type { RunRow } from "../../../../graders/gradebook/schema";
import { setRun } from "../../../../graders/gradebook/setRun";
import { PendingSignIns } from "../../../../graders/web/auth/PendingSignIns";
import { Token } from "../../../../graders/web/auth/Token";
import { createApp } from "../../../../graders/web/createApp";
import { Lms } from "../../../../graders/web/lti/Lms";
import { parseLtiSettings } from "../../../../graders/web/lti/ltiSettings";
import { Tool } from "../../../../graders/web/lti/Tool";
import { toolKeyIn } from "../../../../graders/web/lti/toolKey";
import { AClass } from "../../gradebook/aClass";
import { onBoth } from "../../gradebook/onBoth";
import { inFrame } from "./inFrame";
import { missingForPlatform, type Platform, startPlatform } from "./startPlatform";

const settings = {
  ...{ issuer: "https://lms.example.org", clientId: "c", deployments: ["1"] },
  ...{
    login: "https://lms.example.org/auth",
    token: "https://lms.example.org/token",
    keys: "https://lms.example.org/jwks",
  },
};

describe("A file that says which LMSs people come from", () => {
  test("names platforms", () => {
    const [read] = parseLtiSettings(JSON.stringify({ platforms: [settings] }));
    expect(read).toMatchObject({ audience: settings.token, name: settings.issuer, deployments: ["1"] });
  });

  test.each([
    ["{", "is not a JSON object such as"],
    [JSON.stringify({ platforms: [] }), "is not a JSON object such as"],
    [JSON.stringify({ platforms: [{ ...settings, deployments: [] }] }), '"deployments" has to be a list'],
    [JSON.stringify({ platforms: [{ ...settings, keys: "http://lms.example.org" }] }), "begins with https://"],
    [JSON.stringify({ platforms: [{ ...settings, clientId: undefined }] }), '"clientId" is missing'],
    [JSON.stringify({ platforms: [{ ...settings, frames: "https://x.example" }] }), '"frames" has to be a list'],
    [JSON.stringify({ platforms: [{ ...settings, frames: ["http://x.example"] }] }), "begins with https://"],
    [JSON.stringify({ platforms: [{ ...settings, secret: "x" }] }), 'no setting "secret"'],
  ])("is refused: %s", (text, message) => {
    expect(() => parseLtiSettings(text)).toThrow(message);
  });
});

let missing: string | null = null;
beforeAll(async () => {
  missing = await missingForPlatform();
}, 300_000);
beforeEach(({ skip }) => skip(missing !== null, missing ?? ""));

/** What a browser has when the LMS's form is about to be posted. */
interface Form {
  state: string;
  idToken: string;
  cookie: string;
}

onBoth("An LMS", (place) => {
  const folder = mkdtempSync(join(tmpdir(), "nablab-lti-"));
  const said: string[] = [];
  let one: AClass;
  let run: RunRow;
  let platform: Platform;
  let lms: Lms;
  let now = Date.UTC(2026, 5, 1);
  const server = createServer((request, response) => void listener(request, response));
  let listener: ReturnType<typeof getRequestListener>;
  let tool: string;

  beforeAll(async () => {
    if (missing !== null) return;
    vi.spyOn(console, "error").mockImplementation((line: string) => void said.push(line));
    server.listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    tool = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    platform = await startPlatform(tool);
    one = new AClass(await place.fresh());
    await one.course();
    run = await one.run("a");
    const maria = await one.learner("maria");
    await one.store.db.updateTable("person").set({ role: "staff" }).where("id", "=", maria.id).execute();
    for (const [login, points] of [
      ["ada", 9],
      ["ben", 4],
    ] as const) {
      await one.handIn(run, await one.learner(login), { f: points, g: 10 });
    }
    const { db } = one.store;
    const at = (path: string) => `${platform.address}/${path}`;
    const platforms = parseLtiSettings(
      JSON.stringify({
        platforms: [
          {
            ...{ issuer: platform.address, clientId: "nablab-1", deployments: ["d1"] },
            ...{ login: at("auth"), token: at("token"), keys: at("jwks"), name: "Moodle" },
          },
        ],
      }),
    );
    const key = await toolKeyIn(join(folder, "key.pem"));
    lms = new Lms(db, new Tool(platforms, key, new PendingSignIns(db), () => `${tool}/lti/launch`), () =>
      new Date(now).toISOString(),
    );
    const parts = { store: one.store, token: new Token(), by: "root", titlesOf: async () => new Map() };
    const app = createApp({ ...parts, hosts: [new URL(tool).host], ways: { lms } });
    listener = getRequestListener(app.fetch);
  }, 120_000);
  afterAll(async () => {
    vi.restoreAllMocks();
    await platform?.end();
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });

  /** What a browser does up to the form that the LMS would have it post. */
  async function begin(query: string): Promise<Form> {
    const options = { redirect: "manual" } as const;
    const started = await fetch(`${platform.address}/start?${query}`, options);
    const asked = await fetch(started.headers.get("location") ?? "", options);
    const [cookie] = (asked.headers.getSetCookie()[0] ?? "").split(";");
    const page = await (await fetch(asked.headers.get("location") ?? "")).text();
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
    return { state: field("state"), idToken: field("id_token"), cookie };
  }

  function post({ state, idToken, cookie }: Form): Promise<Response> {
    const body = new URLSearchParams({ state, id_token: idToken });
    const headers = { cookie, origin: platform.address };
    return fetch(`${tool}/lti/launch`, { method: "POST", body, headers, redirect: "manual" });
  }

  /** A cookie of somebody who has come from the LMS. */
  async function visitor(user: string): Promise<string> {
    const entered = await post(await begin(`user=${user}&run=a`));
    return (
      entered.headers
        .getSetCookie()
        .map((set) => set.split(";")[0])
        .at(-1) ?? ""
    );
  }

  const states = async () =>
    Object.fromEntries(
      (await lmsPage(one.store.db))[0].lines.map(({ login, state, answer }) => [login, [state, answer]]),
    );

  test("sends people of the roster to the run that is linked, and where its marks go is kept", async () => {
    const entered = await post(await begin("user=u-1&run=a"));
    expect([entered.status, entered.headers.get("location")]).toEqual([303, "/runs/a"]);
    const learner = await post(await begin("user=u-3&run=a"));
    expect([learner.status, learner.headers.get("location")]).toEqual([303, "/me#a"]);
    const stranger = await post(await begin("user=u-5&run=a"));
    expect([stranger.status, await stranger.text()]).toEqual([403, expect.stringContaining("that you have in Moodle")]);
    const [link] = await linksIn(one.store.db);
    expect(link).toMatchObject({ run: run.id, platform: platform.address, scores: `${platform.address}/lineitems/1` });
    // As the LMS calls her from now on, whatever her login is.
    await one.store.db.updateTable("person").set({ login: "ada-2" }).where("login", "=", "ada").execute();
    expect((await post(await begin("user=u-3&run=a"))).status).toBe(303);
    await one.store.db.updateTable("person").set({ login: "ada" }).where("login", "=", "ada-2").execute();
    const unknown = await post(await begin("user=u-1&run=none"));
    expect(unknown.status).toBe(422);
  });

  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const forgeries: Record<string, (form: Form) => Promise<Form>> = {
    "one that was sent before": async (form) => {
      await post(form);
      return form;
    },
    "another state": async (form) => ({ ...form, state: "made-up" }),
    "another nonce": async (form) => {
      await one.store.db.updateTable("pendingSignIn").set({ nonce: "another" }).execute();
      return form;
    },
    "one that was tampered with": async (form) => {
      const [head, , signature] = form.idToken.split(".");
      const claims = { ...decodeJwt(form.idToken), sub: "u-1" };
      return { ...form, idToken: [head, encoded(claims), signature].join(".") };
    },
    "another key": async (form) => {
      const { privateKey } = await generateKeyPair("RS256");
      const signed = new SignJWT(decodeJwt(form.idToken)).setProtectedHeader({ alg: "RS256" });
      return { ...form, idToken: await signed.sign(privateKey) };
    },
    "one without a signature": async (form) => {
      return { ...form, idToken: `${encoded({ alg: "none" })}.${form.idToken.split(".")[1]}.` };
    },
    "one signed with the public key as a secret": async (form) => {
      const { keys } = (await (await fetch(`${platform.address}/jwks`)).json()) as {
        keys: { kid: string; n: string }[];
      };
      const header = { alg: "HS256", kid: keys[0].kid };
      const signed = new SignJWT(decodeJwt(form.idToken)).setProtectedHeader(header);
      return { ...form, idToken: await signed.sign(Buffer.from(keys[0].n)) };
    },
    "one from a browser that keeps no cookies": async (form) => ({ ...form, cookie: "" }),
    "one from another browser": async (form) => ({ ...form, cookie: "nablab-sign-in=another" }),
    "no token": async (form) => ({ ...form, idToken: "" }),
  };

  test.each(Object.keys(forgeries))("is not believed: %s", async (name) => {
    const before = await one.store.db.selectFrom("signIn").selectAll().execute();
    const form = await begin("user=u-3&run=a");
    const forged = await forgeries[name](form);
    const opened = await one.store.db.selectFrom("signIn").selectAll().execute();
    const answer = await post(forged);
    expect([answer.status, answer.headers.get("location")]).toEqual([403, null]);
    expect(answer.headers.getSetCookie().join()).not.toContain("nablab-dashboard");
    expect(await one.store.db.selectFrom("signIn").selectAll().execute()).toHaveLength(opened.length);
    expect(opened.length - before.length).toBe(name === "one that was sent before" ? 1 : 0);
  });

  test("that is not in the settings is sent away", async () => {
    const asked = new URLSearchParams({ iss: "https://evil.example", login_hint: "x", target_link_uri: tool });
    const answer = await fetch(`${tool}/lti/login?${asked}`, { redirect: "manual" });
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining("not known here")]);
    expect((await fetch(`${tool}/lti/login`, { method: "POST", body: asked, redirect: "manual" })).status).toBe(403);
  });

  test("lets staff choose a run to link, and believes the answer for its signature", async () => {
    expect(await (await post(await begin("user=u-3&deep=1"))).text()).toContain("chosen by staff");
    const page = await (await post(await begin("user=u-1&deep=1"))).text();
    const choice = /name="choice" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const choose = (body: Record<string, string>) =>
      fetch(`${tool}/lti/choose`, { method: "POST", body: new URLSearchParams(body) });
    expect((await choose({ choice: `${choice}x`, run: "a" })).status).toBe(403);
    const chosen = await choose({ choice, run: "a" });
    expect(chosen.headers.get("content-security-policy")).toContain(`form-action 'self' ${platform.address}`);
    const [, action, jwt] =
      /action="([^"]+)"><input type="hidden" name="JWT" value="([^"]+)"/.exec(await chosen.text()) ?? [];
    const taken = await fetch(action, { method: "POST", body: new URLSearchParams({ JWT: jwt }) });
    expect(await taken.json()).toMatchObject([{ custom: { run: "a" }, lineItem: { scoreMaximum: 20 }, title: "a" }]);
    const { privateKey } = await generateKeyPair("RS256");
    const forged = await new SignJWT(decodeJwt(jwt)).setProtectedHeader({ alg: "RS256", kid: "x" }).sign(privateKey);
    expect((await fetch(action, { method: "POST", body: new URLSearchParams({ JWT: forged }) })).status).toBe(400);
  });

  test("hands out its roster page by page; staff keep their roles, and nobody is removed", async () => {
    const cookie = await visitor("u-1");
    const take = () => fetch(`${tool}/lms/a/roster`, { method: "POST", headers: { cookie, origin: tool } });
    expect(await (await take()).text()).toContain("2 learners added, 2 known already");
    expect(await (await take()).text()).toContain("0 learners added, 4 known already");
    const people = (await peopleIn(one.store.db)).map(({ login, name, role }) => [login, name, role]);
    expect(people).toEqual([
      ["ada", "Name of ada", "learner"],
      ["ben", "Name of ben", "learner"],
      ["eve@example.org", "Eve New", "learner"],
      ["maria", "Name of maria", "staff"],
      ["u-5", "Dan New", "learner"],
    ]);
  });

  test("gets marks once they are released; one that is refused, and an LMS in trouble, stop no other", async () => {
    await lms.send();
    expect(await platform.scores()).toEqual([]);
    const released = { released: "2026-05-20T10:00:00.000Z" };
    const assignment = { slug: "a", title: "a", maxScore: 20 };
    await one.change((trx) => setRun(trx, one.act, assignment, released, 7));
    await platform.set({ faults: { "u-3": 404 } });
    await lms.send();
    expect(await platform.scores()).toEqual([
      expect.objectContaining({ userId: "u-2", scoreGiven: 14, scoreMaximum: 20 }),
    ]);
    expect(await states()).toEqual({ ada: ["refused", "the LMS answered 404"], ben: ["sent", null] });
    // Nothing is sent twice, and what was refused waits for somebody.
    now += 24 * 3600 * 1000;
    await lms.send();
    expect(await platform.scores()).toHaveLength(1);
    await platform.set({ faults: { "u-3": 503 } });
    const cookie = await visitor("u-1");
    const headers = { cookie, origin: tool };
    const again = await fetch(`${tool}/lms/a/send`, { method: "POST", headers, redirect: "manual" });
    expect([again.status, again.headers.get("location")]).toEqual([303, "/lms"]);
    // What the button began is over before the clock moves: its time is the clock's, and the test's comes later.
    await lms.sendSoon();
    now = Date.now() + 1000;
    await lms.send();
    expect(await states()).toMatchObject({ ada: ["due", "the LMS answered 503"] });
    await lms.send();
    expect(await platform.scores()).toHaveLength(1);
    now += 30_000;
    await lms.send();
    expect(await states()).toEqual({ ada: ["sent", null], ben: ["sent", null] });
    const page = await (await fetch(`${tool}/lms`, { headers: { cookie } })).text();
    expect(page).toContain("2 sent, 0 waiting, 0 refused, 0 changed in the LMS");
    expect(page).toContain('<a href="/lms" aria-current="page">LMS</a>');
    expect(page).toContain(`${tool}/lti/jwks`);
  });

  test("keeps a mark that was changed there, until staff say otherwise", async () => {
    const ada = await personNamed(one.store.db, "ada");
    const give = (points: number) =>
      one.change((trx) => override(trx, one.act, { run, person: ada.id }, { points, reason: "r" }));
    await platform.set({ marks: { "u-3": 0.5 } });
    await give(12);
    await lms.send();
    expect(await states()).toMatchObject({ ada: ["changed", "the LMS has 10"] });
    const before = (await platform.scores()).length;
    await give(13);
    await lms.send();
    expect(await states()).toMatchObject({ ada: ["changed", "the LMS has 10"] });
    expect(await platform.scores()).toHaveLength(before);
    await one.change((trx) => sendAgain(trx, { ...one.act, now: () => new Date(now).toISOString() }, run.id, ada.id));
    await lms.send();
    expect((await platform.scores()).at(-1)).toMatchObject({ userId: "u-3", scoreGiven: 13 });
    expect(await states()).toMatchObject({ ada: ["sent", null] });
  });

  test("has a column for marks made where a link has none, once, and it lets us", async () => {
    const b = await one.run("b", { released: "2026-05-20T10:00:00.000Z" });
    await one.handIn(b, await personNamed(one.store.db, "ben"), { f: 10, g: 3 });
    await platform.set({ faults: { column: 500 } });
    expect((await post(await begin("user=u-1&run=b&column=0"))).headers.get("location")).toBe("/runs/b");
    const linkOfB = async () => (await linksIn(one.store.db)).find((link) => link.run === b.id);
    const before = (await platform.scores()).length;
    await lms.send();
    expect([await platform.columns(), (await linkOfB())?.scores]).toEqual([[], null]);
    const cookie = await visitor("u-1");
    const page = async () => (await fetch(`${tool}/lms`, { headers: { cookie } })).text();
    expect(await page()).toContain("has no column for these marks yet");
    await lms.send();
    const [column] = await platform.columns();
    expect(column).toMatchObject({ label: "b", resourceId: "b", scoreMaximum: 20 });
    expect((await platform.scores()).slice(before)).toMatchObject([{ userId: "u-2", scoreGiven: 13 }]);
    expect(await page()).not.toContain("has no column for these marks yet");
    // Launches do not name it, and it stays; where it was forgotten, it is found.
    await post(await begin("user=u-2&run=b&column=0"));
    expect((await linkOfB())?.scores).toBe(column.id);
    await one.store.db.updateTable("lmsLink").set({ scores: null }).where("run", "=", b.id).execute();
    await lms.send();
    expect([(await platform.columns()).length, (await linkOfB())?.scores]).toEqual([1, column.id]);
  });

  test("that lets no column be made is asked once, and says so", async () => {
    const c = await one.run("c");
    await platform.set({ faults: { column: 403 } });
    await post(await begin("user=u-1&run=c&column=0"));
    for (let round = 0; round < 2; round++) await lms.send();
    expect(said.filter((line) => line.includes("have no column in the LMS"))).toHaveLength(1);
    expect((await linksIn(one.store.db)).find((link) => link.run === c.id)?.scores).toBe(null);
    for (const table of ["lmsLink", "run"] as const)
      await one.store.db
        .deleteFrom(table)
        .where(table === "run" ? "id" : "run", "=", c.id)
        .execute();
  });

  test("that is away is asked once in a round, and again after longer and longer", async () => {
    const { address, end } = platform;
    await end();
    for (const login of ["ada", "ben"]) {
      const { id } = await personNamed(one.store.db, login);
      await one.change((trx) => override(trx, one.act, { run, person: id }, { points: 1, reason: "r" }));
    }
    await lms.send();
    const waiting = ["due", "the LMS does not answer"];
    expect(await states()).toEqual({ ada: waiting, ben: waiting });
    const pauses: number[] = [];
    for (let i = 0; i < 3; i++) {
      const [{ next }] = await one.store.db.selectFrom("passback").select("next").orderBy("person").execute();
      pauses.push((Date.parse(next ?? "") - now) / 1000);
      now = Date.parse(next ?? "");
      await lms.send();
    }
    expect(pauses).toEqual([30, 60, 120]);
    expect(address).toMatch(/^http/);
    platform = { ...platform, end: async () => {} };
  });

  test("is forgotten with a person who is erased, and its key is for nobody else to read", async () => {
    expect(statSync(join(folder, "key.pem")).mode & 0o777).toBe(0o600);
    const again = await toolKeyIn(join(folder, "key.pem"));
    expect(lms.tool.jwks).toEqual({ keys: [again.publicKey] });
    expect(again.publicKey).not.toHaveProperty("d");
    const ben = await personNamed(one.store.db, "ben");
    await erase(one.store, one.act, ben);
    const left = await one.store.db.selectFrom("lmsPerson").select("subject").orderBy("subject").execute();
    expect(left.map(({ subject }) => subject)).toEqual(["u-1", "u-3", "u-4", "u-5"]);
  });
});

inFrame(() => missing);
