import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { buildNotebook, type Edition } from "../../graders/authoring/notebook/buildNotebook";
import type { GradingRun } from "../../graders/engine/GradingRun";
import { gradeEntry } from "../../graders/engine/gradeSubmission";
import { prepareRun } from "../../graders/engine/prepareRun";
import type { FunctionResult } from "../../graders/engine/results";
import type { Assignment } from "../../src/check/contract";
import { ownCourse } from "../ownCourse";

interface Cell {
  metadata: { nablab?: { graded?: string } };
  source: string[];
}

/** What a learner did to the cells of a notebook. */
export type Edit = (cells: Cell[]) => void;

/**
 * Grades editions of an assignment's notebook through the real grader, with an edit in them.
 *
 * @param patience how long the reference may take to answer all checks, in milliseconds
 */
export function gradeNotebooks(assignment: Assignment, patience = 30_000) {
  const folder = mkdtempSync(join(tmpdir(), `nablab-${assignment.slug}-`));
  let run: GradingRun;
  beforeAll(async () => {
    const limits = { seconds: 10, memoryMB: 256 };
    run = await prepareRun(ownCourse, assignment, { hidden: true, seed: 11, limits, cache: false });
  }, patience);
  afterAll(() => rmSync(folder, { recursive: true }));

  return async (edition: Edition, edit: Edit = () => {}) => {
    const notebook = JSON.parse(await buildNotebook(ownCourse, assignment, edition)) as { cells: Cell[] };
    edit(notebook.cells);
    const file = join(folder, "student.ipynb");
    writeFileSync(file, JSON.stringify(notebook));
    return (await gradeEntry({ id: "student", file }, run)).result;
  };
}

/** The ids of the mistakes that were recognised in a function. */
export function misconceptionsOf({ checks }: FunctionResult): Set<string> {
  return new Set(checks.flatMap(({ misconception }) => misconception ?? []));
}

/** Replaces a piece of code that exactly one cell has. */
export function replaceOnce(right: string, wrong: string): Edit {
  return (cells) => {
    const having = cells.filter(({ source }) => source.join("").includes(right));
    expect(having).toHaveLength(1);
    having[0].source = [having[0].source.join("").replace(right, () => wrong)];
  };
}

/** Replaces a piece of code that stands once in the cell of a graded function. */
export function replaceIn(name: string, right: string, wrong: string): Edit {
  return (cells) => {
    const cell = cells.find(({ metadata }) => metadata.nablab?.graded === name) as Cell;
    const source = cell.source.join("");
    expect(source.split(right)).toHaveLength(2);
    cell.source = [source.replace(right, () => wrong)];
  };
}
