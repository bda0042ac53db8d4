import { isRecord } from "../../../src/check/isRecord";
import { words } from "../../../src/words/words";
import { NotGradable } from "../NotGradable";
import { normalizeLines } from "../normalizeLines";

/** The parts of a notebook in nbformat 4. Their contents are not checked and may be anything. */
interface ParsedNotebook {
  cells: unknown[];
  metadata: unknown;
}

/** @throws NotGradable when the text is not such a notebook. */
export function parseNotebook(text: string): ParsedNotebook {
  const notebook = parse(text);
  if (!isRecord(notebook) || !("nbformat" in notebook)) throw new NotGradable(words.extract.notJupyter);
  checkFormat(notebook.nbformat);
  const { cells, metadata } = notebook;
  if (!Array.isArray(cells)) throw new NotGradable(words.extract.noCells);
  return { cells, metadata };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const looksCut = text.trimStart().startsWith("{") && !text.trimEnd().endsWith("}");
    throw new NotGradable(looksCut ? words.extract.cutOff : words.extract.notJson);
  }
}

function checkFormat(nbformat: unknown): void {
  if (nbformat === 4) return;
  if (typeof nbformat === "number" && nbformat < 4) {
    throw new NotGradable(words.extract.oldFormat(nbformat));
  }
  throw new NotGradable(words.extract.unknownFormat);
}

/**
 * The text of a cell. nbformat allows a string or a list of lines.
 *
 * @throws NotGradable with this message when it is neither
 */
export function sourceOf(source: unknown, message: string): string {
  if (typeof source === "string") return normalizeLines(source);
  if (Array.isArray(source) && source.every((line) => typeof line === "string")) return normalizeLines(source.join(""));
  throw new NotGradable(message);
}
