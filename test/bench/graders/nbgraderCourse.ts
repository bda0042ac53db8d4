import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { environmentProgram, type VirtualEnvironment } from "../../../graders/cli/lab/virtualEnvironment";
import { type Contender, students } from "./Contender";
import type { PythonCheck } from "./PythonCheck";
import { code, firstCell, notebookOf, type PythonCell, solvedCells, supportFile } from "./pythonNotebook";
import { runTimed } from "./runTimed";

const assignment = "shallow-network";
const notebookName = `${assignment}.ipynb`;

const config = `c = get_config()
c.CourseDirectory.course_id = "deep-learning"
`;

/** The contents of the gradebook, read through nbgrader's own API. */
const readScores = `
import json
from nbgrader.api import Gradebook
with Gradebook("sqlite:///gradebook.db") as gradebook:
    submissions = gradebook.assignment_submissions("${assignment}")
    print(json.dumps([s.score / s.max_score for s in submissions if not s.needs_manual_grade]))
`;

/**
 * A course in nbgrader's layout: source/ with solutions and hidden tests, release/ as nbgrader generates it, and
 * submitted/ with the students' work. Each check is a cell of its own, with its points.
 */
export function nbgraderCourse(
  folder: string,
  environment: VirtualEnvironment,
  env: NodeJS.ProcessEnv,
  checks: readonly PythonCheck[],
): Contender {
  const nbgrader = environmentProgram(environment.folder, "nbgrader");
  const template = join(folder, "template");
  const course = join(folder, "course");
  makeSource(join(template, "source", assignment), checks);
  writeFileSync(join(template, "nbgrader_config.py"), config);
  runTimed(nbgrader, ["generate_assignment", assignment], template, env);
  const released = readFileSync(join(template, "release", assignment, notebookName), "utf8");
  return {
    name: "nbgrader",
    grade(count) {
      // A course in which nothing has been graded yet, with `count` submissions.
      rmSync(course, { recursive: true, force: true });
      cpSync(template, course, { recursive: true });
      for (const student of students.slice(0, count)) {
        const target = join(course, "submitted", student, assignment);
        mkdirSync(target, { recursive: true });
        writeFileSync(join(target, notebookName), fillIn(released));
        copyFileSync(supportFile, join(target, "grading_support.py"));
      }
      return runTimed(nbgrader, ["autograde", assignment], course, env);
    },
    scores: () =>
      JSON.parse(execFileSync(environment.python, ["-c", readScores], { cwd: course, env, encoding: "utf8" })),
  };
}

function makeSource(folder: string, checks: readonly PythonCheck[]): void {
  mkdirSync(folder, { recursive: true });
  copyFileSync(supportFile, join(folder, "grading_support.py"));
  const cells: PythonCell[] = [code(firstCell())];
  for (const [name, source] of solvedCells()) {
    if (name === "sigmoid") continue;
    cells.push(code(source.replaceAll(/# (BEGIN|END) SOLUTION/g, "### $1 SOLUTION"), roleOf(name, { solution: true })));
    for (const check of checks.filter(({ cell }) => cell === name)) {
      const hidden = `### BEGIN HIDDEN TESTS\n${check.source}\n### END HIDDEN TESTS`;
      const role = roleOf(check.id, { grade: true, locked: true, points: check.points });
      cells.push(code(`# ${check.id}\n${check.hidden ? hidden : check.source}`, role));
    }
  }
  writeFileSync(join(folder, notebookName), notebookOf(cells));
}

function roleOf(id: string, role: Record<string, unknown>): Record<string, unknown> {
  const plain = { grade: false, locked: false, solution: false, task: false, schema_version: 3 };
  return { nbgrader: { ...plain, ...role, grade_id: id } };
}

/** A correct submission: the released notebook, with every function written. */
function fillIn(released: string): string {
  const solved = solvedCells();
  const notebook = JSON.parse(released) as {
    cells: { source: string; metadata: { nbgrader?: { grade_id: string } } }[];
  };
  for (const cell of notebook.cells) cell.source = solved.get(cell.metadata.nbgrader?.grade_id ?? "") ?? cell.source;
  return JSON.stringify(notebook, null, 1);
}
