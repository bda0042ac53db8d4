import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { environmentProgram, type VirtualEnvironment } from "../../../graders/cli/lab/virtualEnvironment";
import { type Contender, students } from "./Contender";
import type { PythonCheck } from "./PythonCheck";
import { code, firstCell, notebookOf, type PythonCell, solvedCells, supportFile } from "./pythonNotebook";
import { runTimed } from "./runTimed";

const notebookName = "shallow-network.ipynb";

const config = `# ASSIGNMENT CONFIG
name: shallow-network
export_cell: false
generate: true
files:
  - grading_support.py`;

/** Grades the whole class in one process through Otter's own API: its command line grades several only with Docker. */
const gradeAll = `
import json, sys
from otter.api import grade_submission
results = [grade_submission(path, "autograder.zip", quiet=True) for path in sys.argv[1:]]
json.dump([r.total / r.possible for r in results], open("scores.json", "w"))
`;

/**
 * An assignment for Otter: `otter assign` makes the autograder from the solved notebook and its tests. Grading uses
 * Otter's local mode without a container: `otter run` for one submission, its API for several.
 */
export function otterCourse(
  folder: string,
  environment: VirtualEnvironment,
  env: NodeJS.ProcessEnv,
  checks: readonly PythonCheck[],
): Contender {
  const otter = environmentProgram(environment.folder, "otter");
  const source = join(folder, "source");
  mkdirSync(source, { recursive: true });
  copyFileSync(supportFile, join(source, "grading_support.py"));
  writeFileSync(join(source, notebookName), notebookOf(assignmentCells(checks)));
  runTimed(otter, ["assign", notebookName, "dist"], source, env);
  const made = join(source, "dist", "autograder");
  const [zip] = readdirSync(made).filter((name) => name.endsWith(".zip"));
  copyFileSync(join(made, zip), join(folder, "autograder.zip"));
  const files = students.map((student) => {
    mkdirSync(join(folder, student));
    copyFileSync(join(made, notebookName), join(folder, student, notebookName));
    return join(student, notebookName);
  });
  let graded = 0;
  return {
    name: "otter-grader",
    grade(count) {
      graded = count;
      for (const name of ["results.json", "scores.json"]) rmSync(join(folder, name), { force: true });
      if (count === 1) return runTimed(otter, ["run", "-a", "autograder.zip", files[0]], folder, env);
      return runTimed(environment.python, ["-c", gradeAll, ...files.slice(0, count)], folder, env);
    },
    scores() {
      const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));
      return graded === 1 ? [scoreOf(read("results.json"))] : read("scores.json");
    },
  };
}

function scoreOf({ tests }: { tests: { score?: number; max_score?: number }[] }): number {
  const total = (points: (number | undefined)[]) => points.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  return total(tests.map(({ score }) => score)) / total(tests.map(({ max_score }) => max_score));
}

function assignmentCells(checks: readonly PythonCheck[]): PythonCell[] {
  const cells: PythonCell[] = [raw(config), code(firstCell())];
  for (const [name, source] of solvedCells()) {
    if (name === "sigmoid") continue;
    const tests = checks.filter(({ cell }) => cell === name).map(testCell);
    cells.push(
      raw(`# BEGIN QUESTION\nname: ${name}`),
      { cell_type: "markdown", source: `Write \`${name}\`.`, metadata: {} },
      ...[raw("# BEGIN SOLUTION"), code(source), raw("# END SOLUTION")],
      ...[raw("# BEGIN TESTS"), ...tests, raw("# END TESTS")],
      raw("# END QUESTION"),
    );
  }
  return cells;
}

function testCell({ points, hidden, source }: PythonCheck): PythonCell {
  return code(`""" # BEGIN TEST CONFIG\npoints: ${points}\nhidden: ${hidden}\n""" # END TEST CONFIG\n${source}`);
}

function raw(source: string): PythonCell {
  return { cell_type: "raw", source, metadata: {} };
}
