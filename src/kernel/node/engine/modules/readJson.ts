import { readFileSync } from "node:fs";

/**
 * The value in a JSON file.
 *
 * @throws SyntaxError naming the file
 */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new SyntaxError(`${file}: ${(error as Error).message}`);
  }
}
