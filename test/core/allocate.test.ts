import { PerformanceObserver } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { allocate } from "../../src/core/allocate";
import { np } from "../../src/np";

it("refuses a result with more elements than loops can count, before any memory is taken", () => {
  const huge = np.broadcastTo(1, [2 ** 16, 2 ** 15]);
  expect(() => np.add(huge, 1)).toThrow("a result of 2147483648 elements is too large, at most 2147483647 fit");
});

it("has arrays that are no longer needed collected after every 256", async () => {
  let collections = 0;
  const observer = new PerformanceObserver((list) => {
    collections += list.getEntries().length;
  });
  observer.observe({ entryTypes: ["gc"] });
  for (let i = 0; i < 256 * 20; i++) allocate(1600);
  await setTimeout(20); // collections are told later
  observer.disconnect();
  expect(collections).toBeGreaterThanOrEqual(20);
});
