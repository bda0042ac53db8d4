import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Command } from "commander";
import { makeFolder } from "../../src/kernel/node/places/makeFolder";
import { words } from "../../src/words/words";
import { root } from "../course/folderOf";
import { titleOf, whyBadTitle } from "./titles";
import { UsageError } from "./UsageError";
import { version } from "./version";

const help = words.help.newCourse;
const say = words.commands.newCourse;

export function register(program: Command): void {
  program
    .command("new-course <folder>")
    .description(help.description)
    .option("--title <title>", help.title)
    .addHelpText("after", help.after)
    .action(run);
}

async function run(path: string, options: { title?: string }): Promise<void> {
  const folder = resolve(path);
  const name = basename(folder).toLowerCase();
  const { slugPattern } = await import("../authoring/scaffold/whyBadSlug");
  if (!slugPattern.test(name) || name === "nablab") {
    throw new UsageError(say.badName(basename(folder)));
  }
  const { title = titleOf(name) } = options;
  const problem = whyBadTitle(title);
  if (problem) throw new UsageError(problem);
  refuseFull(folder);
  // The npm on the PATH may be any npm, so we do not use it.
  const npm = process.env.npm_execpath;
  if (!npm) throw new UsageError(say.noNpm(root, folder));
  const { courseFiles } = await import("../authoring/scaffold/courseFiles");
  for (const inside of ["assignments", "notebooks"]) makeFolder(join(folder, inside));
  const tarball = await packInto(folder, npm);
  for (const [file, text] of Object.entries(courseFiles({ name, title, tarball }))) {
    writeFileSync(join(folder, file), text);
  }
  console.log(say.wrote(path, title));
}

/** Nothing is ever overwritten. */
function refuseFull(folder: string): void {
  try {
    if (readdirSync(folder).length === 0) return;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  throw new UsageError(say.fullFolder(folder));
}

/** Packs the library into a folder, as a file that npm can install, and returns the file's name. */
async function packInto(folder: string, npm: string): Promise<string> {
  if (existsSync(join(root, "package-lock.json"))) (await import("./lab/buildWhenStale")).buildWhenStale();
  const node = process.env.npm_node_execpath ?? process.execPath;
  const args = [npm, "pack", root, "--ignore-scripts", "--pack-destination", folder, "--loglevel=error"];
  // npm, too, would cache V8's code in the temporary folder, where others could put theirs.
  const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1" };
  const { status } = spawnSync(node, args, { stdio: ["ignore", "ignore", "inherit"], env });
  if (status !== 0) throw new UsageError(say.packFails);
  return `nablab-${version}.tgz`;
}
