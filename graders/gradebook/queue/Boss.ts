import type { PgBoss } from "pg-boss";
import { words } from "../../../src/words/words";
import { Refusal } from "../Refusal";

/** Above the longest grading that a command allows, in seconds; a worker that is dead is noticed by its heartbeat. */
const longest = 4 * 3600;

/** pg-boss allows no shorter one. */
const heartbeatSeconds = 10;

/** An attempt waits for as long as it takes. */
const tenYears = 10 * 365 * 24 * 3600;

const lively = { heartbeatSeconds, expireInSeconds: longest, retentionSeconds: tenYears, retryDelay: 0 };

/** How often a job of its own may be tried again. */
export const retriesAlone = 2;

/** Attempts under these conditions. A worker of another version never looks into it. */
export function queueNamed(conditions: string): string {
  return `grade/${conditions}`;
}

/** Those that failed once: each is graded with nothing else beside it, as it may have ended its worker. */
export function aloneNamed(conditions: string): string {
  return `grade-alone/${conditions}`;
}

/**
 * pg-boss, in the gradebook's own database. It is loaded when it is first needed, and has connections of its own: a
 * transaction that waits for a queue to be made must not wait for a connection as well.
 */
export class Boss {
  private running: Promise<PgBoss> | null = null;

  /**
   * @param address of the database
   * @param shown as people may be shown it
   */
  constructor(
    private readonly address: string,
    private readonly shown: string,
  ) {}

  /** @throws Refusal when its tables are not there, or are of another version */
  get(): Promise<PgBoss> {
    this.running ??= this.start(false).catch((error: Error) => {
      this.running = null;
      throw /^pg-boss (is not installed|database requires migrations)/.test(error.message)
        ? new Refusal(words.gradebook.store.wrongSchema(this.shown, "older"))
        : error;
    });
    return this.running;
  }

  /** Makes its tables, or migrates them. */
  async install(): Promise<void> {
    await (await this.start(true)).stop({ graceful: false });
  }

  /** Both queues for these conditions. */
  async makeQueues(conditions: string): Promise<void> {
    const boss = await this.get();
    const alone = aloneNamed(conditions);
    await boss.createQueue(alone, { ...lively, retryLimit: retriesAlone });
    // One job for an attempt, as its key says.
    const policy = "exclusive" as const;
    await boss.createQueue(queueNamed(conditions), { ...lively, policy, retryLimit: 0, deadLetter: alone });
  }

  async end(): Promise<void> {
    const running = this.running;
    this.running = null;
    await running?.then(
      (boss) => boss.stop({ graceful: false }),
      () => {},
    );
  }

  private async start(migrate: boolean): Promise<PgBoss> {
    const { PgBoss } = await import("pg-boss");
    const boss = new PgBoss({
      ...{ connectionString: this.address, max: 4, migrate },
      // Whoever works looks after the jobs of dead workers; see WorkLoop.
      ...{ supervise: false, schedule: false, monitorIntervalSeconds: 1 },
      ...{ registerInstance: false, openTelemetry: { enabled: false } },
    });
    // Of lost connections, whoever asks the next time hears as well; without a listener they would end this process.
    boss.on("error", () => {});
    try {
      return await boss.start();
    } catch (error) {
      await boss.stop({ graceful: false });
      throw error;
    }
  }
}
