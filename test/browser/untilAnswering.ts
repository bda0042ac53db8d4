import type { ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import type { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";

const patience = 90_000;

interface Server {
  /** What an error calls it. */
  name: string;
  address: string;
  /** Removed when the server has been stopped. */
  folder: string;
}

/**
 * Waits until a server answers at an address.
 *
 * @returns what stops the server
 * @throws Error with the server's log when it ends, or does not answer in time
 */
export async function untilAnswering(
  process: ChildProcessByStdio<null, Readable, Readable>,
  { name, address, folder }: Server,
): Promise<() => Promise<void>> {
  let log = "";
  for (const stream of [process.stdout, process.stderr]) stream.on("data", (chunk) => (log += chunk));
  const ended = once(process, "exit");
  const stop = async () => {
    process.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const deadline = AbortSignal.timeout(patience);
  while (!(await answers(address))) {
    await delay(100);
    if (process.exitCode === null && !deadline.aborted) continue;
    await stop();
    throw new Error(`${name} ended, or does not answer; it wrote:\n${log}`);
  }
  return stop;
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

/** Ports that nobody listens on. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  return ports;
}
