import type { Cell } from "../Cell";
import { Slicer } from "../Slicer";
import type { Unit } from "../Unit";
import { compileUnits } from "./compileUnits";
import type { ParsedUnit } from "./ParsedUnit";
import { unitsIn, type Wanted } from "./readDeclarations";

/**
 * What an assignment's notebook gives learners: its imports and helpers, with the constants that those use. Not the
 * graded functions, and nothing that only runs.
 */
export function readGiven(
  cells: readonly Cell[],
  { graded, modules = [] }: Pick<Wanted, "graded" | "modules">,
): Unit[] {
  const all = unitsIn(cells, graded);
  const isGraded = new Set(graded);
  const helpers = all.filter(isHelper).flatMap(({ names }) => names);
  const { units } = new Slicer(all, isGraded).slice(
    helpers.filter((name) => !isGraded.has(name)),
    graded,
    () => false,
  );
  return compileUnits(units, new Set(), modules).filter(({ fault }) => fault === null);
}

function isHelper({ kind, value }: ParsedUnit): boolean {
  return kind === "import" || kind === "merging" || value === "function";
}
