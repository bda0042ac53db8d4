import type { Socket } from "node:net";
import type { End, Launched } from "../launcher/Launched";

/** The launcher has so long to kill a process. Then it has been stopped itself, or has no time at all. */
const patienceMs = 1000;

/** A process that another one has started, and that it tells the end of. */
export class Remote implements Launched {
  readonly ended: Promise<End>;
  private settle: (end: End | Promise<never>) => void = () => {};
  private isOver = false;
  private isToEnd = false;

  readonly kill = (): void => {
    if (this.isOver || this.isToEnd) return;
    this.isToEnd = true;
    this.orderKill();
    setTimeout(() => this.killHere(), patienceMs).unref();
  };

  constructor(
    readonly pid: number,
    readonly pipe: Socket,
    private readonly orderKill: () => void,
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
    this.isOver = true;
    this.settle(end);
  }

  /** Nobody will tell its end any more. */
  abandon(reason: Error): void {
    // It runs as long as its pipe is open, if it was not to end anyway.
    if (this.isToEnd || !this.pipe.destroyed) this.killHere();
    this.isOver = true;
    this.settle(Promise.reject(reason));
  }

  /** Without the launcher. Until that has told the end, the number is no other process's. */
  private killHere(): void {
    if (this.isOver) return;
    try {
      process.kill(this.pid, "SIGKILL");
    } catch {
      // It has ended this very moment.
    }
  }
}
