import type { Act } from "../Act";
import type { Store } from "../Store";
import { LocalQueue } from "./local";
import { type Grader, PgBossQueue } from "./pgBoss";
import type { Queue } from "./Queue";
import type { AboutWorker } from "./workers";

/**
 * The queue of a gradebook: its attempts themselves in a file, jobs beside them in PostgreSQL.
 *
 * @param about what is said of this process, if it grades
 * @param onGrader told who grades, each time that this changes
 */
export function queueFor(
  store: Store,
  act: Act,
  about: Omit<AboutWorker, "jobs">,
  onGrader: (grader: Grader | { kind: "other" }) => void = () => {},
): Queue {
  const { boss } = store;
  if (boss) return new PgBossQueue({ ...store, boss }, act, about, onGrader);
  return new LocalQueue(store, act, about.name, () => onGrader({ kind: "other" }), about.version);
}
