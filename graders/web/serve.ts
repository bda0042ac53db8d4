import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Oidc } from "./auth/Oidc";
import { oidcCallback } from "./auth/oidcRoutes";
import type { OidcSettings } from "./auth/oidcSettings";
import { PendingSignIns } from "./auth/PendingSignIns";
import { Token } from "./auth/Token";
import type { Ways } from "./auth/Ways";
import { type AppParts, createApp } from "./createApp";
import { loopback, type Reach } from "./Reach";

/** Pages that are being served. */
export interface Served {
  /** With the token that works once. */
  address: string;
  close(): Promise<void>;
}

/** What is served, and where. */
export interface Serving extends Pick<AppParts, "store" | "titlesOf" | "starterOf" | "by" | "grading" | "aboutOf"> {
  /** 0 for any that is free. */
  port: number;
  /** This machine alone, if it is left out. */
  reach?: Reach;
  oidc?: OidcSettings;
}

/**
 * Serves the pages of a gradebook.
 *
 * @throws Error with the code EADDRINUSE when another program has the port
 */
export async function serve(serving: Serving): Promise<Served> {
  const { port, reach = { host: loopback }, oidc, ...parts } = serving;
  const { host, url } = reach;
  const token = new Token();
  const hosts: string[] = [];
  let origin = url?.origin ?? "";
  const ways: Ways = {};
  if (oidc) {
    ways.oidc = new Oidc(oidc, new PendingSignIns(parts.store.db), () => `${origin}${oidcCallback}`);
  }
  const server = createAdaptorServer({
    fetch: createApp({ ...parts, token, ways, hosts, url }).fetch,
  });
  server.listen(port, host);
  await once(server, "listening");
  const own = (server.address() as AddressInfo).port;
  hosts.push(`${loopback}:${own}`, `localhost:${own}`, `${host}:${own}`, ...(url ? [url.host] : []));
  origin ||= `http://${loopback}:${own}`;
  return {
    address: `${origin}/enter?token=${token.token}`,
    async close() {
      if ("closeAllConnections" in server) server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
