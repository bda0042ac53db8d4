import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { patience } from "./PendingSignIns";

/** The names say whose they are: cookies do not tell ports apart. */
const names = { visitor: "nablab-dashboard", pending: "nablab-sign-in" } as const;

/** What a browser shows that has signed in, or is about to. */
export type CookieName = keyof typeof names;

export function cookieOf(c: Context, name: CookieName): string {
  return getCookie(c, names[name]) ?? "";
}

/** @param secure whether the browser reaches us over TLS */
export function giveVisitorCookie(c: Context, cookie: string, secure: boolean): void {
  setCookie(c, names.visitor, cookie, { httpOnly: true, sameSite: "Lax", path: "/", secure });
}

/**
 * @param way `post` when what follows is a form that another site posts, to which browsers give no other cookies; they give
 * them over TLS alone
 */
export function givePendingCookie(c: Context, cookie: string, secure: boolean, way: "link" | "post"): void {
  const sameSite = way === "post" && secure ? "None" : "Lax";
  setCookie(c, names.pending, cookie, { httpOnly: true, sameSite, path: "/", secure, maxAge: patience / 1000 });
}

export function takeCookie(c: Context, name: CookieName): void {
  deleteCookie(c, names[name], { path: "/" });
}
