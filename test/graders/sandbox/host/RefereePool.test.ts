import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { extract } from "../../../../graders/extract/parse/extract";
import { AnswerMemo } from "../../../../graders/sandbox/host/AnswerMemo";
import { bundleReferee, bundleSandbox } from "../../../../graders/sandbox/host/bundle";
import { RefereePool } from "../../../../graders/sandbox/host/RefereePool";
import { Sandbox } from "../../../../graders/sandbox/host/Sandbox";
import { TimeBudget } from "../../../../graders/sandbox/host/TimeBudget";

const limits = { seconds: 5, memoryMB: 128 };
const budget = new TimeBudget(100);
const folder = mkdtempSync(join(tmpdir(), "nablab-referee-"));
let bundle: string;

beforeAll(async () => {
  const solution = join(folder, "solution.ts");
  const np = JSON.stringify(join(__dirname, "../../../../src/np"));
  writeFileSync(
    solution,
    `import { np } from ${np};
     export const draw = (n: number) => np.random.rand(1).toTypedArray()[0] + n;
     let times = 0;
     export const count = () => { times += 1; return times; };
     export const burn = () => { for (;;); };
     export const refuse = () => { throw new Error("no"); };`,
  );
  bundle = await bundleReferee(solution);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The answers that one call of a submission's function gets when it asks for `draw` with each of the numbers. */
async function askInTurn(pool: RefereePool, numbers: readonly number[]): Promise<number[]> {
  const referee = pool.borrow(budget);
  const standIn = referee.forOneCall();
  const told: number[] = [];
  for (const n of numbers) {
    const answer = await standIn("draw", JSON.stringify([n]));
    if (answer.failed) throw new Error(answer.text);
    told.push((JSON.parse(answer.text) as { value: number }).value);
  }
  pool.giveBack(referee);
  return told;
}

test("What was answered before is answered the same, whatever was asked in between and afterwards", async () => {
  const pool = new RefereePool(bundle, limits);
  const first = await askInTurn(pool, [0, 0, 0]);
  expect(new Set(first).size).toBe(3);
  expect(await askInTurn(pool, [0, 0, 0])).toEqual(first);
  expect(await askInTurn(pool, [0, 0, 0, 7])).toEqual(await askInTurn(new RefereePool(bundle, limits), [0, 0, 0, 7]));
  expect(await askInTurn(pool, [0, 1, 0])).toEqual([first[0], expect.closeTo(first[1] + 1, 12), first[2]]);
});

test("What takes no random numbers is known whatever was asked before it, and what comes after is as if it had been asked", async () => {
  const pool = new RefereePool(bundle, limits);
  const referee = pool.borrow(budget);
  const ask = async (names: readonly string[]): Promise<unknown[]> => {
    const standIn = referee.forOneCall();
    const told: unknown[] = [];
    for (const name of names) told.push(JSON.parse((await standIn(name, "[0]")).text));
    return told;
  };
  const [count, first, second] = await ask(["count", "draw", "draw"]);
  expect(count).toMatchObject({ value: 1 });
  expect(second).not.toEqual(first);
  expect(await ask(["draw", "count", "draw"])).toEqual([first, expect.objectContaining({ value: 2 }), second]);
  expect(await ask(["count", "count", "draw", "count", "draw"])).toMatchObject([
    count,
    count,
    first,
    { value: 2 },
    second,
  ]);
  referee.end();
});

test("A referee serves one submission after another, but not after the reference has failed", async () => {
  const pool = new RefereePool(bundle, limits);
  const referee = pool.borrow(budget);
  expect(pool.borrow(budget)).not.toBe(referee);
  pool.giveBack(referee);
  expect(pool.borrow(budget)).toBe(referee);
  expect(await referee.forOneCall()("refuse", "[]")).toEqual({ failed: true, text: "Error: no" });
  pool.giveBack(referee);
  expect(pool.borrow(budget)).not.toBe(referee);
});

/** A submission whose `f` calls what the reference stands in for. */
const asking = extract(
  [{ number: 1, source: "const burn = () => 0;\nconst f = () => burn();" }],
  ["f", "burn"],
).program(["f"], ["burn"]);

describe("The time that the reference takes", () => {
  test("is the submission's that asks, which ends with it; the next one has its own", async () => {
    const pool = new RefereePool(bundle, limits);
    const short = new TimeBudget(0.5);
    const referee = pool.borrow(short);
    await expect(referee.forOneCall()("burn", "[]")).rejects.toMatchObject({ stopped: { cause: "budget" } });
    expect(short.left).toBe(0);
    pool.giveBack(referee);
    const long = new TimeBudget(100);
    const next = pool.borrow(long);
    expect(next).not.toBe(referee);
    expect(await next.forOneCall()("count", "[]")).toMatchObject({ failed: false });
    pool.giveBack(next);
    expect(pool.borrow(short)).toBe(next);
    expect(long.left).toBeGreaterThan(95);
    next.end();
  });

  test("ends the call that waits for it, with the reason", async () => {
    const sandbox = await Sandbox.start(await bundleSandbox(), limits);
    await sandbox.load(asking, ["burn"]);
    const short = new TimeBudget(0.5);
    const referee = new RefereePool(bundle, limits).borrow(short);
    expect(await sandbox.call("f", "[]", referee.forOneCall())).toEqual(short.stopped);
    expect(sandbox.alive).toBe(false);
  });

  test("is a grader fault where it cannot even be started", async () => {
    const sandbox = await Sandbox.start(await bundleSandbox(), limits);
    await sandbox.load(asking, ["burn"]);
    const referee = new RefereePool(join(folder, "missing.js"), limits).borrow(budget);
    await expect(sandbox.call("f", "[]", referee.forOneCall())).rejects.toThrow("the sandbox did not start");
  });
});

test("What is remembered keeps within its bounds: the least recently used goes first", () => {
  const memo = new AnswerMemo();
  const long = { text: "x".repeat(14 * 2 ** 20), tookRandom: false };
  memo.set("a", long);
  memo.set("b", long);
  memo.get("a");
  memo.set("c", long);
  expect(["a", "b", "c"].map((key) => memo.get(key) !== undefined)).toEqual([true, false, true]);
});
