import { SourceMap } from "node:module";
import type { OriginalOf } from "../../engine/Platform";

/** JavaScript's own, even if a cell replaces it. */
const { parse } = JSON;

/** Reads a source map with Node's own decoder. */
export function readSourceMap(json: string): OriginalOf {
  const map = new SourceMap(parse(json));
  return ({ line, column }) => {
    const entry = map.findEntry(line, column);
    return "originalLine" in entry ? { line: entry.originalLine, column: entry.originalColumn } : undefined;
  };
}
