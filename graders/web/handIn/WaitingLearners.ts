import { setTimeout } from "node:timers/promises";
import { waitingOf } from "../../gradebook/learner/waitingOf";
import type { Db } from "../../gradebook/Store";

/** In milliseconds. */
const pause = 200;

/** Looks how many hand-ins of learners wait: for all who follow theirs together, so that many cost little more than one. */
export class WaitingLearners {
  private asked = new Set<string>();
  private next: Promise<ReadonlyMap<string, number>> | null = null;

  constructor(private readonly db: Db) {}

  /** A moment later. @param person by id */
  async count(person: string): Promise<number> {
    this.asked.add(person);
    this.next ??= this.look();
    return (await this.next).get(person) ?? 0;
  }

  private async look(): Promise<ReadonlyMap<string, number>> {
    await setTimeout(pause);
    const { asked } = this;
    this.asked = new Set();
    this.next = null;
    return waitingOf(this.db, [...asked]);
  }
}
