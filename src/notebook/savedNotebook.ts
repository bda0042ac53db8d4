import { isRecord } from "../check/isRecord";
import { words } from "../words/words";
import type { CellRun } from "./cellsRun";

/** A notebook's own file, as it was saved last. */
export interface SavedNotebook {
  path: string;
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The file of the notebook that runs this. Jupyter's server tells kernels which it is.
 *
 * @param runs what was run: of each cell the last time, and at the end the one that is running
 * @throws Error when it is not known, not there, or does not hold what was run
 */
export function savedNotebook(runs: readonly CellRun[]): SavedNotebook {
  const { JPY_SESSION_NAME: session = "" } = globalThis.process?.env ?? {};
  const { readFileSync } = builtin("node:fs");
  const { basename, isAbsolute } = builtin("node:path");
  // A console has a name of its own in its place.
  if (!isAbsolute(session) || !session.endsWith(".ipynb")) throw new Error(words.submit.notebook.noPath);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = Uint8Array.from(readFileSync(session));
  } catch {
    throw new Error(words.submit.notebook.gone(session));
  }
  if (!holds(new TextDecoder().decode(bytes), runs)) throw new Error(words.submit.notebook.saveFirst);
  return { path: session, name: basename(session), bytes };
}

function builtin<Name extends "node:fs" | "node:path">(name: Name): ReturnType<typeof process.getBuiltinModule<Name>> {
  const { getBuiltinModule } = globalThis.process ?? {};
  if (!getBuiltinModule) throw new Error(words.submit.notebook.noFiles);
  return getBuiltinModule(name);
}

/**
 * Whether a notebook's file has the running cell, and every cell that it has as it was run last. Cells that have been
 * deleted since are no matter. Where the front end does not say which cell it runs, the code of the last one has to be there.
 */
export function holds(file: string, runs: readonly CellRun[]): boolean {
  const cells = cellsIn(file);
  const byId = new Map(cells.map(({ id, code }) => [id, code]));
  return runs.every(({ id, code }, i) => {
    if (id === null) return cells.some((cell) => cell.code === code);
    const saved = byId.get(id);
    return saved === undefined ? i < runs.length - 1 : saved === code;
  });
}

function cellsIn(file: string): CellRun[] {
  const json: unknown = parsed(file);
  const cells = isRecord(json) && Array.isArray(json.cells) ? (json.cells as unknown[]) : [];
  return cells.filter(isRecord).map(({ id, source }) => ({
    id: typeof id === "string" ? id : null,
    code: Array.isArray(source) ? source.join("") : String(source),
  }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Half written: it has nothing.
    return null;
  }
}
