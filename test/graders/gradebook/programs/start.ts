import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { root } from "../../../house/files";

/** A program of this folder, running. */
export interface Running {
  child: ChildProcess;
  /** What it printed, once it has ended. */
  ended: Promise<{ code: number | null; output: string }>;
  /** Until it has printed this. */
  said(what: string): Promise<void>;
}

/** Starts a program of this folder in a process of its own. */
export function start(name: string, ...args: readonly string[]): Running {
  const program = join(__dirname, `${name}.ts`);
  const child = spawn(process.execPath, ["-r", join(root, "graders/cli/registerTypeScript.js"), program, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]).then((parts) => parts.join(""));
  const ended = once(child, "exit").then(async ([code]) => ({ code: code as number | null, output: await output }));
  const said = (what: string): Promise<void> =>
    new Promise((resolve, reject) => {
      let printed = "";
      child.stdout.on("data", (chunk) => {
        printed += chunk;
        if (printed.includes(what)) resolve();
      });
      void ended.then((end) => reject(new Error(`${name} ended: ${JSON.stringify(end)}`)));
    });
  return { child, ended, said };
}
