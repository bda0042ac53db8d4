import os from "node:os";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { executeContent, JupyterClient } from "../../graders/authoring/execution/JupyterClient";

let client: JupyterClient;
beforeAll(async () => {
  client = await JupyterClient.start(os.tmpdir());
}, 60_000);
afterAll(() => client.stop());
beforeEach(async () => {
  // Ends what the test before has left running.
  await client.request("interrupt_request", {}, "control");
  await client.execute("let kept = 7;");
});

async function resultOf(code: string): Promise<unknown> {
  const { published, reply } = await client.execute(code);
  const result = published.find(({ header }) => header.msg_type === "execute_result");
  return (result?.content.data as Record<string, string> | undefined)?.["text/plain"] ?? reply.content.evalue;
}

/** Sends a cell, interrupts it when it has printed `on`, and returns how it ended. */
async function interrupted(code: string): Promise<unknown> {
  const id = await client.send("execute_request", executeContent(code));
  const isOn = () => client.published.find((m) => m.parentHeader.msg_id === id && m.content.text === "on\n");
  await client.until(isOn);
  await client.request("interrupt_request", {}, "control");
  return (await client.finish(id)).reply.content.ename;
}

/** What a cell can leave running, each without end. */
const leftovers: [name: string, code: string][] = [
  ["a turn after the other", "const again = () => { setImmediate(again); }; again();"],
  ["many turns", "const all = () => { setImmediate(all); }; for (let i = 0; i < 50; i++) all();"],
  ["turns by promise", "(async () => { for (;;) await new Promise((next) => setImmediate(next)); })();"],
  ["an interval", "setInterval(() => {}, 0);"],
  ["an interval that is always late", "setInterval(() => { for (const t = Date.now(); Date.now() - t < 20; ); }, 1);"],
  ["a chain of timers", "const chain = () => { setTimeout(chain, 0); }; chain();"],
  [
    "a loop over timers/promises",
    "import tp from 'node:timers/promises'; (async () => { for (;;) await tp.setTimeout(1); })();",
  ],
  ["an interval that starts turns", "setInterval(() => { setImmediate(() => {}); }, 0);"],
];

it.each(leftovers)("interrupts a cell beside %s, and others still run", async (_, code) => {
  await client.execute(code);
  expect(await interrupted("console.log('on'); for (;;);")).toBe("KeyboardInterrupt");
  expect(await interrupted("console.log('on'); await new Promise(() => {});")).toBe("KeyboardInterrupt");
  expect(await resultOf("await new Promise((next) => setImmediate(next)); kept")).toBe("7");
  expect(await resultOf("await new Promise((next) => setTimeout(next, 5)); kept")).toBe("7");
});

it.each([
  ["an interval", "setInterval(() => { console.log('on'); for (;;); }, 20);"],
  ["an interval's turn", "setInterval(() => { setImmediate(() => { console.log('on'); for (;;); }); }, 20);"],
  [
    "a turn after another",
    "setTimeout(() => { setImmediate(() => {}); setImmediate(() => { console.log('on'); for (;;); }); });",
  ],
  [
    "a timer that starts itself",
    "const t = () => { setTimeout(t, 20); console.log('on'); for (;;); }; setTimeout(t, 20);",
  ],
  ["a promise", "setTimeout(async () => { console.log('on'); for (;;) await null; }, 20);"],
  ["a microtask", "setTimeout(() => { console.log('on'); const m = () => queueMicrotask(m); m(); }, 20);"],
  ["a tick", "setTimeout(() => { console.log('on'); const m = () => process.nextTick(m); m(); }, 20);"],
  [
    "a message",
    "const c = new MessageChannel(); c.port1.onmessage = () => { console.log('on'); for (;;); }; setTimeout(() => c.port2.postMessage(1), 20);",
  ],
])("ends a loop in %s that an earlier cell has left, with one interrupt", async (_, code) => {
  const before = client.published.length;
  await client.execute(code);
  await client.until(() => client.published.slice(before).find(({ content }) => content.text === "on\n"));
  const id = await client.send("execute_request", executeContent("kept"));
  await client.request("interrupt_request", {}, "control");
  await client.finish(id);
  expect(await resultOf("await new Promise((next) => setImmediate(next)); kept")).toBe("7");
  expect(await resultOf("await new Promise((next) => setTimeout(next, 60)); kept")).toBe("7");
});

it("ends what earlier cells have left running, if it comes while no cell runs", async () => {
  await client.execute("var ticks = 0; setInterval(() => { ticks++; }, 1);");
  expect(Number(await resultOf("await new Promise((next) => setTimeout(next, 60)); ticks"))).toBeGreaterThan(1);
  await client.request("interrupt_request", {}, "control");
  // Whatever is under way.
  await client.execute("await new Promise((next) => setTimeout(next, 20));");
  const ticks = await resultOf("ticks");
  expect(await resultOf("await new Promise((next) => setTimeout(next, 60)); ticks")).toBe(ticks);
});

it("calls turns as Node does", async () => {
  const cells: [code: string, shown: string][] = [
    ["let sum = 0; setImmediate((a: number, b: number) => { sum = a + b; }, 1, 2); await null; sum", "0"],
    ["await new Promise((next) => setImmediate(next)); sum", "3"],
    ["let n = 0; clearImmediate(setImmediate(() => n++)); await new Promise((next) => setTimeout(next, 5)); n", "0"],
    [
      "{ using turn = setImmediate(() => n++); turn.unref().ref(); } await new Promise((next) => setTimeout(next, 5)); n",
      "0",
    ],
    ["setImmediate(() => {}).hasRef()", "true"],
    ["await require('node:util').promisify(setImmediate)(5)", "5"],
    ["import tp from 'node:timers/promises'; await tp.setImmediate(6)", "6"],
    [
      "const order: string[] = []; setImmediate(() => { order.push('a'); process.nextTick(() => order.push('tick')); }); setImmediate(() => order.push('b')); await new Promise((next) => setTimeout(next, 5)); order.join()",
      "'a,tick,b'",
    ],
    [
      "import { AsyncLocalStorage } from 'node:async_hooks'; const store = new AsyncLocalStorage<number>(); store.run(4, () => setImmediate(() => { n = store.getStore()!; })); await new Promise((next) => setTimeout(next, 5)); n",
      "4",
    ],
    ["setImmediate(5 as never)", 'The "callback" argument must be of type function. Received type number (5)'],
    ["setImmediate(() => { throw new Error('in a turn'); }); await new Promise(() => {})", "in a turn"],
  ];
  for (const [code, shown] of cells) expect([code, await resultOf(code)]).toEqual([code, shown]);
});
