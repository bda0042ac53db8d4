import type { GradingRun } from "../engine/GradingRun";
import type { Journal } from "../engine/Journal";
import type { SubmissionResult } from "../engine/results";
import type { Learner } from "../intake/Learner";
import type { Report } from "../report/Report";
import { type Wall, wallOf } from "../sandbox/host/chooseWall";
import { version } from "./version";

/**
 * @param ids the students whose results the journal holds, in the order of the report
 * @param absent those who handed nothing in, who come after them
 */
export function reportOf(
  ids: readonly string[],
  absent: readonly Learner[],
  run: GradingRun,
  journal: Journal,
): Report {
  const { assignment, seed, checks, maxScore } = run;
  const versions = { nablab: version, node: process.version };
  const sandbox = weakestWall(ids, run, journal);
  return {
    head: { schema: "nablab.results/1", assignment: assignment.slug, seed, versions, sandbox },
    titles: new Map(checks.map(({ id, title }) => [id, title])),
    assignment,
    tongue: run.tongue,
    maxScore,
    count: ids.length,
    *submissions() {
      for (const id of ids) yield journal.read(id);
      for (const learner of absent) yield { result: notHandedIn(learner, maxScore), code: [] };
    },
  };
}

function notHandedIn(learner: Learner, maxScore: number): SubmissionResult {
  const nothing = { sha256: null, score: null, maxScore, durationMs: 0, functions: [] };
  return { ...learner, status: "not-handed-in", ...nothing };
}

/** Results of an earlier run that this one resumed may have been obtained behind another wall. */
function weakestWall(ids: readonly string[], { limits }: GradingRun, journal: Journal): Wall {
  let weakest: Wall | null = null;
  for (const id of ids) {
    const { result, sandbox = "node" } = journal.read(id);
    if (result.status !== "graded") continue;
    if (sandbox === "node") return sandbox;
    weakest = sandbox;
  }
  return weakest ?? wallOf(limits);
}
