import { spawn } from "node:child_process";
import { isolated } from "./findPython";
import type { VirtualEnvironment } from "./virtualEnvironment";

/** Starts JupyterLab on a folder of notebooks, passes `args` on to it, and ends with it. */
export function startJupyter({ python }: VirtualEnvironment, folder: string, args: readonly string[]): void {
  const isRoot = process.getuid?.() === 0;
  const options = isRoot ? ["--allow-root"] : [];
  const child = spawn(python, [isolated, "-m", "jupyterlab", ...options, ...args], {
    stdio: "inherit",
    cwd: folder,
  });
  // In a terminal, Ctrl+C reaches JupyterLab directly, which asks before it ends. Elsewhere nobody could answer.
  process.on("SIGINT", () => {
    if (!process.stdin.isTTY) child.kill("SIGTERM");
  });
  for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill("SIGTERM"));
  child.on("exit", (code) => process.exit(code ?? 1));
}
