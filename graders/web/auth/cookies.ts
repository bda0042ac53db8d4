import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { CookieOptions } from "hono/utils/cookie";
import { patience } from "./PendingSignIns";

/** The names say whose they are: cookies do not tell ports apart. */
const names = { visitor: "nablab-dashboard", pending: "nablab-sign-in" } as const;

/** What a browser shows that has signed in, or is about to. */
export type CookieName = keyof typeof names;

export function cookieOf(c: Context, name: CookieName): string {
  return getCookie(c, names[name]) ?? "";
}

/** Whether the browser shows what it asks for inside a page, which may be another site's. */
export function isFramed(c: Context): boolean {
  return ["iframe", "frame"].includes(c.req.header("sec-fetch-dest") ?? "");
}

/**
 * Inside a page of another site, browsers keep a cookie only over TLS, and for that page's site alone.
 * https://developer.mozilla.org/docs/Web/Privacy/Guides/Privacy_sandbox/Partitioned_cookies
 */
function framed(c: Context, secure: boolean): CookieOptions {
  return secure && isFramed(c) ? { sameSite: "None", partitioned: true } : {};
}

/** @param secure whether the browser reaches us over TLS */
export function giveVisitorCookie(c: Context, cookie: string, secure: boolean): void {
  const own = { httpOnly: true, sameSite: "Lax", path: "/", secure } as const;
  setCookie(c, names.visitor, cookie, { ...own, ...framed(c, secure) });
}

/**
 * @param way `post` when what follows is a form that another site posts, to which browsers give no other cookies; they give
 * them over TLS alone
 */
export function givePendingCookie(c: Context, cookie: string, secure: boolean, way: "link" | "post"): void {
  const sameSite = way === "post" && secure ? "None" : "Lax";
  const own = { httpOnly: true, sameSite, path: "/", secure, maxAge: patience / 1000 } as const;
  setCookie(c, names.pending, cookie, { ...own, ...framed(c, secure) });
}

export function takeCookie(c: Context, name: CookieName, secure: boolean): void {
  deleteCookie(c, names[name], { path: "/", secure, ...framed(c, secure) });
}
