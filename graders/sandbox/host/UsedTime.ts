import { cpuTime } from "./cpuTime";

/**
 * The seconds of processor time that a process has used. If the system does not say (or no longer does, because the
 * process has ended), the time on the clock while it was busy: it cannot have used more.
 */
export class UsedTime {
  private told = 0;
  private busyWhenTold = 0;
  private busyBefore = 0;
  private busySince: number | null = null;

  constructor(private readonly pid: number) {}

  /** Called when the process is given something to do. */
  begin(): void {
    this.busySince ??= performance.now();
  }

  /** Called when the process has nothing left to do. */
  pause(): void {
    this.busyBefore = this.busy();
    this.busySince = null;
  }

  read(): number {
    const busy = this.busy();
    const told = cpuTime(this.pid);
    if (told === null) return this.told + busy - this.busyWhenTold;
    this.told = told;
    this.busyWhenTold = busy;
    return told;
  }

  private busy(): number {
    return this.busyBefore + (this.busySince === null ? 0 : (performance.now() - this.busySince) / 1000);
  }
}
