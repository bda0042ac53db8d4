import type { Socket } from "node:net";

/** How a process ended. */
export interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** The start of what it wrote to standard error. */
  errorOutput: string;
}

/** A process that was started, with a pipe to it. None of it keeps the grader from ending. */
export interface Launched {
  pid: number;
  /** What the process finds at `pipeFd`. */
  pipe: Socket;
  /** Settles when the process is gone and all that it sent has been read. Rejects when nobody can tell any more: no fault of the process. */
  ended: Promise<End>;
  /** SIGKILL; nothing when it has ended. */
  kill(): void;
}

/** Starts a process with an empty environment. Rejects when the machine does not let it start. */
export type Launch = (command: string, args: readonly string[]) => Promise<Launched>;
