import { type Reason, said } from "../../src/words/Saying";
import type { Place } from "./Cell";
import { isPartial } from "./isPartial";
import { originalLine } from "./LineMap";
import { type Piece, pieceAt, piecesOf } from "./pieces";
import { linesBefore, programOf } from "./programOf";
import { lastDeclarations, reach } from "./reach";
import type { Slice } from "./Search";
import { Slicer } from "./Slicer";
import { taintedUnits } from "./taintedUnits";
import type { Unit } from "./Unit";
import { withoutDeclared } from "./withoutDeclared";

/**
 * What a program lacks of what belongs to it: some of its statements; or, with `true`, everything but declarations,
 * which then come in an order in which each follows what it uses.
 */
export type LeftOut = ReadonlySet<Unit> | true;

const nothing: LeftOut = new Set();

/** More statements than anybody writes to complete a name. */
const maxSuspects = 100;

/** What a submission's graded functions reach. A reader has read it; nothing is parsed here. */
export class Extraction {
  private readonly slicer: Slicer<Unit>;
  private readonly declarations: ReadonlyMap<string, Unit>;
  /** Declarations of the assignment, in place of what the submission lacks. */
  private readonly given: ReadonlySet<Unit>;
  /** What must not run, and what uses it. */
  private readonly tainted: ReadonlySet<Unit>;
  /** Those with all their statements. */
  private readonly slices = new Map<string, Slice<Unit>>();

  /**
   * @param units in the order in which a notebook runs them
   * @param given what the assignment's notebook declares besides the graded functions
   */
  constructor(
    units: readonly Unit[],
    private readonly graded: readonly string[],
    given: readonly Unit[] = [],
  ) {
    const missing = withoutDeclared(given, units);
    const all = [...missing, ...units];
    this.given = new Set(missing);
    this.slicer = new Slicer(all, new Set(graded));
    this.declarations = lastDeclarations(all, graded);
    this.tainted = taintedUnits(all);
  }

  has(name: string): boolean {
    return this.slicer.last(name) !== undefined;
  }

  /** Where the function is declared, and its code as written. */
  sourceOf(name: string): { place: Place; source: string } | null {
    const unit = this.slicer.last(name);
    return unit ? { place: unit.place, source: unit.source } : null;
  }

  /** Where its name is declared again, as something that is not a function. */
  laterValueOf(name: string): Place | null {
    return this.slicer.last(name)?.laterValue ?? null;
  }

  /** The function's own declaration and its helpers', without other graded functions and what those use. */
  ownUnits(name: string): readonly Unit[] {
    const others = this.graded.filter((other) => other !== name);
    return reach(this.declarations, name, others).reached;
  }

  /** Other graded functions that it uses, directly or not. */
  calls(name: string): string[] {
    const { met } = this.slice([name]);
    return this.graded.filter((other) => other !== name && met.has(other));
  }

  /** The names that it uses and that come from the assignment. */
  givenTo(name: string): string[] {
    if (this.given.size === 0) return [];
    return this.slice([name]).units.flatMap((unit) => (this.given.has(unit) ? unit.names : []));
  }

  /** Why a program must not run; null when nothing speaks against it. */
  faultIn(names: readonly string[], standIns: readonly string[] = []): Reason | null {
    if (this.tainted.size === 0) return null;
    return this.slice(names, standIns).units.find(({ fault }) => fault !== null)?.fault ?? null;
  }

  /** The statements that belong to a program. */
  statementsIn(names: readonly string[], standIns: readonly string[] = []): Unit[] {
    return [...this.slice(names, standIns).optional];
  }

  /** The statements that would belong to a program, and must not run. */
  faultyStatements(names: readonly string[], standIns: readonly string[] = []): Unit[] {
    if (this.tainted.size === 0) return [];
    const faulty = new Set<Unit>();
    this.slicer.slice(names, standIns, (unit) => {
      if (this.tainted.has(unit)) faulty.add(unit);
      return !this.tainted.has(unit);
    });
    return [...faulty];
  }

  /**
   * JavaScript for some graded functions, with `standIns` replacing others. It is an expression whose value is a
   * function: given the module, `require` and the stand-ins, it returns an object with the graded functions.
   */
  program(names: readonly string[], standIns: readonly string[] = [], leftOut: LeftOut = nothing): string {
    const pieces = this.piecesOf(names, standIns, leftOut);
    return programOf(
      pieces.map(({ text }) => text),
      `return { ${names.join(", ")} };`,
      pieces.some(({ unit }) => unit?.async),
    );
  }

  /**
   * The place in the submission that a line and a column of `program([name], standIns, leftOut)` come from, both
   * counted from 1, and the name of the declaration there, if it has one. Null for code that is not the submission's.
   */
  locate(
    name: string,
    standIns: readonly string[],
    line: number,
    column: number,
    leftOut: LeftOut = nothing,
  ): { name: string | null; place: Place } | null {
    const found = pieceAt(this.piecesOf([name], standIns, leftOut), line, linesBefore);
    return found?.piece.unit ? placeIn(found.piece.unit, found.line, column) : null;
  }

  /** The statements that make a program fail, when an error comes from a line of it. Empty when none does. */
  failedAt(names: readonly string[], standIns: readonly string[], leftOut: LeftOut, line: number): Unit[] {
    const piece = pieceAt(this.piecesOf(names, standIns, leftOut), line, linesBefore)?.piece;
    if (piece?.failed) return [piece.failed];
    if (!piece?.unit || leftOut === true) return [];
    const failed = piece.unit;
    // The statements may be all that uses a declaration.
    const alone = this.slicer.slice(names, standIns, () => false);
    if (alone.units.includes(failed)) return [];
    const suspects = this.statementsIn(names, standIns).filter((unit) => !leftOut.has(unit));
    if (suspects.length > maxSuspects) return suspects;
    return suspects.filter((unit) => unit === failed || this.uses(unit, failed));
  }

  /** Tells a graded function's program from others, also when it must not run. */
  fingerprint(name: string): string {
    if (!this.has(name)) return "";
    const faults = this.tainted.size === 0 ? [] : this.slice([name]).units.flatMap(({ fault }) => fault ?? []);
    return [...faults.map(said), this.program([name])].join("\n");
  }

  private uses({ loadUses, laterUses }: Unit, other: Unit): boolean {
    return [...loadUses, ...laterUses].some((name) => reach(this.declarations, name).reached.includes(other));
  }

  private slice(names: readonly string[], standIns: readonly string[] = [], leftOut: LeftOut = nothing): Slice<Unit> {
    if (leftOut === true) {
      const units = new Set(names.flatMap((name) => reach(this.declarations, name, standIns).reached));
      return { units: [...units], optional: new Set(), met: new Set() };
    }
    const search = () => this.slicer.slice(names, standIns, (unit) => !this.tainted.has(unit) && !leftOut.has(unit));
    if (leftOut.size > 0) return search();
    const key = `${names.join()} ${standIns.join()}`;
    const known = this.slices.get(key) ?? search();
    this.slices.set(key, known);
    return known;
  }

  private piecesOf(names: readonly string[], standIns: readonly string[], leftOut: LeftOut): Piece[] {
    const { units, optional } = this.slice(names, standIns, leftOut);
    return piecesOf({ units, optional, standIns, graded: new Set(this.graded) });
  }
}

function placeIn(unit: Unit, line: number, column: number): { name: string | null; place: Place } | null {
  const { names, place, lines } = unit;
  const original = lines === null ? line : originalLine(lines, line, column);
  if (original === null) return null;
  return { name: isPartial(unit) ? null : names[0], place: { cell: place.cell, line: place.line + original - 1 } };
}
