import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Store } from "../gradebook/Store";
import { Token } from "./auth/Token";
import type { CourseOfPages } from "./CourseOfPages";
import { createApp } from "./createApp";

/** Pages that are being served. */
export interface Served {
  /** With the token that works once. */
  address: string;
  close(): Promise<void>;
}

/** Only this machine reaches it. */
const loopback = "127.0.0.1";

/**
 * Serves the pages of a gradebook on this machine.
 *
 * @param by who starts it, as the audit names them
 * @param port 0 for any that is free
 * @throws Error with the code EADDRINUSE when another program has the port
 */
export async function serve(store: Store, port: number, course: CourseOfPages, by: string): Promise<Served> {
  const token = new Token();
  const hosts: string[] = [];
  const server = createAdaptorServer({ fetch: createApp({ store, token, by, hosts, course }).fetch });
  server.listen(port, loopback);
  await once(server, "listening");
  const own = (server.address() as AddressInfo).port;
  hosts.push(`${loopback}:${own}`, `localhost:${own}`);
  return {
    address: `http://${loopback}:${own}/enter?token=${token.token}`,
    async close() {
      if ("closeAllConnections" in server) server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
