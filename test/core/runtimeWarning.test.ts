import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { warnHook } from "../../src/core/warnHook";

const heard: string[] = [];
let np: typeof import("../../src/np").np;
let withoutWarnings: typeof import("../../src/core/runtimeWarning").withoutWarnings;

beforeAll(async () => {
  Object.defineProperty(globalThis, warnHook, { value: (text: string) => heard.push(text), configurable: true });
  vi.resetModules();
  ({ np } = await import("../../src/np"));
  ({ withoutWarnings } = await import("../../src/core/runtimeWarning"));
  Reflect.deleteProperty(globalThis, warnHook);
});

beforeEach(() => {
  heard.length = 0;
});

// What NumPy 2.4.6 says of the same calls.
it.each<[string, () => unknown, string[]]>([
  ["log(0)", () => np.log([1, 0]), ["divide by zero encountered in log"]],
  ["log(-1)", () => np.log([1, -1]), ["invalid value encountered in log"]],
  ["both", () => np.log([0, -1]), ["divide by zero encountered in log", "invalid value encountered in log"]],
  ["a number", () => np.log(0), ["divide by zero encountered in log"]],
  ["exp(1000)", () => np.exp([[1000], [1]]), ["overflow encountered in exp"]],
  ["1 / 0", () => np.divide([1, 2], 0), ["divide by zero encountered in divide"]],
  ["0 / 0", () => np.divide([0, 2], [0, 1]), ["invalid value encountered in divide"]],
  [
    "broadcast",
    () => np.divide([[0], [1]], [0, 1]),
    ["divide by zero encountered in divide", "invalid value encountered in divide"],
  ],
  ["sqrt(-1)", () => np.sqrt(-1), ["invalid value encountered in sqrt"]],
  ["inf - inf", () => np.subtract([Infinity], Infinity), ["invalid value encountered in subtract"]],
  ["0 * inf", () => np.multiply([0, 1], Infinity), ["invalid value encountered in multiply"]],
  ["1e300 * 1e300", () => np.multiply([1e300], 1e300), ["overflow encountered in multiply"]],
  ["1e300 + 1e308", () => np.add([1.5e308], 1.5e308), ["overflow encountered in add"]],
  ["0 ** -1", () => np.power([0, 2], -1), ["divide by zero encountered in power"]],
  ["1e300 ** 2", () => np.power([1e300], 2), ["overflow encountered in power"]],
  ["(-1) ** 0.5", () => np.power([-1], 0.5), ["invalid value encountered in power"]],
  ["mod 0", () => np.mod([1], 0), ["invalid value encountered in remainder"]],
  ["a view", () => np.zeros([3, 2]).T.log(), ["divide by zero encountered in log"]],
  ["log1p(-1)", () => np.log1p(-1), ["divide by zero encountered in log1p"]],
])("warns as NumPy does: %s", (_, call, expected) => {
  call();
  expect(heard).toEqual(expected);
});

it.each<[string, () => unknown]>([
  ["finite results", () => np.divide(np.ones(1000), 3)],
  ["an infinity that was there", () => np.add([Infinity, 1], 1)],
  ["NaN that was there", () => np.exp([NaN, 1])],
  ["exp of -infinity", () => np.exp([-Infinity])],
  ["1 / infinity", () => np.divide(1, [Infinity])],
  ["comparisons and choices", () => np.maximum([NaN], np.where(np.isnan([NaN]), Infinity, 1))],
])("is silent about %s", (_, call) => {
  call();
  expect(heard).toEqual([]);
});

it("finds the one element among many", () => {
  for (const n of [1, 2, 3, 4, 5, 63, 1602]) {
    heard.length = 0;
    const a = np.ones(n);
    a.set(n - 1, 0);
    np.log(a);
    expect(heard).toEqual(["divide by zero encountered in log"]);
  }
});

it("is silent where it is told to be, until a promise has settled", async () => {
  withoutWarnings(() => np.log(0));
  let settle = (): void => {};
  const promise = withoutWarnings(() => new Promise<void>((resolve) => (settle = resolve)));
  np.log(0);
  expect(heard).toEqual([]);
  settle();
  await promise;
  await Promise.resolve();
  np.log(0);
  expect(() =>
    withoutWarnings(() => {
      throw new Error("as before");
    }),
  ).toThrow("as before");
  np.log(0);
  expect(heard.length).toBe(2);
});
