import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { longArray } from "../../../src/core/allocate";
import { addressOf } from "../../../src/core/wasm/heap";
import { layout } from "../../../src/core/wasm/sharedMemory";
import { unusedMemory } from "../../../src/core/wasm/unusedMemory";
import { np } from "../../../src/np";

/** The bytes that are unused between two addresses. */
function unusedBetween(from: number, to: number): number {
  const { pieces } = unusedMemory()!;
  const parts = pieces.map((piece) => Math.min(to, piece.from + piece.bytes) - Math.max(from, piece.from));
  return parts.reduce((sum, part) => sum + Math.max(0, part), 0);
}

it("is what long arrays left behind and the work space of products, but no array and no message", async () => {
  expect(unusedMemory()).toBeNull();
  const kept = np.random.rand(longArray);
  const where = addressOf(kept.data)!;
  for (let i = 0; i < 3; i++) np.multiply(kept, 2);
  const end = where + 5 * kept.size * 8;
  expect(unusedBetween(layout.heap, end)).toBe(0);
  setFlagsFromString("--expose-gc");
  for (let i = 0; i < 3; i++) {
    runInNewContext("gc")();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(unusedBetween(layout.heap, end)).toBeGreaterThanOrEqual(3 * kept.size * 8);
  expect(unusedBetween(where, where + kept.size * 8)).toBe(0);
  expect(unusedBetween(layout.ownWork, layout.heap)).toBe(layout.heap - layout.ownWork);
  expect(unusedBetween(0, layout.ownWork)).toBe(0);
  expect(kept.size).toBe(longArray);
});
