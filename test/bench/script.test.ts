import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = join(__dirname, "../..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };
const long = Object.entries(scripts).filter(([name]) => /^(bench|reproduce)/.test(name));

/** Runs a script as npm does: its command with more arguments. */
async function run(command: string, ...args: string[]) {
  const [, ...words] = command.split(" ");
  const { stdout } = await promisify(execFile)(process.execPath, [...words, ...args], { cwd: root });
  return stdout;
}

test.each(long)("`npm run %s`, which takes minutes, says at once what its options are", async (name, command) => {
  expect(await run(command, "--help")).toContain(`Usage: npm run ${name} -- [options]`);
});

test("wrong options are answered with one line and exit code 2", async () => {
  const { code, stderr } = await run(scripts.reproduce, "--cat", "x").catch((error) => error);
  expect({ code, stderr }).toEqual({ code: 2, stderr: "error: unknown option '--cat'\n" });
});
