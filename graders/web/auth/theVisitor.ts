import type { Handler, MiddlewareHandler } from "hono";
import { words } from "../../../src/words/words";
import { html } from "../../report/html/html";
import { messagePage } from "../pages/messagePage";
import { learnerName, type Role, type Visitor } from "../Route";
import { cookieOf, giveVisitorCookie, takeCookie } from "./cookies";
import type { SignIns } from "./SignIns";
import type { Token } from "./Token";
import type { Ways } from "./Ways";

/** What is known of a request by somebody who has signed in. */
export interface Visited {
  Variables: { visitor: Visitor };
}

/** By what visitors are known. */
export interface Doors {
  token: Token;
  signIns: SignIns;
  ways: Ways;
  /** Who starts the dashboard, as the audit names them: whoever comes with its token is that person. */
  by: string;
  /** What that person may do. */
  role: Role;
  /** Whether browsers reach the pages over TLS. */
  secure: boolean;
}

/** Answers the address that the dashboard prints: its token lets one browser in. */
export function enter({ token, secure }: Doors): Handler {
  return (c) => {
    const cookie = token.enter(c.req.query("token") ?? "");
    if (cookie === null) return c.html(messagePage(words.dashboard.messages.usedToken), 403);
    giveVisitorCookie(c, cookie, secure);
    return c.redirect("/");
  };
}

/** Lets nobody through who has not signed in. */
export function signedIn(doors: Doors): MiddlewareHandler<Visited> {
  return async (c, next) => {
    const visitor = await visitorOf(cookieOf(c, "visitor"), doors);
    if (!visitor) return c.html(signInPage(doors.ways), 401);
    c.set("visitor", visitor);
    c.header("Cache-Control", "private, no-cache");
    await next();
  };
}

/** Answers the button that ends a visit. */
export function signOut({ token, signIns, secure }: Doors): Handler {
  return async (c) => {
    const cookie = cookieOf(c, "visitor");
    token.leave(cookie);
    await signIns.close(cookie);
    takeCookie(c, "visitor", secure);
    return c.html(messagePage(words.signIn.signedOut));
  };
}

/** Who shows a cookie: whoever has started the dashboard, or somebody of the roster. */
async function visitorOf(cookie: string, { token, signIns, by, role }: Doors): Promise<Visitor | null> {
  if (cookie === "") return null;
  if (token.knows(cookie)) return { role, by, person: null };
  const person = await signIns.find(cookie);
  return person && { role: person.role, by: person.role === "learner" ? learnerName(person) : person.login, person };
}

function signInPage({ oidc }: Ways): string {
  if (!oidc) return messagePage(words.dashboard.messages.signIn);
  return messagePage(
    words.signIn.askToSignIn,
    html`<p><a href="/oidc/login">${words.signIn.link(oidc.settings.name)}</a></p>`,
  );
}
