import { isRecord } from "./isRecord";

/**
 * An array, list or object that a function handed out twice: at `path` in its result and, before that, at the path
 * `with`; null means that it did so in an earlier call.
 */
export interface Shared {
  path: string;
  with: string | null;
}

/** More than this is not noted. */
export const mostShared = 64;

/** In characters. Paths are made of the keys of a result. */
const longestPath = 200;

/** @throws TypeError when `json` does not encode a list of them, or one that is too long */
export function decodeShared(json: unknown): Shared[] {
  if (!Array.isArray(json) || json.length > mostShared) throw new TypeError("shared must be a short list");
  return json.map((each) => {
    const { path, with: other } = isRecord(each) ? each : {};
    if (!isPath(path) || (other !== null && !isPath(other))) throw new TypeError("shared must hold pairs of paths");
    return { path, with: other };
  });
}

/** Whether a place can be named: a longer path is not noted. */
export function isPath(json: unknown): json is string {
  return typeof json === "string" && json.length <= longestPath;
}
