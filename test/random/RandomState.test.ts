import { describe, expect, it } from "vitest";
import { np } from "../../src/np";
import { RandomState } from "../../src/random/RandomState";
import { decode, type Encoded, flatten } from "../core/fixtures";
import course from "../golden/random.json";
import numpy from "../golden/random_numpy.json";

type Draw = (...args: unknown[]) => unknown;

function draw(random: RandomState, name: string, args: unknown[]): unknown {
  return ((random as unknown as Record<string, Draw>)[name] as Draw).apply(random, args);
}

const fixtures = numpy as { f: string; seed: number; args: Encoded[]; expect: Encoded }[];

describe("RandomState gives NumPy's numbers bit for bit", () => {
  it.each([...new Set(fixtures.map(({ f }) => f))])("%s", (name) => {
    for (const { f, seed, args, expect: expected } of fixtures) {
      if (f !== name) continue;
      const decoded = args.map((arg) => decode(arg) ?? undefined);
      const actual = draw(new RandomState(seed), f, decoded);
      expect(flatten(actual)).toEqual(flatten(decode(expected)));
    }
  });

  it.each(course.filter(({ id }) => id !== "rng.interleave").map((item) => [item.id, item] as const))(
    "%s",
    (_, item) => {
      for (const [call, expected] of Object.entries(item.outputs)) {
        const [, name, list] = /^(\w+)(?:\((.*)\))?$/.exec(call) ?? [];
        const args = list === undefined ? [(item.inputs as { m: number }).m] : list.split(",").map(Number);
        np.random.seed(item.inputs.seed);
        expect([...(draw(np.random, name, args) as { data: Float64Array }).data]).toEqual(expected);
      }
    },
  );

  it("keeps the second normal number across a uniform draw, and forgets it on seed", () => {
    const interleave = course.find(({ id }) => id === "rng.interleave")?.outputs as unknown as Record<string, number[]>;
    const random = new RandomState(7);
    expect(random.randn(3).tolist()).toEqual(interleave["randn(3) first"]);
    expect(random.rand(2).tolist()).toEqual(interleave["rand(2)"]);
    expect(random.randn(3).tolist()).toEqual(interleave["randn(3) second"]);
    random.randn(1);
    random.seed(7);
    expect(random.randn(3).tolist()).toEqual(interleave["randn(3) first"]);
  });
});

it("goes on from a state that was kept, as often as it is set, the second normal number included", () => {
  const random = new RandomState(5);
  const unused = random.getState();
  const first = random.randn(3).tolist();
  const state = random.getState();
  const next = random.randn(4).tolist();
  for (let i = 0; i < 2; i++) {
    random.setState(state);
    expect(random.randn(4).tolist()).toEqual(next);
  }
  random.setState(unused);
  expect(random.randn(3).tolist()).toEqual(first);
});

it("shuffles lists and the rows of arrays in place with the draws of permutation", () => {
  const order = new RandomState(4).permutation(6).tolist();
  const list = [0, 1, 2, 3, 4, 5];
  new RandomState(4).shuffle(list);
  expect(list).toEqual(order);
  const rows = np.arange(12).reshape(6, 2);
  new RandomState(4).shuffle(rows);
  expect(rows.slice(":", 0).divide(2).tolist()).toEqual(order);
});

it("gives numbers without a shape and arrays with one", () => {
  const random = new RandomState(0);
  expect(typeof random.rand()).toBe("number");
  expect(typeof random.randint(5)).toBe("number");
  expect(random.randn(2, 0, 3).shape).toEqual([2, 0, 3]);
  expect(random.uniform(0, 1, []).shape).toEqual([]);
});

it("refuses seeds, bounds and choices that do not exist", () => {
  expect(() => new RandomState(-1)).toThrow(/2 \*\* 32 - 1, got -1/);
  expect(() => new RandomState(0.5)).toThrow(RangeError);
  const random = new RandomState(0);
  expect(() => random.randint(3, 3)).toThrow(/from 3 to below 3/);
  expect(() => random.normal(0, -1)).toThrow(/negative/);
  expect(() => random.choice(3, 4, false)).toThrow(/cannot take 4 of 3/);
  expect(() => random.choice(2, 1, true, [0.5, 0.6])).toThrow(/sum to 1/);
  expect(() => random.choice(0, 1)).toThrow(RangeError);
});
