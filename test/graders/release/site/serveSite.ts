import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

/** A web server of the plainest kind: files, with gzip and ETags, under a path, without special headers. */
export interface SiteServer {
  /** The address of the site's folder. */
  address: string;
  /** What was asked for and is not there. */
  missing: string[];
  /** What has been sent, compressed. */
  sent: { files: number; bytes: number };
  close(): void;
}

/** @param head what is put into the head of each page, such as a script that watches it */
export async function serveSite(folder: string, head = ""): Promise<SiteServer> {
  const missing: string[] = [];
  const sent = { files: 0, bytes: 0 };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "", "http://site");
    const name = pathname.startsWith("/course/") ? decodeURIComponent(pathname.slice("/course/".length)) : "..";
    let file = path.join(folder, name);
    if (existsSync(file) && statSync(file).isDirectory()) file = path.join(file, "index.html");
    if (name.includes("..") || !existsSync(file)) {
      missing.push(pathname);
      response.writeHead(404).end();
      return;
    }
    const { mtimeMs, size } = statSync(file);
    const etag = `"${mtimeMs}-${size}"`;
    if (request.headers["if-none-match"] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    response.writeHead(200, {
      etag,
      "content-type": types[path.extname(file)] ?? "application/octet-stream",
      "content-encoding": "gzip",
      "cache-control": "no-cache",
    });
    const content = file.endsWith(".html")
      ? Readable.from(readFileSync(file, "utf8").replace("<head>", `<head>${head}`))
      : createReadStream(file);
    const compressed = content.pipe(createGzip());
    sent.files++;
    compressed.on("data", (chunk: Buffer) => {
      sent.bytes += chunk.length;
    });
    compressed.pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/course/`, missing, sent, close };
}
