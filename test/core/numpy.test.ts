import { describe, expect, it } from "vitest";
import { np } from "../../src/np";
import golden from "../golden/numpy.json";
import { decode, difference, type Encoded, flatten } from "./fixtures";
import { randomCases } from "./fuzz/randomCases";
import { type Case, isError, run } from "./runCase";

const inputs = golden.inputs as Encoded[];
const cases = golden.cases as Case[];
const byFunction = new Map<string, Case[]>();
for (const fixture of cases) byFunction.set(fixture.f, [...(byFunction.get(fixture.f) ?? []), fixture]);

/** One line for a case that does not hold, nothing for one that does. */
function failure(fixture: Case): string[] {
  const call = `${fixture.f}(${fixture.args
    .map((arg) => JSON.stringify(arg))
    .join(", ")
    .slice(0, 300)})`;
  let actual: unknown;
  try {
    actual = run(fixture, inputs);
  } catch (error) {
    return isError(fixture.expect) ? [] : [`${call} threw ${error}`];
  }
  const expected = fixture.f === "toString" ? fixture.expect : flatten(decode(fixture.expect));
  if (difference(actual, expected) <= 1e-13) return [];
  return [
    `${call} gave ${JSON.stringify(actual)?.slice(0, 400)}, NumPy gives ${JSON.stringify(fixture.expect).slice(0, 400)}`,
  ];
}

describe("np agrees with NumPy", () => {
  it.each([...byFunction.keys()])("%s", (name) => {
    expect((byFunction.get(name) ?? []).flatMap(failure)).toEqual([]);
  });

  it("has a fixture for every function", () => {
    const fixtures = new Set([...byFunction.keys(), ...randomCases().map(({ f }) => f)]);
    const untested = Object.entries(np).filter(([name, value]) => typeof value === "function" && !fixtures.has(name));
    expect(untested.map(([name]) => name).sort()).toEqual(["load", "putmask", "save", "savez"]);
  });
});
