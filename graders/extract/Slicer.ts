import { Definitions } from "./Definitions";
import { firstFrom } from "./firstFrom";
import { Search, type Slice } from "./Search";
import { anything, baseOf, type Effects, everywhere, randomState } from "./Unit";

/**
 * Finds the part of a notebook that gives some names the values they have when all cells have run: what they use, and
 * what changes that. The time it takes is proportional to the code.
 */
export class Slicer<U extends Effects> {
  readonly definitions: Definitions<U>;
  private readonly changers = new Positions();
  private readonly laterChangers = new Positions();
  private readonly users = new Positions();
  private readonly laterUsers = new Positions();
  private readonly sharers = new Positions();
  private readonly wholes = new NamesOfNames();

  /** @param units in the order in which a notebook runs them */
  constructor(
    readonly units: readonly U[],
    readonly graded: ReadonlySet<string>,
  ) {
    this.definitions = new Definitions(units, graded);
    for (const [i, unit] of units.entries()) {
      for (const [name, callee] of unit.changes) if (this.isAffected(name, callee)) this.changers.add(i, name);
      for (const name of this.definitions.doubtfulNames(i)) this.changers.add(i, name);
      for (const [name, callee] of unit.laterChanges)
        if (this.isAffected(name, callee)) this.laterChangers.add(i, name);
      for (const [name, callee, whole] of unit.shares) {
        if (!this.isAffected(name, callee)) continue;
        this.sharers.add(i, name);
        if (whole !== "") this.wholes.add(name, whole);
      }
      for (const name of unit.loadUses) if (this.definitions.isOwn(name)) this.users.add(i, name);
      for (const name of unit.laterUses) if (this.definitions.isOwn(name)) this.laterUsers.add(i, name);
    }
  }

  /** The declaration of a name that counts in the end. */
  last(name: string): U | undefined {
    const position = this.definitions.of(name).at(-1);
    return position === undefined ? undefined : this.units[position];
  }

  /**
   * @param standIns names that have a stand-in, and so reach nothing
   * @param isAllowed asked about each unit that only changes something; one that is not allowed is left out
   */
  slice(
    names: readonly string[],
    standIns: readonly string[] = [],
    isAllowed: (unit: U) => boolean = () => true,
  ): Slice<U> {
    return new Search(this, new Set(standIns), isAllowed).from(names);
  }

  /** The units from one time to another that change a name when they are run. */
  changersOf(name: string, from: number, to: number): readonly number[] {
    const all = this.changers.of(name);
    return all.slice(firstFrom(all, from), firstFrom(all, to));
  }

  /** The units whose functions change it. */
  laterChangersOf(name: string): readonly number[] {
    return this.laterChangers.of(name);
  }

  /** The units that use it when they are run. */
  usersOf(name: string): readonly number[] {
    return this.users.of(name);
  }

  /** The units whose functions use it. */
  laterUsersOf(name: string): readonly number[] {
    return this.laterUsers.of(name);
  }

  /** The units with names of their own for a part of it. */
  sharersOf(name: string): readonly number[] {
    return this.sharers.of(name);
  }

  /** What else it becomes a part of. */
  wholesOf(name: string): ReadonlySet<string> {
    return this.wholes.of(name);
  }

  /** What is passed to the library, to a built-in function or to a graded one stays as it is. */
  private isAffected(name: string, callee: string): boolean {
    const { definitions, graded } = this;
    if (name === everywhere || name === randomState) return true;
    if (!definitions.isOwn(baseOf(name))) return false;
    if (callee === "") return true;
    if (!definitions.isChangeable(name)) return false;
    return callee === anything || (definitions.isOwn(callee) && !graded.has(callee));
  }
}

class NamesOfNames {
  private readonly sets = new Map<string, Set<string>>();

  add(name: string, other: string): void {
    const set = this.sets.get(name);
    if (set) set.add(other);
    else this.sets.set(name, new Set([other]));
  }

  of(name: string): ReadonlySet<string> {
    return this.sets.get(name) ?? none;
  }
}

const none: ReadonlySet<string> = new Set();

/** For each name, the positions of units, in ascending order. */
class Positions {
  private readonly lists = new Map<string, number[]>();

  add(position: number, name: string): void {
    const list = this.lists.get(name);
    if (!list) this.lists.set(name, [position]);
    else if (list[list.length - 1] !== position) list.push(position);
  }

  of(name: string): readonly number[] {
    return this.lists.get(name) ?? [];
  }
}
