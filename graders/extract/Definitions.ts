import { firstFrom } from "./firstFrom";
import { isPartial } from "./isPartial";
import { type Effects, randomState } from "./Unit";

/** Which units give each name its value. */
export class Definitions<U extends Effects> {
  private readonly positions = new Map<string, number[]>();
  /** What the submission itself gives a name, in whatever way. */
  private readonly own = new Set<string>();
  /** Graded names that a unit may give a value which is not a function. */
  private readonly doubtful = new Map<number, string[]>();

  /**
   * Of a graded name, only a function counts: `const model = { accuracy }` in a later cell does not replace it.
   *
   * @param units in the order in which a notebook runs them
   */
  constructor(
    private readonly units: readonly U[],
    graded: ReadonlySet<string>,
  ) {
    for (const [i, unit] of units.entries()) {
      if (unit.kind !== "import") for (const name of unit.names) this.own.add(name);
      if (isPartial(unit) && !unit.names.includes(randomState)) continue;
      for (const name of unit.names) {
        const known = this.positions.get(name);
        if (known) known.push(i);
        else this.positions.set(name, [i]);
      }
    }
    for (const name of graded) this.preferFunctions(name);
  }

  /** The units that give a name a new value, in order. */
  of(name: string): readonly number[] {
    return this.positions.get(name) ?? [];
  }

  /** The last of them before a time. */
  last(name: string, time: number): number | undefined {
    const all = this.of(name);
    return all[firstFrom(all, time) - 1];
  }

  /** The graded names that a unit gives a value only if it turns out to be a function. */
  doubtfulNames(i: number): readonly string[] {
    return this.doubtful.get(i) ?? [];
  }

  isImport(name: string): boolean {
    const all = this.of(name);
    return all.length > 0 && all.every((i) => this.units[i].kind === "import");
  }

  /** Whether the submission itself declares it: it is no built-in, and not from the library. */
  isOwn(name: string): boolean {
    return this.own.has(name);
  }

  /** Whether it holds something that can be changed without assigning to it. */
  isChangeable(name: string): boolean {
    const all = this.of(name);
    if (all.length === 0) return true;
    const { value } = this.units[all[all.length - 1]];
    return value !== "function" && value !== "primitive";
  }

  private preferFunctions(name: string): void {
    const all = this.of(name);
    const functions = all.filter((i) => this.units[i].value === "function");
    const possible = all.filter((i) => this.units[i].value === "unknown");
    if (functions.length === 0) {
      if (possible.length > 0) this.positions.set(name, possible);
      return;
    }
    this.positions.set(name, functions);
    const last = functions[functions.length - 1];
    for (const i of possible) {
      if (i > last) this.doubtful.set(i, [...this.doubtfulNames(i), name]);
    }
  }
}
