import { isRecord } from "../../../src/check/isRecord";
import { type Reason, saying } from "../../../src/words/Saying";
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
  if (!isRecord(notebook) || !("nbformat" in notebook)) throw new NotGradable(saying("extract", "notJupyter"));
  checkFormat(notebook.nbformat);
  const { cells, metadata } = notebook;
  if (!Array.isArray(cells)) throw new NotGradable(saying("extract", "noCells"));
  return { cells, metadata };
}

function parse(text: string): unknown {
  try {
    return parseLenient(text);
  } catch {
    const conflict = conflictIn(text);
    if (conflict !== null) throw new NotGradable(saying("extract", "mergeConflict", conflict));
    const looksCut = text.trimStart().startsWith("{") && !text.trimEnd().endsWith("}");
    throw new NotGradable(looksCut ? saying("extract", "cutOff") : saying("extract", "notJson"));
  }
}

/** Python writes numbers that JSON does not know, for example into the metadata. */
function parseLenient(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!/\b(NaN|Infinity)\b/.test(text)) throw error;
    return JSON.parse(text.replace(stringOrNumber, (found) => (found.startsWith('"') ? found : "null")));
  }
}

const stringOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:NaN|Infinity)\b/gs;

/** The line of the first marker that Git leaves where two versions differ; null if there is none. */
function conflictIn(text: string): number | null {
  const first = /^<{7}(?= |$)/m.exec(text);
  if (!first || !/^>{7}(?= |$)/m.test(text)) return null;
  return text.slice(0, first.index).split("\n").length;
}

function checkFormat(nbformat: unknown): void {
  if (nbformat === 4) return;
  if (typeof nbformat === "number" && nbformat < 4) {
    throw new NotGradable(saying("extract", "oldFormat", nbformat));
  }
  throw new NotGradable(saying("extract", "unknownFormat"));
}

/**
 * The text of a cell. nbformat allows a string or a list of lines.
 *
 * @throws NotGradable with this message when it is neither
 */
export function sourceOf(source: unknown, message: Reason): string {
  if (typeof source === "string") return normalizeLines(source);
  if (Array.isArray(source) && source.every((line) => typeof line === "string")) return normalizeLines(source.join(""));
  throw new NotGradable(message);
}
