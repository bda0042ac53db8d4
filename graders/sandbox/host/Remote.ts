import type { Socket } from "node:net";
import type { End, Launched } from "../launcher/Launched";

/** A process that another one has started, and that it tells the end of. */
export class Remote implements Launched {
  readonly ended: Promise<End>;
  private settle: (end: End | Promise<never>) => void = () => {};

  constructor(
    readonly pid: number,
    readonly pipe: Socket,
    readonly kill: () => void,
  ) {
    const isRead = new Promise<void>((resolve) => pipe.once("close", resolve));
    const isTold = new Promise<End>((resolve) => {
      this.settle = resolve;
    });
    this.ended = isTold.then((end) => isRead.then(() => end));
    pipe.unref();
  }

  /** It has ended; what it sent may still have to be read. */
  tell(end: End): void {
    this.settle(end);
  }

  /** Nobody will tell its end any more. It runs as long as its pipe is open, so that its number is no other process's. */
  abandon(reason: Error): void {
    if (!this.pipe.destroyed) killIfThere(this.pid);
    this.settle(Promise.reject(reason));
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended this very moment.
  }
}
