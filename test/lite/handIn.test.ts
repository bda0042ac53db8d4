import { expect, it } from "vitest";
import type { NotebookFile } from "../../src/lite/NotebookFile";
import { standingOf } from "../../src/lite/standingOf";
import { withoutFigures } from "../../src/lite/withoutFigures";
import { noticeType } from "../../src/notebook/Notice";

/** A notebook whose cells have these outputs, one each. */
function notebook(...outputs: Record<string, unknown>[]): NotebookFile {
  const cells = outputs.map((data) => ({ cell_type: "code", outputs: [{ data }] }));
  return { cells: [{ cell_type: "markdown" }, ...cells], metadata: { nablab: { assignment: "optimization" } } };
}

function verdict(name: string, status: string) {
  return { "text/plain": name, [noticeType]: { kind: "verdict", function: name, status, checks: {}, unavailable: [] } };
}

it("takes the numbers out of figures, and leaves their pictures and all else", () => {
  const picture = { "image/png": "iVBORw0", "text/plain": "A line" };
  const given = notebook({ ...picture, "application/vnd.plotly.v1+json": { data: [] } }, { "text/plain": "5" });
  expect(withoutFigures(given)).toEqual(notebook(picture, { "text/plain": "5" }));
  expect(given.cells[1].outputs?.[0].data).toHaveProperty(["application/vnd.plotly.v1+json"]);
});

it("counts the latest verdict on each function", () => {
  const waiting = { [noticeType]: { kind: "waiting", functions: ["optimize"] } };
  const outputs = [verdict("sigmoid", "incorrect"), verdict("propagate", "not-implemented"), waiting];
  expect(standingOf(notebook(...outputs, verdict("sigmoid", "correct")))).toEqual({
    correct: ["sigmoid"],
    open: ["propagate"],
  });
  expect(standingOf(notebook({ "text/plain": "5" }))).toEqual({ correct: [], open: [] });
});
