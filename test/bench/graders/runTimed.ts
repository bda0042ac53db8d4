import { spawnSync } from "node:child_process";
import { startClock, type Timing } from "./Timing";

/**
 * Runs a command, and returns the time it took from start to exit.
 *
 * @throws Error with the end of its output, when it fails
 */
export function runTimed(command: string, args: readonly string[], cwd: string, env = process.env): Timing {
  const readClock = startClock();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const timing = readClock();
  if (status === 0) return timing;
  const reason = error?.message ?? `${stdout}\n${stderr}`.trim().slice(-3000);
  throw new Error(`${command} ${args.join(" ")} failed:\n${reason}`);
}
