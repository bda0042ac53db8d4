import { fingerprint } from "./fingerprint";
import { type NotebookCell, type NotebookFile, sourceOf } from "./NotebookFile";

/** A new release of a notebook, with a learner's work in it. */
export interface CarriedOver {
  notebook: NotebookFile;
  /** The graded functions that the learner has written, or begun. */
  functions: string[];
  /** Those of them whose starter is another one in the new release. */
  changed: string[];
  /** How many other cells of the learner's are in it. */
  others: number;
}

/**
 * Puts a learner's work into a new release of the notebook: the graded functions into the cells that are theirs, by their
 * names; and whatever else the learner has added or changed after the cell that it came after. What was left as it was
 * served makes way for the new text. Outputs are left out, since they are of another notebook. The arguments stay as
 * they are.
 *
 * @param mine the learner's notebook
 * @param fresh the new release, as it is served
 * @param declared the names that a cell's code declares at its top level
 */
export function carryOver(
  mine: NotebookFile,
  fresh: NotebookFile,
  declared: (code: string) => readonly string[],
): CarriedOver {
  const written = mine.cells.filter((cell) => isWritten(cell, mine, fresh));
  const byId = new Map(mine.cells.map((cell) => [cell.id, cell]));
  /** The cell of the learner's that takes the place of a graded one. */
  const sources = new Map<NotebookCell, NotebookCell>();
  for (const place of fresh.cells.filter(gradedIn)) {
    const same = byId.get(place.id);
    const found = same ?? written.findLast((cell) => holds(cell, gradedIn(place)!, declared));
    if (found && written.includes(found)) sources.set(place, found);
  }
  const after = placesOf(written, mine, fresh, sources);
  const ids = new Set(fresh.cells.map(({ id }) => id));
  const extra = (at: number): NotebookCell[] => (after.get(at) ?? []).map((cell) => asNew(cell, ids));
  const used = new Set<NotebookCell>();
  const cells = fresh.cells.flatMap((place, at) => {
    const source = sources.get(place);
    // A cell with several functions stands where the first of them belongs: the starters of the others would undo it.
    const isAgain = source !== undefined && used.has(source);
    if (source) used.add(source);
    return [...(isAgain ? [] : [source ? { ...place, source: source.source } : place]), ...extra(at)];
  });
  const functions = [...sources.keys()].map((place) => gradedIn(place)!);
  return {
    notebook: { ...fresh, cells: [...extra(-1), ...cells] },
    functions,
    changed: [...sources].filter(([place, cell]) => isOther(place, cell, mine)).map(([place]) => gradedIn(place)!),
    others: written.length - used.size,
  };
}

function gradedIn({ metadata }: NotebookCell): string | undefined {
  return metadata?.nablab?.graded;
}

/** Whether a cell has something of the learner's in it. */
function isWritten(cell: NotebookCell, mine: NotebookFile, fresh: NotebookFile): boolean {
  const text = sourceOf(cell);
  if (text.trim() === "") return false;
  const served = mine.metadata.nablab?.cells;
  if (served) return cell.id === undefined || served[cell.id] !== fingerprint(text);
  // Nobody knows what was served: what is the same in both is not the learner's.
  return !fresh.cells.some((other) => other.id === cell.id && sourceOf(other) === text);
}

function holds(cell: NotebookCell, name: string, declared: (code: string) => readonly string[]): boolean {
  return cell.cell_type === "code" && declared(sourceOf(cell)).includes(name);
}

/** What the learner has added or changed besides, by the index of the new cell that it follows; -1 for none. */
function placesOf(
  written: readonly NotebookCell[],
  mine: NotebookFile,
  fresh: NotebookFile,
  sources: ReadonlyMap<NotebookCell, NotebookCell>,
): Map<number, NotebookCell[]> {
  const indexOf = new Map(fresh.cells.map(({ id }, index) => [id, index]));
  const first = new Map([...sources].reverse().map(([place, cell]) => [cell, fresh.cells.indexOf(place)]));
  const after = new Map<number, NotebookCell[]>();
  let last = -1;
  for (const cell of mine.cells) {
    last = first.get(cell) ?? indexOf.get(cell.id) ?? last;
    if (first.has(cell) || !written.includes(cell)) continue;
    after.set(last, [...(after.get(last) ?? []), cell]);
  }
  return after;
}

/** A cell beside others, whose ids are taken. Adds its own to them. */
function asNew(cell: NotebookCell, ids: Set<string | undefined>): NotebookCell {
  let id = cell.id;
  for (let n = 1; id !== undefined && ids.has(id); n++) id = `${cell.id!.slice(0, 56)}-mine${n}`;
  if (id !== undefined) ids.add(id);
  const own = id === undefined ? cell : { ...cell, id };
  return cell.cell_type === "code" ? { ...own, outputs: [], execution_count: null } : own;
}

/** Whether the starter of a graded function differs between the two releases. */
function isOther(place: NotebookCell, cell: NotebookCell, { metadata }: NotebookFile): boolean {
  const served = metadata.nablab?.cells?.[cell.id ?? ""];
  return served !== undefined && served !== fingerprint(sourceOf(place));
}
