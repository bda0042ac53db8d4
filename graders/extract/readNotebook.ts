import type { Cell } from "./Cell";
import { NotGradable } from "./NotGradable";
import { normalizeLines } from "./normalizeLines";

interface NotebookContent {
  cells: Cell[];
  declaredAssignment: string | null;
}

/**
 * The code cells of a notebook in nbformat 4. Only what is needed is looked at: metadata and outputs may be anything.
 *
 * @throws NotGradable when it is no such notebook, or has no code.
 */
export function readNotebook(text: string): NotebookContent {
  const notebook = parse(text);
  if (!isRecord(notebook) || !("nbformat" in notebook)) throw new NotGradable("is JSON, but not a Jupyter notebook");
  checkFormat(notebook.nbformat);
  if (!Array.isArray(notebook.cells)) throw new NotGradable("is a damaged notebook: it has no list of cells");
  const cells = notebook.cells
    .filter((cell) => isRecord(cell) && cell.cell_type === "code")
    .map((cell, i) => ({ number: i + 1, source: normalizeLines(sourceOf(cell.source, i + 1)) }));
  if (cells.every(({ source }) => source.trim() === "")) throw new NotGradable("is a notebook without any code");
  return { cells, declaredAssignment: declaredAssignment(notebook.metadata) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const looksCut = text.trimStart().startsWith("{") && !text.trimEnd().endsWith("}");
    throw new NotGradable(
      looksCut ? "is cut off: the end of the notebook is missing" : "is not a notebook: not valid JSON",
    );
  }
}

function checkFormat(nbformat: unknown): void {
  if (nbformat === 4) return;
  if (typeof nbformat === "number" && nbformat < 4) {
    throw new NotGradable(`is a notebook in the old format ${nbformat}; open it in JupyterLab and save it again`);
  }
  throw new NotGradable("is a notebook in an unknown format; nbformat 4 is needed");
}

/** nbformat allows a string or a list of lines. */
function sourceOf(source: unknown, number: number): string {
  if (typeof source === "string") return source;
  if (Array.isArray(source) && source.every((line) => typeof line === "string")) return source.join("");
  throw new NotGradable(`is a damaged notebook: code cell ${number} has no readable source`);
}

function declaredAssignment(metadata: unknown): string | null {
  const nablab = isRecord(metadata) ? metadata.nablab : null;
  const slug = isRecord(nablab) ? nablab.assignment : null;
  return typeof slug === "string" ? slug : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
