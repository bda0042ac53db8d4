import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildNotebook } from "../../../graders/authoring/notebook/buildNotebook";
import { folderOf } from "../../../graders/course/folderOf";
import type { Assignment } from "../../../src/check/contract";
import { RandomState } from "../../../src/random/RandomState";
import { ownCourse } from "../../ownCourse";
import { type Edit, edits } from "./edits";

interface Notebook {
  cells: { cell_type: string; source: string[] }[];
}

/** How a class differs from one in which every notebook is complete. */
interface Mishaps {
  /** The share of students who stop before the last function. */
  unfinished: number;
  /** The share of notebooks that cannot be read as TypeScript. */
  broken: number;
}

/**
 * Writes a class of notebooks, one file each: the learners' notebook with its functions written, most of them with up
 * to three changes. No two notebooks share the code of any function, so each has to be run.
 */
export async function generateClass(
  folder: string,
  assignment: Assignment,
  count: number,
  { unfinished, broken }: Mishaps = { unfinished: 0, broken: 0 },
): Promise<void> {
  const random = new RandomState(count);
  const handedOut = await buildNotebook(ownCourse, assignment, "starter");
  const bodies = solvedBodies(assignment);
  const names = [...bodies.keys()];
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < count; i++) {
    const student = `student-${String(i + 1).padStart(4, "0")}`;
    const written = random.uniform() < unfinished ? below(random, names.length) : names.length;
    const own = new Map(names.slice(0, written).map((name) => [name, bodies.get(name) ?? ""]));
    for (let left = below(random, 4); left > 0; left--) apply(pick(random, edits[assignment.slug]), own);
    if (random.uniform() < broken) own.set(names[0], `${own.get(names[0])} )`);
    writeFileSync(join(folder, `${student}.ipynb`), fillIn(handedOut, own, student));
  }
}

/** The body of every graded function in the solution, by name. */
export function solvedBodies(assignment: Assignment): Map<string, string> {
  const solution = readFileSync(join(folderOf(ownCourse, assignment), "staff/solution.ts"), "utf8");
  const bodies = new Map<string, string>();
  for (const { name } of assignment.functions) {
    const declared = solution.slice(solution.indexOf(`export function ${name}(`));
    bodies.set(name, declared.split("// BEGIN SOLUTION\n", 2)[1].split("  // END SOLUTION", 1)[0]);
  }
  return bodies;
}

/** Changes a body, unless it has not been written or an earlier change removed the text. */
function apply({ function: name, from, to }: Edit, bodies: Map<string, string>): void {
  const body = bodies.get(name);
  if (body !== undefined)
    bodies.set(
      name,
      body.replace(from, () => to),
    );
}

function fillIn(handedOut: string, bodies: ReadonlyMap<string, string>, student: string): string {
  const notebook = JSON.parse(handedOut) as Notebook;
  for (const cell of notebook.cells) {
    const source = cell.source.join("");
    const [unwritten, name] = /^ *\/\/ YOUR CODE HERE\n *throw new NotImplemented\("(\w+)"\);\n/m.exec(source) ?? [];
    const body = name === undefined ? undefined : bodies.get(name);
    if (unwritten === undefined || body === undefined) continue;
    cell.source = [source.replace(unwritten, () => `  const handedInBy = "${student}";\n${body}`)];
  }
  return JSON.stringify(notebook);
}

/** A whole number from 0 to `limit` - 1. */
function below(random: RandomState, limit: number): number {
  return Math.floor(random.uniform() * limit);
}

function pick<T>(random: RandomState, items: readonly T[]): T {
  return items[below(random, items.length)];
}
