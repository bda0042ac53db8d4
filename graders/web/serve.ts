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
import { Lms } from "./lti/Lms";
import { launchPath } from "./lti/ltiRoutes";
import type { PlatformSettings } from "./lti/ltiSettings";
import { Tool } from "./lti/Tool";
import { toolKeyIn } from "./lti/toolKey";
import { loopback, type Reach } from "./Reach";

/** Pages that are being served. */
export interface Served {
  /** With the token that works once. */
  address: string;
  close(): Promise<void>;
}

/** Which LMSs people come from, and the file with the key that answers them are signed with. */
export interface LtiSettings {
  platforms: readonly PlatformSettings[];
  keyFile: string;
}

/** What is served, and where. */
export interface Serving
  extends Pick<AppParts, "store" | "titlesOf" | "starterOf" | "by" | "grading" | "aboutOf" | "origins"> {
  /** 0 for any that is free. */
  port: number;
  /** This machine alone, if it is left out. */
  reach?: Reach;
  oidc?: OidcSettings;
  lti?: LtiSettings;
}

/**
 * Serves the pages of a gradebook.
 *
 * @throws Error with the code EADDRINUSE when another program has the port
 */
export async function serve(serving: Serving): Promise<Served> {
  const { port, reach = { host: loopback }, oidc, lti, ...parts } = serving;
  const { host, url } = reach;
  const token = new Token();
  const hosts: string[] = [];
  let origin = url?.origin ?? "";
  const ways: Ways = {};
  if (oidc) {
    ways.oidc = new Oidc(oidc, new PendingSignIns(parts.store.db), () => `${origin}${oidcCallback}`);
  }
  if (lti) {
    const key = await toolKeyIn(lti.keyFile);
    const pending = new PendingSignIns(parts.store.db);
    ways.lms = new Lms(parts.store.db, new Tool(lti.platforms, key, pending, () => `${origin}${launchPath}`));
  }
  const server = createAdaptorServer({
    fetch: createApp({ ...parts, token, ways, hosts, url }).fetch,
  });
  server.listen(port, host);
  await once(server, "listening");
  const own = (server.address() as AddressInfo).port;
  hosts.push(`${loopback}:${own}`, `localhost:${own}`, `${host}:${own}`, ...(url ? [url.host] : []));
  origin ||= `http://${loopback}:${own}`;
  ways.lms?.start();
  return {
    address: `${origin}/enter?token=${token.token}`,
    async close() {
      await ways.lms?.end();
      if ("closeAllConnections" in server) server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
