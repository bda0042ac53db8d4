import type { Cell } from "../Cell";
import { type CellUnits, readUnits } from "./readUnits";

/** In cells; enough for several notebooks. */
const capacity = 300;

/** In characters; ten times as long as a cell of the course. */
const maxLength = 20_000;

const known = new Map<string, CellUnits>();

/** Like {@link readUnits}. Most cells in a class's notebooks are still as handed out; these are read only once. */
export function readUnitsOnce(cell: Cell): CellUnits {
  if (cell.source.length > maxLength) return readUnits(cell);
  const key = `${cell.number} ${cell.source}`;
  const units = known.get(key) ?? readUnits(cell);
  // The least recently used entry comes first, and is dropped first.
  known.delete(key);
  known.set(key, units);
  const [oldest] = known.keys();
  if (known.size > capacity) known.delete(oldest);
  return units;
}
