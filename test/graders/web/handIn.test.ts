import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { aboutPerson } from "../../../graders/gradebook/aboutPerson";
import { addComment } from "../../../graders/gradebook/comment";
import { packDetail } from "../../../graders/gradebook/detail";
import { erase } from "../../../graders/gradebook/erase";
import { extend } from "../../../graders/gradebook/extension";
import { makeToken } from "../../../graders/gradebook/learner/submitToken";
import { override } from "../../../graders/gradebook/override";
import type { PersonRow } from "../../../graders/gradebook/people";
import { nextToLookAt } from "../../../graders/gradebook/queries/nextToLookAt";
import type { RunRow } from "../../../graders/gradebook/schema";
import { noteOnPair } from "../../../graders/gradebook/similar/noteOnPair";
import { SignIns } from "../../../graders/web/auth/SignIns";
import { Token } from "../../../graders/web/auth/Token";
import { createApp } from "../../../graders/web/createApp";
import { type Grading, noGrading } from "../../../graders/web/Grading";
import { originOf } from "../../../graders/web/Reach";
import type { HandInAnswer } from "../../../src/handIn/HandInAnswer";
import { AClass, verdict } from "../gradebook/aClass";
import { everything } from "../gradebook/everything";
import { onBoth, onSqlite } from "../gradebook/onBoth";

const host = "127.0.0.1:8888";
const at = (path: string): string => `http://${host}${path}`;
const site = "https://course.example.org";

/** A verdict with a public and a hidden check of each function. */
function withHidden(publicPoints: number, hiddenPoints: number) {
  const { result, code } = verdict({ f: 10 }, "const shownToItsLearner = 1;");
  const check = (hidden: boolean, points: number) => ({
    ...{ id: hidden ? "f.hidden" : "f.public", hidden, points, maxPoints: 5 },
    status: points === 5 ? ("correct" as const) : ("incorrect" as const),
    message: points === 5 ? "" : hidden ? "a sentence on a hidden check" : "a sentence on a public check",
  });
  const checks = [check(false, publicPoints), check(true, hiddenPoints)];
  const points = publicPoints + hiddenPoints;
  const one = { ...result.functions[0], checks, points, status: points === 10 ? "correct" : "partial" } as const;
  return { code, result: { ...result, functions: [one], score: points } };
}

const titles = new Map([
  ["f.public", "title of the public check"],
  ["f.hidden", "title of the hidden check"],
]);

/** Files are taken as they are, but for those that say what is wrong with them; verdicts are given by the test. */
const grading: Grading = {
  ...noGrading,
  conditionsFor: async () => "1",
  take: async (run, fileName, bytes) => {
    const text = bytes.toString();
    const problem = /^problem: (.*)/.exec(text)?.[1];
    const slug = run === null ? /^slug: (\w+)/.exec(text)?.[1] : undefined;
    return { fileName, bytes, ...(problem ? { problem } : {}), ...(slug ? { slug } : {}) };
  },
};

/** A class whose app takes hand-ins. */
async function appOf(one: AClass, more: Partial<Parameters<typeof createApp>[0]> = {}) {
  const token = new Token("secret");
  const parts = { store: one.store, token, by: "maria", hosts: [host], titlesOf: async () => titles, ...more };
  const app = createApp({ ...parts, origins: [site], grading: { ...grading, queue: one.queue } });
  const staff = `nablab-dashboard=${token.enter("secret")}`;
  const cookieOf = async (person: PersonRow) => `nablab-dashboard=${await new SignIns(one.store.db).open(person)}`;
  const get = (path: string, cookie: string) => app.request(at(path), { headers: { host, cookie } });
  const post = (path: string, cookie: string, fields: Record<string, string | File>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return app.request(at(path), { method: "POST", headers: { host, origin: `http://${host}`, cookie }, body });
  };
  const api = (path: string, bearer: string, body?: string, headers: Record<string, string> = {}) => {
    const method = body === undefined ? "GET" : "POST";
    const all = { host, "content-type": "application/octet-stream", authorization: `Bearer ${bearer}`, ...headers };
    return app.request(at(`/api${path}`), { method, headers: all, body });
  };
  return { app, staff, cookieOf, get, post, api };
}

onBoth("Handing in", (place) => {
  let one: AClass;
  let ada: PersonRow;
  let bearer: string;
  let web: Awaited<ReturnType<typeof appOf>>;
  const count = async (): Promise<number> =>
    (await one.store.db.selectFrom("submission").select("id").execute()).length;
  const file = (text: string, name = "a.ipynb"): File => new File([text], name);

  beforeAll(async () => {
    one = new AClass(await place.fresh());
    // Rows are told from each other by their times here.
    Object.assign(one.act, { now: () => new Date().toISOString() });
    await one.course();
    await one.run("a", { perHour: 3 });
    await one.run("early", { opens: "2126-01-01T00:00:00.000Z" });
    await one.run("over", { closes: "2026-01-01T00:00:00.000Z" });
    ada = await one.learner("ada");
    bearer = await one.change((trx) => makeToken(trx, one.act, ada.id));
    web = await appOf(one);
  }, 60_000);

  test("fifty times the same file at once is one hand-in with one verdict", async () => {
    const cookie = await web.cookieOf(ada);
    const sent = Array.from({ length: 50 }, (_, i) =>
      i % 2 === 0
        ? web.post("/hand-in", cookie, { run: "a", file: file("once") })
        : web.api("/hand-ins?run=a&name=a.ipynb", bearer, "once"),
    );
    const answers = await Promise.all(sent);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202, 303]));
    const pages = await Promise.all(
      answers.map(async (one) =>
        one.status === 303 ? one.headers.get("location") : ((await one.json()) as HandInAnswer).page,
      ),
    );
    expect(new Set(pages).size).toBe(1);
    const [row, ...others] = await one.store.db.selectFrom("attempt").selectAll().execute();
    expect(others).toEqual([]);
    await one.settle(row.submission, "1", { f: 10, g: 3 });
    const again = await web.api("/hand-ins?run=a&name=a.ipynb", bearer, "once");
    expect(await again.json()).toMatchObject({ state: "graded", points: 13, id: row.submission });
    expect(await one.store.db.selectFrom("result").select("attempt").execute()).toHaveLength(1);
    const audit = await one.store.db.selectFrom("audit").selectAll().where("what", "=", "hand-in").execute();
    expect(audit.map(({ by }) => by)).toEqual([`person:${ada.id}`]);
  });

  test("stops at the limit of an hour, which the same file does not count for", async () => {
    const ben = await one.learner("ben");
    const token = await one.change((trx) => makeToken(trx, one.act, ben.id));
    const send = (text: string) => web.api("/hand-ins?run=a&name=a.ipynb", token, text);
    const many = await Promise.all(["1", "2", "3", "4", "5"].map(send));
    expect(many.map(({ status }) => status).toSorted()).toEqual([202, 202, 202, 429, 429]);
    const [refused] = many.filter(({ status }) => status === 429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(3500);
    const { error, code } = (await refused.json()) as { error: string; code: string };
    expect(code).toBe("limit");
    expect(error).toMatch(/^You have handed in 3 files within an hour, .* the next is taken at .* \(UTC\)\.$/);
    const known = ["1", "2", "3", "4", "5"].filter((_, i) => many[i].status === 202);
    expect((await send(known[0])).status).toBe(202);
    const hourAgo = new Date(Date.now() - 3_700_000).toISOString();
    const { db } = one.store;
    await db.updateTable("submission").set({ received: hourAgo }).where("person", "=", ben.id).execute();
    expect((await send("6")).status).toBe(202);
  });

  test.each([
    ["run=nothing", "x", 404, "unknown", /nothing to hand in for "nothing" in this course; there is a, early or over/],
    ["run=early", "x", 409, "early", /^early opens at 2126-01-01 00:00 \(UTC\); nothing was recorded\.$/],
    ["run=over", "x", 409, "closed", /^over closed at 2026-01-01 00:00 \(UTC\); nothing was recorded\./],
    ["run=a", "problem: is not JSON", 422, "file", /^a\.ipynb is not JSON; nothing was recorded\.$/],
    ["run=a", "", 422, "file", /^Choose a file/],
    ["", "x", 422, "file", /^a\.ipynb does not say of which assignment it is/],
    ["", "slug: early", 409, "early", /^early opens/],
  ])("of %s with %j is answered in one sentence", async (query, text, status, code, error) => {
    const before = await count();
    const answer = await web.api(`/hand-ins?${query}&name=a.ipynb`, bearer, text);
    expect([answer.status, await answer.json()]).toEqual([status, { code, error: expect.stringMatching(error) }]);
    if (query !== "") {
      const cookie = await web.cookieOf(ada);
      const page = await web.post("/hand-in", cookie, { run: query.slice(4), file: file(text) });
      expect(page.status).toBe(status);
    }
    expect(await count()).toBe(before);
  });

  test("counts the time at which the request began, not the one at which the file was there", async () => {
    const eve = await one.learner("eve");
    const token = await one.change((trx) => makeToken(trx, one.act, eve.id));
    const before = new Date().toISOString();
    let between = "";
    const slow = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(Buffer.from("begin"));
        await new Promise((resolve) => setTimeout(resolve, 60));
        between = new Date().toISOString();
        await new Promise((resolve) => setTimeout(resolve, 20));
        controller.enqueue(Buffer.from("end"));
        controller.close();
      },
    });
    const headers = { host, authorization: `Bearer ${token}` };
    const init = { method: "POST", headers, body: slow, duplex: "half" } as RequestInit;
    const answer = await web.app.request(new Request(at("/api/hand-ins?run=a&name=a.ipynb"), init));
    const { received } = (await answer.json()) as HandInAnswer;
    expect(received >= before && received < between).toBe(true);
  });

  test("needs a token that somebody has; a revoked or replaced one is nobody's", async () => {
    expect((await web.api("/hand-ins/x", "nablab_forged")).status).toBe(401);
    const cookie = await web.cookieOf(ada);
    const made = async (): Promise<string> => {
      const answer = await web.post("/me/token", cookie, { do: "make" });
      expect(answer.headers.get("cache-control")).toBe("no-store");
      return /nablab_[\w-]{32}/.exec(await answer.text())?.[0] ?? "";
    };
    const [first, second] = [await made(), await made()];
    expect([(await web.api("/hand-ins/x", first)).status, (await web.api("/hand-ins/x", second)).status]).toEqual([
      401, 404,
    ]);
    expect(JSON.stringify(await everything(one.store))).not.toContain(second.slice("nablab_".length));
    expect((await web.post("/me/token", cookie, { do: "revoke" })).status).toBe(303);
    expect((await web.api("/hand-ins/x", second)).status).toBe(401);
    bearer = await one.change((trx) => makeToken(trx, one.act, ada.id));
    // A cookie is no token: forms of other sites come with one.
    const byCookie = await web.app.request(at("/api/hand-ins?run=a&name=a.ipynb"), {
      ...{ method: "POST", body: "x", headers: { host, cookie, origin: "http://evil.example" } },
    });
    expect(byCookie.status).toBe(401);
  });

  test("is refused under another name, from forms of other sites, and above 16 MB", async () => {
    const cookie = await web.cookieOf(ada);
    const foreign = { host: "evil.example", authorization: `Bearer ${bearer}` };
    expect((await web.app.request(at("/api/hand-ins/x"), { headers: foreign })).status).toBe(403);
    const form = { method: "POST", headers: { host, cookie, origin: "http://evil.example" } };
    const body = new FormData();
    body.append("run", "a");
    expect((await web.app.request(at("/hand-in"), { ...form, body })).status).toBe(403);
    const long = "x".repeat(17 * 2 ** 20);
    const saidLength: Record<string, string> = { "content-length": String(long.length) };
    for (const headers of [saidLength, {}]) {
      const answer = await web.api("/hand-ins?run=a&name=a.ipynb", bearer, long, headers);
      expect([answer.status, await answer.json()]).toMatchObject([413, { code: "too-large" }]);
    }
    expect((await web.post("/hand-in", cookie, { run: "a", file: file(long) })).status).toBe(413);
  });

  test("lets pages of the sites that were named ask, with a token alone", async () => {
    const preflight = (origin: string) =>
      web.app.request(at("/api/hand-ins"), {
        method: "OPTIONS",
        headers: { host, origin, "access-control-request-method": "POST" },
      });
    const { status, headers } = await preflight(site);
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe(site);
    expect(headers.get("access-control-allow-headers")).toBe("Authorization,Content-Type");
    expect(headers.get("access-control-allow-credentials")).toBe(null);
    expect((await preflight("https://evil.example")).headers.get("access-control-allow-origin")).toBe(null);
    const answer = await web.api("/hand-ins/x", bearer, undefined, { origin: site });
    expect(answer.headers.get("access-control-allow-origin")).toBe(site);
    const page = await web.app.request(at("/me"), { headers: { host, origin: site } });
    expect([page.status, page.headers.get("access-control-allow-origin")]).toEqual([401, null]);
  });

  test("shows nobody else's, by page or by token", async () => {
    const ben = await one.store.db
      .selectFrom("person")
      .selectAll()
      .where("login", "=", "ben")
      .executeTakeFirstOrThrow();
    const { id } = await one.store.db
      .selectFrom("submission")
      .select("id")
      .where("person", "=", ada.id)
      .executeTakeFirstOrThrow();
    const cookie = await web.cookieOf(ben);
    for (const path of [`/me/hand-ins/${id}`, `/me/hand-ins/${id}/file`])
      expect((await web.get(path, cookie)).status).toBe(404);
    const token = await one.change((trx) => makeToken(trx, one.act, ben.id));
    expect((await web.api(`/hand-ins/${id}`, token)).status).toBe(404);
    expect((await web.api(`/hand-ins/${id}`, bearer)).status).toBe(200);
  });

  test("tells by an event when the verdict is there, and a program that waits for it", async () => {
    const fay = await one.learner("fay");
    const cookie = await web.cookieOf(fay);
    const token = await one.change((trx) => makeToken(trx, one.act, fay.id));
    const { id } = (await (await web.api("/hand-ins?run=a&name=a.ipynb", token, "fay")).json()) as HandInAnswer;
    expect(await (await web.get("/me", cookie)).text()).toContain("1 hand-in of yours waits");
    const events = (await web.get("/me/live", cookie)).body?.getReader();
    const next = async (): Promise<unknown> => {
      const { value } = (await events?.read()) ?? {};
      return JSON.parse(/^data: (.*)$/m.exec(Buffer.from(value ?? []).toString())?.[1] ?? "null");
    };
    expect(await next()).toMatchObject({ isOver: false });
    const waits = web.api(`/hand-ins/${id}?wait=20`, token);
    await one.settle(id, "1", { f: 10, g: 3 });
    expect(await (await waits).json()).toMatchObject({ state: "graded", points: 13 });
    expect(await next()).toEqual({ text: "", isOver: true });
    await events?.cancel();
  });
});

onSqlite("A hand-in on a full disk", (place) => {
  test("is not acknowledged, and taken when there is room", async () => {
    const one = new AClass(await place.fresh());
    await one.course();
    await one.run("a");
    const { id } = await one.learner("ada");
    const token = await one.change((trx) => makeToken(trx, one.act, id));
    const web = await appOf(one);
    await sql`pragma max_page_count = 1`.execute(one.store.db);
    const large = Array.from({ length: 60_000 }, (_, i) => Math.sin(i)).join();
    const refused = await web.api("/hand-ins?run=a&name=a.ipynb", token, large);
    expect([refused.status, await refused.json()]).toEqual([
      503,
      { code: "later", error: expect.stringMatching(/^Nothing was recorded, and you can hand in again: .*full/) },
    ]);
    expect(await one.store.db.selectFrom("submission").select("id").execute()).toEqual([]);
    await sql`pragma max_page_count = 1000000`.execute(one.store.db);
    expect((await web.api("/hand-ins?run=a&name=a.ipynb", token, large)).status).toBe(202);
  });
});

onSqlite("What a learner sees", (place) => {
  /** What no page of ada's may hold before the release, and after it. */
  const never = ["ben", "Benedikt", "cleo", "a note on this pair", "maria", "staff-tutor", "987123"];
  const notYet = ["f.hidden", "hidden check", "a comment for ada", "13.5", "a reason for ada"];
  let one: AClass;
  let run: RunRow;
  let ada: PersonRow;
  let submission: string;
  let web: Awaited<ReturnType<typeof appOf>>;

  beforeAll(async () => {
    one = new AClass(await place.fresh());
    await one.course();
    run = await one.run("a", { seed: 987123, due: "2026-05-02T00:00:00.000Z" });
    ada = await one.learner("ada", { name: "Ada" });
    const ben = await one.learner("ben", { name: "Benedikt" });
    submission = await one.handIn(run, ada, { f: 10 });
    const right = await one.handIn(run, ben, { f: 10 });
    await one.handIn(run, await one.learner("cleo"), { f: 10 });
    const { attempt } = await one.job(submission, "1");
    const detail = packDetail(withHidden(5, 0), submission, "ada.ipynb");
    await one.store.db.updateTable("result").set({ detail, score: 5 }).where("attempt", "=", attempt).execute();
    const tutor = { ...one.act, by: "staff-tutor" };
    await one.change((trx) => addComment(trx, tutor, { submission, name: "f", line: null }, "a comment for ada"));
    const given = { points: 13.5, reason: "a reason for ada" };
    await one.change((trx) => override(trx, tutor, { run, person: ada.id }, given));
    await one.change((trx) =>
      extend(trx, tutor, { run: run.id, person: ben.id, due: "2027-01-01T00:00:00.000Z", reason: "Benedikt is ill" }),
    );
    await one.change((trx) => noteOnPair(trx, tutor, run, { left: submission, right, text: "a note on this pair" }));
    web = await appOf(one);
  });

  /** Every page that links, forms and redirects of a learner's lead to. */
  async function crawl(cookie: string): Promise<Map<string, string>> {
    const seen = new Map<string, string>();
    const next = ["/", "/me", "/me/token", "/style.css", "/keys.js"];
    for (let path = next.shift(); path !== undefined; path = next.shift()) {
      if (seen.has(path)) continue;
      const answer = await web.get(path, cookie);
      const text = await answer.text();
      seen.set(path, answer.status === 200 ? text : `${answer.status}`);
      expect([200, 303, 404], path).toContain(answer.status);
      const links = Array.from(text.matchAll(/(?:href|action)="([^"#]+)/g), ([, link]) => link);
      const moved = answer.headers.get("location");
      next.push(...[...links, ...(moved === null ? [] : [moved])].filter((link) => link.startsWith("/")));
    }
    return seen;
  }

  test("holds no other people, no staff notes, no seed, and hidden checks and marks only once released", async () => {
    const cookie = await web.cookieOf(ada);
    const before = await crawl(cookie);
    const shown = `/me/hand-ins/${submission}`;
    expect(before.get(shown)).toContain("title of the public check");
    expect(before.get(shown)).toContain("shownToItsLearner");
    expect(before.get("/me")).toContain("5 of 5");
    for (const [path, text] of before)
      for (const secret of [...never, ...notYet]) expect(`${path} ${text}`, path).not.toContain(secret);
    const bearer = await one.change((trx) => makeToken(trx, one.act, ada.id));
    const told = await (await web.api(`/hand-ins/${submission}`, bearer)).text();
    for (const secret of [...never, ...notYet.filter((text) => text !== "hidden check")])
      expect(told).not.toContain(secret);
    await one.store.db.updateTable("run").set({ released: "2026-05-03T00:00:00.000Z" }).execute();
    const after = await crawl(cookie);
    for (const [path, text] of after) for (const secret of never) expect(`${path} ${text}`, path).not.toContain(secret);
    const pages = [...after.values()].join();
    for (const text of ["title of the hidden check", "a comment for ada", "13.5 of 20", "a reason for ada"])
      expect(pages).toContain(text);
  });

  test("leads to staff by one question at a time, which they close with an answer", async () => {
    const cookie = await web.cookieOf(ada);
    expect((await web.post("/me/reviews", cookie, { run: "a", text: "f is right <b>" })).status).toBe(303);
    const twice = await web.post("/me/reviews", cookie, { run: "a", text: "again" });
    expect([twice.status, await twice.text()]).toEqual([422, expect.stringContaining("you have asked already")]);
    expect(await nextToLookAt(one.store.db, run.id)).toBe(submission);
    const page = await (await web.get(`/submissions/${submission}`, web.staff)).text();
    expect(page).toContain("f is right &#60;b&#62;");
    const review = /name="review" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const close = () => web.post(`/submissions/${submission}/review`, web.staff, { review, text: "It is, indeed." });
    expect((await close()).status).toBe(303);
    expect((await close()).status).toBe(409);
    const me = await (await web.get("/me", cookie)).text();
    expect(me).toContain("It is, indeed.");
    expect(me).not.toContain("maria");
    expect((await web.post("/me/reviews", cookie, { run: "a", text: "and g?" })).status).toBe(303);
    const files = await aboutPerson(one.store.db, ada);
    expect(files[0].content.toString()).toContain("and g?");
    await erase(one.store, one.act, ada);
    expect(JSON.stringify(await everything(one.store))).not.toContain("and g?");
  });
});

describe("A site whose pages may hand in", () => {
  test.each(["https://course.example.org", "https://x.org:8443", "http://127.0.0.1:8000", "http://localhost"])(
    "%s",
    (given) => expect(originOf(given)).toBe(given),
  );
  test.each(["course.example.org", "http://x.org", "https://x.org/path", "https://x.org?x", "*", "null"])(
    "is refused: %s",
    (given) => expect(() => originOf(given)).toThrow(`--allow-origin is ${given}; expected an address such as`),
  );
});
