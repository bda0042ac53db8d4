import type { Place } from "./Cell";
import { originalLine } from "./LineMap";
import { linesBefore, programOf } from "./programOf";
import { lastDeclarations, reach } from "./reach";
import type { Unit } from "./Unit";

/** A piece of a program; `unit` is null for code that is not the submission's. */
interface Piece {
  text: string;
  unit: Unit | null;
}

/** The declarations of a submission that its graded functions reach. A reader has read them; nothing is parsed here. */
export class Extraction {
  private readonly units: ReadonlyMap<string, Unit>;

  /** @param units if several have the same name, the last one counts */
  constructor(
    units: readonly Unit[],
    private readonly graded: readonly string[],
  ) {
    this.units = lastDeclarations(units);
  }

  has(name: string): boolean {
    return this.units.has(name);
  }

  /** Where the function is declared, and its code as written. */
  sourceOf(name: string): { place: Place; source: string } | null {
    const unit = this.units.get(name);
    return unit ? { place: unit.place, source: unit.source } : null;
  }

  /** The function's own declaration and its helpers', without other graded functions and what those use. */
  ownUnits(name: string): readonly Unit[] {
    const others = this.graded.filter((other) => other !== name);
    return reach(this.units, name, others).reached;
  }

  /** Other graded functions that it uses, directly or not. */
  calls(name: string): string[] {
    const { met } = reach(this.units, name);
    return this.graded.filter((other) => other !== name && met.has(other));
  }

  /**
   * JavaScript for some graded functions, with `standIns` replacing others. It is an expression whose value is a
   * function: given the module, `require` and the stand-ins, it returns an object with the graded functions.
   */
  program(names: readonly string[], standIns: readonly string[] = []): string {
    const pieces = this.piecesOf(names, standIns);
    return programOf(
      pieces.map(({ text }) => text),
      `return { ${names.join(", ")} };`,
      pieces.some(({ unit }) => unit?.async),
    );
  }

  /**
   * The place in the submission that a line and a column of `program([name], standIns)` come from, both counted from 1,
   * and the name of the declaration there. Null for code that is not the submission's.
   */
  locate(
    name: string,
    standIns: readonly string[],
    line: number,
    column: number,
  ): { name: string; place: Place } | null {
    let before = linesBefore;
    for (const { text, unit } of this.piecesOf([name], standIns)) {
      const lines = text.split("\n").length;
      if (line > before && line <= before + lines) return unit && placeIn(unit, line - before, column);
      before += lines;
    }
    return null;
  }

  /** The pieces that make up a program. */
  private piecesOf(names: readonly string[], standIns: readonly string[]): Piece[] {
    const units = new Set(names.flatMap((name) => reach(this.units, name, standIns).reached));
    const bound = new Set<string>();
    for (const unit of units) for (const name of unit.names) bound.add(name);
    const pieces: Piece[] = standIns
      .filter((other) => !bound.has(other))
      .map((other) => ({ text: `const ${other} = $standIns.${other};`, unit: null }));
    for (const unit of units) {
      if (unit.binding !== null) pieces.push({ text: `const ${unit.names[0]} = ${unit.binding};`, unit: null });
      pieces.push({ text: unit.javaScript, unit });
    }
    return pieces;
  }
}

function placeIn({ names, place, lines }: Unit, line: number, column: number): { name: string; place: Place } | null {
  const original = lines === null ? line : originalLine(lines, line, column);
  return original === null ? null : { name: names[0], place: { cell: place.cell, line: place.line + original - 1 } };
}
