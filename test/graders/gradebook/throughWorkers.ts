import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createGrader } from "../../../graders";
import { defaultJobs } from "../../../graders/cli/options";
import { assignmentNamed } from "../../../graders/engine/chooseAssignment";
import { Turns } from "../../../graders/sandbox/host/Turns";
import { assignments } from "../../../src/assignments";
import { generateClass } from "../../bench/graders/generateClass";
import type { Account } from "../../bench/workers/Account";
import { recordClass, type Trouble, workThrough } from "../../bench/workers/workThrough";
import { startPostgres } from "./postgres";

const slug = "logistic-regression";

/** A made-up class through real workers; the verdicts are compared with those of the library, which knows no gradebook. */
export async function throughWorkers(count: number, trouble: Trouble, outdated = 0): Promise<Account> {
  const folder = mkdtempSync(join(tmpdir(), "nablab-class-"));
  const server = startPostgres();
  try {
    await generateClass(folder, assignmentNamed(slug, assignments), count);
    const waiting = await recordClass(server, folder, slug, 1, outdated);
    const account = await workThrough(server, waiting, trouble, await scoresOf(folder));
    await waiting.store.close();
    return account;
  } finally {
    server.remove();
    rmSync(folder, { recursive: true });
  }
}

async function scoresOf(folder: string): Promise<Map<string, number | null>> {
  const grader = await createGrader(slug, { seed: 1 });
  const turns = new Turns(defaultJobs);
  const graded = readdirSync(folder).map((name) =>
    turns.take(async () => {
      const login = name.replace(/\.ipynb$/, "");
      return [login, (await grader.grade(readFileSync(join(folder, name)), login, name)).score] as const;
    }),
  );
  const scores = new Map(await Promise.all(graded));
  await grader.end();
  return scores;
}
