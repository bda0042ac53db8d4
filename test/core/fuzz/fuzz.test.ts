import { describe, expect, it } from "vitest";
import type { Case } from "../runCase";
import { judge } from "./judge";
import { randomCases } from "./randomCases";

const cases = randomCases();
const byFunction = new Map<string, Case[]>();
for (const fixture of cases) byFunction.set(fixture.f, [...(byFunction.get(fixture.f) ?? []), fixture]);

it("has at least 20,000 calls of at least 100 functions", () => {
  expect(cases.length).toBeGreaterThanOrEqual(20_000);
  expect(byFunction.size).toBeGreaterThanOrEqual(100);
});

describe("np agrees with NumPy on random calls", () => {
  it.each([...byFunction.keys()])("%s", (name) => {
    const found = (byFunction.get(name) ?? []).map((fixture) => ({ difference: judge(fixture), fixture }));
    const differing = found.filter(({ difference }) => difference !== null);
    expect(differing.map(({ difference, fixture }) => `${difference}: ${JSON.stringify(fixture)}`)).toEqual([]);
  });
});
