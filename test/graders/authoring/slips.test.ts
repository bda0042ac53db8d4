import { describe, expect, it } from "vitest";
import { noticedBy } from "../../../graders/authoring/noticedBy";
import { slips } from "../../../graders/authoring/slips";
import type { AnyFunction, Case } from "../../../src/check/contract";
import type { PreparedCheck } from "../../../src/check/prepare";
import { runSeeded } from "../../../src/check/runSeeded";
import { withViews } from "../../../src/check/withViews";
import type { NDArray } from "../../../src/core/NDArray";
import { np } from "../../../src/np";

const [rawData, rememberedByShape, sharedBuffer] = slips;
const A = () => np.arange(6).reshape(2, 3);
const B = () => np.multiply(A(), -2);
const half = (x: NDArray) => np.divide(x, 2);
const halfLater = async (x: NDArray) => half(x);

async function checkOf(fn: AnyFunction, cases: Case[], async = false): Promise<PreparedCheck> {
  const drawn = withViews(cases, "f.x");
  const expected = await runSeeded(fn, drawn, async);
  return { id: "f.x", function: "f", title: "", points: 1, hidden: false, async, cases: drawn, expected, variants: [] };
}

describe("A slip is noticed", () => {
  it.each([
    ["of `.data`, in one case", rawData, [A()], "f.x"],
    ["of an answer that is remembered, if one shape comes twice", rememberedByShape, [A(), B()], "f.x"],
    ["of such an answer, but not if it comes once", rememberedByShape, [A(), np.zeros([3, 3])], null],
    ["of memory that is used again, if one shape comes twice", sharedBuffer, [A(), B()], "f.x"],
    ["of such memory, but not if it comes once", sharedBuffer, [A(), np.zeros([3, 3])], null],
  ])("%s", async (_, { make }, args, id) => {
    const cases = args.map((arg) => ({ args: [arg] }));
    expect(await noticedBy(make(half), [await checkOf(half, cases)])).toBe(id);
    expect(await noticedBy(make(halfLater), [await checkOf(halfLater, cases, true)])).toBe(id);
    expect(await noticedBy(half, [await checkOf(half, cases)])).toBeNull();
  });
});

describe("A slip matters", () => {
  const cases = [{ args: [A()] }];
  const mattersTo = async (fn: AnyFunction, asked: Case[] = cases) => {
    const check = await checkOf(fn, asked);
    return Promise.all(slips.map(({ matters }) => matters(fn, [check])));
  };

  it.each<[string, AnyFunction, boolean[]]>([
    ["of every kind to a function of an array", half, [true, true, true]],
    ["of memory alone to one that looks at shapes", (x: NDArray) => np.zeros(x.shape), [false, false, true]],
    ["of reading, and of remembering, to one that returns a number", (x: NDArray) => np.sum(x), [true, true, false]],
  ])("%s", async (_, fn, expected) => {
    expect(await mattersTo(fn)).toEqual(expected);
  });

  it("of no kind to a function of numbers", async () => {
    expect(await mattersTo((x: number) => x / 2, [{ args: [3] }])).toEqual([false, false, false]);
  });
});
