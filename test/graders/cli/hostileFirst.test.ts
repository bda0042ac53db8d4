import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Results } from "../../../graders/engine/results";
import { root } from "../../house/files";

const folder = mkdtempSync(join(tmpdir(), "nablab-first-"));
afterAll(() => rmSync(folder, { recursive: true }));

function grade(): { stderr: string; results: unknown } {
  const args = [join(root, "graders/cli/run.js"), "grade", "class", "--seed", "1", "--no-hidden", "--out", "out"];
  const { stderr, status } = spawnSync(process.execPath, [...args, "--format", "json"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
  const { submissions } = JSON.parse(readFileSync(join(folder, "out/results.json"), "utf8")) as Results;
  return { stderr, results: submissions.map(({ id, status, error }) => ({ id, status, error })) };
}

test("files that cannot be read come first, and the assignment is found out all the same; going on does not meet them again", () => {
  mkdirSync(join(folder, "class"));
  const write = (name: string, content: string | Buffer): void => writeFileSync(join(folder, "class", name), content);
  write("a-nested.ts", `const f = ${"[".repeat(3000)}`);
  write("b-binary.ipynb", Buffer.from([0, 1, 2, 3]));
  write(
    "c-large.ts",
    `enum E { A = "xxxxxxxx", ${Array.from({ length: 20 }, (_, i) => `A${i} = \`\${A${i - 1 < 0 ? "" : i - 1}}\${A${i - 1 < 0 ? "" : i - 1}}\``)} }
function sigmoid(z: any) { return E.A; }`,
  );
  write("d-ordinary.ts", "function sigmoid(z: any) { return z; }\nfunction propagate() {}\nfunction optimize() {}\n");
  const first = grade();
  expect(first.results).toEqual([
    { id: "a-nested", status: "not-gradable", error: "holds code that is nested too deeply to be read" },
    { id: "b-binary", status: "not-gradable", error: "is a binary file, not a notebook or a script" },
    {
      id: "c-large",
      status: "not-gradable",
      error: expect.stringMatching(/^is too large: its code makes \d+ MB of JavaScript, at most 4 MB are run$/),
    },
    { id: "d-ordinary", status: "graded", error: undefined },
  ]);
  const second = grade();
  expect(second.stderr).toContain("4 of 4 were graded before and have not changed");
  expect(second.results).toEqual(first.results);
}, 60_000);
