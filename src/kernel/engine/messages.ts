import type { Insertion } from "../compiler/EditedSource";

/** A cell for the engine to run. */
export interface RunMessage {
  /** Unique in the life of the kernel; outputs carry it back. */
  cell: number;
  /** How learners see the cell named, such as `Cell [3]`. */
  label: string;
  original: string;
  insertions: Insertion[];
  code: string;
  sourceMap: string;
  isAsync: boolean;
  /** The variables, functions and classes that the cell declares. */
  names: string[];
}

/** An error, as Jupyter's `error` message wants it. */
export interface CellError {
  ename: string;
  evalue: string;
  traceback: string[];
}

export type StreamName = "stdout" | "stderr";

/** What the engine sends; `cell` is null when no cell can be told to have caused it. */
export type EngineMessage =
  | { type: "stream"; cell: number | null; name: StreamName; text: string }
  | { type: "display"; cell: number | null; data: object; displayId?: string; update: boolean }
  | { type: "clear"; cell: number | null; wait: boolean }
  | { type: "result"; cell: number; data: object }
  /** An error after its cell was done, from a timer or a promise that nobody waited for. */
  | { type: "late-error"; cell: number | null; error: CellError }
  /** `set`: those of the cell's names that have a value now. */
  | { type: "done"; cell: number; error?: CellError; set: string[] };
