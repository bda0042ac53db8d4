/**
 * Grades the hostile files, with an ordinary one after each, in a process of its own so that its memory can be
 * measured: `gradeHostileFiles.ts <folder> <seconds for reading>`. Prints JSON.
 */

import { gradeAll } from "../../../../graders/engine/gradeAll";
import type { GradedSubmission } from "../../../../graders/engine/gradeSubmission";
import { prepareRun } from "../../../../graders/engine/prepareRun";
import { htmlFormat } from "../../../../graders/report/formats/html";
import { openReaders } from "../../../../graders/sandbox/host/openReaders";
import { ReaderPool, readingLimits } from "../../../../graders/sandbox/host/ReaderPool";
import { assignments } from "../../../../src/assignments";
import { ownCourse } from "../../../ownCourse";
import { entriesIn } from "../../intake/entriesIn";

async function main([folder, seconds]: string[]): Promise<void> {
  const limits = { seconds: 1, memoryMB: 256 };
  const { bundle } = await openReaders({});
  const readers = new ReaderPool(bundle, { limits: { ...readingLimits, seconds: Number(seconds) } });
  const run = await prepareRun(ownCourse, assignments[0], { hidden: false, seed: 1, limits, cache: true }, { readers });
  const entries = await entriesIn(folder);
  const graded: GradedSubmission[] = [];
  await gradeAll(entries, run, 3, (one) => void graded.push(one));
  let characters = 0;
  const report = {
    head: { schema: "nablab.results/1" as const, assignment: "a", seed: 1, versions: { nablab: "1", node: "2" } },
    assignment: run.assignment,
    titles: new Map<string, string>(),
    maxScore: run.maxScore,
    count: graded.length,
    submissions: () => graded,
  };
  for (const { chunks } of htmlFormat.files(report)) for (const chunk of chunks) characters += chunk.length;
  const rows = graded.map(({ result: { id, status, error, durationMs } }) => ({ id, status, error, durationMs }));
  console.log(JSON.stringify({ maxRSS: process.resourceUsage().maxRSS / 1024, characters, rows }));
}

void main(process.argv.slice(2));
