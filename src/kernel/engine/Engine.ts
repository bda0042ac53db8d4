import type { EngineMessage, RunMessage } from "./messages";

/** What runs the cells, seen from the kernel: in Node, a process of its own. */
export interface Engine {
  /** How long a cell may take to end after an interrupt, in milliseconds, before the engine itself is ended. */
  readonly patience: number;
  run(message: RunMessage): void;
  /** Stops the running cell; variables stay. */
  interrupt(): void;
  /** Tells the running cell what was answered to its question. */
  answer(text: string): void;
  stop(): void;
}

export interface EngineEvents {
  message(message: EngineMessage): void;
  /** It ended by itself: a crash, out of memory, or `process.exit()` in a cell. */
  exit(reason: string): void;
}

/** Starts an engine with nothing in its scope. */
export type StartEngine = (events: EngineEvents) => Engine;
