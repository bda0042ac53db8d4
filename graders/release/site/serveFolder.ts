import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { compress } from "hono/compress";

/** A folder of files that a browser on this machine can open. */
export interface ServedFolder {
  address: string;
  close(): Promise<void>;
}

/**
 * Serves a site on this machine alone, as a web server would: compressed, and asked again before an old copy is used.
 *
 * @param port 0 for any that is free
 * @throws Error with the code EADDRINUSE when another program has the port
 */
export async function serveFolder(folder: string, port: number): Promise<ServedFolder> {
  const app = new Hono();
  const onFound = (_path: string, { header }: { header(name: string, value: string): void }): void =>
    header("Cache-Control", "no-cache");
  app.use(compress(), serveStatic({ root: folder, onFound }));
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      if ("closeAllConnections" in server) server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
