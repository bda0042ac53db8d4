import { words } from "../../../src/words/words";
import type { SubmittedFile } from "../../engine/readSubmission";
import { NotGradable } from "../../extract/NotGradable";
import type { Statement } from "../../extract/Structure";
import { openReadersWithin } from "../../sandbox/host/openReaders";
import type { ReaderPool } from "../../sandbox/host/ReaderPool";
import type { Act } from "../Act";
import type { Side } from "../queries/similarPairs";
import { Refusal } from "../Refusal";
import type { Db } from "../Store";
import type { RunRow } from "../schema";
import type { CommonPart } from "./commonParts";
import { compare } from "./compare";
import { compareRun } from "./compareRun";
import { readingOf, readOwn } from "./readOwn";

/** How far the comparison of a run is, as long as there is something to say. */
export type Comparing = { state: "running" } | { state: "failed"; reason: string };

/** What two learners have added to the starter, or why it cannot be read. */
export interface ComparedCode {
  left: readonly Statement[] | { reason: string };
  right: readonly Statement[] | { reason: string };
  parts: readonly CommonPart[];
}

/** Compares hand-ins while something else goes on, each run once at a time. */
export class Comparer {
  private readonly comparing = new Map<string, Comparing>();
  private readers: Promise<ReaderPool> | null = null;

  /** @param starterOf what learners were given for an assignment; null where that is not known */
  constructor(
    private readonly db: Db,
    private readonly starterOf: (slug: string) => SubmittedFile | null,
  ) {}

  /** Begins to compare a run's hand-ins, unless that is going on. */
  start(run: RunRow, act: Act): void {
    if (this.comparing.get(run.id)?.state === "running") return;
    this.comparing.set(run.id, { state: "running" });
    this.compare(run, act).then(
      () => this.comparing.delete(run.id),
      (error: Error) => {
        if (!(error instanceof Refusal)) console.error(`nablab: ${words.commands.fault(error.message)}`);
        this.comparing.set(run.id, { state: "failed", reason: error.message });
      },
    );
  }

  stateOf({ id }: RunRow): Comparing | null {
    return this.comparing.get(id) ?? null;
  }

  /** What two hand-ins of a run have in common, in the code itself. */
  async codeOf({ slug }: RunRow, left: Side, right: Side): Promise<ComparedCode> {
    const reading = await readingOf(this.starterOf(slug), await this.open());
    const read = async (side: Side): Promise<readonly Statement[] | { reason: string }> => {
      try {
        return await readOwn(this.db, side, reading);
      } catch (error) {
        if (error instanceof NotGradable) return { reason: error.message };
        throw error;
      }
    };
    const [one, other] = await Promise.all([read(left), read(right)]);
    if ("reason" in one || "reason" in other) return { left: one, right: other, parts: [] };
    const parts = await compare({ kind: "parts", left: one, right: other, given: reading.given.statements });
    return { left: one, right: other, parts };
  }

  private async compare(run: RunRow, act: Act): Promise<void> {
    await compareRun(this.db, act, run, await readingOf(this.starterOf(run.slug), await this.open()));
  }

  /** Idle readers end by themselves. */
  private open(): Promise<ReaderPool> {
    this.readers ??= openReadersWithin("auto");
    return this.readers;
  }
}
