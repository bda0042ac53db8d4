import type { TextPosition } from "../compiler/textPosition";
import type { CellContext } from "./CellContext";
import type { EngineMessage } from "./messages";

/** A value as text, as `console.log` shows it. */
export type Inspect = (value: unknown) => string;

/** The place in the source that a place in the compiled code came from. */
export type OriginalOf = (compiled: TextPosition) => TextPosition | undefined;

/** What the engine needs of the place that it runs in: a process of Node's, or a worker in a browser. */
export interface Platform {
  readonly inspect: Inspect;
  /** Reads a source map, which is JSON. */
  readSourceMap(map: string): OriginalOf;
  /** The value of an expression, as a script of its own; stacks name it `file`. */
  evaluate(expression: string, file: string): unknown;
  /** What `require`, `import(…)`, `import.meta`, `__filename` and `__dirname` are in a cell. */
  readonly require: (id: string) => unknown;
  import(id: string): Promise<object>;
  readonly meta: object;
  readonly filename: string;
  readonly dirname: string;
  /** Loads those of a cell's imports that have to be awaited, for `require`, which cannot wait; undefined for none. */
  prepareImports(ids: readonly string[]): Promise<void> | undefined;
  /** Runs `body` as part of a cell, with everything it starts. */
  runInCell<T>(context: CellContext, body: () => T): T;
  /** Calls back in a turn of its own, after rejections were noticed; whatever cells do to the timers. */
  nextTurn(callback: () => void): void;
  send(message: EngineMessage): void;
}
