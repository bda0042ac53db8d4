import type { Stopped } from "./Stopped";
import type { UsedTime } from "./UsedTime";

/**
 * The processor time that one submission may use in all: in its own processes, including those of repeated attempts,
 * and in the reference's while it answers the submission's questions.
 */
export class TimeBudget {
  private spentBefore = 0;
  private readonly counted = new Set<() => number>();

  constructor(private readonly seconds: number) {}

  /**
   * Counts what a process uses from now on.
   *
   * @param from time it has already used, which does not count
   * @returns a function that ends the counting; call it while the system still knows the process
   */
  count(used: UsedTime, from: number): () => void {
    const spent = (): number => used.read() - from;
    this.counted.add(spent);
    return () => {
      if (this.counted.delete(spent)) this.spentBefore += spent();
    };
  }

  /** In seconds; 0 when it has been used up. */
  get left(): number {
    let spent = this.spentBefore;
    for (const of of this.counted) spent += of();
    return Math.max(0, this.seconds - spent);
  }

  /** The outcome of every call that would exceed it. */
  get stopped(): Stopped {
    return { kind: "stopped", cause: "budget", seconds: this.seconds };
  }
}
