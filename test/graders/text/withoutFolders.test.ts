import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withoutFolders } from "../../../graders/text/withoutFolders";

test.each<[string, string]>([
  [
    "ENOENT: no such file or directory, open '/home/ada/class of 2026/x.ts'",
    "ENOENT: no such file or directory, open 'x.ts'",
  ],
  ["EXDEV: rename '/tmp/a b/c' -> '/srv/d e/f'", "EXDEV: rename 'c' -> 'f'"],
  ["EACCES: permission denied, scandir '/srv/class/'", "EACCES: permission denied, scandir 'class'"],
  ["EPERM, open 'C:\\Users\\Prof Ada\\class\\x.ts'", "EPERM, open 'x.ts'"],
  ['Cannot find module "/opt/nablab/graders/x.js"', 'Cannot find module "x.js"'],
  ["spawn /opt/nablab/node_modules/node/bin/node ENOENT", "spawn node ENOENT"],
  ["at f (/opt/nablab/graders/x.ts:3:5)", "at f (x.ts:3:5)"],
  ["at file:///opt/nablab/graders/x.ts:3:5", "at x.ts:3:5"],
  ["D:\\nablab\\graders\\x.ts(3,5): error", "x.ts(3,5): error"],
  [`${join(process.cwd(), "a b", "x.ts")}: bad`, "a b/x.ts: bad"],
  [`${join(tmpdir(), "x.ts")} and ${join(homedir(), "y.ts")}`, "x.ts and y.ts"],
])("%j says the same without folders", (message, shown) => {
  expect(withoutFolders(message)).toBe(shown);
});

test.each([
  "1/2 of the memory",
  "a and/or b",
  "https://nodejs.org/api/fs.html",
  "no process",
  "src/check/contract.ts: x",
  "/",
])("%j has none", (message) => {
  expect(withoutFolders(message)).toBe(message);
});
