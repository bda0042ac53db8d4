import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface PythonCell {
  cell_type: "code" | "markdown" | "raw";
  source: string;
  metadata: Record<string, unknown>;
}

export const supportFile = join(__dirname, "python/grading_support.py");

/** The cells of the solved assignment, by name and in order. */
export function solvedCells(): Map<string, string> {
  const script = readFileSync(join(__dirname, "python/shallow_network.py"), "utf8");
  const [, ...parts] = script.split(/^# %% /m);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf("\n");
      return [part.slice(0, end), part.slice(end).trim()];
    }),
  );
}

/** The cell that the notebook starts with. */
export function firstCell(): string {
  return `from grading_support import check\n${solvedCells().get("sigmoid")}`;
}

export function code(source: string, metadata: Record<string, unknown> = {}): PythonCell {
  return { cell_type: "code", source, metadata };
}

export function notebookOf(cells: readonly PythonCell[]): string {
  const metadata = {
    kernelspec: { name: "python3", display_name: "Python 3", language: "python" },
    language_info: { name: "python" },
  };
  const written = cells.map((cell, i) => {
    const extra = cell.cell_type === "code" ? { execution_count: null, outputs: [] } : {};
    return { id: `cell-${i}`, ...cell, ...extra };
  });
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells: written }, null, 1);
}
