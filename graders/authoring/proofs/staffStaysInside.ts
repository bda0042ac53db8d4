import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { build } from "esbuild";
import { folderOf, root } from "../../course/folderOf";
import { buildNotebook } from "../notebook/buildNotebook";
import type { Proof } from "./Proof";

/**
 * What learners and the sandbox receive holds nothing of `staff/`: not the starter notebook or expected.json, not the
 * library that notebooks import, not the programs of the sandbox.
 */
export const staffStaysInside: Proof = async ({ course, assignment, solutionSource }) => {
  const expected = join(folderOf(course, assignment), "expected.json");
  const { cells } = JSON.parse(await buildNotebook(course, assignment, "starter")) as { cells: { source: string[] }[] };
  const problems = [
    ...leaks(solutionSource, "the starter notebook", cells.map(({ source }) => source.join("")).join("\n")),
    ...leaks(solutionSource, "expected.json", await readFile(expected, "utf8")),
    ...(await bundled(folderOf(course, assignment))),
    ...(await shipped(course.root)),
  ];
  return { what: "nothing from staff/ is in what learners and the sandbox receive", problems };
};

/** The solution regions that stand in `text` whole. Single lines may well be given there, for the learner to go by. */
export function leaks(solutionSource: string, where: string, text: string): string[] {
  const regions = solutionSource.matchAll(/\/\/ BEGIN SOLUTION\n([\s\S]*?)\n *\/\/ END SOLUTION/g);
  return [...regions]
    .filter(([, region]) => text.includes(region))
    .map(([, region]) => `${where} has a solution: ${region.trim().split("\n")[0]}`);
}

/** Files of staff folders that the library's or the sandbox's programs, or the assignment, would be built from. */
async function bundled(folder: string): Promise<string[]> {
  const programs = ["src/index.ts", "graders/sandbox/realm/main.ts", "graders/sandbox/child/main.ts"];
  const { metafile } = await build({
    entryPoints: [...programs.map((program) => join(root, program)), join(folder, "assignment.ts")],
    absWorkingDir: root,
    bundle: true,
    alias: { nablab: join(root, "src") },
    write: false,
    metafile: true,
    outdir: "/",
    platform: "node",
    packages: "external",
    logLevel: "silent",
  });
  return Object.values(metafile.outputs).flatMap(({ entryPoint, inputs }) =>
    Object.keys(inputs)
      .filter((input) => input.includes("/staff/"))
      .map((input) => `${entryPoint} is built from ${input}`),
  );
}

/** Files of staff folders in the library as it was built last, if it was. */
async function shipped(root: string): Promise<string[]> {
  const files = await readdir(join(root, "dist"), { recursive: true, withFileTypes: true }).catch(() => []);
  return files
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)))
    .filter((path) => path.split(/[\\/]/).includes("staff"))
    .map((path) => `${path} is in the library`);
}
