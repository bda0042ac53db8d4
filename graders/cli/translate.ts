import { type Command, Option } from "commander";
import type { ForeignLocale } from "../../src/words/locale";
import { foreignLocales } from "../../src/words/locale";
import { words } from "../../src/words/words";
import { folderOf, nameOf } from "../course/folderOf";
import { courseInUse } from "./courseInUse";

interface Options {
  lang: ForeignLocale;
  check?: boolean;
}

const help = words.help.translate;
const say = words.commands.translate;

export function register(program: Command): void {
  program
    .command("translate [slug...]")
    .description(help.description)
    .addOption(new Option("--lang <language>", help.lang).choices(foreignLocales).makeOptionMandatory())
    .option("--check", help.check)
    .addHelpText("after", help.after)
    .action(run);
}

async function run(slugs: string[], { lang, check }: Options): Promise<void> {
  const { englishOf } = await import("../authoring/translation/englishOf");
  const { progressOf } = await import("../authoring/translation/progressOf");
  const { readTranslation } = await import("../authoring/translation/Translation");
  const { reviewTranslation } = await import("../authoring/translation/reviewTranslation");
  const { skeletonOf } = await import("../authoring/translation/skeletonOf");
  const { selectAssignments } = await import("./selectAssignments");
  const { write } = await import("../authoring/build");
  const course = await courseInUse();
  for (const assignment of selectAssignments(course, slugs)) {
    const folder = folderOf(course, assignment);
    const english = await englishOf(course, assignment);
    if (!check) await write(skeletonOf(folder, lang, english, readTranslation(folder, lang)));
    const translation = readTranslation(folder, lang);
    const { done, total } = progressOf(english, translation);
    console.log(say.progress(nameOf(assignment), done, total));
    const problems = reviewTranslation(course, english, translation).flatMap((finding) => finding.problems);
    for (const problem of check ? problems : []) console.log(`  ${problem}`);
    if (check && problems.length > 0) process.exitCode = 1;
  }
}
