import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assignmentNamed } from "../../../graders/engine/chooseAssignment";
import { gradeAll } from "../../../graders/engine/gradeAll";
import type { GradedSubmission } from "../../../graders/engine/gradeSubmission";
import { prepareRun } from "../../../graders/engine/prepareRun";
import { bundleLauncher } from "../../../graders/sandbox/host/bundle";
import { defaultLimits, type Limits } from "../../../graders/sandbox/host/limits";
import { openReaders } from "../../../graders/sandbox/host/openReaders";
import { startLauncher } from "../../../graders/sandbox/host/startLauncher";
import { assignments } from "../../../src/assignments";
import { ownCourse } from "../../ownCourse";
import { generateClass } from "../graders/generateClass";

/** What the grader says of a small class with the usual mistakes, a tenth of whose files cannot be read. */
export async function realVerdicts(count: number): Promise<GradedSubmission[]> {
  const folder = mkdtempSync(join(tmpdir(), "nablab-verdicts-"));
  const assignment = assignmentNamed("logistic-regression", assignments);
  const starter = startLauncher(await bundleLauncher());
  try {
    await generateClass(folder, assignment, count, { unfinished: 0.1, broken: 0.1 });
    const limits: Limits = defaultLimits;
    const readers = await openReaders(limits, starter.launch);
    const run = await prepareRun(
      ownCourse,
      assignment,
      { hidden: true, seed: 1, limits, cache: true },
      { starter, readers },
    );
    const entries = readdirSync(folder).map((name) => ({ id: name, file: join(folder, name) }));
    const found: GradedSubmission[] = [];
    await gradeAll(entries, run, 3, (graded) => void found.push(graded));
    return found;
  } finally {
    await starter.end();
    rmSync(folder, { recursive: true });
  }
}
