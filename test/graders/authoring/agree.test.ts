import { describe, expect, it } from "vitest";
import { agree } from "../../../graders/authoring/agree";

describe("agree", () => {
  it.each([
    [{ cost: [0.1 + 0.2, "a", null] }, { cost: [0.3, "a", null] }],
    [[1e-17], [-3e-18]],
    [{}, {}],
  ])("takes %j and %j for the same", (a, b) => expect(agree(a, b)).toBe(true));

  it.each([
    [1, 1 + 1e-8],
    [1e-12, 1.1e-12],
    [0, 1e-14],
    [{ a: 1 }, { b: 1 }],
    [{ a: 1 }, { a: 1, b: 2 }],
    [[1], { 0: 1 }],
    [["a"], ["b"]],
    [1, "1"],
    [null, {}],
  ])("tells %j from %j", (a, b) => expect(agree(a, b)).toBe(false));
});
