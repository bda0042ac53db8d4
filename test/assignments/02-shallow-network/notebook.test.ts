import { expect, test } from "vitest";
import { assignment } from "../../../src/assignments/02-shallow-network/assignment";
import { buildNotebook, type Edition } from "../../../src/builder/buildNotebook";
import { runNotebook } from "../../kernel/runNotebook";

interface NotebookCell {
  cell_type: string;
  source: string[];
}

/** Runs every code cell in the kernel; fails with what the first failing cell says. */
async function run(edition: Edition) {
  const { cells } = JSON.parse(await buildNotebook(assignment, edition)) as { cells: NotebookCell[] };
  const code = cells.filter(({ cell_type }) => cell_type === "code").map(({ source }) => source.join(""));
  const results = await runNotebook(code);
  const failed = results.find(({ status }) => status !== "ok");
  expect(failed?.traceback?.join("\n")).toBeUndefined();
  const plain = results.flatMap(({ outputs }) =>
    outputs.map(({ content }) => (content.data as Record<string, string> | undefined)?.["text/plain"] ?? ""),
  );
  return { text: results.map((result) => result.text).join(""), plain };
}

test("with solutions, the notebook runs to the end, and every check passes", { timeout: 240_000 }, async () => {
  const { text, plain } = await run("solutions");
  for (const { name } of assignment.functions) expect(plain).toContain(`✓ ${name} is right`);
  expect(plain.filter((line) => line.startsWith("Waiting for"))).toEqual([]);
  expect(plain.filter((line) => line.startsWith("Decision boundaries")).length).toBe(5);
  // The course's cost at iteration 7000, and all seven hidden sizes.
  expect(text).toContain("Cost after iteration 7000: 0.217503654");
  expect(text).toMatch(/^50 +\d\d\.\d % +\d\d\.\d %$/m);
});

test("with nothing written yet, the notebook runs to the end too, and says what is missing", {
  timeout: 240_000,
}, async () => {
  const { plain } = await run("starter");
  for (const { name } of assignment.functions) expect(plain).toContain(`○ ${name} is not implemented yet`);
  expect(plain.filter((line) => line.startsWith("Waiting for")).length).toBeGreaterThan(8);
});
