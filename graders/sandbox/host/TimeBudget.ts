import type { Stopped } from "./Stopped";
import type { UsedTime } from "./UsedTime";

/**
 * The processor time that one submission may use in all: in its own processes, those of repeated attempts too, and in the
 * reference's while that answers its questions.
 */
export class TimeBudget {
  private spentBefore = 0;
  private readonly counted = new Set<() => number>();

  constructor(private readonly seconds: number) {}

  /**
   * Counts what a process uses from now on.
   *
   * @param from what it has used that is not to count
   * @returns ends the counting; to be called while the system still knows the process
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

  /** What every call comes to that would go beyond it. */
  get stopped(): Stopped {
    return { kind: "stopped", cause: "budget", seconds: this.seconds };
  }
}
