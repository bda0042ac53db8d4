import { isRecord } from "../../../src/check/isRecord";
import { NotGradable } from "../../extract/NotGradable";
import { parseNotebook } from "../../extract/parse/parseNotebook";
import { clip } from "../../text/clip";
import { collectFunctions } from "./collectFunctions";
import { formats } from "./formats";
import type { Lesson } from "./Lesson";
import { cellRemarks } from "./remarks/cellRemarks";
import { partRemarks } from "./remarks/partRemarks";
import { readCells, type SourceCell } from "./SourceCell";
import { writeAssignment } from "./write/assignmentFile";
import { writeChecks, writeHiddenChecks } from "./write/checksFile";
import { imageFiles } from "./write/images";
import { writeNotebookScript } from "./write/notebookScript";
import { writeReport, writeSummary } from "./write/report";
import { writeSolution } from "./write/solution";
import { alternativesFile, misconceptionsFile, writeManual } from "./write/staffFiles";

/** What the assignment is to be called. */
export interface Naming {
  fileName: string;
  slug: string;
  number: number;
}

export interface Migration {
  /** By path within the assignment's folder. */
  files: { path: string; content: string | Buffer }[];
  /** For the terminal. */
  summary: string;
}

/**
 * Makes a Python notebook with solutions into raw material for an assignment. The notebook is data: it is never run.
 *
 * @param text of the notebook file
 * @throws NotGradable when it is not a notebook, not in Python, or has nothing for learners to write
 */
export function migrate(text: string, { fileName, slug, number }: Naming): Migration {
  const notebook = parseNotebook(text);
  checkLanguage(notebook.metadata);
  const cells = readCells(notebook.cells);
  const format = formats.find(({ matches }) => matches(cells));
  if (!format) throw new NotGradable(whyNothing(cells));
  const parts = format.read(cells);
  const functions = collectFunctions(parts, format);
  const lesson: Lesson = { fileName, format: format.name, slug, number, title: titleOf(cells, slug), parts, functions };
  return describe(lesson, cells);
}

function describe(lesson: Lesson, cells: readonly SourceCell[]): Migration {
  const remarks = [...partRemarks(lesson), ...cellRemarks(cells)];
  const counts = {
    cells: cells.length,
    markdown: cells.filter(({ type }) => type === "markdown").length,
    outputs: cells.reduce((sum, { outputs }) => sum + outputs, 0),
  };
  const manual = writeManual(lesson);
  const files = [
    { path: "MIGRATION.md", content: writeReport(lesson, remarks, counts) },
    { path: "assignment.ts", content: writeAssignment(lesson) },
    { path: "checks.ts", content: writeChecks(lesson) },
    { path: "expected.json", content: "{}\n" },
    { path: "notebook.ts", content: writeNotebookScript(lesson) },
    { path: "staff/alternatives.ts", content: alternativesFile },
    { path: "staff/hidden-checks.ts", content: writeHiddenChecks(lesson) },
    ...(manual === null ? [] : [{ path: "staff/manual.md", content: manual }]),
    { path: "staff/misconceptions.ts", content: misconceptionsFile },
    { path: "staff/solution.ts", content: writeSolution(lesson.functions) },
    ...imageFiles(cells),
  ];
  return { files, summary: writeSummary(lesson, remarks) };
}

function checkLanguage(metadata: unknown): void {
  const content: Record<string, unknown> = isRecord(metadata) ? metadata : {};
  const { kernelspec, language_info } = content;
  const info = isRecord(language_info) ? language_info.name : undefined;
  const language = info ?? (isRecord(kernelspec) ? kernelspec.language : undefined);
  // A notebook that names no language is taken to be Python.
  if (typeof language === "string" && !/^i?python\d*$/i.test(language)) {
    throw new NotGradable(`is written in ${clip(language, 40)}; migrate reads notebooks in Python`);
  }
}

function whyNothing(cells: readonly SourceCell[]): string {
  if (cells.some(({ source }) => /\botter\.Notebook\(/.test(source))) {
    return "is what otter-grader hands out to students, without questions; migrate the master notebook instead";
  }
  return (
    "has nothing that learners write: neither nbgrader's metadata, nor otter-grader's questions, nor a comment " +
    "# GRADED FUNCTION: name; put that comment above each function that is to be graded"
  );
}

function titleOf(cells: readonly SourceCell[], slug: string): string {
  const headings = cells.filter(({ type }) => type === "markdown").map(({ source }) => /^#+ +(.+)$/m.exec(source)?.[1]);
  return clip(
    headings
      .find(Boolean)
      ?.replace(/[*_`]|\s+#+$/g, "")
      .trim() ?? slug,
    100,
  );
}
