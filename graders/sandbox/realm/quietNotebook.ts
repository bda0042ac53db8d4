import { totalOf } from "../../../src/notebook/totalOf";

/** The functions of `nablab` that show something in a notebook, and show nothing here. */
export const quietNotebook: Record<string, unknown> = {
  check: (_functions: unknown): undefined => undefined,
  submit: (_options = {}): undefined => undefined,
  // As in a notebook in which all is well: what a program then computes may be used by a graded function.
  ready: (..._names: string[]): boolean => true,
  useAssignment: (_slug: string): void => {},
  useTslab: (_tslab: unknown): void => {},
  display: (_data: unknown, _options = {}): void => {},
  plot: {
    line: (_lines: unknown, _options = {}): void => {},
    scatter: (_X: unknown, _Y: unknown, _options = {}): void => {},
    image: (_pixels: unknown, _options = {}): void => {},
    bars: (_labels: unknown, _bars: unknown, _options = {}): void => {},
    heatmap: (_matrix: unknown, _options = {}): void => {},
    histogram: (_values: unknown, _options = {}): void => {},
    decisionBoundary: (_predict: unknown, _X: unknown, _Y: unknown, _options = {}): void => {},
    decisionBoundaries: (_panels: unknown, _X: unknown, _Y: unknown, _options = {}): void => {},
  },
  progress(items: number | Iterable<unknown>, _label = ""): Generator<unknown, void, undefined> {
    totalOf(items);
    return follow(typeof items === "number" ? Array(items).keys() : items);
  },
};

function* follow(items: Iterable<unknown>): Generator<unknown, void, undefined> {
  for (const item of items) yield item;
}
