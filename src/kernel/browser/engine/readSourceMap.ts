import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import type { OriginalOf } from "../../engine/Platform";

/** Reads a source map when the first place is asked for: few cells fail. */
export function readSourceMap(json: string): OriginalOf {
  let map: TraceMap | undefined;
  return ({ line, column }) => {
    map ??= new TraceMap(json);
    const found = originalPositionFor(map, { line: line + 1, column });
    return found.line === null ? undefined : { line: found.line - 1, column: found.column };
  };
}
