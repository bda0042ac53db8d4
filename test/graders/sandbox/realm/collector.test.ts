/**
 * The first wall: a program collects every object that it can get hold of (caught at each depth of a full stack, given
 * to getters, traps, callbacks, promises and patched methods, found on the global object). All must be of its own
 * realm.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundleSandbox } from "../../../../graders/sandbox/host/bundle";
import { Sandbox } from "../../../../graders/sandbox/host/Sandbox";
import { wallUnderTest } from "../../wallUnderTest";

const program = readFileSync(join(__dirname, "../../../fixtures/sandbox/collector.js"), "utf8");
const answer = { failed: false, text: '{"value":{"$array":{"shape":[1],"data":[1]}},"promised":false}' };
let sandbox: Sandbox;
const modules = ["nablab/tf"] as const;

/** What the program reports for a source: its name, how many objects it gave, and how many of those are foreign. */
type Row = [string, number, number];

beforeAll(async () => {
  // With all that a program may import.
  sandbox = await Sandbox.start(await bundleSandbox(modules), { seconds: 20, memoryMB: 512, ...wallUnderTest() });
  expect(await sandbox.load(program, ["other"], { modules })).toMatchObject({ kind: "loaded" });
});
afterAll(() => sandbox.end());

async function call(name: string, args: unknown[] = [], awaits = false): Promise<unknown> {
  const outcome = await sandbox.call(name, JSON.stringify(args), () => answer, awaits);
  if (outcome.kind !== "outcome") throw new Error(`${name} ${JSON.stringify(args)}: ${JSON.stringify(outcome)}`);
  const { kind, value } = JSON.parse(outcome.text);
  if (kind !== "returned" && !["encoded", "thrown", "patched"].includes(name))
    throw new Error(`${name}: ${outcome.text}`);
  return value;
}

test("every object that a submission gets hold of is of its own realm", async () => {
  const names = (await call("names")) as string[];
  for (const name of names) for (const diver of [0, 1, 2, 3]) await call("dive", [name, diver, 1, 2]);
  await call("graph", [1, { a: [1] }, { $array: { shape: [2], data: [1, 2] } }]);
  await call("later", [], true);
  await call("encoded");
  await call("thrown");
  await call("patch");
  for (let i = 0; i < 3; i++) await call("patched", [1, { a: [1] }, { $array: { shape: [2], data: [1, 2] } }]);
  const rows = (await call("report")) as Row[];
  const found = new Map(rows.map(([where, count]) => [where, count]));
  expect(rows.filter(([, , foreign]) => foreign > 0)).toEqual([]);
  // The test has had something to look at.
  expect(rows.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(10_000);
  for (const name of names)
    expect([name, (found.get(name) ?? 0) + (found.get(`error from ${name}`) ?? 0)]).not.toEqual([name, 0]);
  for (const where of [
    "a full stack",
    "what is differentiated",
    "what tf leads to",
    "an import that failed",
    "what the encoder gives to traps",
    "what a patched method is given",
  ]) {
    expect(found.get(where)).toBeGreaterThan(0);
  }
}, 120_000);
