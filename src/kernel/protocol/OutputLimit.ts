/** How many characters a cell may show. A page with more hardly opens, and a notebook hardly saves. */
export const mostShown = 10_000_000;

/** Counts what the cells have shown, by request, or by whatever stands for a run. */
export class OutputLimit {
  private readonly shown = new WeakMap<object, number>();
  /** Those whose output has been cut. */
  private readonly cut = new WeakSet<object>();
  /** Stands for what belongs to no request. */
  private readonly nobody = {};

  /** @param most how many characters a run may show */
  constructor(private readonly most = mostShown) {}

  /** How many of `size` more characters may be shown. */
  take(request: object | undefined, size: number): number {
    const before = this.shown.get(request ?? this.nobody) ?? 0;
    const taken = Math.min(size, this.most - before);
    this.shown.set(request ?? this.nobody, before + taken);
    return taken;
  }

  /** Whether all of `size` more characters may be shown, if they belong together. */
  takeWhole(request: object | undefined, size: number): boolean {
    const before = this.shown.get(request ?? this.nobody) ?? 0;
    if (before + size > this.most) return false;
    this.shown.set(request ?? this.nobody, before + size);
    return true;
  }

  /** Whether this is the first time that something of the request is left out. */
  isFirstCut(request: object | undefined): boolean {
    const isFirst = !this.cut.has(request ?? this.nobody);
    this.cut.add(request ?? this.nobody);
    return isFirst;
  }

  /** Starts anew, when what was shown is removed. */
  clear(request: object | undefined): void {
    this.shown.delete(request ?? this.nobody);
    this.cut.delete(request ?? this.nobody);
  }
}
