import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { isAway } from "../../../graders/gradebook/refusalFor";
import type { Server } from "../../graders/gradebook/postgres";
import type { Account } from "./Account";
import type { WaitingClass } from "./recordClass";
import { WorkerProcess } from "./WorkerProcess";

/** What happens while the class is graded. */
export interface Trouble {
  workers: number;
  /** Submissions that each worker grades at the same time. */
  jobs: number;
  /** Once something is graded, one worker is killed with -9 every so many seconds, and started again. */
  killEvery?: number;
  /** So many at most. */
  mostKills?: number;
  /** The database stops as in a power cut when half is graded, and is there again after 3 s. */
  crash?: boolean;
}

/** A time in which workers graded. */
export interface Stretch {
  /** How many fewer wait than before. */
  graded: number;
  /** From the start of the first worker to the end of the last one. */
  seconds: number;
  /** As workers said when they were ended, each with its exit code. */
  ended: string[];
}

/** A class that workers grade, in one stretch or in several, while things go wrong. */
export class Trial {
  kills = 0;
  crashes = 0;
  /** For how long workers have graded since one was killed, in milliseconds. */
  private sinceKill = 0;

  constructor(
    private readonly server: Server,
    private readonly waiting: WaitingClass,
    private readonly trouble: Trouble,
    /** Ends a stretch before its time. */
    private readonly signal?: AbortSignal,
  ) {}

  /** Has workers grade until no more than so many wait. */
  async work(downTo = 0): Promise<Stretch> {
    const { workers, jobs } = this.trouble;
    const before = await this.left();
    const running = Array.from({ length: workers }, () => new WorkerProcess(this.server.address, jobs));
    const begun = performance.now();
    for (let last = begun; !this.signal?.aborted; ) {
      await setTimeout(500);
      const left = await this.leftIfThere();
      if (left !== null && left <= downTo) break;
      const now = performance.now();
      this.sinceKill += now - last;
      last = now;
      if (left === null || left === this.waiting.count) continue;
      if (this.isTimeToKill()) await this.killOne(running);
      if (this.trouble.crash && this.crashes === 0 && left <= this.waiting.count / 2) await this.crash();
    }
    const ended = await Promise.all(running.map((worker) => worker.end()));
    return { graded: before - (await this.left()), seconds: (performance.now() - begun) / 1000, ended };
  }

  /** How many wait. */
  async left(): Promise<number> {
    const { count } = await this.waiting.store.db
      .selectFrom("attempt")
      .where("state", "=", "waiting")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return count;
  }

  /** @param expected scores by student, of another grader */
  async account(expected: ReadonlyMap<string, number | null>): Promise<Account> {
    const { store, count: submissions } = this.waiting;
    const { db } = store;
    const results = await db
      .selectFrom("result")
      .innerJoin("attempt", "attempt.id", "result.attempt")
      .innerJoin("submission", "submission.id", "attempt.submission")
      .innerJoin("person", "person.id", "submission.person")
      .select(["person.login", "result.score"])
      .execute();
    const faults = (await db.selectFrom("attempt").select("id").where("state", "=", "fault").execute()).length;
    const { rows } = await sql`
      select singleton_key from pgboss.job where state = 'completed' group by singleton_key having count(*) > 1`.execute(
      db,
    );
    const compared = results.filter(({ login }) => expected.has(login));
    const left = await this.left();
    return {
      ...{ submissions, results: results.length, left, faults, lost: submissions - results.length - faults - left },
      ...{ doubled: rows.length, compared: compared.length },
      different: compared.filter(({ login, score }) => expected.get(login) !== score).length,
    };
  }

  /** Null while the database is away. */
  private async leftIfThere(): Promise<number | null> {
    try {
      return await this.left();
    } catch (error) {
      if (!isAway(error)) throw error;
      return null;
    }
  }

  private isTimeToKill(): boolean {
    const { killEvery, mostKills = Number.POSITIVE_INFINITY } = this.trouble;
    return killEvery !== undefined && this.kills < mostKills && this.sinceKill >= killEvery * 1000;
  }

  /** One after the other. */
  private async killOne(running: WorkerProcess[]): Promise<void> {
    const place = this.kills % running.length;
    await running[place].kill();
    running[place] = new WorkerProcess(this.server.address, this.trouble.jobs);
    this.kills += 1;
    this.sinceKill = 0;
  }

  private async crash(): Promise<void> {
    this.server.crash();
    await setTimeout(3000);
    this.server.start();
    this.crashes += 1;
  }
}
