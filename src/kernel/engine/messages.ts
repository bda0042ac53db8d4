import type { Insertion } from "../compiler/EditedSource";

/** A cell for the engine to run. */
export interface RunMessage {
  /** Unique in the life of the kernel; outputs carry it back. */
  cell: number;
  /** The cell's name as learners see it, such as `Cell [3]`. */
  label: string;
  /** The cell's id in the notebook; null where the front end does not say. */
  id: string | null;
  original: string;
  insertions: Insertion[];
  code: string;
  sourceMap: string;
  isAsync: boolean;
  /** Whether the front end can be asked for input. */
  allowsInput: boolean;
  /** The modules that it imports. */
  imports: string[];
  /** The variables, functions and classes that the cell declares. */
  names: string[];
}

/** An error in the form of Jupyter's `error` message. */
export interface CellError {
  ename: string;
  evalue: string;
  traceback: string[];
}

export type StreamName = "stdout" | "stderr";

/** What the engine sends; `cell` is null when it is unknown which cell was the cause. */
export type EngineMessage =
  /** It has started, and can run cells. */
  | { type: "ready" }
  | { type: "stream"; cell: number | null; name: StreamName; text: string }
  | { type: "display"; cell: number | null; data: object; displayId?: string; update: boolean }
  | { type: "clear"; cell: number | null; wait: boolean }
  /** A question, whose answer the cell waits for. */
  | { type: "input"; cell: number; prompt: string }
  | { type: "result"; cell: number; data: object }
  /** An error after its cell was done, from a timer or a promise that was not awaited. */
  | { type: "late-error"; cell: number | null; error: CellError }
  /** `set`: those of the cell's names that have a value now. */
  | { type: "done"; cell: number; error?: CellError; set: string[] };
