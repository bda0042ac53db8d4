import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CountedAttempt, gradesOf, type RunOfLearner } from "../../../../graders/gradebook/marks/gradesOf";
import type { LatePolicy } from "../../../../graders/gradebook/marks/LatePolicy";
import { noPenalty } from "../../../../graders/gradebook/marks/LatePolicy";

/** One with both changes of summer time, one that has none and a half hour, one far to the west. */
const zones = ["Europe/Vienna", "Asia/Kolkata", "America/Los_Angeles"];
const minute = 60_000;
const day = 1440;
const iso = (minutes: number): string => new Date(minutes * minute).toISOString();

/** Days before a change of summer time in Vienna and in Los Angeles, in spring and in autumn, in minutes. */
const starts = ["2026-03-07T12:00Z", "2026-03-27T12:00Z", "2026-10-23T12:00Z", "2026-10-30T12:00Z"].map(
  (text) => Date.parse(text) / minute,
);
const anyStart = fc.constantFrom(...starts);
const anyZone = fc.constantFrom(...zones);
const anyShare = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);

function anyPolicy(freeDays: fc.Arbitrary<number> = fc.constant(0)): fc.Arbitrary<LatePolicy> {
  return fc
    .record({
      grace: fc.constantFrom(0, 5, 30),
      per: fc.constantFrom("day" as const, "hour" as const),
      deduct: anyShare,
      of: fc.constantFrom("max" as const, "earned" as const),
      upTo: anyShare,
      freeDays,
    })
    .map((policy) => (policy.freeDays > 0 ? { ...policy, per: "day" as const } : policy));
}

/** Received around a deadline, some of them twice; ids follow each other as the times do. */
function anyAttempts(due: number): fc.Arbitrary<CountedAttempt[]> {
  const one = fc.record({
    at: fc.integer({ min: -3 * day, max: 9 * day }),
    again: fc.option(fc.nat(6 * day), { freq: 4, nil: 0 }),
    raw: fc.option(fc.integer({ min: 0, max: 100 }), { freq: 7 }),
  });
  return fc
    .uniqueArray(one, { minLength: 1, maxLength: 4, selector: ({ at }) => at })
    .map((all) =>
      all
        .toSorted((a, b) => a.at - b.at)
        .map(({ at, again, raw }, i) => ({ id: `a${i}`, received: iso(due + at), latest: iso(due + at + again), raw })),
    );
}

function anyRun(counts: fc.Arbitrary<"best" | "last">, offset = 0): fc.Arbitrary<RunOfLearner> {
  return fc.tuple(anyStart, fc.integer({ min: 0, max: 6 * day }), counts).chain(([start, after, chosen]) => {
    const due = start + after + offset;
    const base = { maxScore: 100, counts: chosen, due: iso(due), extension: null, override: null };
    return anyAttempts(due).map((attempts) => ({ ...base, attempts }));
  });
}

const either = fc.constantFrom("best" as const, "last" as const);
const finalOf = (run: RunOfLearner, policy: LatePolicy, zone: string): number =>
  gradesOf([run], policy, zone)[0].final ?? -1;
const least = 1e-6;

/** One attempt comes earlier, both times, without overtaking another one. */
function earlier(run: RunOfLearner, which: number, by: number): RunOfLearner {
  const n = which % run.attempts.length;
  const moved = run.attempts[n];
  const movedTime = (time: "received" | "latest"): string => {
    const before = run.attempts.map((one) => one[time]).filter((one) => one < moved[time]);
    const floor = Math.max(0, ...before.map((one) => Date.parse(one) + 1));
    return new Date(Math.max(floor, Date.parse(moved[time]) - by * minute)).toISOString();
  };
  const [received, latest] = [movedTime("received"), movedTime("latest")];
  return { ...run, attempts: run.attempts.map((one, i) => (i === n ? { ...one, received, latest } : one)) };
}

/** One attempt comes once more, after all others. */
function again(run: RunOfLearner, which: number): RunOfLearner {
  const n = which % run.attempts.length;
  const last = Math.max(...run.attempts.map(({ latest }) => Date.parse(latest)));
  const latest = new Date(last + day * minute).toISOString();
  return { ...run, attempts: run.attempts.map((one, i) => (i === n ? { ...one, latest } : one)) };
}

const many = { numRuns: 1500 };

describe("A mark", () => {
  test("loses between nothing and all of what was earned", () => {
    fc.assert(
      fc.property(anyRun(either), anyPolicy(fc.nat(4)), anyZone, (run, policy, zone) => {
        const [{ raw, penalty, final }] = gradesOf([run], policy, zone);
        expect(penalty).toBeGreaterThanOrEqual(0);
        expect(penalty).toBeLessThanOrEqual((raw ?? 0) + least);
        expect(final === null ? null : final + penalty).toEqual(raw === null ? null : expect.closeTo(raw, 5));
      }),
      many,
    );
  });

  test("is never worse for a hand-in that came earlier", () => {
    fc.assert(
      fc.property(anyRun(either), anyPolicy(), anyZone, fc.nat(3), fc.nat(5 * day), (run, policy, zone, which, by) => {
        expect(finalOf(earlier(run, which, by), policy, zone)).toBeGreaterThanOrEqual(
          finalOf(run, policy, zone) - least,
        );
      }),
      many,
    );
  });

  test("is never lowered by an extension, however early", () => {
    fc.assert(
      fc.property(
        anyRun(either),
        anyPolicy(fc.nat(4)),
        anyZone,
        fc.integer({ min: -5 * day, max: 10 * day }),
        (run, policy, zone, by) => {
          const extension = iso(Date.parse(run.due ?? "") / minute + by);
          expect(finalOf({ ...run, extension }, policy, zone)).toBeGreaterThanOrEqual(
            finalOf(run, policy, zone) - least,
          );
        },
      ),
      many,
    );
  });

  test("is never worse for another hand-in, where the best counts", () => {
    fc.assert(
      fc.property(anyRun(fc.constant("best" as const)), anyPolicy(), anyZone, fc.nat(100), (run, policy, zone, raw) => {
        const received = iso(Date.parse(run.due ?? "") / minute + 9 * day);
        const more = { ...run, attempts: [...run.attempts, { id: "z", received, latest: received, raw }] };
        expect(finalOf(more, policy, zone)).toBeGreaterThanOrEqual(finalOf(run, policy, zone) - least);
      }),
      many,
    );
  });

  test("is that of a file that came again, as if it had been the only one, where the last counts", () => {
    fc.assert(
      fc.property(anyRun(either), anyPolicy(), anyZone, fc.nat(3), (run, policy, zone, which) => {
        const repeated = again(run, which);
        const alone = { ...run, attempts: [run.attempts[which % run.attempts.length]] };
        const isLast = run.counts === "last" && alone.attempts[0].raw !== null;
        expect(gradesOf([repeated], policy, zone)).toEqual(gradesOf([isLast ? alone : run], policy, zone));
      }),
      many,
    );
  });

  test("is what staff gave, however late anything came, and uses no free day", () => {
    fc.assert(
      fc.property(anyRun(either), anyPolicy(fc.nat(4)), anyZone, fc.nat(100), (run, policy, zone, override) => {
        for (const attempts of [run.attempts, []]) {
          const [mark] = gradesOf([{ ...run, attempts, override }], policy, zone);
          expect(mark).toMatchObject({ final: override, penalty: 0, freeDays: 0 });
        }
      }),
      many,
    );
  });

  test("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(anyRun(either), anyPolicy(), anyZone, (run, policy, zone) => {
        const turned = { ...run, attempts: run.attempts.toReversed() };
        expect(gradesOf([turned], policy, zone)).toEqual(gradesOf([run], policy, zone));
      }),
    );
  });
});

describe("Free days", () => {
  const three = fc.tuple(...[0, 20, 40].map((days) => anyRun(fc.constant("last" as const), days * day)));

  test("never make earlier work cost points in all runs together, where the last counts", () => {
    const total = (runs: RunOfLearner[], policy: LatePolicy, zone: string): number =>
      gradesOf(runs, policy, zone).reduce((sum, { final }) => sum + (final ?? 0), 0);
    fc.assert(
      fc.property(
        three,
        anyPolicy(fc.integer({ min: 1, max: 5 })),
        anyZone,
        fc.nat(2),
        fc.nat(3),
        fc.nat(5 * day),
        (runs, policy, zone, n, which, by) => {
          const moved = runs.map((run, i) => (i === n ? earlier(run, which, by) : run));
          expect(total(moved, policy, zone)).toBeGreaterThanOrEqual(total(runs, policy, zone) - least);
        },
      ),
      many,
    );
  });

  test("are spent in the order in which runs are due, and no more than there are", () => {
    fc.assert(
      fc.property(three, anyPolicy(fc.nat(5)), anyZone, (runs, policy, zone) => {
        const used = gradesOf(runs, policy, zone).reduce((sum, { freeDays }) => sum + freeDays, 0);
        expect(used).toBeLessThanOrEqual(policy.freeDays);
      }),
      many,
    );
    const late = (received: string, due: string): RunOfLearner => ({
      ...{ maxScore: 100, counts: "last", due, extension: null, override: null },
      attempts: [{ id: "a", received, latest: received, raw: 80 }],
    });
    const runs = [
      late("2026-05-03T10:00:00.000Z", "2026-05-01T22:00:00.000Z"),
      late("2026-05-12T10:00:00.000Z", "2026-05-10T22:00:00.000Z"),
    ];
    const policy: LatePolicy = { ...noPenalty, deduct: 0.1, freeDays: 3 };
    expect(gradesOf(runs, policy, "UTC").map(({ late, freeDays, final }) => [late, freeDays, final])).toEqual([
      [2, 2, 80],
      [2, 1, 70],
    ]);
  });
});

describe("The hand-in that counts", () => {
  const attempts: CountedAttempt[] = [
    { id: "a", received: "2026-05-01T10:00:00.000Z", latest: "2026-05-01T10:00:00.000Z", raw: 80 },
    { id: "b", received: "2026-05-01T12:00:00.000Z", latest: "2026-05-01T12:00:00.000Z", raw: 80 },
    { id: "c", received: "2026-05-03T10:00:00.000Z", latest: "2026-05-03T10:00:00.000Z", raw: 85 },
    { id: "d", received: "2026-05-04T10:00:00.000Z", latest: "2026-05-04T10:00:00.000Z", raw: null },
  ];
  const run = { maxScore: 100, due: "2026-05-01T22:00:00.000Z", extension: null, override: null, attempts };
  const policy: LatePolicy = { ...noPenalty, deduct: 0.1 };

  test("is the earlier of two equal ones where the best counts", () => {
    expect(gradesOf([{ ...run, counts: "best" }], policy, "UTC")[0]).toMatchObject({ attempt: "a", final: 80 });
  });

  test("is the last that could be graded where the last counts", () => {
    const mark = { attempt: "c", raw: 85, penalty: 20, final: 65, late: 2 };
    expect(gradesOf([{ ...run, counts: "last" }], policy, "UTC")[0]).toMatchObject(mark);
  });

  test("is none where nothing could be graded: no mark, not a zero", () => {
    const none = { ...run, counts: "best" as const, attempts: attempts.slice(3) };
    expect(gradesOf([none], policy, "UTC")[0]).toMatchObject({ attempt: null, raw: null, final: null, penalty: 0 });
  });
});
