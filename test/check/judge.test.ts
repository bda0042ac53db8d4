import { describe, expect, test, vi } from "vitest";
import type { AnyFunction, Case, Misconception } from "../../src/check/contract";
import { judge } from "../../src/check/judge";
import { NotImplemented } from "../../src/check/NotImplemented";
import { runSeeded } from "../../src/check/runSeeded";
import { runVariants } from "../../src/check/runVariants";

const cases: Case[] = [{ args: [0] }, { args: [2] }, { args: [3] }];
const square = (x: number) => x * x;
const misconceptions: Misconception[] = [
  { id: "doubles", function: "square", message: "That doubles.", implementation: (x: number) => 2 * x },
  { id: "cubes", function: "square", message: "That cubes.", implementation: (x: number) => x ** 3 },
  { id: "other", function: "cube", message: "Not this function.", implementation: (x: number) => x + 1 },
];
const run = (fn: AnyFunction, on = cases) => runSeeded(fn, on, false);
const judgeOn = async (fn: AnyFunction) =>
  judge(
    { points: 9, expected: run(square), variants: await runVariants(misconceptions, "square", cases, false) },
    run(fn),
  );

describe("judge", () => {
  test("full marks when every case is right", async () => {
    expect(await judgeOn((x: number) => x ** 2)).toEqual({ status: "correct", points: 9 });
  });

  test("points for the cases that are right, the first that is not, and the known mistake", async () => {
    const verdict = await judgeOn((x: number) => x + x);
    expect(verdict).toMatchObject({
      status: "partial",
      points: 6,
      failure: { case: 2, misconception: { id: "doubles" } },
    });
  });

  test("a wrong function that fits no known mistake on every case is not given one", async () => {
    expect((await judgeOn((x: number) => (x === 3 ? 27 : x * x))).failure?.misconception).toBeNull();
  });

  test("only mistakes of the same function are considered", async () => {
    expect(await judgeOn((x: number) => x + 1)).toMatchObject({
      status: "incorrect",
      failure: { misconception: null },
    });
  });

  test("an unwritten function earns nothing and is called so", async () => {
    const verdict = await judgeOn(() => {
      throw new NotImplemented("square");
    });
    expect(verdict).toMatchObject({ status: "not-implemented", points: 0 });
  });

  test("a check without cases is a fault, not full marks", () => {
    expect(() => judge({ points: 1, expected: [], variants: [] }, [])).toThrow("as many outcomes as cases");
    expect(() => judge({ points: 1, expected: run(square), variants: [] }, run(square, cases.slice(1)))).toThrow(
      "got 2 for 3",
    );
  });

  test("a mistake that throws is recognised by its message", async () => {
    const dies = () => {
      throw new RangeError("shapes (2, 3) and (1, 3)");
    };
    const mistakes = [{ id: "dies", function: "square", message: "", implementation: dies }];
    const known = await runVariants(mistakes, "square", cases, false);
    const verdict = judge({ points: 1, expected: run(square), variants: known }, run(dies));
    expect(verdict.failure?.misconception?.id).toBe("dies");
  });

  test("variants are run when one is wrong, and only once", async () => {
    const implementation = vi.fn();
    const never = await runVariants(
      [{ id: "x", function: "square", message: "", implementation }],
      "square",
      cases,
      false,
    );
    const check = { points: 1, expected: run(square), variants: never };
    expect(judge(check, run(square)).status).toBe("correct");
    expect(implementation).not.toHaveBeenCalled();
    for (let i = 0; i < 2; i++)
      expect(
        judge(
          check,
          run(() => 7),
        ).status,
      ).toBe("incorrect");
    expect(implementation).toHaveBeenCalledTimes(cases.length);
  });
});
