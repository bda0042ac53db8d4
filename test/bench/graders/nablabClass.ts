import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildNotebook } from "../../../graders/authoring/notebook/buildNotebook";
import type { Results } from "../../../graders/engine/results";
import { assignment } from "../../../src/assignments/02-shallow-network/assignment";
import { ownCourse } from "../../ownCourse";
import { type Contender, students } from "./Contender";
import { seed } from "./PythonCheck";
import { runTimed } from "./runTimed";

const nablab = join(__dirname, "../../../graders/cli/nablab.js");

/** Our own grader as staff run it, with its default reports; nothing is answered from the cache. */
export async function nablabClass(folder: string, name: string, options: readonly string[]): Promise<Contender> {
  const solved = join(folder, "solved.ipynb");
  mkdirSync(folder, { recursive: true });
  writeFileSync(solved, await buildNotebook(ownCourse, assignment, "solutions"));
  const submitted = join(folder, "submitted");
  const out = join(folder, "results");
  return {
    name,
    grade(count) {
      for (const used of [submitted, out]) rmSync(used, { recursive: true, force: true });
      mkdirSync(submitted);
      for (const student of students.slice(0, count)) copyFileSync(solved, join(submitted, `${student}.ipynb`));
      const fixed = ["--assignment", assignment.slug, "--seed", String(seed), "--no-cache", "--out", out];
      return runTimed(process.execPath, [nablab, "grade", submitted, ...fixed, ...options], folder);
    },
    scores() {
      const { submissions } = JSON.parse(readFileSync(join(out, "results.json"), "utf8")) as Results;
      return submissions.map(({ score, maxScore }) => (score ?? 0) / maxScore);
    },
  };
}
