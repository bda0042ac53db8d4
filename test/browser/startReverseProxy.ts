import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import { type AddressInfo, connect } from "node:net";

/** A reverse proxy, which passes on what lies below a prefix, WebSockets too, and answers 404 for everything else. */
export interface ReverseProxy {
  origin: string;
  stop(): void;
}

/**
 * @param target the origin of the server behind it
 * @param prefix with slashes around it; the server has it as its base URL
 */
export async function startReverseProxy(target: string, prefix: string): Promise<ReverseProxy> {
  const { hostname, port } = new URL(target);
  const isBelow = ({ url }: IncomingMessage) => url?.startsWith(prefix);
  const proxy = createServer((asked, answer) => {
    if (!isBelow(asked)) return answer.writeHead(404).end();
    const { method, headers, url: path } = asked;
    const onward = request({ hostname, port, method, headers, path }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  });
  proxy.on("upgrade", (asked: IncomingMessage, socket, head) => {
    if (!isBelow(asked)) return socket.destroy();
    const onward = connect(Number(port), hostname);
    const headers = asked.rawHeaders.flatMap((name, i, all) => (i % 2 === 0 ? [`${name}: ${all[i + 1]}\r\n`] : []));
    onward.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${headers.join("")}\r\n`);
    onward.write(head);
    socket.pipe(onward).pipe(socket);
    socket.on("error", () => onward.destroy());
    onward.on("error", () => socket.destroy());
  });
  await once(proxy.listen(0, "127.0.0.1"), "listening");
  const stop = () => {
    proxy.close();
    proxy.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, stop };
}
