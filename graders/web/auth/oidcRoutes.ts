import { type Context, Hono } from "hono";
import { words } from "../../../src/words/words";
import type { Store } from "../../gradebook/Store";
import { messagePage } from "../pages/messagePage";
import { cookieOf, givePendingCookie, giveVisitorCookie, takeCookie } from "./cookies";
import { type Oidc, OidcError } from "./Oidc";
import { personFor } from "./personFor";
import type { SignIns } from "./SignIns";

const texts = words.signIn;

/** Where people come back to from the provider. */
export const oidcCallback = "/oidc/callback";

/** What signing in somebody of the roster needs. */
export interface Entrance {
  store: Store;
  signIns: SignIns;
  /** Whether browsers reach us over TLS. */
  secure: boolean;
}

/** The two addresses that anybody may open: the one that leads to the provider, and the one that leads back. */
export function oidcRoutes(oidc: Oidc, { store, signIns, secure }: Entrance): Hono {
  const app = new Hono();
  app.get("/oidc/login", async (c) => {
    try {
      const { url, cookie } = await oidc.begin();
      givePendingCookie(c, cookie, secure, "link");
      return c.redirect(url.href);
    } catch (error) {
      return refusal(c, error);
    }
  });
  app.get(oidcCallback, async (c) => {
    try {
      const { value } = await oidc.finish(new URL(c.req.url).searchParams, cookieOf(c, "pending"));
      takeCookie(c, "pending", secure);
      const person = await personFor(store.db, value, oidc.settings.matches);
      if (!person) return c.html(messagePage(texts.notOnRoster(value)), 403);
      giveVisitorCookie(c, await signIns.open(person), secure);
      return c.redirect("/", 303);
    } catch (error) {
      return refusal(c, error);
    }
  });
  return app;
}

/** The browser is told what to do; why it failed is for whoever set this up. */
function refusal(c: Context, error: unknown): Response | Promise<Response> {
  if (!(error instanceof OidcError)) throw error;
  if (error.cause instanceof Error) console.error(`nablab: ${texts.failed(error.cause.message)}`);
  return c.html(messagePage(texts.problems[error.problem]), error.problem === "exchange" ? 502 : 403);
}
