import { AnswerMemo } from "./AnswerMemo";
import type { Limits } from "./limits";
import { Referee } from "./Referee";

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
  ) {}

  borrow(): Referee {
    const rested = this.resting.pop();
    if (!rested) return new Referee(this.bundle, this.limits, this.memo);
    clearTimeout(rested.timer);
    return rested.referee;
  }

  giveBack(referee: Referee): void {
    referee.loans += 1;
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
