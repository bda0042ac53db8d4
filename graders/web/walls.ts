import type { MiddlewareHandler } from "hono";
import { csrf } from "hono/csrf";
import { secureHeaders } from "hono/secure-headers";
import { words } from "../../src/words/words";

/** Refuses what is addressed to another name: a page of another site whose name leads here sends that name along. */
export function ownHost(hosts: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    if (!hosts.includes(c.req.header("host") ?? "")) return c.text(words.dashboard.messages.wrongHost, 403);
    await next();
  };
}

/**
 * Refuses forms of other sites.
 *
 * @param url the address under which browsers reach the pages: behind a proxy that ends TLS, requests do not show it
 */
export function ownForms(hosts: readonly string[], url: URL | undefined): MiddlewareHandler {
  // A test gives the port, which is known once it listens.
  const origins = (): string[] => [...hosts.map((host) => `http://${host}`), ...(url ? [url.origin] : [])];
  return csrf({ origin: (origin) => origins().includes(origin) });
}

/**
 * Tells browsers to load nothing from elsewhere.
 *
 * @param frames the sites whose pages may show these in a frame
 */
export function ownParts(frames: readonly string[]): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: frames.length > 0 ? [...frames] : ["'none'"],
      baseUri: ["'none'"],
    },
    // It knows no list of sites.
    xFrameOptions: frames.length === 0,
    referrerPolicy: "same-origin",
  });
}
