import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { beforeEach, expect, it, vi } from "vitest";
import { freeAtOnce } from "../../src/core/freeAtOnce";
import type * as WarmArray from "../../src/core/warmArray";

freeAtOnce();
setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

let { thrownAway, warmArray } = {} as typeof WarmArray;
beforeEach(async () => {
  // What is kept belongs to the program.
  vi.resetModules();
  ({ thrownAway, warmArray } = await import("../../src/core/warmArray"));
});

/** Megabytes of arrays that can still be reached. */
function reachable(): number {
  thrownAway.last = undefined;
  collect();
  return process.memoryUsage().arrayBuffers / 2 ** 20;
}

function make(n: number, megabytes: number): void {
  for (let bytes = 0; bytes < megabytes * 2 ** 20; bytes += 8 * n) warmArray(n);
}

it("gives arrays of zeros that share nothing", () => {
  for (const n of [1, 129, 400, 1792, 1793, 2048, 2049, 5000]) {
    const arrays = Array.from({ length: 50 }, () => warmArray(n));
    expect(new Set(arrays.map(({ buffer }) => buffer)).size).toBe(50);
    for (const array of arrays) {
      expect(array.length).toBe(n);
      expect(array.every((x) => x === 0)).toBe(true);
      array.fill(1);
    }
  }
});

it("keeps some arrays of the sizes that are used much, at most 32 MB of them", () => {
  const before = reachable();
  make(400, 200);
  make(1600, 200);
  expect(reachable() - before).toBeGreaterThan(2);
  make(1600, 500);
  expect(reachable() - before).toBeLessThan(32);
});

it("keeps no more when a program uses many sizes, one after the other or together", () => {
  const before = reachable();
  for (let n = 100; n < 3072; n += 100) make(n, 70);
  for (let round = 0; round < 300; round++) for (let n = 100; n < 3072; n += 100) make(n, 0.01);
  expect(reachable() - before).toBeLessThan(32);
});

it("keeps none of the sizes that are used little, and none of long arrays", () => {
  const before = reachable();
  for (let n = 900; n < 3072; n++) make(n, 0.3);
  make(5000, 200);
  expect(reachable() - before).toBeLessThan(1);
});
