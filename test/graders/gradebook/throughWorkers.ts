import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createGrader } from "../../../graders";
import { defaultJobs } from "../../../graders/cli/options";
import { assignmentNamed } from "../../../graders/engine/chooseAssignment";
import { Turns } from "../../../graders/sandbox/host/Turns";
import { assignments } from "../../../src/assignments";
import { generateClass } from "../../bench/graders/generateClass";
import type { Account } from "../../bench/workers/Account";
import { recordClass } from "../../bench/workers/recordClass";
import { type Stretch, Trial, type Trouble } from "../../bench/workers/Trial";
import { startPostgres } from "./postgres";

const slug = "logistic-regression";

/** What became of the class, and what happened meanwhile. */
type Outcome = Account & Stretch & Pick<Trial, "kills" | "crashes">;

/**
 * A made-up class through real workers; verdicts are compared with those of the library, which knows no gradebook.
 *
 * @param outdated how many were handed in under a version that nobody has any more
 * @param compared how many verdicts are compared
 */
export async function throughWorkers(
  count: number,
  trouble: Trouble,
  { outdated = 0, compared = count }: { outdated?: number; compared?: number } = {},
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "nablab-class-"));
  const server = startPostgres();
  try {
    await generateClass(folder, assignmentNamed(slug, assignments), count);
    const files = readdirSync(folder)
      .toSorted()
      .map((name) => join(folder, name));
    const waiting = await recordClass(server, files, slug, 1, outdated);
    const trial = new Trial(server, waiting, trouble);
    const stretch = await trial.work();
    const every = Math.floor(count / compared);
    const account = await trial.account(await scoresOf(files.filter((_, i) => i % every === 0)));
    await waiting.store.close();
    return { ...account, ...stretch, kills: trial.kills, crashes: trial.crashes };
  } finally {
    server.remove();
    rmSync(folder, { recursive: true });
  }
}

async function scoresOf(files: readonly string[]): Promise<Map<string, number | null>> {
  const grader = await createGrader(slug, { seed: 1 });
  const turns = new Turns(defaultJobs);
  const graded = files.map((path) =>
    turns.take(async () => {
      const name = basename(path);
      const login = name.replace(/\.ipynb$/, "");
      return [login, (await grader.grade(readFileSync(path), login, name)).score] as const;
    }),
  );
  const scores = new Map(await Promise.all(graded));
  await grader.end();
  return scores;
}
