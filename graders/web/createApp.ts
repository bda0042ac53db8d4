import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { getCookie, setCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import { etag } from "hono/etag";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import { words } from "../../src/words/words";
import { actOf } from "../gradebook/Act";
import { Conflict } from "../gradebook/override";
import { Refusal } from "../gradebook/Refusal";
import { refusalFor } from "../gradebook/refusalFor";
import type { Store } from "../gradebook/Store";
import { style } from "../report/html/style";
import { forPrometheus } from "./auth/forPrometheus";
import type { Token } from "./auth/Token";
import { fieldsOf } from "./fieldsOf";
import { type Grading, noGrading } from "./Grading";
import { keys } from "./keys";
import { Live } from "./Live";
import { livePath } from "./livePath";
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
  /** Who starts the dashboard, as the audit names them: whoever comes with its token is that person. */
  by: string;
  /** What that person may do; everything by default. */
  role?: Role;
  /** `127.0.0.1:8888`, and others under which it may be called. */
  hosts: readonly string[];
  titlesOf: TitlesOf;
  grading?: Grading;
  /** Where it is left out, nothing can be exported. */
  aboutOf?: AboutOf;
}

/** The name says whose it is: cookies do not tell ports apart. */
const cookieName = "nablab-dashboard";

/** A notebook with many figures has 10 MB. */
const mostBytes = 16 * 2 ** 20;

const texts = words.dashboard.messages;

/** The pages of a gradebook, for staff who have signed in. */
export function createApp(parts: AppParts): Hono {
  const { store, token, by, role = "staff", hosts, titlesOf, grading = noGrading, aboutOf = noAbout } = parts;
  const app = new Hono();
  // A page of another site whose name leads here sends that name along.
  app.use(async (c, next) => {
    if (!hosts.includes(c.req.header("host") ?? "")) return c.text(texts.wrongHost, 403);
    await next();
  });
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
  app.use(csrf(), compress());
  app.use(
    bodyLimit({ maxSize: mostBytes, onError: (c) => c.html(messagePage(texts.tooLarge(mostBytes / 2 ** 20)), 413) }),
  );
  app.get("/enter", (c) => enter(c, token));
  forPrometheus(app, store.db);
  app.use(async (c, next) => {
    if (!token.knows(getCookie(c, cookieName))) return c.html(messagePage(texts.signIn), 401);
    c.header("Cache-Control", "private, no-cache");
    await next();
  });
  // What never ends has no tag.
  const tag = etag();
  app.use((c, next) => (c.req.path === livePath ? next() : tag(c, next)));
  app.get("/style.css", (c) => c.body(style + pageStyle, 200, { "Content-Type": "text/css; charset=utf-8" }));
  app.get("/keys.js", (c) => c.body(keys, 200, { "Content-Type": "text/javascript; charset=utf-8" }));
  const live = new Live(store.db, grading);
  const visitor: Visitor = { role, by };
  for (const route of routes) {
    app[route.method](route.path, async (c) => {
      if (!route.roles.includes(visitor.role)) return c.html(messagePage(texts.notAllowed), 403);
      const asked = { c, store, act: actOf(visitor.by), visitor, titlesOf, grading, live, aboutOf };
      const answer = await route.answer(asked);
      return typeof answer === "string" ? c.html(answer) : answer;
    });
  }
  app.notFound((c) => c.html(messagePage(texts.notFound), 404));
  app.onError((error, c) => answerTo(error, c, store));
  return app;
}

async function noAbout(slug: string): Promise<never> {
  throw new Refusal(words.gradebook.grade.notInCourse(slug));
}

function enter(c: Context, token: Token): Response {
  const cookie = token.enter(c.req.query("token") ?? "");
  if (cookie === null) return c.html(messagePage(texts.usedToken), 403) as Response;
  setCookie(c, cookieName, cookie, { httpOnly: true, sameSite: "Lax", path: "/" });
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
