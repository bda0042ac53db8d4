import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Assignment } from "../../src/check/contract";
import { buildNotebook } from "../authoring/notebook/buildNotebook";
import type { NotebookKernel } from "../authoring/notebook/Kernel";
import type { Course } from "../course/Course";
import { folderOf, nameOf, root } from "../course/folderOf";
import { npmSettings } from "../course/npmSettings";
import { bundleLauncher, bundleReader, bundleSandbox } from "../sandbox/host/bundle";
import { bundleProgram } from "./bundleProgram";
import { compileLibrary } from "./compileLibrary";
import { learnerManifests } from "./learnerManifest";
import { learnerReadme } from "./learnerReadme";
import type { ReleasedFile } from "./ReleasedFile";
import { sandboxFile } from "./sandboxFile";

/**
 * Everything that learners get: a small, compiled version of the repository, with some of the assignments, and without
 * the `staff/` folders and whatever needs them. The same sources give the same bytes.
 *
 * @param kernel what the notebooks run on
 */
export async function learnerFiles(
  course: Course,
  assignments: readonly Assignment[],
  kernel: NotebookKernel = "nablab",
): Promise<ReleasedFile[]> {
  const programs: ReleasedFile[] = [
    ...compileLibrary(course, assignments),
    // Two folders below the root, as in the repository, so that the paths in them work in both places.
    ...["nablab.js", "setup.js"].map((name) => ({ path: `dist/cli/${name}`, content: textOf(`graders/cli/${name}`) })),
    { path: "dist/cli/run.js", content: await bundleProgram(programFor(course, assignments)) },
    ...(await sandboxes(assignments)),
    { path: "dist/cli/reader.js", content: readFileSync(await bundleReader(), "utf8") },
    { path: "dist/cli/launcher.js", content: readFileSync(await bundleLauncher(), "utf8") },
  ];
  const notebooks = await Promise.all(assignments.map((assignment) => notebookFile(course, assignment, kernel)));
  const code = programs.filter(({ path }) => path.endsWith(".js"));
  return [
    { path: "README.md", content: learnerReadme(course.title, assignments, kernel) },
    { path: "dist/tf/library/LICENSE.txt", content: textOf("src/tf/library/LICENSE.txt") },
    ...["LICENSE", ...(kernel === "nablab" ? ["requirements.txt"] : [])].map((path) => ({
      path,
      content: textOf(path),
    })),
    { path: ".npmrc", content: npmSettings },
    { path: ".gitignore", content: "node_modules/\n.venv/\n.ipynb_checkpoints/\n" },
    ...learnerManifests(course, code.map(contentOf), notebooks.map(contentOf), kernel),
    ...notebooks,
    ...programs,
  ];
}

/** One for each set of modules that an assignment's code may import. */
function sandboxes(assignments: readonly Assignment[]): Promise<ReleasedFile[]> {
  const byName = new Map(assignments.map(({ modules }) => [sandboxFile(modules), modules]));
  return Promise.all(
    Array.from(byName, async ([name, modules]) => ({
      path: `dist/cli/${name}`,
      content: readFileSync(await bundleSandbox(modules), "utf8"),
    })),
  );
}

/** The command line, which knows only these assignments. */
function programFor(course: Course, assignments: readonly Assignment[]): string {
  const imports = assignments.map((assignment, i) => {
    const from = join(folderOf(course, assignment), "assignment.ts");
    return `import { assignment as assignment${i} } from ${JSON.stringify(from)};`;
  });
  return `${imports.join("\n")}
    import { start } from "./graders/cli/learner/start";
    start([${assignments.map((_, i) => `assignment${i}`).join(", ")}]);`;
}

async function notebookFile(course: Course, assignment: Assignment, kernel: NotebookKernel): Promise<ReleasedFile> {
  const content = await buildNotebook(course, assignment, "starter", { kernel });
  return { path: `notebooks/${nameOf(assignment)}.ipynb`, content };
}

function contentOf({ content }: ReleasedFile): string {
  return content;
}

function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
