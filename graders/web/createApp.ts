import { type Context, Hono } from "hono";
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
import { Comparer } from "../gradebook/similar/Comparer";
import { style } from "../report/html/style";
import type { Token } from "./auth/Token";
import type { CourseOfPages } from "./CourseOfPages";
import { keys } from "./keys";
import { messagePage } from "./pages/messagePage";
import { pageStyle } from "./pages/pageStyle";
import type { Visitor } from "./Route";
import { routes } from "./routes";

/** What the pages need. */
export interface AppParts {
  store: Store;
  token: Token;
  /** Who starts the dashboard, as the audit names them: whoever comes with its token is that person. */
  by: string;
  /** `127.0.0.1:8888`, and others under which it may be called. */
  hosts: readonly string[];
  course: CourseOfPages;
}

/** The name says whose it is: cookies do not tell ports apart. */
const cookieName = "nablab-dashboard";

const texts = words.dashboard.messages;

/** The pages of a gradebook, for staff who have signed in. */
export function createApp({ store, token, by, hosts, course }: AppParts): Hono {
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
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      referrerPolicy: "same-origin",
    }),
  );
  app.use(csrf(), compress());
  app.get("/enter", (c) => enter(c, token));
  app.use(async (c, next) => {
    if (!token.knows(getCookie(c, cookieName))) return c.html(messagePage(texts.signIn), 401);
    c.header("Cache-Control", "private, no-cache");
    await next();
  });
  app.use(etag());
  app.get("/style.css", (c) => c.body(style + pageStyle, 200, { "Content-Type": "text/css; charset=utf-8" }));
  app.get("/keys.js", (c) => c.body(keys, 200, { "Content-Type": "text/javascript; charset=utf-8" }));
  const { titlesOf } = course;
  const comparer = new Comparer(store.db, (slug) => course.starterOf(slug));
  const visitor: Visitor = { role: "staff", by };
  for (const route of routes) {
    app[route.method](route.path, async (c) => {
      if (!route.roles.includes(visitor.role)) return c.html(messagePage(texts.notAllowed), 403);
      const answer = await route.answer({ c, store, act: actOf(visitor.by), visitor, titlesOf, comparer });
      return typeof answer === "string" ? c.html(answer) : answer;
    });
  }
  app.notFound((c) => c.html(messagePage(texts.notFound), 404));
  app.onError((error, c) => answerTo(error, c, store));
  return app;
}

function enter(c: Context, token: Token): Response {
  const cookie = token.enter(c.req.query("token") ?? "");
  if (cookie === null) return c.html(messagePage(texts.usedToken), 403) as Response;
  setCookie(c, cookieName, cookie, { httpOnly: true, sameSite: "Lax", path: "/" });
  return c.redirect("/");
}

/** What is refused is the reader's to change; what the database cannot do now, it may do later. */
function answerTo(error: Error, c: Context, store: Store): Response | Promise<Response> {
  // Hono's own answers, such as that to a form of another site.
  if (error instanceof HTTPException) return error.getResponse();
  if (error instanceof Conflict) return c.html(messagePage(error.message), 409);
  const known = refusalFor(error, store.shown);
  if (!(known instanceof Refusal)) {
    console.error(`nablab: ${words.commands.fault(error.message)}`);
    return c.html(messagePage(texts.fault), 500);
  }
  const refused = c.req.method === "GET" ? 404 : 422;
  return c.html(messagePage(known.message), error instanceof Refusal ? refused : 503);
}
