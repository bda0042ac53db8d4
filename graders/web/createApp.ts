import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { getCookie, setCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import { etag } from "hono/etag";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import { words } from "../../src/words/words";
import { Refusal } from "../gradebook/Refusal";
import { refusalFor } from "../gradebook/refusalFor";
import type { Store } from "../gradebook/Store";
import { style } from "../report/html/style";
import type { Token } from "./auth/Token";
import { keys } from "./keys";
import { classView } from "./pages/classView";
import { messagePage } from "./pages/messagePage";
import { pageStyle } from "./pages/pageStyle";
import { runView } from "./pages/runView";

/** What the pages need. */
export interface AppParts {
  store: Store;
  token: Token;
  /** `127.0.0.1:8888`, and others under which it may be called. */
  hosts: readonly string[];
}

/** The name says whose it is: cookies do not tell ports apart. */
const cookieName = "nablab-dashboard";

const texts = words.dashboard.messages;

/** The pages of a gradebook, for staff who have signed in. */
export function createApp({ store, token, hosts }: AppParts): Hono {
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
  app.get("/", async (c) => c.html(await classView(store.db, c.req.query())));
  app.get("/runs/:slug", async (c) => c.html(await runView(store.db, c.req.param("slug"))));
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
  const known = refusalFor(error, store.shown);
  if (!(known instanceof Refusal)) {
    console.error(`nablab: ${words.commands.fault(error.message)}`);
    return c.html(messagePage(texts.fault), 500);
  }
  return c.html(messagePage(known.message), error instanceof Refusal ? 404 : 503);
}
