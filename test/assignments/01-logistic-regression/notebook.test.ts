import { describe, expect, test } from "vitest";
import { type CellResult, runNotebook } from "../../../graders/authoring/execution/runNotebook";
import { buildNotebook, type Edition } from "../../../graders/authoring/notebook/buildNotebook";
import { assignment } from "../../../src/assignments/01-logistic-regression/assignment";
import { ownCourse } from "../../ownCourse";

interface Cell {
  id: string;
  cell_type: string;
  source: string[];
}

/** Runs an edition top to bottom, as "Run All" does: through the Jupyter protocol, stopping at the first failure. */
async function run(edition: Edition): Promise<Map<string, CellResult>> {
  const { cells } = JSON.parse(await buildNotebook(ownCourse, assignment, edition)) as { cells: Cell[] };
  const code = cells.filter((cell) => cell.cell_type === "code");
  const results = await runNotebook(code.map((cell) => cell.source.join("")));
  return new Map(code.map(({ id }, i) => [id, results[i]]));
}

const failures = (results: Map<string, CellResult>) =>
  [...results].filter(([, { status }]) => status !== "ok").map(([id, { evalue }]) => `${id}: ${evalue}`);

const displays = (results: Map<string, CellResult>) =>
  [...results.values()].flatMap(({ outputs }) =>
    outputs.filter(({ type }) => type === "display_data").map(({ content }) => content.data as Record<string, unknown>),
  );

describe("the notebook of assignment 1", () => {
  test("runs top to bottom with the solutions: verdicts right, figures drawn, digits learned", async () => {
    const results = await run("solutions");
    expect(failures(results)).toEqual([]);
    const texts = displays(results).map((data) => data["text/plain"] as string);
    for (const { name } of assignment.functions) expect(texts).toContain(`✓ ${name} is correct`);
    const figures = displays(results).filter((data) => "application/vnd.plotly.v1+json" in data);
    const alternatives = figures.map((data) => String(data["text/plain"]));
    expect(alternatives.filter((text) => text.startsWith("Line plot"))).toHaveLength(3);
    expect(alternatives.filter((text) => text.includes("10 images"))).toHaveLength(2);
    expect(alternatives).toHaveLength(9);
    const [, training, test] =
      /Training set (\S+) %\nTest set +(\S+) %/.exec(results.get("all-together-4")?.text ?? "") ?? [];
    expect(Number(training)).toBeGreaterThan(95);
    expect(Number(test)).toBeGreaterThan(92);
    const [, formula, measured] =
      /by formula +(\S+)\nby measuring (\S+)/.exec(results.get("forward-and-backward-4")?.text ?? "") ?? [];
    expect(Number(measured)).toBeCloseTo(Number(formula), 7);
  }, 120_000);

  test("runs top to bottom as learners get it, and says what is waiting for what", async () => {
    const results = await run("starter");
    expect(failures(results)).toEqual([]);
    const texts = displays(results).map((data) => data["text/plain"] as string);
    for (const { name } of assignment.functions) expect(texts).toContain(`○ ${name} is not implemented yet`);
    expect(texts.filter((text) => text.startsWith("Waiting for "))).toHaveLength(7);
  }, 120_000);
});
