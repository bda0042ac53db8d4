import { spawnSync } from "node:child_process";

/**
 * Runs a command to its end, and returns the seconds from its start to its exit.
 *
 * @throws Error with the end of what it wrote, when it fails
 */
export function runTimed(command: string, args: readonly string[], cwd: string, env = process.env): number {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    ...{ cwd, env, encoding: "utf8", maxBuffer: 2 ** 28 },
  });
  const seconds = (performance.now() - start) / 1000;
  if (status === 0) return seconds;
  const reason = error?.message ?? `${stdout}\n${stderr}`.trim().slice(-3000);
  throw new Error(`${command} ${args.join(" ")} failed:\n${reason}`);
}
