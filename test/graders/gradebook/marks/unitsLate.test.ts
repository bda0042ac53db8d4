import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unitsLate } from "../../../../graders/gradebook/marks/unitsLate";

const byDay = { grace: 0, per: "day" } as const;
const byHour = { grace: 0, per: "hour" } as const;

describe("How late something is", () => {
  test.each([
    ["the day on which winter time begins has 25 hours", "2026-10-24T21:59:00Z", "2026-10-25T22:59:00Z", 1],
    ["a second later, the next day has begun", "2026-10-24T21:59:00Z", "2026-10-25T22:59:01Z", 2],
    ["the day on which summer time begins has 23 hours", "2026-03-28T22:59:00Z", "2026-03-29T21:59:00Z", 1],
    ["a second later, the next day has begun", "2026-03-28T22:59:00Z", "2026-03-29T21:59:01Z", 2],
    ["on time", "2026-05-01T21:59:00Z", "2026-05-01T21:59:00Z", 0],
    ["a second", "2026-05-01T21:59:00Z", "2026-05-01T21:59:01Z", 1],
    ["a year", "2026-05-01T21:59:00Z", "2027-05-01T21:59:00Z", 365],
  ])("%s", (_, deadline, received, days) => {
    expect(unitsLate(received, deadline, byDay, "Europe/Vienna")).toBe(days);
  });

  test("hours are hours, whatever the clock does", () => {
    expect(unitsLate("2026-10-25T22:59:00Z", "2026-10-24T21:59:00Z", byHour, "Europe/Vienna")).toBe(25);
    expect(unitsLate("2026-10-25T22:59:00.001Z", "2026-10-24T21:59:00Z", byHour, "Europe/Vienna")).toBe(26);
  });

  test("nothing is late within the grace, and after it all that passed since the deadline", () => {
    const policy = { grace: 10, per: "hour" } as const;
    expect(unitsLate("2026-05-01T22:10:00Z", "2026-05-01T22:00:00Z", policy, "UTC")).toBe(0);
    expect(unitsLate("2026-05-01T22:10:01Z", "2026-05-01T22:00:00Z", policy, "UTC")).toBe(1);
    expect(unitsLate("2026-05-01T23:10:01Z", "2026-05-01T22:00:00Z", policy, "UTC")).toBe(2);
    expect(unitsLate("2030-01-01T00:00:00Z", null, policy, "UTC")).toBe(0);
  });

  test("never falls as time passes, in any zone", () => {
    const time = fc.date({
      min: new Date("2026-01-01"),
      max: new Date("2027-12-31"),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom("Europe/Vienna", "Asia/Kolkata", "America/Los_Angeles");
    fc.assert(
      fc.property(time, time, fc.nat(1e9), zones, fc.constantFrom(byDay, byHour), (due, at, later, zone, policy) => {
        const late = (ms: number): number =>
          unitsLate(new Date(at.getTime() + ms).toISOString(), due.toISOString(), policy, zone);
        expect(late(later)).toBeGreaterThanOrEqual(late(0));
      }),
    );
  });
});
