import { describe, expect, test } from "vitest";
import { assignment } from "../../../src/assignments/05-optimization/assignment";
import { buildNotebook, type Edition } from "../../../src/builder/buildNotebook";
import { runNotebook } from "../../kernel/runNotebook";

interface Cell {
  cell_type: string;
  source: string[];
}

interface Run {
  failures: string[];
  /** The plain text of everything that was displayed, in order. */
  displays: string[];
  printed: string;
}

/** Runs an edition top to bottom, as "Run All" does: through the Jupyter protocol, stopping at the first failure. */
async function run(edition: Edition): Promise<Run> {
  const { cells } = JSON.parse(await buildNotebook(assignment, edition)) as { cells: Cell[] };
  const code = cells.filter((cell) => cell.cell_type === "code").map((cell) => cell.source.join(""));
  const results = await runNotebook(code);
  return {
    failures: results.flatMap(({ status, evalue }, i) => (status === "ok" ? [] : [`${code[i]}\n${evalue}`])),
    displays: results.flatMap(({ outputs }) =>
      outputs
        .filter(({ type }) => type === "display_data")
        .map(({ content }) => (content.data as Record<string, string>)["text/plain"]),
    ),
    printed: results.map(({ text }) => text).join("\n"),
  };
}

describe("the notebook of assignment 5", () => {
  test("runs top to bottom with the solutions, and reaches the published accuracies", async () => {
    const { failures, displays, printed } = await run("solutions");
    expect(failures).toEqual([]);
    for (const { name } of assignment.functions) expect(displays).toContain(`✓ ${name} is right`);
    expect(displays.filter((text) => /^(Line plot|Scatter plot|Decision bound)/.test(text))).toHaveLength(12);
    expect(printed).toMatch(/gradient descent +79\.7 % right\nmomentum +79\.7 % right\n/);
    expect(printed).toMatch(/Adam +94\.0 % right\n/);
    expect(printed).toMatch(/decaying learning rate: 9[3-6]\.\d % right/);
  }, 240_000);

  test("runs top to bottom as learners get it, and says what is waiting for what", async () => {
    const { failures, displays } = await run("starter");
    expect(failures).toEqual([]);
    for (const { name } of assignment.functions) expect(displays).toContain(`○ ${name} is not implemented yet`);
    expect(displays.filter((text) => text.startsWith("Waiting for "))).toHaveLength(14);
  }, 120_000);
});
