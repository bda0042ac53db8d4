import { processesBelow } from "../processesBelow";

/** Kills the processes below one whose command line matches. */
export function killBelow(pid: number | undefined, command: RegExp): void {
  const found = processesBelow((process) => process.pid === pid).filter((process) => command.test(process.command));
  if (found.length === 0) throw new Error(`no process below ${pid} matches ${command}`);
  for (const process of found) globalThis.process.kill(process.pid, "SIGKILL");
}
