import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { erase } from "../../../graders/gradebook/erase";
import { type PersonRow, personNamed } from "../../../graders/gradebook/people";
import { parseOidcSettings } from "../../../graders/web/auth/oidcSettings";
import { PendingSignIns } from "../../../graders/web/auth/PendingSignIns";
import { SignIns } from "../../../graders/web/auth/SignIns";
import { Token } from "../../../graders/web/auth/Token";
import { createApp } from "../../../graders/web/createApp";
import { loopback, reachOf } from "../../../graders/web/Reach";
import { type Served, serve } from "../../../graders/web/serve";
import { AClass } from "../gradebook/aClass";
import { onBoth, onSqlite } from "../gradebook/onBoth";
import { type Provider, startProvider } from "./provider";

const titlesOf = async () => new Map();

describe("From where pages are reached", () => {
  test.each([
    [{}, false, { host: loopback }],
    [{ host: "localhost" }, false, { host: "localhost" }],
    [{ url: "https://nablab.example.org" }, false, { host: loopback, url: new URL("https://nablab.example.org") }],
    [{ host: "0.0.0.0", url: "https://x.org/" }, true, { host: "0.0.0.0", url: new URL("https://x.org") }],
    [{ host: "::1", url: "http://localhost:8000" }, false, { host: "::1", url: new URL("http://localhost:8000") }],
  ])("%j", (given, hasSignIn, reach) => {
    expect(reachOf(given, hasSignIn)).toEqual(reach);
  });

  test.each([
    [{ host: "0.0.0.0" }, true, "lets other machines in"],
    [{ host: "10.0.0.7", url: "https://x.org" }, false, "lets other machines in"],
    [{ url: "http://x.org" }, true, "expected an address such as https://"],
    [{ url: "https://x.org/nablab" }, true, "without a path"],
    [{ url: "nablab.example.org" }, true, "expected an address such as https://"],
  ])("is refused for %j", (given, hasSignIn, message) => {
    expect(() => reachOf(given, hasSignIn)).toThrow(message);
  });
});

describe("A file that says how to sign in", () => {
  const least = { issuer: "https://login.example.org", clientId: "nablab" };

  test("needs an issuer and a client", () => {
    expect(parseOidcSettings(JSON.stringify(least))).toEqual({
      ...{ issuer: new URL("https://login.example.org"), clientId: "nablab" },
      ...{ claim: "preferred_username", matches: "login" },
    });
    expect(parseOidcSettings(JSON.stringify({ ...least, matches: "email" }))).toMatchObject({ claim: "email" });
  });

  test.each([
    ["{", "is not a JSON object"],
    ["[]", "is not a JSON object"],
    [JSON.stringify({ clientId: "x" }), '"issuer" is missing'],
    [JSON.stringify({ issuer: "https://x.org" }), '"clientId" is missing'],
    [JSON.stringify({ ...least, issuer: "http://login.example.org" }), "begins with https://"],
    [JSON.stringify({ ...least, secret: "x" }), 'no setting "secret"; known: issuer'],
    [JSON.stringify({ ...least, clientSecret: 7 }), '"clientSecret" has to be text'],
    [JSON.stringify({ ...least, matches: "name" }), 'expected "login" or "email"'],
  ])("is refused: %s", (text, message) => {
    expect(() => parseOidcSettings(text)).toThrow(message);
  });
});

onBoth("A sign-in that has begun elsewhere", (place) => {
  test("comes back once, within ten minutes, in the same browser; what is kept of it lets nobody in", async () => {
    const { db } = await place.fresh();
    let now = Date.UTC(2026, 0, 1);
    const pending = new PendingSignIns(db, () => now);
    const begin = () => pending.begin({ nonce: "n", verifier: "v", hints: null });
    const first = await begin();
    const kept = JSON.stringify(await db.selectFrom("pendingSignIn").selectAll().execute());
    expect(kept).not.toContain(first.state);
    expect(kept).not.toContain(first.cookie);
    expect(await pending.take(first.state, first.cookie)).toEqual({ nonce: "n", verifier: "v", hints: null });
    expect(await pending.take(first.state, first.cookie)).toBe(null);
    const [second, third] = [await begin(), await begin()];
    expect(await pending.take(second.state, third.cookie)).toBe(null);
    // Whoever tries it from elsewhere has used it up.
    expect(await pending.take(second.state, second.cookie)).toBe(null);
    now += 10 * 60 * 1000;
    expect(await pending.take(third.state, third.cookie)).toBe(null);
    await begin();
    expect(await db.selectFrom("pendingSignIn").selectAll().execute()).toHaveLength(1);
  });

  test("lets in for half a day, until somebody signs out or is erased", async () => {
    const one = new AClass(await place.fresh());
    const { db } = one.store;
    await one.course();
    const [ada, ben] = [await one.learner("ada"), await one.learner("ben")];
    let now = Date.UTC(2026, 0, 1);
    const signIns = new SignIns(db, () => now);
    const [first, second, third] = [await signIns.open(ada), await signIns.open(ada), await signIns.open(ben)];
    expect(JSON.stringify(await db.selectFrom("signIn").selectAll().execute())).not.toContain(first);
    expect(await signIns.find(first)).toEqual(ada);
    expect(await signIns.find("")).toBe(null);
    await signIns.close(first);
    expect([await signIns.find(first), await signIns.find(second)]).toEqual([null, ada]);
    await erase(one.store, one.act, ada);
    expect(await signIns.find(second)).toBe(null);
    now += 12 * 3600 * 1000;
    expect(await signIns.find(third)).toBe(null);
  });
});

/** Signs in as a browser does: it follows every redirect, and keeps what cookies it is given. */
class Browser {
  readonly cookies = new Map<string, string>();

  async open(address: string, hops = 10): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(address, { redirect: "manual", headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const to = response.headers.get("location");
    return to === null || hops === 0 ? response : this.open(new URL(to, address).href, hops - 1);
  }
}

onSqlite("Signing in with an account of the university's", (place) => {
  let one: AClass;
  let provider: Provider;
  let served: Served;
  let origin: string;
  const said: string[] = [];

  beforeAll(async () => {
    one = new AClass(await place.fresh());
    await one.course();
    await one.run("a");
    const people: Partial<PersonRow>[] = [
      { login: "maria", role: "staff", email: "Maria@example.org" },
      { login: "greta", role: "grader", email: "both@example.org" },
      { login: "ada", email: "both@example.org" },
    ];
    for (const { login = "", role = "learner", email } of people) {
      const { id } = await one.learner(login, { email });
      await one.store.db.updateTable("person").set({ role }).where("id", "=", id).execute();
    }
    provider = await startProvider({ preferred_username: "maria" });
    served = await serveWith("login");
    vi.spyOn(console, "error").mockImplementation((line: string) => void said.push(line));
  }, 60_000);
  afterAll(async () => {
    vi.restoreAllMocks();
    await served.close();
    await provider.close();
  });

  async function serveWith(matches: "login" | "email"): Promise<Served> {
    const { issuer, clientId, clientSecret } = provider;
    const oidc = parseOidcSettings(
      JSON.stringify({ issuer, clientId, clientSecret, matches, name: "Example University" }),
    );
    const made = await serve({ store: one.store, port: 0, titlesOf, by: "root", oidc });
    origin = new URL(made.address).origin;
    return made;
  }

  const signIn = async (how: Parameters<Provider["spoil"]>[0] = {}): Promise<[number, string]> => {
    provider.spoil(how);
    const response = await new Browser().open(`${origin}/oidc/login`);
    return [response.status, await response.text()];
  };

  test("leads through the provider to the pages, and out again", async () => {
    const browser = new Browser();
    const first = await browser.open(`${origin}/`);
    expect(first.status).toBe(401);
    expect(await first.text()).toContain('<a href="/oidc/login">Sign in with Example University</a>');
    provider.spoil({});
    const page = await browser.open(`${origin}/oidc/login`);
    expect([page.status, new URL(page.url).pathname]).toEqual([200, "/"]);
    expect([...browser.cookies.keys()]).toEqual(["nablab-dashboard"]);
    const cookie = `nablab-dashboard=${browser.cookies.get("nablab-dashboard")}`;
    const out = await fetch(`${origin}/sign-out`, { method: "POST", headers: { cookie, origin } });
    expect([out.status, out.headers.get("set-cookie")]).toEqual([200, expect.stringContaining("Max-Age=0")]);
    expect((await fetch(`${origin}/`, { headers: { cookie } })).status).toBe(401);
  });

  test("takes a claim from the provider's own address, where the token does not hold it", async () => {
    const claims = { preferred_username: undefined };
    expect((await signIn({ claims, userInfo: { preferred_username: "maria" } }))[0]).toBe(200);
    expect(await signIn({ claims, userInfo: {} })).toEqual([403, expect.stringContaining("does not say who you are")]);
  });

  test("lets nobody in who is not on the roster, and learners to their own page", async () => {
    const unknown = await signIn({ claims: { preferred_username: "<b>eve</b>" } });
    expect(unknown).toEqual([403, expect.stringContaining("is known as &#60;b&#62;eve&#60;/b&#62;.")]);
    expect((await signIn({ claims: { preferred_username: "MARIA" } }))[0]).toBe(403);
    expect(await signIn({ claims: { preferred_username: "ada" } })).toEqual([
      200,
      expect.stringContaining('<a href="/me" aria-current="page">'),
    ]);
  });

  const past = Math.floor(Date.now() / 1000) - 600;
  test.each<[string, Parameters<Provider["spoil"]>[0]]>([
    ["another nonce", { claims: { nonce: "another" } }],
    ["another issuer", { claims: { iss: "https://evil.example" } }],
    ["another audience", { claims: { aud: "another-client" } }],
    ["a token that has expired", { claims: { iat: past - 60, exp: past } }],
    ["a key that the provider does not publish", { foreignKey: true }],
  ])("refuses %s", async (_, how) => {
    said.length = 0;
    expect(await signIn(how)).toEqual([502, expect.stringContaining("did not work; try again")]);
    expect(said).toEqual([expect.stringMatching(/^nablab: a sign-in failed: /)]);
  });

  test("refuses a state that is made up, was used, or belongs to another browser", async () => {
    const browser = new Browser();
    provider.spoil({});
    const begun = await browser.open(`${origin}/oidc/login`, 0);
    const back = await browser.open(begun.headers.get("location") ?? "", 0);
    const callback = back.headers.get("location") ?? "";
    const made = new URL(callback);
    made.searchParams.set("state", "made-up");
    expect((await browser.open(made.href)).status).toBe(403);
    expect((await new Browser().open(callback)).status).toBe(403);
    expect((await browser.open(callback)).status).toBe(403);
    expect(await (await browser.open(`${origin}/oidc/callback`)).text()).toContain("Begin again.");
  });

  test("takes a confirmed e-mail address that one person of the roster has, in any case", async () => {
    const before = served;
    served = await serveWith("email");
    await before.close();
    expect((await signIn({ claims: { email: "maria@EXAMPLE.org", email_verified: true } }))[0]).toBe(200);
    const unverified = await signIn({ claims: { email: "maria@example.org", email_verified: false } });
    expect(unverified).toEqual([403, expect.stringContaining("not confirmed")]);
    expect((await signIn({ claims: { email: "both@example.org" } }))[0]).toBe(403);
  });

  test("says so when the provider is away, and works again when it is back", async () => {
    const settings = { issuer: "http://127.0.0.1:9", clientId: "nablab" };
    const oidc = parseOidcSettings(JSON.stringify(settings));
    const away = await serve({ store: one.store, port: 0, titlesOf, by: "root", oidc });
    const response = await fetch(`${new URL(away.address).origin}/oidc/login`);
    expect([response.status, await response.text()]).toEqual([502, expect.stringContaining("try again")]);
    await away.close();
  });

  test("gives people what their role may see, over TLS behind a proxy, and forms of other sites nothing", async () => {
    const host = "nablab.example.org";
    const url = new URL(`https://${host}`);
    const app = createApp({ store: one.store, token: new Token("secret"), by: "root", hosts: [host], url, titlesOf });
    const signIns = new SignIns(one.store.db);
    const statuses: Record<string, number[]> = {};
    for (const login of ["maria", "greta", "ada"]) {
      const person = await personNamed(one.store.db, login);
      const cookie = `nablab-dashboard=${await signIns.open(person)}`;
      const form = { method: "POST", body: "", headers: { host, cookie, "content-type": "text/plain" } };
      const own = { ...form, headers: { ...form.headers, origin: url.origin } };
      statuses[login] = [
        (await app.request(`http://${host}/`, { headers: { host, cookie } })).status,
        (await app.request(`http://${host}/submissions/none`, { headers: { host, cookie } })).status,
        (await app.request(`http://${host}/sign-out`, form)).status,
        (await app.request(`http://${host}/sign-out`, own)).status,
      ];
    }
    expect(statuses).toEqual({ maria: [200, 404, 403, 200], greta: [403, 404, 403, 200], ada: [303, 403, 403, 200] });
    const entered = await app.request(`http://${host}/enter?token=secret`, { headers: { host } });
    expect(entered.headers.get("set-cookie")).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
  });
});
