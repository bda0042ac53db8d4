import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";
import { parse } from "node:path";
import type { Readable } from "node:stream";
import { pipeFd } from "../wire/protocol";
import type { End, Launched } from "./Launched";

const maxErrorOutput = 16_384;

/** Starts a process as a child of this one. */
export async function launchDirectly(command: string, args: readonly string[]): Promise<Launched> {
  const child = spawn(command, args, {
    // A folder that only the system's administrator can write to.
    cwd: parse(process.execPath).root,
    env: {},
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    windowsHide: true,
  });
  await once(child, "spawn");
  const pipe = child.stdio[pipeFd] as Socket;
  const errors = child.stdio[2] as Socket;
  const errorOutput = startOf(errors);
  const ended = once(child, "close").then(([code, signal]): End => ({ code, signal, errorOutput: errorOutput() }));
  for (const part of [child, pipe, errors]) part.unref();
  return { pid: child.pid ?? 0, pipe, ended, kill: () => child.kill("SIGKILL") };
}

/** Reads everything, so that the writer never blocks, and keeps the beginning. */
function startOf(output: Readable): () => string {
  let start = "";
  output.on("data", (chunk: Buffer) => {
    if (start.length < maxErrorOutput) start += chunk.toString("latin1").slice(0, maxErrorOutput - start.length);
  });
  return () => start;
}
