import { describe, expect, test } from "vitest";
import type { AnyFunction, Case, Misconception } from "../../src/check/define";
import { runCases, runVariants } from "../../src/check/diagnose";
import { judge } from "../../src/check/judge";
import { NotImplemented } from "../../src/check/NotImplemented";

const cases: Case[] = [{ args: [0] }, { args: [2] }, { args: [3] }];
const square = (x: number) => x * x;
const misconceptions: Misconception[] = [
  { id: "doubles", function: "square", message: "That doubles.", implementation: (x: number) => 2 * x },
  { id: "cubes", function: "square", message: "That cubes.", implementation: (x: number) => x ** 3 },
  { id: "other", function: "cube", message: "Not this function.", implementation: (x: number) => x + 1 },
];
const judgeOn = (fn: AnyFunction) =>
  judge({ points: 9 }, runCases(fn, cases), runCases(square, cases), runVariants(misconceptions, "square", cases));

describe("judge", () => {
  test("full marks when every case is right", () => {
    expect(judgeOn((x: number) => x ** 2)).toEqual({ status: "correct", points: 9 });
  });

  test("points for the cases that are right, the first that is not, and the known mistake", () => {
    const verdict = judgeOn((x: number) => x + x);
    expect(verdict).toMatchObject({
      status: "partial",
      points: 6,
      failure: { case: 2, misconception: { id: "doubles" } },
    });
  });

  test("a wrong function that fits no known mistake on every case is not given one", () => {
    expect(judgeOn((x: number) => (x === 3 ? 27 : x * x)).failure?.misconception).toBeNull();
  });

  test("only mistakes of the same function are considered", () => {
    expect(judgeOn((x: number) => x + 1)).toMatchObject({ status: "incorrect", failure: { misconception: null } });
  });

  test("an unwritten function earns nothing and is called so", () => {
    const verdict = judgeOn(() => {
      throw new NotImplemented("square");
    });
    expect(verdict).toMatchObject({ status: "not-implemented", points: 0 });
  });

  test("a check without cases is a fault, not full marks", () => {
    expect(() => judge({ points: 1 }, [], [], [])).toThrow("as many outcomes as cases");
    expect(() => judge({ points: 1 }, runCases(square, cases.slice(1)), runCases(square, cases), [])).toThrow(
      "got 2 for 3",
    );
  });

  test("a mistake that throws is recognised by its message", () => {
    const dies = () => {
      throw new RangeError("shapes (2, 3) and (1, 3)");
    };
    const variants = runVariants(
      [{ id: "dies", function: "square", message: "", implementation: dies }],
      "square",
      cases,
    );
    const verdict = judge({ points: 1 }, runCases(dies, cases), runCases(square, cases), variants);
    expect(verdict.failure?.misconception?.id).toBe("dies");
  });

  test("variants are not run when everything is right", () => {
    const never = runVariants(
      [{ id: "x", function: "square", message: "", implementation: () => expect.fail("ran") }],
      "square",
      cases,
    );
    expect(judge({ points: 1 }, runCases(square, cases), runCases(square, cases), never).status).toBe("correct");
  });
});
