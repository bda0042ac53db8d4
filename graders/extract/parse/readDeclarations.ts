import { words } from "../../../src/words/words";
import { clip } from "../../text/clip";
import type { Cell } from "../Cell";
import { NotGradable } from "../NotGradable";
import { lastDeclarations, reach } from "../reach";
import type { FoundLoops, Unit } from "../Unit";
import { checkCompiles, isJavaScript } from "./checkCompiles";
import { findLoops } from "./findLoops";
import type { ParsedUnit, SyntaxProblem } from "./ParsedUnit";
import type { CellUnits } from "./readUnits";
import { readUnitsOnce } from "./readUnitsOnce";
import { checkCharacters, checkCount, checkSize } from "./sizes";
import { transpile } from "./transpile";

/** The names to look for. */
export interface Wanted {
  graded: readonly string[];
  /** The ones whose loops are needed. */
  ruled: readonly string[];
}

/**
 * Finds the graded functions of a submission and everything that they reach. Nothing is run.
 *
 * @returns the declarations, in source order
 * @throws NotGradable when a graded function, or code that it reaches, cannot be parsed or imports anything other than
 * "nablab", or when none of the graded functions is there.
 */
export function readDeclarations(cells: readonly Cell[], { graded, ruled }: Wanted): Unit[] {
  checkCharacters(cells.reduce((sum, { source }) => sum + source.length, 0));
  const read = cells.map(readUnitsOnce);
  const all = read.flatMap(({ units }) => units);
  const declared = lastDeclarations(all);
  checkPresent(read, declared, graded);
  const reached = new Set(graded.flatMap((name) => reach(declared, name).reached));
  checkCount(reached.size);
  for (const unit of reached) checkUnit(unit);
  const compiled = compile([...reached].filter((unit) => !isJavaScript(unit)));
  const looped = new Set(ruled.flatMap((name) => reach(declared, name, othersThan(name, graded)).reached));
  const units = all
    .filter((unit) => reached.has(unit))
    .map((unit) => unitOf(unit, compiled.get(unit), looped.has(unit) ? loopsOf(unit) : null));
  checkSize(units.reduce((sum, { javaScript }) => sum + javaScript.length, 0));
  return units;
}

type Code = Pick<Unit, "javaScript" | "lines">;

/** The compiler handles what is not JavaScript once its types are removed: a decorator, or a mistake. */
function compile(units: readonly ParsedUnit[]): Map<ParsedUnit, Code> {
  const code = transpile(units.map(({ source }) => source));
  for (const [i, { javaScript }] of code.entries()) checkCompiles(units[i], javaScript);
  return new Map(units.map((unit, i) => [unit, code[i]]));
}

function unitOf(unit: ParsedUnit, compiled: Code | undefined, loops: FoundLoops | null): Unit {
  const { names, place, source, uses, binding, async, blanked } = unit;
  const { javaScript, lines } = compiled ?? { javaScript: blanked ?? "", lines: null };
  return { names, place, source, javaScript, lines, uses, binding, async, loops };
}

/** A cell that cannot be parsed may have been meant to declare a missing graded function. */
function checkPresent(
  cells: readonly CellUnits[],
  declared: ReadonlyMap<string, unknown>,
  graded: readonly string[],
): void {
  const missing = graded.filter((name) => !declared.has(name));
  for (const name of missing) {
    const meant = new RegExp(`\\b${name}\\s*[=(<:]`);
    const broken = cells.find(({ syntaxError, cell }) => syntaxError !== null && meant.test(cell.source));
    if (broken?.syntaxError) throw syntaxErrorIn(broken.syntaxError);
  }
  if (missing.length === graded.length) {
    throw new NotGradable(words.extract.noGradedFunction(graded));
  }
}

function checkUnit({ syntaxError, imports }: ParsedUnit): void {
  if (syntaxError) throw syntaxErrorIn(syntaxError);
  const foreign = imports.find(({ module }) => module !== "nablab");
  if (!foreign) return;
  const module = clip(foreign.module, 60);
  throw new NotGradable(words.extract.imports(module, foreign.place));
}

function syntaxErrorIn({ place, complaint, text }: SyntaxProblem): NotGradable {
  return new NotGradable(words.extract.syntaxError(place, complaint, text));
}

function othersThan(name: string, names: readonly string[]): string[] {
  return names.filter((other) => other !== name);
}

const knownLoops = new WeakMap<ParsedUnit, FoundLoops>();

/** Cells that have not changed since they were handed out are searched only once. */
function loopsOf(unit: ParsedUnit): FoundLoops {
  const loops = knownLoops.get(unit) ?? findLoops(unit.source);
  knownLoops.set(unit, loops);
  return loops;
}
