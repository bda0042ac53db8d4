import { chmodSync, existsSync, renameSync, rmSync } from "node:fs";
import { backup as copy } from "node:sqlite";
import { words } from "../../src/words/words";
import { Refusal } from "./Refusal";
import type { Store } from "./Store";

const say = words.gradebook.backup;

/** All in one step: with others writing in between, SQLite would begin again each time. */
const allPages = 2 ** 31 - 1;

/**
 * Copies a gradebook as it is at one moment, while others use it.
 *
 * @throws Refusal with PostgreSQL, which has a program for that, or when there is a file already
 */
export async function backup({ sqlite, shown }: Store, path: string): Promise<void> {
  if (!sqlite) throw new Refusal(say.postgres(shown));
  if (existsSync(path)) throw new Refusal(say.exists(path));
  const draft = `${path}.draft`;
  rmSync(draft, { force: true });
  try {
    await copy(sqlite.connection, draft, { rate: allPages });
    chmodSync(draft, 0o600);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
