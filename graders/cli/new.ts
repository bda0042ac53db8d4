import { join, relative } from "node:path";
import type { Command } from "commander";
import { words } from "../../src/words/words";
import { folderOf, nameOf, root as packageRoot } from "../course/folderOf";
import { courseInUse } from "./courseInUse";
import { obstacleTo } from "./obstacleTo";
import { titleOf, whyBadTitle } from "./titles";
import { UsageError } from "./UsageError";

const help = words.help.new;
const say = words.commands.new;

export function register(program: Command): void {
  program
    .command("new <slug>")
    .description(help.description)
    .option("--title <title>", help.title)
    .addHelpText("after", help.after)
    .action(run);
}

async function run(slug: string, { title = titleOf(slug) }: { title?: string }): Promise<void> {
  const course = await courseInUse();
  const { assignments } = course;
  const { createAssignment } = await import("../authoring/scaffold/createAssignment");
  const { nextNumber } = await import("../authoring/scaffold/nextNumber");
  const { whyBadSlug } = await import("../authoring/scaffold/whyBadSlug");
  const problem = whyBadSlug(slug, assignments) ?? whyBadTitle(title);
  if (problem) throw new UsageError(problem);
  const identity = { number: nextNumber(assignments), slug, title };
  try {
    await createAssignment(course, identity);
  } catch (error) {
    throw new UsageError(say.nothingWritten(obstacleTo(error, course.root) ?? (error as Error).message));
  }
  const guide = join(course.root === packageRoot ? "" : "node_modules/nablab", "docs/authoring.md");
  const folder = relative(course.root, folderOf(course, identity));
  console.log(say.wrote(folder, `notebooks/${nameOf(identity)}.ipynb`, slug, guide));
}
