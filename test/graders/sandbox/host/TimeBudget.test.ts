import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { bundleSandbox } from "../../../../graders/sandbox/host/bundle";
import { Sandbox } from "../../../../graders/sandbox/host/Sandbox";
import { TimeBudget } from "../../../../graders/sandbox/host/TimeBudget";
import { UsedTime } from "../../../../graders/sandbox/host/UsedTime";
import { wallUnderTest } from "../../wallUnderTest";

const limits = { seconds: 20, memoryMB: 128, ...wallUnderTest() };
const spent = (seconds: number) => ({
  kind: "stopped",
  cause: "budget",
  seconds,
});
/** Uses the processor for a fraction of a second. */
const work =
  "(function () { let x = 0; return { f: (n) => { for (let i = 0; i < n * 1e8; i++) x += i % 7; return x; }, loop: () => { for (;;); } }; })";

const started: Sandbox[] = [];
afterEach(() => {
  for (const sandbox of started.splice(0)) sandbox.end();
});

async function sandboxOf(budget?: TimeBudget): Promise<Sandbox> {
  const sandbox = await Sandbox.start(await bundleSandbox(), limits, undefined, budget);
  started.push(sandbox);
  await sandbox.load(work, []);
  return sandbox;
}

describe("A submission's time", () => {
  test("ends a call that would go beyond it, in the middle", async () => {
    const budget = new TimeBudget(1);
    const sandbox = await sandboxOf(budget);
    const start = performance.now();
    expect(await sandbox.call("loop", "[]")).toEqual(spent(1));
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(budget.left).toBe(0);
  });

  test("is used by call after call, and by process after process", async () => {
    const budget = new TimeBudget(1.5);
    const left = [budget.left];
    for (let i = 0; i < 2; i++) {
      const sandbox = await sandboxOf(budget);
      await sandbox.call("f", "[2]");
      sandbox.end();
      left.push(budget.left);
    }
    expect(left[0]).toBe(1.5);
    expect(left[1]).toBeLessThan(1.4);
    expect(left[2]).toBeLessThan(left[1] - 0.1);
    const last = await sandboxOf(budget);
    expect(await last.call("loop", "[]")).toEqual(spent(1.5));
  });

  test("is spent by a process that works for it, as long as it does", async () => {
    const [first, second] = [new TimeBudget(100), new TimeBudget(0.5)];
    const sandbox = await sandboxOf();
    sandbox.chargeTo(first);
    await sandbox.call("f", "[2]");
    sandbox.chargeTo(null);
    const { left } = first;
    expect(left).toBeLessThan(99.9);
    await sandbox.call("f", "[2]");
    sandbox.chargeTo(second);
    expect(second.left).toBe(0.5);
    expect(await sandbox.call("loop", "[]")).toEqual(spent(0.5));
    expect(first.left).toBe(left);
  });

  test("is counted on the clock where the system does not tell, and only while there is something to do", async () => {
    // No process has such a number.
    const used = new UsedTime(2 ** 30);
    await wait(100);
    expect(used.read()).toBe(0);
    used.begin();
    await wait(100);
    expect(used.read()).toBeGreaterThan(0.09);
    used.pause();
    const read = used.read();
    await wait(100);
    expect(used.read()).toBe(read);
  });
});
