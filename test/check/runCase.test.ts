import { describe, expect, test } from "vitest";
import { NotImplemented } from "../../src/check/NotImplemented";
import { runCase } from "../../src/check/runCase";
import type { Unusable } from "../../src/check/Unusable";
import { NDArray } from "../../src/core/NDArray";

const row = () => NDArray.fromData([1, 2], [1, 2]);

describe("runCase", () => {
  test("gives the returned value", () => {
    expect(runCase((a: number, b: number) => a + b, { args: [1, 2] })).toEqual({
      kind: "returned",
      value: 3,
      mutatedArgs: [],
    });
  });

  test("names the arguments that were changed, and leaves the case's own alone", () => {
    const args = [row(), { w: row() }, [1, 2]];
    const outcome = runCase(
      (_a: NDArray, b: { w: NDArray }, c: number[]) => {
        b.w = NDArray.fromData([5, 5], [1, 2]);
        c.push(3);
        return 0;
      },
      { args },
    );
    expect(outcome).toMatchObject({ mutatedArgs: [1, 2] });
    expect(args[2]).toEqual([1, 2]);
  });

  test("a result that shares memory with an argument is judged as it was when it was returned", () => {
    const list = [1];
    const outcome = runCase(() => list, { args: [] });
    list.push(2);
    expect(outcome).toMatchObject({ value: [1] });
  });

  test("an array whose shape was written to is an error, and not more elements than there are", () => {
    const grow = (a: NDArray) => Object.assign(a, { shape: [100, 100] });
    expect(runCase(grow, { args: [row()] })).toMatchObject({
      kind: "threw",
      message: expect.stringMatching(/do not fill/),
    });
  });

  test("an error becomes a message with its kind", () => {
    const outcome = runCase(() => (undefined as unknown as { a: number }).a, { args: [] });
    expect(outcome).toEqual({ kind: "threw", message: "TypeError: Cannot read properties of undefined (reading 'a')" });
  });

  test("an unwritten function is not a crash, and it is named even when another one called it", () => {
    const outcome = runCase(
      () => {
        throw new NotImplemented("sigmoid");
      },
      { args: [] },
    );
    expect(outcome).toEqual({ kind: "not-implemented", function: "sigmoid" });
  });

  test("endless recursion is an error like others", () => {
    const forever = (): number => forever();
    expect(runCase(forever, { args: [] })).toMatchObject({ kind: "threw" });
  });

  test.each<[Unusable, () => unknown]>([
    [{ kind: "promise" }, async () => 1],
    [{ kind: "other", type: "function" }, () => () => 1],
    [{ kind: "other", type: "Float64Array" }, () => new Float64Array(2)],
    [{ kind: "other", type: "bigint" }, () => 1n],
  ])("%j cannot be judged", (what, fn) => {
    expect(runCase(fn, { args: [] })).toEqual({ kind: "unusable", what });
  });

  test("the getters of a class are read, its methods and those of an object are left out", () => {
    class Start {
      readonly #dim = 2;
      get w() {
        return [this.#dim];
      }
      get inverse(): number {
        throw new RangeError("there is none");
      }
      get next(): Start {
        return new Start();
      }
      shape() {
        return 1;
      }
    }
    expect(runCase(() => Object.assign(new Start(), { b: 0, predict: () => 1 }), { args: [] })).toMatchObject({
      value: { w: [2], b: 0, next: { w: [2] } },
    });
    expect(runCase(() => new Start(), { args: [] })).not.toHaveProperty("value.inverse");
  });

  test("an argument lies in memory as the case's own does", () => {
    const view = NDArray.fromData([1, 2, 3, 4], [2, 2]).T;
    expect(runCase((a: NDArray) => [...a.data], { args: [view] })).toMatchObject({
      value: [1, 2, 3, 4],
      mutatedArgs: [],
    });
    const write = (a: NDArray) => a.set(0, 1, 7);
    expect(runCase(write, { args: [view] })).toMatchObject({ mutatedArgs: [0] });
    expect(view.tolist()).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  test("a list that contains itself cannot be judged", () => {
    const list: unknown[] = [];
    list.push(list);
    expect(runCase(() => list, { args: [] })).toMatchObject({ kind: "unusable" });
  });

  test("thrown things that are no errors, and errors that cannot be read, do no harm", () => {
    const throwing = (thing: unknown) => () => {
      throw thing;
    };
    expect(runCase(throwing("oops"), { args: [] })).toEqual({ kind: "threw", message: "oops" });
    expect(runCase(throwing(undefined), { args: [] })).toMatchObject({ kind: "threw" });
    const hostile = new Proxy({}, { get: throwing(1), getPrototypeOf: throwing(2) as () => object });
    expect(runCase(throwing(hostile), { args: [] })).toMatchObject({ kind: "threw" });
  });
});

describe("runCase of a function that may return a promise", () => {
  test("waits for a promise, and sees what happens to the arguments meanwhile", async () => {
    const later = async (list: number[]) => {
      await null;
      list.push(3);
      return list.length;
    };
    expect(await runCase(later, { args: [[1, 2]] }, true)).toEqual({ kind: "returned", value: 3, mutatedArgs: [0] });
    expect(await runCase((a: number) => a, { args: [4] }, true)).toEqual(runCase((a: number) => a, { args: [4] }));
  });

  test("says what was thrown, at once or later", async () => {
    const threw = { kind: "threw", message: "RangeError: no" };
    const fail = () => {
      throw new RangeError("no");
    };
    expect(await runCase(fail, { args: [] }, true)).toEqual(threw);
    expect(await runCase(async () => fail(), { args: [] }, true)).toEqual(threw);
  });
});
