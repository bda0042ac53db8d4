import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Store } from "../gradebook/Store";
import { Token } from "./auth/Token";
import type { CourseOfPages } from "./CourseOfPages";
import { createApp } from "./createApp";
import type { Grading } from "./Grading";

/** Pages that are being served. */
export interface Served {
  /** With the token that works once. */
  address: string;
  close(): Promise<void>;
}

/** Only this machine reaches it. */
const loopback = "127.0.0.1";

/** What is served, and where. */
export interface Serving {
  store: Store;
  /** 0 for any that is free. */
  port: number;
  course: CourseOfPages;
  /** Who starts it, as the audit names them. */
  by: string;
  grading?: Grading;
}

/**
 * Serves the pages of a gradebook on this machine.
 *
 * @throws Error with the code EADDRINUSE when another program has the port
 */
export async function serve({ store, port, course, by, grading }: Serving): Promise<Served> {
  const token = new Token();
  const hosts: string[] = [];
  const server = createAdaptorServer({ fetch: createApp({ store, token, by, hosts, course, grading }).fetch });
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
