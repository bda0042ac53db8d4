import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { contextStorage } from "hono/context-storage";
import { etag } from "hono/etag";
import { isOverTls } from "../../src/handIn/isOverTls";
import { words } from "../../src/words/words";
import type { SubmittedFile } from "../engine/readSubmission";
import { actOf } from "../gradebook/Act";
import { Refusal } from "../gradebook/Refusal";
import type { Store } from "../gradebook/Store";
import { Comparer } from "../gradebook/similar/Comparer";
import { style } from "../report/html/style";
import { answerTo } from "./answerTo";
import { forPrometheus } from "./auth/forPrometheus";
import { oidcRoutes } from "./auth/oidcRoutes";

import { SignIns } from "./auth/SignIns";
import type { Token } from "./auth/Token";
import { enter, signedIn, signOut, type Visited } from "./auth/theVisitor";
import type { Ways } from "./auth/Ways";
import { type Grading, noGrading } from "./Grading";
import { apiRoutes } from "./handIn/apiRoutes";
import { WaitingLearners } from "./handIn/WaitingLearners";
import type { AboutSite } from "./hasLms";
import { keys } from "./keys";
import { Live } from "./Live";
import { ltiRoutes } from "./lti/ltiRoutes";
import { messagePage } from "./pages/messagePage";
import { pageStyle } from "./pages/pageStyle";
import type { TitlesOf } from "./pages/submissionView";
import type { AboutOf, Asked, Role, Route } from "./Route";
import { routes } from "./routes";
import { ownForms, ownHost, ownParts } from "./walls";

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
  /** Sites whose pages may hand in. */
  origins?: readonly string[];
}

/** What is known of a request before it is answered. */
interface Env extends AboutSite {
  Variables: AboutSite["Variables"] & Visited["Variables"];
}

/** A notebook with many figures has 10 MB. */
const mostBytes = 16 * 2 ** 20;

const texts = words.dashboard.messages;

/** The pages of a gradebook: first the walls, then the ways in, then what only those see who have come in. */
export function createApp(parts: AppParts): Hono<Env> {
  const { store, token, ways = {}, by, role = "staff", hosts, url, titlesOf, grading = noGrading } = parts;
  const secure = url !== undefined && isOverTls(url);
  const signIns = new SignIns(store.db);
  const doors = { token, signIns, ways, by, role, secure };
  const app = new Hono<Env>();
  app.use(ownHost(hosts));
  app.use(contextStorage(), async (c, next) => {
    c.set("hasLms", ways.lms !== undefined);
    await next();
  });
  // Not only this site's pages may call it, so it stands before what keeps other sites out.
  app.route("/api", apiRoutes({ store, grading, titlesOf, origins: parts.origins ?? [], mostBytes }));
  const tooLarge = (c: Context): Response => c.html(messagePage(texts.tooLarge(mostBytes / 2 ** 20)), 413) as Response;
  app.use(bodyLimit({ maxSize: mostBytes, onError: tooLarge }));
  // A launch is another site's form.
  if (ways.lms) app.route("/", ltiRoutes(ways.lms.tool, { store, signIns, secure }));
  // Inside another page, a browser that does not come over TLS keeps no cookie.
  app.use(ownParts(secure ? (ways.lms?.tool.frames ?? []) : []), ownForms(hosts, url), compress());
  app.get("/enter", enter(doors));
  if (ways.oidc) app.route("/", oidcRoutes(ways.oidc, { store, signIns, secure }));
  const open = new Hono();
  forPrometheus(open, store.db);
  app.route("/", open);
  app.use(signedIn(doors));
  // What is made while it is sent would be made as a whole first, and what never ends has no tag.
  const tag = etag();
  app.use(async (c, next) => {
    await next();
    if (!isSentAsItComes(c.res)) await tag(c, async () => {});
  });
  app.get("/style.css", (c) => c.body(style + pageStyle, 200, { "Content-Type": "text/css; charset=utf-8" }));
  app.get("/keys.js", (c) => c.body(keys, 200, { "Content-Type": "text/javascript; charset=utf-8" }));
  const given = {
    store,
    titlesOf,
    comparer: new Comparer(store.db, (slug) => parts.starterOf?.(slug) ?? null),
    lms: ways.lms ?? null,
    grading,
    live: new Live(store.db, grading),
    waiting: new WaitingLearners(store.db),
    aboutOf: parts.aboutOf ?? noAbout,
  };
  for (const route of routes) {
    app[route.method](route.path, async (c) => {
      const visitor = c.get("visitor");
      const origin = url?.origin ?? new URL(c.req.url).origin;
      return answerOf(route, { ...given, c, visitor, act: actOf(visitor.by), origin });
    });
  }
  app.post("/sign-out", signOut(doors));
  app.notFound((c) => c.html(messagePage(texts.notFound), 404));
  app.onError((error, c) => answerTo(error, c, store));
  return app;
}

function isSentAsItComes({ headers }: Response): boolean {
  return headers.get("Cache-Control") === "no-store" || headers.get("Content-Type") === "text/event-stream";
}

async function answerOf(route: Route, asked: Asked): Promise<Response> {
  const { c, visitor } = asked;
  if (!route.roles.includes(visitor.role)) {
    const why = route.roles.includes("learner") ? words.handIn.notLearner : texts.notAllowed;
    return c.html(messagePage(why), 403) as Response;
  }
  const answer = await route.answer(asked);
  return typeof answer === "string" ? (c.html(answer) as Response) : answer;
}

async function noAbout(slug: string): Promise<never> {
  throw new Refusal(words.gradebook.grade.notInCourse(slug));
}
