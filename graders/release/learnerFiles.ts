import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Assignment } from "../../src/check/contract";
import type { Locale } from "../../src/words/locale";
import { buildNotebook, type Readers } from "../authoring/notebook/buildNotebook";
import { translationFiles } from "../authoring/translation/Translation";
import type { Course } from "../course/Course";
import { folderOf, nameOf, root } from "../course/folderOf";
import { npmSettings } from "../course/npmSettings";
import type { Tongue } from "../engine/Tongue";
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
 * @param readers what the notebooks run on, and the language that they speak
 * @param tongues what the assignments say in that language, in their order
 */
export async function learnerFiles(
  course: Course,
  assignments: readonly Assignment[],
  readers: Readers = {},
  tongues: readonly Tongue[] = [],
): Promise<ReleasedFile[]> {
  const { kernel = "nablab" } = readers;
  const programs: ReleasedFile[] = [
    ...compileLibrary(course, assignments),
    // Two folders below the root, as in the repository, so that the paths in them work in both places.
    ...["nablab.js", "setup.js"].map((name) => ({ path: `dist/cli/${name}`, content: textOf(`graders/cli/${name}`) })),
    { path: "dist/cli/run.js", content: await bundleProgram(programFor(course, assignments, readers.locale)) },
    ...(await sandboxes(assignments)),
    { path: "dist/cli/reader.js", content: readFileSync(await bundleReader(), "utf8") },
    { path: "dist/cli/launcher.js", content: readFileSync(await bundleLauncher(), "utf8") },
  ];
  const notebooks = await Promise.all(assignments.map((assignment) => notebookFile(course, assignment, readers)));
  const code = programs.filter(({ path }) => path.endsWith(".js"));
  return [
    { path: "README.md", content: learnerReadme(course, assignments, kernel, tongues) },
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

/** The command line, which knows only these assignments, and what they say in the release's language. */
function programFor(course: Course, assignments: readonly Assignment[], locale: Locale = "en"): string {
  const imports = assignments.map((assignment, i) => {
    const from = join(folderOf(course, assignment), "assignment.ts");
    return `import { assignment as assignment${i} } from ${JSON.stringify(from)};`;
  });
  const translated = locale === "en" ? [] : assignments.map((one) => translationFiles(folderOf(course, one), locale));
  const messages = translated.map(({ messages }, i) => `import messages${i} from ${JSON.stringify(messages)};`);
  const bySlug = translated.map((_, i) => `${JSON.stringify(assignments[i].slug)}: messages${i}`);
  const spoken = locale === "en" ? "" : `, { locale: "${locale}", messages: { ${bySlug.join(", ")} } }`;
  return `${[...imports, ...messages].join("\n")}
    import { start } from "./graders/cli/learner/start";
    start([${assignments.map((_, i) => `assignment${i}`).join(", ")}]${spoken});`;
}

async function notebookFile(course: Course, assignment: Assignment, readers: Readers): Promise<ReleasedFile> {
  const content = await buildNotebook(course, assignment, "starter", readers);
  return { path: `notebooks/${nameOf(assignment)}.ipynb`, content };
}

function contentOf({ content }: ReleasedFile): string {
  return content;
}

function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
