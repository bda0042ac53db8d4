import { expect, test } from "vitest";
import { assignment } from "../../../src/assignments/03-deep-network/assignment";
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

test("with solutions, the notebook runs to the end, every check passes, and the digits are learned", {
  timeout: 120_000,
}, async () => {
  const { text, plain } = await run("solutions");
  for (const { name } of assignment.functions) expect(plain).toContain(`✓ ${name} is right`);
  expect(plain.filter((line) => line.startsWith("Waiting for"))).toEqual([]);
  const measured = [...text.matchAll(/by formula (-?[\d.]+) +by measuring (-?[\d.]+)/g)];
  expect(measured.length).toBe(3);
  for (const [, formula, measuring] of measured) expect(Number(formula)).toBeCloseTo(Number(measuring), 8);
  expect(text).toContain("cost after 80 iterations: 0.693147");
  expect(share(text, /4 layers +training [\d.]+ % +test ([\d.]+) %/)).toBeGreaterThan(96.5);
  expect(share(text, /Test set +([\d.]+) %/)).toBeGreaterThan(89);
});

test("with nothing written yet, the notebook runs to the end too, and says what is missing", {
  timeout: 60_000,
}, async () => {
  const { plain } = await run("starter");
  for (const { name } of assignment.functions) expect(plain).toContain(`○ ${name} is not implemented yet`);
  expect(plain.filter((line) => line.startsWith("Waiting for")).length).toBeGreaterThan(4);
});

function share(text: string, pattern: RegExp): number {
  return Number(pattern.exec(text)?.[1]);
}
