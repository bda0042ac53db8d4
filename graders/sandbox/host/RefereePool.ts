import type { Launch } from "../launcher/Launched";
import { AnswerMemo } from "./AnswerMemo";
import type { Limits } from "./limits";
import { Referee } from "./Referee";
import type { TimeBudget } from "./TimeBudget";

/** A process is renewed after so many submissions, long before its share of processor time is used up. */
const maxLoans = 50;

/** What rests longer is ended: the class has been graded, or makes no mistakes. */
const maxRestMs = 5000;

/**
 * Lends referees to one submission at a time. Starting one costs as much as grading a submission, and it keeps nothing
 * from one call to the next; one that failed at a submission's arguments is not handed on.
 */
export class RefereePool {
  private readonly memo = new AnswerMemo();
  private readonly resting: { referee: Referee; timer: NodeJS.Timeout }[] = [];

  constructor(
    private readonly bundle: string,
    private readonly limits: Limits,
    private readonly launch?: Launch,
  ) {}

  /** @param budget of the submission that it is to serve */
  borrow(budget: TimeBudget): Referee {
    const rested = this.resting.pop();
    clearTimeout(rested?.timer);
    const referee = rested?.referee ?? new Referee(this.bundle, this.limits, this.memo, this.launch);
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
