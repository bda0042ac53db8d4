import { saying } from "../../../src/words/Saying";
import type { Cell, Place } from "../Cell";
import { NotGradable } from "../NotGradable";
import { lastDeclarations, reach } from "../reach";
import { Slicer } from "../Slicer";
import { taintedUnits } from "../taintedUnits";
import type { Effects, FoundLoops, Unit } from "../Unit";
import { withoutDeclared } from "../withoutDeclared";
import { compileUnits } from "./compileUnits";
import { findLoops } from "./findLoops";
import type { ParsedUnit } from "./ParsedUnit";
import { type BrokenUnits, brokenUnit } from "./readUnits";
import { readUnitsOnce } from "./readUnitsOnce";
import { checkCharacters, checkCount, checkSize } from "./sizes";

/** The names to look for. */
export interface Wanted {
  graded: readonly string[];
  /** The ones whose loops are needed. */
  ruled: readonly string[];
  /** What may be imported besides `nablab`. */
  modules?: readonly string[];
  /** What the assignment gives, in case the submission lacks it. */
  given?: readonly Effects[];
}

/**
 * Finds the graded functions of a submission and everything that they reach. Nothing is run. Code that must not run,
 * because of a syntax error or an import, is among it, with the reason.
 *
 * @returns in the order in which a notebook runs them
 * @throws NotGradable when none of the graded functions is there, or none can be read
 */
export function readDeclarations(cells: readonly Cell[], { graded, ruled, modules = [], given = [] }: Wanted): Unit[] {
  const all = unitsIn(cells, graded);
  const slicer = new Slicer<Effects>([...withoutDeclared(given, all), ...all], new Set(graded));
  if (!graded.some((name) => slicer.last(name))) throw new NotGradable(saying("extract", "noGradedFunction", graded));
  const own = new Set<Effects>(all);
  const { units, optional } = slicer.slice(graded);
  const reached = units.filter((unit): unit is ParsedUnit => own.has(unit));
  checkCount(reached.length);
  const looped = loopedUnits(all, graded, ruled);
  const read = compileUnits(reached, optional, modules).map((unit, i) => {
    const parsed = reached[i];
    return looped.has(parsed) ? { ...unit, loops: loopsOf(parsed) } : unit;
  });
  checkSize(read.reduce((sum, { javaScript }) => sum + javaScript.length, 0));
  checkReadable(read, graded);
  for (const name of graded) noteOtherValues(name, read, all);
  return read;
}

/** A graded function's name may stand for something else as well, such as the result of an experiment. */
function noteOtherValues(name: string, units: readonly Unit[], all: readonly ParsedUnit[]): void {
  const isValue = ({ kind, names, value }: Effects): boolean =>
    kind !== "statement" && names.includes(name) && (value === "object" || value === "primitive");
  const counts = units.findLast((unit) => unit.value === "function" && unit.names.includes(name));
  const later = all.findLast(isValue);
  if (counts && later) counts.laterValue = isAfter(later.place, counts.place) ? later.place : null;
  if (counts || !later) return;
  const only = units.find((unit) => unit.names.includes(name));
  if (only && isValue(only)) only.fault ??= saying("extract", "notAFunction", name, only.place);
}

function isAfter(a: Place, b: Place): boolean {
  return a.cell === b.cell ? a.line > b.line : (a.cell ?? 0) > (b.cell ?? 0);
}

/**
 * What is at the top level of the cells. A cell with a syntax error counts only where nothing else declares a name, as
 * it does not run in a notebook.
 */
export function unitsIn(cells: readonly Cell[], graded: readonly string[]): ParsedUnit[] {
  checkCharacters(cells.reduce((sum, { source }) => sum + source.length, 0));
  const read = cells.map(readUnitsOnce);
  const sound = read.flatMap(({ units }) => units);
  if (read.every(({ broken }) => !broken)) return sound;
  const broken = read.flatMap((cell) => (cell.broken ? brokenUnits(cell.broken, graded) : []));
  return [...withoutDeclared(broken, sound), ...sound];
}

/** In a cell that cannot be read, the name of a graded function may be anywhere. */
function brokenUnits({ units, text, error }: BrokenUnits, graded: readonly string[]): ParsedUnit[] {
  const known = new Set(units.flatMap(({ names }) => names));
  const meant = graded.filter((name) => !known.has(name) && new RegExp(`\\b${name}\\s*[=(<:]`).test(text));
  return [...units, ...meant.map((name) => brokenUnit(name, error))];
}

/** @throws NotGradable when each graded function is missing or holds a fault, even without the others */
function checkReadable(units: readonly Unit[], graded: readonly string[]): void {
  const tainted = taintedUnits(units);
  if (tainted.size === 0) return;
  const slicer = new Slicer(units, new Set(graded));
  const faults = graded
    .filter((name) => slicer.last(name))
    .map((name) => {
      const others = othersThan(name, graded);
      const own = slicer.slice([name], others, (unit) => !tainted.has(unit)).units;
      return own.find(({ fault }) => fault !== null)?.fault ?? null;
    });
  const [first] = faults;
  if (first !== undefined && first !== null && !faults.includes(null)) throw new NotGradable(first);
}

function loopedUnits(
  units: readonly ParsedUnit[],
  graded: readonly string[],
  ruled: readonly string[],
): ReadonlySet<ParsedUnit> {
  if (ruled.length === 0) return new Set();
  const declared = lastDeclarations(units, graded);
  return new Set(ruled.flatMap((name) => reach(declared, name, othersThan(name, graded)).reached));
}

function othersThan(name: string, names: readonly string[]): string[] {
  return names.filter((other) => other !== name);
}

const knownLoops = new WeakMap<ParsedUnit, FoundLoops>();

/** Cells that have not changed since they were handed out are searched only once. */
function loopsOf(unit: ParsedUnit): FoundLoops {
  const loops = knownLoops.get(unit) ?? findLoops(unit.declaring.source);
  knownLoops.set(unit, loops);
  return loops;
}
