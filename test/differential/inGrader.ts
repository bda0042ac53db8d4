import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../../graders/course/folderOf";
import { gradeSubmission } from "../../graders/engine/gradeSubmission";
import { recordedRun } from "../../graders/engine/recordedRun";
import type { Results, SubmissionResult } from "../../graders/engine/results";
import { bundleSandbox } from "../../graders/sandbox/host/bundle";
import type { Limits } from "../../graders/sandbox/host/limits";
import { openReaders } from "../../graders/sandbox/host/openReaders";
import { directStarter } from "../../graders/sandbox/host/ProcessStarter";
import type { Assignment } from "../../src/check/contract";
import type { Said, Verdicts } from "./Row";

/** Judges a notebook as learners' `nablab check` does: by what was recorded of the reference. */
export async function checker(
  limits: Limits,
): Promise<(assignment: Assignment, notebook: string) => Promise<Verdicts>> {
  const readers = await openReaders(limits);
  const bundle = await bundleSandbox();
  return async (assignment, notebook) => {
    const run = recordedRun(assignment, bundle, limits, { starter: directStarter, readers });
    const file = { extension: ".ipynb", load: () => Buffer.from(notebook) };
    const { result } = await gradeSubmission({ id: "row", file: "row.ipynb" }, file, run);
    return verdictsIn(result, assignment);
  };
}

/** Runs `nablab grade --no-hidden` on a class of notebooks. */
export async function gradeTogether(
  assignment: Assignment,
  notebooks: ReadonlyMap<string, string>,
  { seconds }: Limits,
): Promise<Map<string, Verdicts>> {
  const folder = mkdtempSync(join(tmpdir(), "nablab-differential-"));
  const [files, out] = [join(folder, "class"), join(folder, "out")];
  mkdirSync(files);
  for (const [name, notebook] of notebooks) writeFileSync(join(files, `${name}.ipynb`), notebook);
  const command = ["graders/cli/nablab.js", "grade", files, "--assignment", assignment.slug, "--no-hidden"];
  const options = ["--format", "json", "--out", out, "--timeout", String(seconds), "--seed", "1"];
  try {
    await promisify(execFile)(process.execPath, [...command, ...options], { cwd: root });
    const { submissions }: Results = JSON.parse(readFileSync(join(out, "results.json"), "utf8"));
    return new Map(submissions.map((result) => [result.id, verdictsIn(result, assignment)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function verdictsIn({ functions, error, status }: SubmissionResult, assignment: Assignment): Verdicts {
  const none: Said = { status: "not-defined", checks: {}, message: `${status}: ${error}` };
  const said = functions.map(({ name, status: verdict, checks, followThrough }): [string, Said] => [
    name,
    {
      status: verdict,
      checks: verdict === "not-defined" ? {} : Object.fromEntries(checks.map(({ id, status }) => [id, status])),
      followThrough,
      message: checks.find(({ message }) => message !== "")?.message,
    },
  ]);
  return { ...Object.fromEntries(assignment.functions.map(({ name }) => [name, none])), ...Object.fromEntries(said) };
}
