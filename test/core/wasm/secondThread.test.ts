import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const register = path.resolve(__dirname, "../../../graders/cli/registerTypeScript.js");

async function run(...options: string[]): Promise<{ twoThreads: boolean; dot: number; product: number }> {
  const program = path.join(__dirname, "secondThreadProgram.ts");
  const given = [...options, "-r", register, program];
  const { stdout } = await promisify(execFile)(process.execPath, given);
  return JSON.parse(stdout);
}

it("works beside a program, which ends without waiting for it, and is done without where it is not allowed", async () => {
  const [two, one] = await Promise.all([run(), run("--permission", "--allow-fs-read=*")]);
  expect(two.twoThreads).toBe(true);
  expect(one).toEqual({ ...two, twoThreads: false });
});
