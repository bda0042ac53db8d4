import type { Socket } from "node:net";
import type { End, Launched } from "../launcher/Launched";

/** How long the launcher may take to kill a process. After that, it is stopped itself or gets no processor time. */
const patienceMs = 1000;

/** A process started by another one, which reports when it ends. */
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

  /** The process has ended; its output may still have to be read. */
  tell(end: End): void {
    this.isOver = true;
    this.settle(end);
  }

  /** Nobody is left to report its end. */
  abandon(reason: Error): void {
    // An open pipe means that it still runs. A closed one means that it has ended, unless it was being killed.
    if (this.isToEnd || !this.pipe.destroyed) this.killHere();
    this.isOver = true;
    this.settle(Promise.reject(reason));
  }

  /** Kills it without the launcher. Until the launcher has reported its end, no other process gets its number. */
  private killHere(): void {
    if (this.isOver) return;
    try {
      process.kill(this.pid, "SIGKILL");
    } catch {
      // It has ended at this very moment.
    }
  }
}
