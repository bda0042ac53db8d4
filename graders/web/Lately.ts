/** Something that many ask for, and that is read once in a while for all of them. */
export class Lately<T> {
  private last: { at: number; value: Promise<T> } | null = null;

  /** @param pause in milliseconds, like the times of `now` */
  constructor(
    private readonly pause: number,
    private readonly now: () => number,
    private readonly read: (at: number) => Promise<T>,
  ) {}

  /** As it is at this moment. */
  look(): Promise<T> {
    this.last = null;
    return this.value();
  }

  /** As it was, at most a pause ago. */
  value(): Promise<T> {
    const at = this.now();
    if (this.last === null || at - this.last.at >= this.pause) {
      const value = this.read(at);
      this.last = { at, value };
      // Next time, it may be there again.
      value.catch(() => {
        this.last = null;
      });
    }
    return this.last.value;
  }
}
