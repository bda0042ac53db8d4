import type { Cell } from "../Cell";
import { type CellUnits, readUnits } from "./readUnits";

/** Some notebooks' worth of cells. */
const capacity = 300;

/** In characters: a cell of the course has a tenth of it. */
const maxLength = 20_000;

const known = new Map<string, CellUnits>();

/** As {@link readUnits}. Most cells of a class's notebooks are as they were handed out: these are read only once. */
export function readUnitsOnce(cell: Cell): CellUnits {
  if (cell.source.length > maxLength) return readUnits(cell);
  const key = `${cell.number} ${cell.source}`;
  const units = known.get(key) ?? readUnits(cell);
  // What has not been asked for the longest time comes first, and goes first.
  known.delete(key);
  known.set(key, units);
  const [oldest] = known.keys();
  if (known.size > capacity) known.delete(oldest);
  return units;
}
