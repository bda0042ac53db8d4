import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const register = join(__dirname, "../../../graders/cli/registerTypeScript.js");
const folder = mkdtempSync(join(tmpdir(), "nablab-register-"));
const file = join(folder, "greeting.ts");
afterAll(() => rmSync(folder, { recursive: true }));

/** Loads the file in a process of its own; returns what it exports, and whether that loaded the compiler. */
function load(): { greeting: string; place: string; compiler: boolean } {
  const script = `
    const { greeting, stack } = require(${JSON.stringify(file)});
    const compiler = Object.keys(require.cache).some((name) => name.endsWith("typescript.js"));
    console.log(JSON.stringify({ greeting, compiler, place: /\\S*greeting\\.ts:\\d+/.exec(stack)?.[0].replace("(", "") }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["-r", register, "-e", script], { encoding: "utf8" });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

function write(text: string): void {
  writeFileSync(
    file,
    `interface Unused {\n  gone: true;\n}\nexport const greeting: string = "${text}";
export const { stack } = new Error();\n`,
  );
}

test("TypeScript is translated at the first start, and again when it has changed", () => {
  write("hello");
  const place = `${file}:5`;
  expect(load()).toEqual({ greeting: "hello", place, compiler: true });
  expect(load()).toEqual({ greeting: "hello", place, compiler: false });
  write("good morning");
  expect(load()).toEqual({ greeting: "good morning", place, compiler: true });
}, 60_000);
