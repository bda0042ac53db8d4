import { type Command, Option } from "commander";
import type { ForeignLocale } from "../../src/words/locale";
import { foreignLocales } from "../../src/words/locale";
import { words } from "../../src/words/words";
import { folderOf, nameOf } from "../course/folderOf";
import { alignColumns, type Cell } from "../text/alignColumns";
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
  const { reviewTranslation, translationRules } = await import("../authoring/translation/reviewTranslation");
  const { skeletonOf } = await import("../authoring/translation/skeletonOf");
  const { selectAssignments } = await import("./selectAssignments");
  const { write } = await import("../authoring/build");
  const course = await courseInUse();
  const rows: Cell[][] = [];
  for (const assignment of selectAssignments(course, slugs)) {
    const folder = folderOf(course, assignment);
    const english = await englishOf(course, assignment);
    if (!check) await write(skeletonOf(folder, lang, english, readTranslation(folder, lang)));
    const translation = readTranslation(folder, lang);
    const { done, total } = progressOf(english, translation);
    console.log(say.progress(nameOf(assignment), done, total));
    if (!check) continue;
    const review = reviewTranslation(course, english, translation);
    const found = translationRules.map((rule) => review[rule]);
    for (const problem of found.flat()) console.log(`  ${problem}`);
    if (found.flat().length > 0) process.exitCode = 1;
    rows.push([nameOf(assignment), total, ...found.map(({ length }) => length)]);
  }
  if (check) console.log(["", ...alignColumns([say.assignment, say.texts, ...translationRules], rows)].join("\n"));
}
