import type { Act } from "../Act";
import { databaseTime } from "../databaseTime";
import type { Db } from "../Store";
import type { WorkerRow } from "../schema";

/** How often a worker says that it lives, in milliseconds. */
export const beatMs = 5000;

/** Without a word for so long, it is taken for dead. */
const silentMs = 3 * beatMs;

/** For how long those that have died are remembered. */
const rememberedMs = 7 * 24 * 3600 * 1000;

/** A process that grades, as the pages show it. */
export interface WorkerState extends Omit<WorkerRow, "id" | "conditions"> {
  conditions: string[];
}

/** Those that live, in the order in which they began. */
export async function livingWorkers(db: Db): Promise<(WorkerState & { id: string })[]> {
  const since = new Date((await databaseTime(db)) - silentMs).toISOString();
  const rows = await db
    .selectFrom("worker")
    .selectAll()
    .where("seen", ">", since)
    .orderBy("started")
    .orderBy("id")
    .execute();
  return rows.map(({ conditions, ...row }) => ({ ...row, conditions: JSON.parse(conditions) as string[] }));
}

/** What a worker says of itself. */
export type AboutWorker = Pick<WorkerRow, "name" | "version" | "jobs">;

/** A worker's entry in the list of those that live, for as long as it does. */
export class Presence {
  private constructor(
    private readonly db: Db,
    readonly id: string,
  ) {}

  static async begin(db: Db, act: Act, about: AboutWorker): Promise<Presence> {
    const now = await databaseTime(db);
    const old = new Date(now - rememberedMs).toISOString();
    await db.deleteFrom("worker").where("seen", "<", old).execute();
    const id = act.newId();
    const at = new Date(now).toISOString();
    await db
      .insertInto("worker")
      .values({ id, ...about, running: 0, conditions: "[]", started: at, seen: at })
      .execute();
    return new Presence(db, id);
  }

  /**
   * Says that it lives.
   *
   * @param conditions those that it can grade under now
   * @param running how many it has in hand
   */
  async beat(conditions: readonly string[], running: number): Promise<void> {
    const seen = new Date(await databaseTime(this.db)).toISOString();
    await this.db
      .updateTable("worker")
      .set({ conditions: JSON.stringify(conditions), running, seen })
      .where("id", "=", this.id)
      .execute();
  }

  async end(): Promise<void> {
    await this.db.deleteFrom("worker").where("id", "=", this.id).execute();
  }
}
