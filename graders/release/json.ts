import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../course/folderOf";

/** The content of a JSON file in the repository; the path is relative to its root. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

/** JSON as npm writes it. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
