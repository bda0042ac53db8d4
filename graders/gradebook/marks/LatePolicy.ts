import { isRecord } from "../../../src/check/isRecord";
import { words } from "../../../src/words/words";
import { Refusal } from "../Refusal";

const say = words.gradebook.policy;

/** What lateness costs, in all runs of a course. */
export interface LatePolicy {
  /** Minutes after the deadline in which nothing is late. Lateness counts from the deadline all the same. */
  grace: number;
  /** An hour is an hour; a day is a calendar day where the course is. */
  per: "day" | "hour";
  /** The share that each day or hour begun takes. */
  deduct: number;
  /** What it is a share of: the maximum, or what was earned. */
  of: "max" | "earned";
  /** The largest share taken. */
  upTo: number;
  /** Days that a learner may be late in all runs together. They need `per: "day"`, and runs in which the last counts. */
  freeDays: number;
}

/** Nothing is taken. */
export const noPenalty: LatePolicy = { grace: 0, per: "day", deduct: 0, of: "max", upTo: 1, freeDays: 0 };

type Test = (value: unknown) => boolean;
const isNumber: Test = (value) => typeof value === "number" && Number.isFinite(value) && value >= 0;
const isShare: Test = (value) => isNumber(value) && Number(value) <= 1;

const tests: Record<keyof LatePolicy, Test> = {
  grace: isNumber,
  per: (value) => value === "day" || value === "hour",
  deduct: isShare,
  of: (value) => value === "max" || value === "earned",
  upTo: isShare,
  freeDays: (value) => isNumber(value) && Number.isInteger(value),
};

/**
 * The policy that a JSON text describes; what it leaves out is as in {@link noPenalty}.
 *
 * @throws Refusal that names what is wrong
 */
export function parsePolicy(text: string): LatePolicy {
  const json = parsed(text);
  if (!isRecord(json)) throw new Refusal(say.notAnObject);
  for (const [name, value] of Object.entries(json)) {
    const test = tests[name as keyof LatePolicy];
    if (!test) throw new Refusal(say.unknown(name, Object.keys(tests)));
    if (!test(value)) throw new Refusal(say.wrong(name as keyof LatePolicy, JSON.stringify(value)));
  }
  const policy = { ...noPenalty, ...json };
  if (policy.freeDays > 0 && policy.per === "hour") throw new Refusal(say.freeDaysByHour);
  return policy;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(say.notJson);
  }
}
