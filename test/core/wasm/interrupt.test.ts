import { runInThisContext } from "node:vm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { getSecondThread } from "../../../src/core/wasm/secondThread";
import { np } from "../../../src/np";
import { untilReady } from "./untilReady";

beforeAll(untilReady);
afterAll(() => vi.unstubAllGlobals());

it("multiplies rightly after a product that was interrupted half-way", () => {
  np.random.seed(1);
  const a = np.random.randn(400, 500);
  const b = np.random.randn(500, 400);
  const expected = np.dot(a, b);
  vi.stubGlobal("multiplyForEver", () => {
    for (;;) np.dot(b, a);
  });
  expect(getSecondThread()).not.toBeNull();
  for (let i = 0; i < 50; i++) {
    expect(() => runInThisContext("multiplyForEver()", { timeout: 3 + (i % 7) })).toThrow("timed out");
    expect(np.arrayEqual(np.dot(a, b), expected)).toBe(true);
  }
});
