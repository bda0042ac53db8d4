/** Runs a limited number of tasks at the same time; the others wait for their turn. */
export class Turns {
  private readonly waiting: (() => void)[] = [];

  /** @param free how many may run at the same time */
  constructor(private free: number) {}

  async take<T>(task: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
