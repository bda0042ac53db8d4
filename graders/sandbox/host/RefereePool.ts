import type { Launch } from "../launcher/Launched";
import type { Needs } from "../wire/protocol";
import { AnswerMemo } from "./AnswerMemo";
import type { Limits } from "./limits";
import { Referee } from "./Referee";
import type { TimeBudget } from "./TimeBudget";

/** A process is replaced after this many submissions, long before its share of processor time is used up. */
const maxLoans = 50;

/** A referee that is idle for longer is ended: the class has been graded, or makes no mistakes. */
const maxRestMs = 5000;

/**
 * Lends each referee to one submission at a time. Starting one costs as much as grading a submission, and it keeps
 * nothing from one call to the next. A referee that failed on a submission's arguments is not reused.
 */
export class RefereePool {
  private readonly memo = new AnswerMemo();
  private readonly resting: { referee: Referee; timer: NodeJS.Timeout }[] = [];

  constructor(
    private readonly bundle: string,
    private readonly limits: Limits,
    private readonly launch?: Launch,
    private readonly needs?: Needs,
  ) {}

  /** @param budget of the submission that it will serve */
  borrow(budget: TimeBudget): Referee {
    const rested = this.resting.pop();
    clearTimeout(rested?.timer);
    const referee = rested?.referee ?? new Referee(this.bundle, this.limits, this.memo, this.launch, this.needs);
    referee.chargeTo(budget);
    return referee;
  }

  giveBack(referee: Referee): void {
    referee.loans += 1;
    referee.chargeTo(null);
    if (!referee.isSound || referee.loans >= maxLoans) {
      referee.end();
      return;
    }
    const timer = setTimeout(() => this.dismiss(referee), maxRestMs);
    timer.unref();
    this.resting.push({ referee, timer });
  }

  private dismiss(referee: Referee): void {
    const place = this.resting.findIndex((one) => one.referee === referee);
    if (place >= 0) this.resting.splice(place, 1);
    referee.end();
  }
}
