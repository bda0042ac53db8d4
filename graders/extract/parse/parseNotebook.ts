import { isRecord } from "../../../src/check/isRecord";
import { NotGradable } from "../NotGradable";
import { normalizeLines } from "../normalizeLines";

/** The parts of a notebook in nbformat 4. What is inside of them is not checked: it may be anything. */
interface ParsedNotebook {
  cells: unknown[];
  metadata: unknown;
}

/** @throws NotGradable when the text is no such notebook. */
export function parseNotebook(text: string): ParsedNotebook {
  const notebook = parse(text);
  if (!isRecord(notebook) || !("nbformat" in notebook)) throw new NotGradable("is JSON, but not a Jupyter notebook");
  checkFormat(notebook.nbformat);
  const { cells, metadata } = notebook;
  if (!Array.isArray(cells)) throw new NotGradable("is a damaged notebook: it has no list of cells");
  return { cells, metadata };
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

/**
 * The text of a cell. nbformat allows a string or a list of lines.
 *
 * @param name of the cell, for the message
 * @throws NotGradable when it is neither
 */
export function sourceOf(source: unknown, name: string): string {
  if (typeof source === "string") return normalizeLines(source);
  if (Array.isArray(source) && source.every((line) => typeof line === "string")) return normalizeLines(source.join(""));
  throw new NotGradable(`is a damaged notebook: ${name} has no readable source`);
}
