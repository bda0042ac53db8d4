import { expect, test } from "vitest";
import { type CellOutput, runNotebook } from "../../graders/authoring/execution/runNotebook";
import { buildNotebook } from "../../graders/authoring/notebook/buildNotebook";
import { ownCourse as course } from "../ownCourse";

interface Cell {
  cell_type: string;
  source: string[];
}

/** What a front end saves of the outputs: an update replaces what it updates. */
function saved(outputs: readonly CellOutput[]): CellOutput[] {
  const kept: CellOutput[] = [];
  for (const output of outputs) {
    const idOf = ({ content }: CellOutput) => (content.transient as { display_id?: string } | undefined)?.display_id;
    const shown = kept.findIndex((other) => idOf(other) !== undefined && idOf(other) === idOf(output));
    if (output.type === "update_display_data" && shown >= 0) kept[shown] = output;
    else kept.push(output);
  }
  return kept;
}

test.each(course.assignments.map((assignment) => [assignment.slug, assignment] as const))(
  "%s weighs no more than 2 MB once run, and each figure has its still picture",
  async (_, assignment) => {
    const notebook = await buildNotebook(course, assignment, "solutions");
    const cells = (JSON.parse(notebook).cells as Cell[]).filter(({ cell_type }) => cell_type === "code");
    const results = await runNotebook(
      cells.map(({ source }) => source.join("")),
      { directory: course.notebooks },
    );
    const outputs = results.flatMap((result) => saved(result.outputs));
    expect(notebook.length + JSON.stringify(outputs).length).toBeLessThan(2e6);
    const formats = outputs.map(({ content }) => Object.keys((content.data as object | undefined) ?? {}));
    const figures = formats.filter((keys) => keys.includes("application/vnd.plotly.v1+json"));
    expect(figures.length).toBeGreaterThan(0);
    for (const keys of figures) expect(keys).toContain("image/png");
  },
  300_000,
);
