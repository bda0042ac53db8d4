import { firstFrom } from "./firstFrom";
import type { Slicer } from "./Slicer";
import { type Effects, everywhere, randomState, resultOf } from "./Unit";

/** What a program consists of. */
export interface Slice<U extends Effects> {
  /** In the order in which a notebook runs them. */
  units: U[];
  /** Those that are there only for what they change. The functions may do without. */
  optional: ReadonlySet<U>;
  /** Every name that they use. */
  met: ReadonlySet<string>;
}

/**
 * From when to when something is needed. A time is a position in the list of units: code that runs at once sees the
 * last value before it, while a function that is called later sees the last value of all.
 */
interface Span {
  from: number;
  to: number;
}

const afterAll = Number.POSITIVE_INFINITY;

/** A unit that is needed at more different times than this is taken to be needed at all times. */
const maxVisits = 3;

/** One search for what some names need. */
export class Search<U extends Effects> {
  private readonly taken = new Set<number>();
  /** Those of them whose names are used. */
  private readonly used = new Set<number>();
  private readonly met = new Set<string>();
  private readonly needed = new Map<string, Span>();
  private readonly visited = new Map<number, Span & { count: number }>();
  /** Names through which what is needed can be changed. */
  private readonly watched = new Set<string>();
  /** Functions that change something needed when they are called. */
  private readonly changing = new Set<string>();
  private readonly pending: (() => void)[] = [];

  constructor(
    private readonly slicer: Slicer<U>,
    private readonly standIns: ReadonlySet<string>,
    private readonly isAllowed: (unit: U) => boolean,
  ) {}

  from(names: readonly string[]): Slice<U> {
    const { units } = this.slicer;
    this.watch(everywhere);
    for (const name of names) this.need(name, { from: afterAll, to: afterAll });
    for (let next = this.pending.pop(); next; next = this.pending.pop()) next();
    const order = [...this.taken].sort((a, b) => a - b);
    const optional = order.filter((i) => !this.used.has(i) || units[i].kind === "statement");
    return { units: order.map((i) => units[i]), optional: new Set(optional.map((i) => units[i])), met: this.met };
  }

  /** The values that a name has during a time are needed, and what changes them. */
  private need(name: string, span: Span): void {
    this.met.add(name);
    if (this.standIns.has(name)) return;
    const before = this.needed.get(name);
    if (before && before.from <= span.from && before.to >= span.to) return;
    const wider = before ? union(before, span) : span;
    this.needed.set(name, wider);
    if (!before) this.takeBetween(name, this.definitionBefore(name, span.from), this.endFor(name, span), span);
    // Only what is new: a name may be needed at many times.
    else {
      if (wider.from < before.from) {
        const known = this.definitionBefore(name, before.from);
        this.takeBetween(name, this.definitionBefore(name, wider.from), known + 1, span);
      }
      if (wider.to > before.to) this.takeBetween(name, this.definitionBefore(name, before.to), wider.to, span);
    }
    this.watch(name);
  }

  /** @param from, to positions of units */
  private takeBetween(name: string, from: number, to: number, span: Span): void {
    const all = this.slicer.definitions.of(name);
    for (const i of all.slice(firstFrom(all, from), firstFrom(all, to))) this.use(i, span);
    for (const i of this.slicer.changersOf(name, from, to)) this.change(i);
  }

  private definitionBefore(name: string, time: number): number {
    return this.slicer.definitions.last(name, time) ?? -1;
  }

  /** A name that is declared only further down is used too early; the declaration is needed all the same. */
  private endFor(name: string, { from, to }: Span): number {
    const { definitions } = this.slicer;
    const isEarly = definitions.of(name).length > 0 && definitions.last(name, from) === undefined;
    return isEarly ? afterAll : to;
  }

  /** What changes a name when a function is called, or through another name, matters. */
  private watch(name: string): void {
    if (this.watched.has(name) || this.standIns.has(name) || this.slicer.definitions.isImport(name)) return;
    this.watched.add(name);
    const { units } = this.slicer;
    this.pending.push(() => {
      if (!this.needed.has(name)) for (const i of this.slicer.changersOf(name, 0, afterAll)) this.change(i);
      for (const i of this.slicer.laterChangersOf(name)) this.call(units[i].names, name);
      for (const i of this.slicer.sharersOf(name)) {
        for (const other of units[i].names) for (const part of [other, resultOf(other)]) this.watch(part);
      }
      for (const whole of this.slicer.wholesOf(name)) this.watch(whole);
    });
  }

  /**
   * Whatever calls these functions changes something needed. Graded functions do not count: the checks call them in any
   * order, and trying one out in a notebook should change nothing.
   */
  private call(names: readonly string[], changed: string): void {
    for (const name of names) {
      if (this.changing.has(name) || this.standIns.has(name)) continue;
      if (this.slicer.graded.has(name) && changed !== randomState) continue;
      this.changing.add(name);
      this.pending.push(() => {
        for (const i of this.slicer.usersOf(name)) this.change(i);
        for (const i of this.slicer.laterUsersOf(name)) this.call(this.slicer.units[i].names, changed);
      });
    }
  }

  private use(i: number, span: Span): void {
    this.taken.add(i);
    this.used.add(i);
    this.pending.push(() => this.visit(i, span));
  }

  private change(i: number): void {
    if (!this.taken.has(i) && !this.isAllowed(this.slicer.units[i])) return;
    this.taken.add(i);
    this.pending.push(() => this.visit(i, { from: afterAll, to: afterAll }));
  }

  /** @param span when its functions are called */
  private visit(i: number, { from, to }: Span): void {
    const before = this.visited.get(i);
    if (before && before.from <= from && before.to >= to) return;
    const count = (before?.count ?? 0) + 1;
    const span = count > maxVisits ? { from: 0, to: afterAll } : union({ from, to }, before ?? { from, to });
    this.visited.set(i, { ...span, count });
    const { loadUses, laterUses, laterChanges } = this.slicer.units[i];
    if (!before) for (const name of loadUses) this.need(name, { from: i, to: i });
    for (const name of laterUses) this.need(name, span);
    if (span.from < afterAll && laterChanges.some(([name]) => name === randomState)) this.need(randomState, span);
  }
}

function union(a: Span, b: Span): Span {
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}
