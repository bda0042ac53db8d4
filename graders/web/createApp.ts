import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { csrf } from "hono/csrf";
import { etag } from "hono/etag";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import { words } from "../../src/words/words";
import type { SubmittedFile } from "../engine/readSubmission";
import { actOf } from "../gradebook/Act";
import { Conflict } from "../gradebook/override";
import { Refusal } from "../gradebook/Refusal";
import { refusalFor } from "../gradebook/refusalFor";
import type { Store } from "../gradebook/Store";
import { Comparer } from "../gradebook/similar/Comparer";
import { html } from "../report/html/html";
import { style } from "../report/html/style";
import { cookieOf, giveVisitorCookie, takeCookie } from "./auth/cookies";
import { forPrometheus } from "./auth/forPrometheus";
import { oidcRoutes } from "./auth/oidcRoutes";
import { isOverTls } from "./auth/oidcSettings";
import { SignIns } from "./auth/SignIns";
import type { Token } from "./auth/Token";
import type { Ways } from "./auth/Ways";
import { fieldsOf } from "./fieldsOf";
import { type Grading, noGrading } from "./Grading";
import { keys } from "./keys";
import { Live } from "./Live";
import { livePath } from "./livePath";
import { ltiRoutes } from "./lti/ltiRoutes";
import { messagePage } from "./pages/messagePage";
import { pageStyle } from "./pages/pageStyle";
import type { TitlesOf } from "./pages/submissionView";
import { typedAgain } from "./pages/typedAgain";
import type { AboutOf, Role, Visitor } from "./Route";
import { routes } from "./routes";

/** What the pages need. */
export interface AppParts {
  store: Store;
  token: Token;
  /** Other ways to sign in. */
  ways?: Ways;
  /** Who starts the dashboard, as the audit names them: whoever comes with its token is that person. */
  by: string;
  /** What that person may do; everything by default. */
  role?: Role;
  /** `127.0.0.1:8888`, and others under which it may be called. */
  hosts: readonly string[];
  /** The address under which browsers reach the pages, where that is another one. */
  url?: URL;
  titlesOf: TitlesOf;
  /** What learners were given for an assignment; null where that is not known. */
  starterOf?(slug: string): SubmittedFile | null;
  grading?: Grading;
  /** Where it is left out, nothing can be exported. */
  aboutOf?: AboutOf;
}

/** What is known of a request before it is answered. */
interface Env {
  Variables: { visitor: Visitor };
}

/** A notebook with many figures has 10 MB. */
const mostBytes = 16 * 2 ** 20;

const texts = words.dashboard.messages;

/** The pages of a gradebook, for staff who have signed in. */
export function createApp(parts: AppParts): Hono<Env> {
  const { store, token, ways = {}, hosts, url, titlesOf, grading = noGrading, aboutOf = noAbout } = parts;
  const app = new Hono<Env>();
  // A page of another site whose name leads here sends that name along.
  app.use(async (c, next) => {
    if (!hosts.includes(c.req.header("host") ?? "")) return c.text(texts.wrongHost, 403);
    await next();
  });
  const secure = url !== undefined && isOverTls(url);
  const signIns = new SignIns(store.db);
  const limit = bodyLimit({
    maxSize: mostBytes,
    onError: (c) => c.html(messagePage(texts.tooLarge(mostBytes / 2 ** 20)), 413),
  });
  app.use(limit);
  if (ways.lms) app.route("/", ltiRoutes(ways.lms.tool, { store, signIns, secure }));
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      referrerPolicy: "same-origin",
    }),
  );
  // Behind a proxy that ends TLS, requests do not show where the browser is.
  const origins = (): string[] => [...hosts.map((host) => `http://${host}`), ...(url ? [url.origin] : [])];
  app.use(csrf({ origin: (origin) => origins().includes(origin) }), compress());
  app.get("/enter", (c) => enter(c, token, secure));
  if (ways.oidc) app.route("/", oidcRoutes(ways.oidc, { store, signIns, secure }));
  const open = new Hono();
  forPrometheus(open, store.db);
  app.route("/", open);
  app.use(async (c, next) => {
    const visitor = await visitorOf(cookieOf(c, "visitor"), parts, signIns);
    if (!visitor) return c.html(signInPage(ways), 401);
    c.set("visitor", visitor);
    c.header("Cache-Control", "private, no-cache");
    await next();
  });
  // What is made while it is sent would be made as a whole first, and what never ends has no tag.
  const tag = etag();
  app.use(async (c, next) => {
    await next();
    const isWhole = c.req.path !== livePath && c.res.headers.get("Cache-Control") !== "no-store";
    if (isWhole) await tag(c, async () => {});
  });
  app.get("/style.css", (c) => c.body(style + pageStyle, 200, { "Content-Type": "text/css; charset=utf-8" }));
  app.get("/keys.js", (c) => c.body(keys, 200, { "Content-Type": "text/javascript; charset=utf-8" }));
  const comparer = new Comparer(store.db, (slug) => parts.starterOf?.(slug) ?? null);
  const live = new Live(store.db, grading);
  for (const route of routes) {
    app[route.method](route.path, async (c) => {
      const visitor = c.get("visitor");
      if (!route.roles.includes(visitor.role)) return c.html(messagePage(texts.notAllowed), 403);
      const asked = {
        c,
        store,
        act: actOf(visitor.by),
        visitor,
        titlesOf,
        comparer,
        lms: ways.lms ?? null,
        grading,
        live,
        aboutOf,
      };
      const answer = await route.answer(asked);
      return typeof answer === "string" ? c.html(answer) : answer;
    });
  }
  app.post("/sign-out", async (c) => {
    const cookie = cookieOf(c, "visitor");
    token.leave(cookie);
    await signIns.close(cookie);
    takeCookie(c, "visitor");
    return c.html(messagePage(words.signIn.signedOut));
  });
  app.notFound((c) => c.html(messagePage(texts.notFound), 404));
  app.onError((error, c) => answerTo(error, c, store));
  return app;
}

/** Who shows a cookie: whoever has started the dashboard, or somebody of the roster. */
async function visitorOf(cookie: string, parts: AppParts, signIns: SignIns): Promise<Visitor | null> {
  const { token, by, role = "staff" } = parts;
  if (cookie === "") return null;
  if (token.knows(cookie)) return { role, by, person: null };
  const person = await signIns.find(cookie);
  // Nothing that learners do is written down under a name: it could not be erased.
  return person && { role: person.role, by: person.role === "learner" ? `person:${person.id}` : person.login, person };
}

function signInPage({ oidc }: Ways): string {
  if (!oidc) return messagePage(texts.signIn);
  return messagePage(
    words.signIn.askToSignIn,
    html`<p><a href="/oidc/login">${words.signIn.link(oidc.settings.name)}</a></p>`,
  );
}

async function noAbout(slug: string): Promise<never> {
  throw new Refusal(words.gradebook.grade.notInCourse(slug));
}

function enter(c: Context, token: Token, secure: boolean): Response {
  const cookie = token.enter(c.req.query("token") ?? "");
  if (cookie === null) return c.html(messagePage(texts.usedToken), 403) as Response;
  giveVisitorCookie(c, cookie, secure);
  return c.redirect("/");
}

/** What can be shown again: a file cannot, and a form without it would be another one. */
function isForm({ req }: Context): boolean {
  return req.method === "POST" && !req.header("content-type")?.startsWith("multipart/");
}

/** What is refused is the reader's to change; what the database cannot do now, it may do later. Nothing typed is lost. */
async function answerTo(error: Error, c: Context, store: Store): Promise<Response> {
  // Hono's own answers, such as that to a form of another site.
  if (error instanceof HTTPException) return error.getResponse();
  const typed = isForm(c) ? typedAgain(c.req.path, await fieldsOf(c)) : undefined;
  if (error instanceof Conflict) return c.html(messagePage(error.message, typed), 409);
  const known = refusalFor(error, store.shown);
  if (!(known instanceof Refusal)) {
    console.error(`nablab: ${words.commands.fault(error.message)}`);
    return c.html(messagePage(texts.fault, typed), 500);
  }
  const refused = c.req.method === "GET" ? 404 : 422;
  return c.html(messagePage(known.message, typed), error instanceof Refusal ? refused : 503);
}
