import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { check, ready, useAssignment } from "../../src";
import { assignments } from "../../src/assignments";
import * as solution from "../../src/assignments/01-logistic-regression/staff/solution";
import { NotImplemented } from "../../src/check/NotImplemented";
import { seedRandom } from "../../src/check/runSeeded";
import type { NDArray } from "../../src/core/NDArray";
import { noticeType } from "../../src/notebook/Notice";
import { np } from "../../src/np";
import { recordDisplays, recordDisplaysAsync } from "./recordDisplays";

type Propagate = typeof solution.propagate;
type Optimize = typeof solution.optimize;

beforeEach(() => useAssignment("logistic-regression"));

const bundleOf = (run: () => void) => recordDisplays(run)[0].bundle;
const textOf = (functions: Parameters<typeof check>[0]) => bundleOf(() => check(functions))["text/plain"];
const htmlOf = (functions: Parameters<typeof check>[0]) => bundleOf(() => check(functions))["text/html"] as string;

function notImplemented(name: string): never {
  throw new NotImplemented(name);
}

describe("check", () => {
  test("says in a line that a function is correct", () => {
    const { propagate } = solution;
    expect(textOf({ propagate })).toBe("✓ propagate is correct");
  });

  test("says the same for programs, which need not read the sentence", () => {
    const { sigmoid } = solution;
    const predict = () => np.zeros(1);
    const displayed = recordDisplays(() => check({ sigmoid, predict, propagate: () => notImplemented("propagate") }));
    expect(displayed.map(({ bundle }) => bundle[noticeType])).toEqual([
      expect.objectContaining({
        ...{ kind: "verdict", function: "sigmoid", status: "correct", unavailable: [] },
        checks: expect.objectContaining({ "sigmoid.course": "correct" }),
      }),
      expect.objectContaining({ kind: "verdict", function: "predict", status: "incorrect" }),
      expect.objectContaining({ kind: "verdict", function: "propagate", status: "not-implemented" }),
    ]);
  });

  test("says what a function uses and will not have when it is graded, right or not", () => {
    const { fetch } = globalThis;
    const sigmoid = ((z: number) => (typeof globalThis.fetch === "function" ? solution.sigmoid(z) : 0)) as never;
    const [{ bundle }] = recordDisplays(() => check({ sigmoid }));
    expect(bundle["text/plain"]).toBe(
      "✓ sigmoid is correct\n  ! `fetch` is not available in grading, where there is no network: work with the arguments alone.",
    );
    expect(bundle["text/html"]).toContain("⚠ <code>fetch</code> is not available in grading");
    expect(bundle[noticeType]).toMatchObject({ status: "correct", unavailable: ["fetch"] });
    expect(Object.getOwnPropertyDescriptor(globalThis, "fetch")).not.toHaveProperty("get");
    expect(globalThis.fetch).toBe(fetch);
  });

  test("says nothing of what the library and Node use meanwhile, nor of names that are there", () => {
    const sigmoid = ((z: number) => {
      np.dot(np.ones([300, 300]), np.ones([300, 300]));
      structuredClone([Buffer.from("a"), performance.now(), process.env.HOME]);
      return solution.sigmoid(z);
    }) as never;
    expect(textOf({ sigmoid })).toBe("✓ sigmoid is correct");
  });

  test("checks several functions, one verdict each", () => {
    const { predict, sigmoid } = solution;
    const displayed = recordDisplays(() => check({ sigmoid, predict }));
    expect(displayed.map(({ bundle }) => bundle["text/plain"])).toEqual([
      "✓ sigmoid is correct",
      "✓ predict is correct",
    ]);
  });

  test("names a sigmoid whose exponent lacks its sign, with the figures and the call", () => {
    const sigmoid = ((z: number) => np.divide(1, np.add(1, np.exp(z)))) as typeof solution.sigmoid;
    expect(textOf({ sigmoid })).toContain("The exponent lacks its minus sign");
    expect(textOf({ sigmoid })).toContain("Case 2 of 3: The result is 0.0001010291939, expected 0.9998989708.");
    expect(htmlOf({ sigmoid })).toContain("sigmoid(9.2)");
  });

  test("names a gradient without X, and the shape that gives it away", () => {
    const propagate: Propagate = (w, b, X, Y) => {
      const m = X.shape[1];
      const dZ = np.subtract(solution.sigmoid(np.add(np.dot(w.T, X), b)), Y);
      return { grads: { dw: np.divide(dZ, m), db: np.sum(dZ) / m }, cost: solution.propagate(w, b, X, Y).cost };
    };
    expect(textOf({ propagate })).toContain("dw leaves out X");
    expect(textOf({ propagate })).toContain("grads.dw has shape (1, 3), expected (2, 1).");
  });

  test("names a db that is summed, not averaged", () => {
    const propagate: Propagate = (w, b, X, Y) => {
      const { grads, cost } = solution.propagate(w, b, X, Y);
      return { grads: { dw: grads.dw, db: grads.db * X.shape[1] }, cost };
    };
    expect(textOf({ propagate })).toContain("db is summed but not averaged");
  });

  test("names a cost with the wrong sign, one without 1/m and one in bits", () => {
    const withCost = (change: (cost: number, m: number) => number) => {
      const propagate: Propagate = (w, b, X, Y) => {
        const { grads, cost } = solution.propagate(w, b, X, Y);
        return { grads, cost: change(cost, X.shape[1]) };
      };
      return textOf({ propagate });
    };
    expect(withCost((cost) => -cost)).toContain("The cost has the wrong sign");
    expect(withCost((cost, m) => cost * m)).toContain("The cost is not divided by m");
    expect(withCost((cost) => cost / Math.log(2))).toContain("The cost uses log2");
  });

  test("names costs that are recorded at all the wrong iterations", () => {
    const optimize: Optimize = (w, b, X, Y, numIterations, learningRate) => {
      const costs: number[] = [];
      let grads = { dw: w, db: b };
      for (let i = 0; i < numIterations; i++) {
        const now = solution.propagate(w, b, X, Y);
        grads = now.grads;
        w = w.subtract(grads.dw.multiply(learningRate));
        b -= learningRate * grads.db;
        if (i % 100) costs.push(now.cost);
      }
      return { params: { w, b }, grads, costs };
    };
    expect(textOf({ optimize })).toContain("recorded at every iteration except the multiples of 100");
  });

  test("names a threshold that includes 0.5, and gives advice once", () => {
    const predict = (w: NDArray, b: number, X: NDArray) =>
      np.greaterEqual(solution.sigmoid(np.add(np.dot(w.T, X), b)), 0.5);
    const text = textOf({ predict });
    expect(text).toContain("✓ labels 0 and 1");
    expect(text.split("A probability of exactly 0.5 is predicted as 1")).toHaveLength(2);
  });

  test("gives the check's hint where no known mistake fits", () => {
    const initializeWithZeros = (dim: number) => ({ w: np.zeros([dim, 7]), b: 3 });
    expect(textOf({ initializeWithZeros })).toContain("np.zeros takes the shape as a list");
  });

  test("an unwritten function is not an error, and neither is one that needs it", () => {
    const sigmoid = (() => notImplemented("sigmoid")) as typeof solution.sigmoid;
    const propagate: Propagate = () => notImplemented("sigmoid");
    expect(textOf({ sigmoid })).toBe("○ sigmoid is not implemented yet");
    expect(textOf({ propagate })).toBe("○ propagate needs sigmoid, which is not implemented yet");
  });

  test("points to a function below that failed before", () => {
    const propagate: Propagate = (...args) => ({ ...solution.propagate(...args), cost: 1 });
    const optimize: Optimize = (...args) => ({ ...solution.optimize(...args), costs: [1] });
    recordDisplays(() => check({ propagate }));
    expect(textOf({ optimize })).toContain("It calls propagate, which does not pass its own check");
    recordDisplays(() => check({ propagate: solution.propagate }));
    expect(textOf({ optimize })).not.toContain("It calls propagate");
  });

  test("what learners' code says is shown, never run, as HTML", () => {
    const predict = () => {
      throw new Error("<img src=x onerror=alert(1)>");
    };
    expect(htmlOf({ predict })).toContain("&#60;img src=x onerror=alert(1)&#62;");
    expect(htmlOf({ predict })).not.toContain("<img");
  });

  test("backticks make code of what learners' code says, and nothing else", () => {
    const predict = () => {
      throw new Error("`</code><img src=x onerror=alert(1)>` `<b>");
    };
    const code = "<code>&#60;/code&#62;&#60;img src=x onerror=alert(1)&#62;</code> &#96;&#60;b&#62;";
    expect(htmlOf({ predict })).toContain(code);
    expect(htmlOf({ predict })).not.toMatch(/<(img|b)>/);
  });

  test("a promise is a wrong result of a function that has to return its value itself, failing or not", async () => {
    const initializeWithZeros = (async () => ({})) as unknown as typeof solution.initializeWithZeros;
    const failing = (async () => {
      throw new Error("later");
    }) as unknown as typeof solution.initializeWithZeros;
    const message =
      "It returned a Promise, which is neither a number, an array, a list nor an object. Without `async`,";
    expect(textOf({ initializeWithZeros })).toContain(message);
    expect(textOf({ initializeWithZeros: failing })).toContain(message);
    // An unhandled rejection would fail this run.
    await setTimeout(0);
  });

  test("asks for useAssignment's slugs, names and functions by what there is", () => {
    expect(() => useAssignment("logistic" as "logistic-regression")).toThrow(
      'there is no assignment "logistic"; there are: logistic-regression',
    );
    expect(() => check({ sigmoyd: () => 1 } as object)).toThrow(
      "has no function sigmoyd; it has: sigmoid, initializeWithZeros",
    );
    expect(() => check({ sigmoid: 3 } as object)).toThrow("sigmoid is of type number, not a function");
  });

  test("a wrong signature is a type error", () => {
    const wrong = (w: string): string => w;
    // @ts-expect-error: neither the parameters nor the result of propagate
    expect(textOf({ propagate: wrong })).toContain("propagate is not correct yet");
    // @ts-expect-error: predict takes three arguments, of which this one wants a fourth
    expect(textOf({ predict: (_w: NDArray, _b: number, _X: NDArray, _Y: NDArray) => np.zeros(1) })).toContain("✗");
  });
});

describe("check of functions that may return promises", () => {
  const { functions } = assignments[0];
  const declare = (async: boolean | undefined) => {
    for (const graded of functions) if (["sigmoid", "propagate"].includes(graded.name)) graded.async = async;
  };
  beforeAll(() => declare(true));
  afterAll(() => declare(undefined));

  const slow = (async (z: number) => {
    await setTimeout(5);
    return solution.sigmoid(z);
  }) as unknown as typeof solution.sigmoid;

  /** What is displayed until the promise of `check` settles: a line each, as its place shows it in the end. */
  async function settled(checked: Parameters<typeof check>[0]) {
    let done: Promise<void> | undefined;
    const displayed = await recordDisplaysAsync(async () => {
      done = check(checked);
      await done;
    });
    const places = new Map<string, string>();
    for (const [i, { bundle, options }] of displayed.entries()) {
      places.set(options.displayId ?? String(i), bundle["text/plain"].split("\n")[0]);
    }
    return { done, displayed, lines: [...places.values()] };
  }

  test("keeps a place for the verdict, and fills it when the promise settles", async () => {
    const { displayed } = await settled({ sigmoid: slow });
    const [waiting, verdict] = displayed;
    expect(displayed).toHaveLength(2);
    expect(waiting.bundle["text/plain"]).toBe("… sigmoid is being checked: waiting for its promise …");
    expect(verdict.bundle["text/plain"]).toBe("✓ sigmoid is correct");
    expect(verdict.options).toEqual({ displayId: waiting.options.displayId, update: true });
    expect(ready("sigmoid")).toBe(true);
  });

  test("gives the verdicts in the order of the functions, those that wait for nothing too", async () => {
    const { predict, initializeWithZeros } = solution;
    const propagate = (async () => {
      throw new RangeError("no");
    }) as unknown as typeof solution.propagate;
    const optimize: Optimize = (...args) => ({ ...solution.optimize(...args), costs: [1] });
    const { lines, displayed } = await settled({ initializeWithZeros, sigmoid: slow, propagate, optimize, predict });
    expect(lines).toEqual([
      "✓ initializeWithZeros is correct",
      "✓ sigmoid is correct",
      "✗ propagate is not correct yet: 0 of 2 checks passed",
      "✗ optimize is not correct yet: 0 of 4 checks passed",
      "✓ predict is correct",
    ]);
    // What was found of the functions before counts for those after.
    expect(displayed.at(-2)?.bundle["text/plain"]).toContain("It calls propagate, which does not pass its own check");
  });

  test("takes the value itself too, and returns nothing when there is nothing to wait for", async () => {
    expect((await settled({ sigmoid: solution.sigmoid })).lines).toEqual(["✓ sigmoid is correct"]);
    expect((await settled({ predict: solution.predict })).done).toBeUndefined();
  });

  test("has functions of several cells wait for each other, so that each finds np.random as it should be", async () => {
    seedRandom();
    const seeded = String([np.random.rand(), np.random.rand()]);
    const drawing = (async (z: number) => {
      const first = np.random.rand();
      await setTimeout(5);
      const isSeeded = String([first, np.random.rand()]) === seeded;
      return isSeeded ? solution.sigmoid(z) : null;
    }) as unknown as typeof solution.sigmoid;
    const displayed = await recordDisplaysAsync(async () => {
      await Promise.all([check({ sigmoid: drawing }), check({ sigmoid: drawing })]);
    });
    const verdicts = displayed.filter(({ options }) => options.update).map(({ bundle }) => bundle["text/plain"]);
    expect(verdicts).toEqual(["✓ sigmoid is correct", "✓ sigmoid is correct"]);
  });

  test("gives a promise up that does not settle", async () => {
    vi.useFakeTimers();
    const never = (() => new Promise(() => {})) as unknown as typeof solution.sigmoid;
    const waiting = settled({ sigmoid: never });
    await vi.advanceTimersByTimeAsync(120_000);
    vi.useRealTimers();
    const { displayed } = await waiting;
    expect(displayed[1].bundle["text/plain"]).toContain("It returned a Promise that is not settled after 10 s, which");
  });
});

describe("ready", () => {
  test("is true once the check has passed, and says what is missing until then", () => {
    let answer: boolean | undefined;
    const [waiting] = recordDisplays(() => {
      answer = ready("sigmoid", "predict");
    });
    expect(answer).toBe(false);
    expect(waiting.bundle["text/plain"]).toBe(
      "Waiting for sigmoid and predict: this part runs once they pass their checks.",
    );
    recordDisplays(() => check({ sigmoid: solution.sigmoid, predict: solution.predict }));
    expect(recordDisplays(() => ready("sigmoid", "predict"))).toEqual([]);
  });

  test("is false again for a function that was broken since", () => {
    recordDisplays(() => check({ predict: solution.predict }));
    recordDisplays(() => check({ predict: () => np.zeros(1) }));
    expect(recordDisplays(() => ready("predict"))).toHaveLength(1);
  });
});
