import type { Place } from "./Cell";

/** One top-level declaration of a submission: the smallest piece of code that can be taken along or left behind. */
export interface Unit {
  /** The names it binds; several with destructuring. */
  names: string[];
  place: Place;
  /** TypeScript that stands on its own, without `export`; empty for an import. */
  source: string;
  /** The same as JavaScript, line for line; null where leaving types out is not enough. */
  javaScript: string | null;
  /** Names that it uses and that are bound elsewhere. */
  uses: ReadonlySet<string>;
  /** Set when the code around it cannot be parsed: what is wrong, and where. */
  syntaxError: string | null;
  /** Set when it brings a name in from a module, or asks for one with `require` or `import()`. */
  imports: Import[];
  /** Whether it has an `await` of its own, outside any function. */
  awaits: boolean;
}

export interface Import {
  module: string;
  place: Place;
  /** JavaScript expression for a name that `import` brings in, given the module as `$nablab`. */
  binding: string | null;
}
