import type { Socket } from "node:net";

/** How a process ended. */
export interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** The beginning of what it wrote to standard error. */
  errorOutput: string;
}

/** A process that was started, with a pipe to it. It does not keep the grader running. */
export interface Launched {
  pid: number;
  /** What the process has at `pipeFd`. */
  pipe: Socket;
  /**
   * Resolves when the process is gone and all its output has been read. Rejects when its end can no longer be known,
   * which is not the process's fault.
   */
  ended: Promise<End>;
  /** Sends SIGKILL; does nothing if it has ended. */
  kill(): void;
}

/** Starts a process with an empty environment. Rejects when the machine does not let it start. */
export type Launch = (command: string, args: readonly string[]) => Promise<Launched>;
