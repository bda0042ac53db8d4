import { isRecord } from "../../../src/check/isRecord";
import { saying } from "../../../src/words/Saying";
import { clip } from "../../text/clip";
import type { Cell } from "../Cell";
import { NotGradable } from "../NotGradable";
import { parseNotebook, sourceOf } from "./parseNotebook";

/** Slugs are short; this much of a longer text is enough for a message. */
const maxSlug = 100;

interface NotebookContent {
  cells: Cell[];
  declaredAssignment: string | null;
}

/**
 * The code cells of a notebook in nbformat 4. Only what is needed is read; metadata and outputs may be anything.
 *
 * @throws NotGradable when it is not such a notebook, or has no code.
 */
export function readNotebook(text: string): NotebookContent {
  const notebook = parseNotebook(text);
  const cells = notebook.cells
    .filter(isRecord)
    .filter(({ cell_type }) => cell_type === "code")
    .map(({ source }, i) => ({ number: i + 1, source: sourceOf(source, saying("extract", "damagedCodeCell", i + 1)) }));
  if (cells.every(({ source }) => source.trim() === "")) throw new NotGradable(saying("extract", "noCode"));
  return { cells, declaredAssignment: declaredAssignment(notebook.metadata) };
}

function declaredAssignment(metadata: unknown): string | null {
  const nablab = isRecord(metadata) ? metadata.nablab : null;
  const slug = isRecord(nablab) ? nablab.assignment : null;
  return typeof slug === "string" ? clip(slug, maxSlug) : null;
}
