import { beforeAll, describe, expect, test } from "vitest";
import { Token } from "../../../graders/web/auth/Token";
import { createApp } from "../../../graders/web/createApp";
import { learnerLivePath, livePath } from "../../../graders/web/livePath";
import type { Role, Route } from "../../../graders/web/Route";
import { routes } from "../../../graders/web/routes";
import { AClass } from "../gradebook/aClass";
import { everything } from "../gradebook/everything";
import { onSqlite } from "../gradebook/onBoth";

const host = "127.0.0.1:8888";
const everybody: readonly Role[] = ["learner", "grader", "staff"];

/** Where hand-ins are looked at and marked: what a grader is there for. All else is for staff alone. */
const grading = /^\/(submissions|comments|saved)(\/|$)|^\/runs\/:slug\/(next|functions\/)/;

/** What is a learner's own. */
const own = /^\/(me|hand-in)(\/|$)/;

/** Who may ask for a route. */
function rolesOf(path: string): Role[] {
  // Where signing in leads learners, too.
  if (path === "/") return ["learner", "staff"];
  if (own.test(path)) return ["learner"];
  return grading.test(path) ? ["grader", "staff"] : ["staff"];
}

/** An address of a route, with names that nothing has. */
const pathOf = ({ path }: Pick<Route, "path">): string => path.replaceAll(/:\w+/g, "none");
const nameOf = ({ method, path }: Route): string => `${method.toUpperCase()} ${path}`;

describe("The table of routes", () => {
  test("has each route once, and says of each who may ask for it", () => {
    const names = routes.map(nameOf);
    expect(names.length).toBeGreaterThan(15);
    expect(new Set(names).size).toBe(names.length);
    for (const route of routes) expect(route.roles.toSorted(), nameOf(route)).toEqual(rolesOf(route.path));
  });
});

onSqlite("The table of routes", (place) => {
  let one: AClass;

  beforeAll(async () => {
    one = new AClass(await place.fresh());
    await one.course();
    await one.handIn(await one.run("a"), await one.learner("ada"), { f: 10 });
  });

  function appFor(role: Role) {
    const token = new Token("secret");
    const app = createApp({
      ...{ store: one.store, token, by: "maria", role, hosts: [host], titlesOf: async () => new Map() },
    });
    const cookie = `nablab-dashboard=${token.enter("secret")}`;
    return { app, cookie };
  }

  /** A form as its own page sends it, but for what differs. */
  function form(headers: Record<string, string>, body = "x=1") {
    const own = { host, origin: `http://${host}`, "content-type": "application/x-www-form-urlencoded" };
    return { method: "POST", headers: { ...own, ...headers }, body };
  }

  const ask = (app: ReturnType<typeof createApp>, { method, path }: Route, headers: Record<string, string>) =>
    app.request(
      `http://${host}${pathOf({ path })}`,
      method === "get" ? { headers: { host, ...headers } } : form(headers),
    );

  test.each(everybody)("answers a %s what that role may ask for, and nothing else", async (role) => {
    const { app, cookie } = appFor(role);
    const before = await everything(one.store);
    for (const route of routes.filter(({ path }) => path !== livePath && path !== learnerLivePath)) {
      const { status } = await ask(app, route, { cookie });
      if (route.roles.includes(role)) expect([200, 302, 303, 404, 422], nameOf(route)).toContain(status);
      else expect(status, nameOf(route)).toBe(403);
    }
    expect(await everything(one.store)).toEqual(before);
  });

  test("answers nobody who has not signed in, comes from another site, or under another name", async () => {
    const { app, cookie } = appFor("staff");
    for (const route of routes) {
      expect((await ask(app, route, {})).status, nameOf(route)).toBe(401);
      expect((await ask(app, route, { cookie: "nablab-dashboard=forged" })).status, nameOf(route)).toBe(401);
      expect((await ask(app, route, { cookie, host: "evil.example" })).status, nameOf(route)).toBe(403);
      if (route.method === "get") continue;
      const foreign = { cookie, origin: "http://evil.example" };
      expect((await ask(app, route, foreign)).status, nameOf(route)).toBe(403);
    }
  });

  test("takes forms of 16 MB, whether or not they say how long they are", async () => {
    const { app, cookie } = appFor("staff");
    const long = `text=${"x".repeat(17 * 2 ** 20)}`;
    for (const route of routes.filter(({ method }) => method === "post")) {
      const path = `http://${host}${pathOf(route)}`;
      const said = { cookie, "content-length": String(long.length) };
      expect((await app.request(path, form(said, long))).status, nameOf(route)).toBe(413);
    }
    const unsaid = new Request(`http://${host}/saved`, {
      ...form({ cookie }),
      body: new Blob([long]).stream(),
      duplex: "half",
    } as RequestInit);
    expect((await app.request(unsaid)).status).toBe(413);
  });

  test("tags what has an end, and answers in short what a browser has", async () => {
    const { app, cookie } = appFor("staff");
    for (const path of ["/", "/runs/a", "/learners/ada", "/style.css", "/keys.js"]) {
      const first = await app.request(`http://${host}${path}`, { headers: { host, cookie } });
      const tag = first.headers.get("etag") ?? "";
      const again = await app.request(`http://${host}${path}`, { headers: { host, cookie, "if-none-match": tag } });
      expect([first.status, tag.length > 10, again.status], path).toEqual([200, true, 304]);
    }
  });
});
