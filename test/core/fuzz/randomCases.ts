import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Case } from "../runCase";

/** The calls that `npm run fuzz:numpy -- --fixtures` wrote. */
export function randomCases(): Case[] {
  const file = join(__dirname, "../../golden/numpy-fuzz.jsonl.gz");
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Case);
}
