import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { build } from "esbuild";
import { folderOf, root } from "../../course/folderOf";
import { buildNotebook } from "../notebook/buildNotebook";
import type { Proof } from "./Proof";

/**
 * Learners and the sandbox receive nothing of `staff/`: it is not in the starter notebook or expected.json, not in the
 * library that notebooks import, and not in the sandbox's programs.
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

/** The solution regions that `text` contains whole. Single lines may well be in it, as help for the learner. */
export function leaks(solutionSource: string, where: string, text: string): string[] {
  const regions = solutionSource.matchAll(/\/\/ BEGIN SOLUTION\n([\s\S]*?)\n *\/\/ END SOLUTION/g);
  return [...regions]
    .filter(([, region]) => text.includes(region))
    .map(([, region]) => `${where} has a solution: ${region.trim().split("\n")[0]}`);
}

/** Files in staff folders that would be built into the library, the sandbox's programs or the assignment. */
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

/** Files in staff folders that are in the library as it was last built, if it was. */
async function shipped(root: string): Promise<string[]> {
  const files = await readdir(join(root, "dist"), { recursive: true, withFileTypes: true }).catch(() => []);
  return files
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)))
    .filter((path) => path.split(/[\\/]/).includes("staff"))
    .map((path) => `${path} is in the library`);
}
