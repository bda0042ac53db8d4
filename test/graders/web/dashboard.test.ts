import { request } from "node:http";
import { beforeAll, describe, expect, test } from "vitest";
import { Token } from "../../../graders/web/auth/Token";
import { createApp } from "../../../graders/web/createApp";
import { serve } from "../../../graders/web/serve";
import { AClass } from "../gradebook/aClass";
import { onBoth } from "../gradebook/onBoth";

const host = "127.0.0.1:8888";
const titlesOf = async (slug: string) => new Map([["f.1", `the first of ${slug}`]]);
const at = (path: string): string => `http://${host}${path}`;

describe("The token of an address", () => {
  test("works once, and what it becomes is good for half a day", () => {
    let now = 0;
    const token = new Token("secret", () => now);
    expect(token.enter("wrong")).toBe(null);
    const cookie = token.enter("secret");
    expect(cookie).toMatch(/^[\w-]{32}$/);
    expect(token.enter("secret")).toBe(null);
    expect([cookie ?? "", undefined, "", "secret"].map((one) => token.knows(one))).toEqual([true, false, false, false]);
    now = 12 * 3600 * 1000;
    expect(token.knows(cookie ?? "")).toBe(false);
  });
});

onBoth("The pages", (place) => {
  let one: AClass;
  let app: ReturnType<typeof createApp>;
  let cookie: string;

  beforeAll(async () => {
    one = new AClass(await place.fresh());
    await one.course();
    const run = await one.run("a", { due: "2026-05-01T22:00:00.000Z" });
    const names = { name: "<script>alert(1)</script>", section: "A & B" };
    await one.handIn(run, await one.learner("ada", names), { f: 10, g: 3 }, { text: "const x;" });
    await one.handIn(run, await one.learner("ben", { section: "C" }), { f: 0, g: 10 });
    await one.handIn(run, await one.learner("cleo", { name: "Zoë 100%" }), null);
    const dan = await one.learner("dan");
    await one.handIn(run, dan, { f: 5, g: 5 }, { conditions: "2" });
    for (let i = 0; i < 120; i++) await one.learner(`s${String(i).padStart(3, "0")}`);
    app = createApp({ store: one.store, token: new Token("secret"), by: "maria", hosts: [host], titlesOf });
  }, 60_000);

  const get = (path: string, headers: Record<string, string> = { cookie }) =>
    app.request(at(path), { headers: { host, ...headers } });

  test("are for those who have signed in, once, from this very place", async () => {
    expect((await get("/", {})).status).toBe(401);
    expect((await get("/style.css", {})).status).toBe(401);
    expect((await get("/enter?token=wrong", {})).status).toBe(403);
    const foreign = await app.request("http://evil.example/", { headers: { host: "evil.example" } });
    expect(foreign.status).toBe(403);
    const entered = await get("/enter?token=secret", {});
    expect(entered.status).toBe(302);
    const set = entered.headers.get("set-cookie") ?? "";
    expect(set).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    cookie = set.split(";")[0];
    expect((await get("/enter?token=secret", {})).status).toBe(403);
    const page = await get("/");
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(page.headers.get("cache-control")).toBe("private, no-cache");
    const form = { "content-type": "application/x-www-form-urlencoded", host, cookie, origin: "http://evil.example" };
    expect((await app.request(at("/"), { method: "POST", headers: form, body: "x=1" })).status).toBe(403);
  });

  test("show the class, a hundred at a time, whatever people are called", async () => {
    const page = await (await get("/")).text();
    expect(page).not.toContain("<script>alert");
    expect(page).toContain("&#60;script&#62;alert(1)");
    expect(page.match(/<a data-row /g)).toHaveLength(100);
    const next = /href="([^"]*after=[^"]*)"/.exec(page)?.[1] ?? "";
    const second = await (await get(next.replaceAll("&amp;", "&"))).text();
    expect(second.match(/<a data-row /g)).toHaveLength(24);
    expect(second).not.toContain('rel="next"');
  });

  test.each([
    ["find=ADA", ["ada"]],
    ["find=ZO%C3%8B", ["cleo"]],
    ["find=Zo%C3%AB", ["cleo"]],
    ["find=100%25", ["cleo"]],
    ["find=s%25", []],
    ["find=_", []],
    ["section=A+%26+B", ["ada"]],
    ["section=C&find=b", ["ben"]],
    ["find=", 100],
  ])("filter by %s", async (query, expected) => {
    const page = await (await get(`/?${query}`)).text();
    const logins = Array.from(page.matchAll(/href="\/learners\/(\w+)"/g), ([, login]) => login);
    expect(typeof expected === "number" ? logins.length : logins).toEqual(expected);
  });

  test("show a run: marks, functions, misconceptions, what has no verdict, and versions that differ", async () => {
    const page = await (await get("/runs/a")).text();
    expect(page).toContain("4 of 124");
    expect(page).toContain('<code>f</code></a></th><td class="number">1 of 3</td><td class="number">50 %</td>');
    expect(page).toContain("<td>g.summed</td>");
    expect(page).toContain("is not a notebook");
    expect(page).toContain("The marks come from 2 versions of the checks");
    expect(page).toContain("due 2026-05-01 22:00 (UTC)");
    const shown = await (await get("/learners/ada")).text();
    expect(shown).toContain("13 / 20");
    const link = /href="(\/submissions\/[^"]+)"/.exec(shown)?.[1] ?? "";
    const submission = await (await get(link)).text();
    expect(submission).toContain("the first of a");
    expect(submission).toContain("the code, code cell 1, line 1");
    expect(submission).toContain("&#60;script&#62;alert(1)");
    await one.run("a", { anonymous: 1 });
    const hidden = await (await get(link)).text();
    for (const name of ["alert(1)", "ada"]) expect(hidden).not.toContain(name);
    await one.run("a", { anonymous: 0 });
    expect((await get("/submissions/none")).status).toBe(404);
    expect((await get("/learners/nobody")).status).toBe(404);
    const missing = await get("/runs/b");
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain("there is no run &#34;b&#34;; did you mean a?");
    expect((await get("/nowhere")).status).toBe(404);
  });
});

onBoth("A server of pages", (place) => {
  test("listens on this machine, and answers under its own names only", async () => {
    const one = new AClass(await place.fresh());
    await one.course();
    const served = await serve({ store: one.store, port: 0, titlesOf, by: "maria" });
    const { origin, port } = new URL(served.address);
    const statusFor = (name: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const asked = request({ host: "127.0.0.1", port, path: "/", headers: { host: name } }, ({ statusCode }) =>
          resolve(statusCode),
        );
        asked.on("error", reject);
        asked.end();
      });
    expect(await statusFor(`localhost:${port}`)).toBe(401);
    expect(await statusFor(`evil.example:${port}`)).toBe(403);
    const entered = await fetch(served.address, { redirect: "manual" });
    const cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0];
    expect((await fetch(`${origin}/`, { headers: { cookie } })).status).toBe(200);
    const style = await fetch(`${origin}/style.css`, { headers: { cookie } });
    const known = { cookie, "if-none-match": style.headers.get("etag") ?? "" };
    expect((await fetch(`${origin}/style.css`, { headers: known })).status).toBe(304);
    await expect(serve({ store: one.store, port: Number(port), titlesOf, by: "maria" })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
    await served.close();
  });
});
