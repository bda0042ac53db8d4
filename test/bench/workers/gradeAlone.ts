import { spawn } from "node:child_process";
import { once } from "node:events";
import { linkSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { Results } from "../../../graders/engine/results";

const runner = join(__dirname, "../../../graders/cli/run.js");

/** What `nablab grade` made of some files. */
export interface GradedAlone {
  seconds: number;
  /** By student. */
  scores: Map<string, number | null>;
}

/**
 * Some files by `nablab grade`, as it is.
 *
 * @param folder for what it reads and writes; it is emptied
 * @throws Error when it fails, or is ended
 */
export async function gradeAlone(
  files: readonly string[],
  folder: string,
  slug: string,
  seed: number,
): Promise<GradedAlone> {
  const [submissions, out] = [join(folder, "in"), join(folder, "out")];
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(submissions, { recursive: true });
  for (const file of files) linkSync(file, join(submissions, basename(file)));
  const what = ["--assignment", slug, "--seed", String(seed), "--out", out, "--format", "json"];
  const begun = performance.now();
  const child = spawn(process.execPath, [runner, "grade", submissions, ...what], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (text) => {
    said = (said + text).slice(-2000);
  });
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  const seconds = (performance.now() - begun) / 1000;
  if (code !== 0) throw new Error(`nablab grade ended with ${code ?? signal}: ${said}`);
  const results = JSON.parse(readFileSync(join(out, "results.json"), "utf8")) as Results;
  return { seconds, scores: new Map(results.submissions.map(({ id, score }) => [id, score])) };
}
