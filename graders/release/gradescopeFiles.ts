import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Assignment } from "../../src/check/contract";
import type { Course } from "../course/Course";
import { folderOf, notebookOf, root } from "../course/folderOf";
import { bundleLauncher, bundleReader, bundleReferee, bundleSandbox } from "../sandbox/host/bundle";
import { bundleProgram } from "./bundleProgram";
import { imageManifests } from "./imageManifest";
import type { ReleasedFile } from "./ReleasedFile";

/** What `run_autograder` passes to the grader. */
export interface AutograderSettings {
  seed: number;
  timeout: number;
  submissionTimeout: number;
  memory: number;
}

/** The files of an assignment's autograder for Gradescope. For staff only, as they contain the solution. */
export async function gradescopeFiles(
  course: Course,
  assignment: Assignment,
  settings: AutograderSettings,
): Promise<ReleasedFile[]> {
  const folder = folderOf(course, assignment);
  const [main, sandbox, reader, referee, launcher] = await Promise.all([
    bundleProgram(programFor(folder, notebookIn(course, assignment))),
    bundleSandbox(assignment.modules),
    bundleReader(),
    bundleReferee(join(folder, "staff/solution.ts")),
    bundleLauncher(),
  ]);
  return [
    { path: "setup.sh", content: textOf("graders/gradescope/image/setup.sh"), executable: true },
    { path: "run_autograder", content: withSettings(settings), executable: true },
    ...imageManifests(course, main),
    { path: "LICENSE", content: textOf("LICENSE") },
    ...(assignment.modules ?? []).map(() => ({
      path: "grader/LICENSE-tensorflow.txt",
      content: textOf("src/tf/library/LICENSE.txt"),
    })),
    { path: "grader/main.js", content: main },
    { path: "grader/sandbox.js", content: readFileSync(sandbox, "utf8") },
    { path: "grader/reader.js", content: readFileSync(reader, "utf8") },
    { path: "grader/referee.js", content: readFileSync(referee, "utf8") },
    { path: "grader/launcher.js", content: readFileSync(launcher, "utf8") },
  ];
}

/** The cells of the learners' notebook, for what it gives; null when it has not been built. */
function notebookIn(course: Course, assignment: Assignment): string | null {
  const path = notebookOf(course, assignment);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/** This program includes what staff know, and lies where no learner's code can read it. */
function programFor(folder: string, notebook: string | null): string {
  const from = (file: string): string => JSON.stringify(join(folder, file));
  return `
    import { assignment } from ${from("assignment.ts")};
    import * as solution from ${from("staff/solution.ts")};
    import { misconceptions } from ${from("staff/misconceptions.ts")};
    import { hiddenChecks } from ${from("staff/hidden-checks.ts")};
    import { autograde } from "./graders/gradescope/autograde";

    const staff = { solution, misconceptions, hiddenChecks };
    void autograde({ assignment, staff, notebook: ${JSON.stringify(notebook)} }, process.argv.slice(2)).then((code) => {
      process.exitCode = code;
    });`;
}

function withSettings({ seed, timeout, submissionTimeout, memory }: AutograderSettings): string {
  return textOf("graders/gradescope/image/run_autograder")
    .replace("SEED", String(seed))
    .replace("TIMEOUT", String(timeout))
    .replace("TOTAL", String(submissionTimeout))
    .replace("MEMORY", String(memory));
}

function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
