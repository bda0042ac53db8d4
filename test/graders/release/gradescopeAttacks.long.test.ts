/**
 * The attacks, in the autograder as Gradescope unpacks and runs it: none earns a point, whichever file it comes from.
 */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { attacks, sourceOf } from "../engine/attacks";
import { unpackAutograder } from "./unpackAutograder";

const folder = mkdtempSync(join(tmpdir(), "nablab-attacked-"));
let count = 0;

beforeAll(() => {
  unpackAutograder(folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** The result of running the autograder on one file: its exit code and its output. */
async function autograde(source: string): Promise<{ code: number; score: number; outputs: string[] }> {
  count += 1;
  // A folder of its own, as every submission has a container of its own.
  const own = join(folder, String(count));
  mkdirSync(join(own, "submission"), { recursive: true });
  writeFileSync(join(own, "submission/attack.ts"), source);
  symlinkSync(join(folder, "source"), join(own, "source"));
  const env = { AUTOGRADER_ROOT: own, PATH: process.env.PATH };
  const code = await new Promise<number>((done) => {
    execFile(join(folder, "run_autograder"), { cwd: own, env, timeout: 60_000 }, (error) =>
      done(error ? Number(error.code) : 0),
    );
  });
  const { score, output, tests } = JSON.parse(readFileSync(join(own, "results/results.json"), "utf8"));
  return { code, score, outputs: [output, ...tests.map((one: { output: string }) => one.output)] };
}

describe.each(attacks)("%s", (_, ofClass) => {
  test.concurrent.each(ofClass)("%s", async (...attack) => {
    const { code, score, outputs } = await autograde(sourceOf(attack));
    expect({ code, score }).toEqual({ code: 0, score: 0 });
    expect(outputs.some((output) => attack[2].test(output) || /stopped/.test(output))).toBe(true);
  });
});
