import { describe, expect, test } from "vitest";
import { noPenalty, parsePolicy } from "../../../../graders/gradebook/marks/LatePolicy";

describe("A late policy", () => {
  test("is JSON; what is left out costs nothing", () => {
    expect(parsePolicy("{}")).toEqual(noPenalty);
    const given = { grace: 5, per: "day", deduct: 0.1, of: "earned", upTo: 0.5, freeDays: 2 };
    expect(parsePolicy(JSON.stringify(given))).toEqual(given);
  });

  test.each([
    ["{", "the policy is not JSON"],
    ["[]", 'the policy is not an object such as { "per": "day", "deduct": 0.1 }'],
    ['{ "days": 1 }', 'the policy has no "days"; known: grace, per, deduct, of, upTo, freeDays'],
    ['{ "deduct": 10 }', `the policy's "deduct" is 10; expected a share from 0 to 1 for each day or hour`],
    ['{ "per": "week" }', `the policy's "per" is "week"; expected "day" or "hour"`],
    ['{ "freeDays": 1.5 }', `the policy's "freeDays" is 1.5; expected a whole number of days, 0 or more`],
    ['{ "grace": -1 }', `the policy's "grace" is -1; expected minutes, 0 or more`],
    ['{ "freeDays": 1, "per": "hour" }', 'free days are days: they need "per": "day"'],
  ])("%s is refused in one line", (text, message) => {
    expect(() => parsePolicy(text)).toThrow(message);
  });
});
