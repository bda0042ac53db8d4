import { afterEach, expect, it, vi } from "vitest";
import * as execution from "../../../../graders/authoring/execution/runEdition";
import * as building from "../../../../graders/authoring/notebook/buildNotebook";
import { notebooksRun } from "../../../../graders/authoring/proofs/notebooksRun";
import type { Notice } from "../../../../src/notebook/Notice";
import { tinySubject } from "./tinySubject";

afterEach(() => vi.restoreAllMocks());

async function problems(): Promise<string[]> {
  return [await notebooksRun(await tinySubject())].flat().flatMap((finding) => finding.problems);
}

/** What the proof finds when the checks and demonstrations of the two notebooks print this. */
function problemsWith(starter: Notice[], solutions: Notice[]): Promise<string[]> {
  vi.spyOn(execution, "runEdition").mockImplementation(async (_course, _assignment, edition) => ({
    failures: [],
    displays: [],
    printed: "",
    notices: edition === "starter" ? starter : solutions,
  }));
  return problems();
}

const both = (status: "correct" | "not-implemented"): Notice[] =>
  ["half", "quarter"].map((name) => ({ kind: "verdict", function: name, status, checks: {}, unavailable: [] }));
const notWritten = both("not-implemented");
const correct = both("correct");

it("finds no problem where every check says what it should", async () => {
  expect(await problemsWith(notWritten, correct)).toEqual([]);
});

it("finds a function that the notebook with solutions does not pass, and a demonstration that waits for it", async () => {
  const waiting: Notice = { kind: "waiting", functions: ["quarter"] };
  expect(await problemsWith(notWritten, [correct[0], notWritten[1], waiting])).toEqual([
    "no cell says that quarter is correct",
    "Waiting for quarter: this part runs once it passes its checks.",
  ]);
});

it("finds a function whose check says nothing while it is not written", async () => {
  expect(await problemsWith([notWritten[1]], correct)).toEqual(["no cell says that half is not implemented"]);
});

it("runs the cells, and names the one that fails", async () => {
  const cell = (id: string, source: string) => ({ cell_type: "code", id, metadata: {}, source: [source] });
  const cells = [cell("start", "1 + 1"), cell("the-data-2", 'throw new Error("no data")'), cell("end", "2")];
  vi.spyOn(building, "buildNotebook").mockResolvedValue(JSON.stringify({ cells }));
  expect(await problems()).toEqual(["cell the-data-2: no data", "cell the-data-2: no data"]);
});
