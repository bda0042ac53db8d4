import type { ForeignLocale } from "../../../src/words/locale";
import type { Cell, Step } from "./Cell";

/** Says which language the notebook speaks, where it says which assignment it is about. */
export function nameLocale(locale: ForeignLocale): Step {
  const named = (source: string): string =>
    source.replace(/^(useAssignment\("[^"]*")\);$/m, `$1, { locale: "${locale}" });`);
  return (cells) => cells.map((cell): Cell => (cell.type === "code" ? { ...cell, source: named(cell.source) } : cell));
}
