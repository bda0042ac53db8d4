import path from "node:path";
import { afterAll, expect, it } from "vitest";
import type { CompilerThread as Thread } from "../../../../src/kernel/node/compiler/CompilerThread";

const root = path.resolve(__dirname, "../../../..");
const { CompilerThread } = require(path.join(root, "dist/kernel/node/compiler/CompilerThread.js")) as {
  CompilerThread: typeof Thread;
};
const compiler = new CompilerThread(path.join(root, "notebooks"));
afterAll(() => compiler.stop());

async function run(code: string): Promise<string> {
  const compilation = await compiler.request("compile", code);
  if (!compilation.ok) return compilation.diagnostics[0].message;
  void compiler.request("commit", compilation.cell);
  return `cell ${compilation.cell.id}`;
}

it("gives up a cell, knows the earlier ones still, and answers what waited behind it", async () => {
  expect(await run("const kept = 'text';")).toBe("cell 1");
  expect(await run("let other = 1;")).toBe("cell 2");
  const given = compiler.request("compile", "const given = 1;").catch((error: Error) => error.message);
  const waiting = run("kept.toUpperCase(); other++;");
  compiler.restart();
  expect(await given).toBe("it was interrupted");
  // No number is used twice.
  expect(await waiting).toBe("cell 3");
  expect(await run("kept.toFixed();")).toContain("'toFixed' does not exist on type '\"text\"'");
}, 30_000);

it("forgets what the kernel has forgotten", async () => {
  await compiler.request("reset");
  compiler.restart();
  expect(await run("kept;")).toBe("Cannot find name 'kept'.");
}, 30_000);
