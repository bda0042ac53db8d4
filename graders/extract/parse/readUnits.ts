import type { Cell } from "../Cell";
import type { ParsedUnit } from "./ParsedUnit";
import { type BrokenCode, parseCell } from "./parseCell";
import { UnitReader } from "./UnitReader";
import { withoutTypes } from "./withoutTypes";

/** What a cell holds at its top level. */
export interface CellUnits {
  /** In the order in which they are run. */
  units: ParsedUnit[];
  broken: BrokenUnits | null;
}

/** What could not be read because of a syntax error. */
export interface BrokenUnits extends Pick<BrokenCode, "error" | "text"> {
  /** Declarations of the names that it seems to declare. Their code must not run. */
  units: ParsedUnit[];
}

export function readUnits(cell: Cell): CellUnits {
  const { file, problem } = parseCell(cell);
  const units = file ? new UnitReader(cell, file, withoutTypes(file)).readAll() : [];
  units.sort((a, b) => a.rank - b.rank);
  return { units: merged(units), broken: problem && brokenIn(cell, problem) };
}

/** A namespace adds to a function or a namespace of the same name in its cell. */
function merged(units: readonly ParsedUnit[]): ParsedUnit[] {
  const known = new Set<string>();
  return units.map((unit) => {
    const [name] = unit.names;
    const adds = unit.kind === "merging" && known.has(name);
    if (unit.kind !== "statement") for (const declared of unit.names) known.add(declared);
    if (!adds) return unit;
    return { ...unit, loadUses: [...unit.loadUses, name], changes: [...unit.changes, [name, ""]] };
  });
}

function brokenIn(cell: Cell, { error, text, file }: BrokenCode): BrokenUnits {
  const found = new UnitReader(cell, file, null).readAll().filter(({ kind }) => kind !== "statement");
  const known = new Set(found.flatMap(({ names }) => names));
  const declared = text.matchAll(/\b(?:function\s*\*?|const|let|var|class|enum|namespace)\s+([A-Za-z_$][\w$]*)/g);
  const others = [...new Set(Array.from(declared, ([, name]) => name))].filter((name) => !known.has(name));
  const units = [...found, ...others.map((name) => brokenUnit(name, error))];
  return { error, text, units: units.map((unit) => ({ ...unit, syntaxError: error })) };
}

/** A declaration of which nothing is known but its name, and the syntax error that it got lost in. */
export function brokenUnit(name: string, error: BrokenUnits["error"]): ParsedUnit {
  const code = { source: error.text, blanked: null };
  return {
    kind: "variable",
    names: [name],
    value: "unknown",
    loadUses: [],
    laterUses: [],
    changes: [],
    laterChanges: [],
    shares: [],
    place: error.place,
    binding: null,
    async: false,
    declaring: code,
    assigning: code,
    rank: 2,
    syntaxError: error,
    imports: [],
  };
}
