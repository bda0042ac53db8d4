import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundleSandbox } from "../../../../graders/sandbox/host/bundle";
import { cacheCode } from "../../../../graders/sandbox/host/cacheCode";
import { defaultLimits, sandboxCommand } from "../../../../graders/sandbox/host/limits";
import { Sandbox } from "../../../../graders/sandbox/host/Sandbox";
import { launchDirectly } from "../../../../graders/sandbox/launcher/launchDirectly";
import { codeCacheOf } from "../../../../graders/sandbox/wire/codeCacheOf";
import { FrameReader } from "../../../../graders/sandbox/wire/FrameReader";
import { parseReply } from "../../../../graders/sandbox/wire/parseReply";
import { noBubblewrap } from "../../bubblewrap";

const folder = mkdtempSync(join(tmpdir(), "nablab-code-"));
const bundle = join(folder, "sandbox.js");
beforeAll(async () => copyFileSync(await bundleSandbox(), bundle));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a sandbox says when it is ready. */
async function greeting(memoryMB: number, wall?: "bwrap"): Promise<string> {
  const { pipe, kill } = await launchDirectly(...sandboxCommand(bundle, { ...defaultLimits, memoryMB, wall }));
  const chunk = await new Promise<Buffer>((resolve) => pipe.once("data", resolve));
  kill();
  return parseReply(new FrameReader().push(chunk)[0]).text;
}

async function call(): Promise<unknown> {
  const sandbox = await Sandbox.start(bundle, defaultLimits);
  await sandbox.load("(function ({ np }) { return { f: () => np.tanh(np.arange(3)) }; })", []);
  const answer = await sandbox.call("f", "[]", async () => ({ failed: true, text: "" }));
  sandbox.end();
  return answer;
}

test("The library's compiled code is used where it has been kept, whatever a submission's memory, and changes no result", async () => {
  expect(await greeting(512)).toBe("");
  const before = await call();
  await cacheCode(bundle, defaultLimits);
  for (const memoryMB of [128, 512, 1024]) expect(await greeting(memoryMB)).toBe("compiled");
  expect(await call()).toEqual(before);
});

test.skipIf(noBubblewrap !== null)("Inside bubblewrap it is found, too", async () => {
  expect(await greeting(512, "bwrap")).toBe("compiled");
});

test("Code that V8 did not make is not used, and does no harm", async () => {
  writeFileSync(codeCacheOf(bundle), "half a fi");
  expect(await greeting(512)).toBe("");
  expect(await call()).toMatchObject({ kind: "outcome" });
});
