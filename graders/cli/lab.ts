import { existsSync } from "node:fs";
import path from "node:path";
import { type Command, Option } from "commander";
import { specFolder } from "../../src/kernel/node/spec";
import { speak } from "../../src/words/language";
import { type Locale, locales } from "../../src/words/locale";
import { words } from "../../src/words/words";
import { root as packageRoot } from "../course/folderOf";
import { provideLanguage } from "../course/provideLanguage";
import { configureServer } from "./lab/configureServer";
import { MissingRequirement } from "./lab/findPython";
import { installKernel } from "./lab/installKernel";
import { installRequirements } from "./lab/installRequirements";
import { isWritable } from "./lab/isWritable";
import { missingLanguagePack } from "./lab/languagePack";
import { startJupyter } from "./lab/startJupyter";
import { virtualEnvironment } from "./lab/virtualEnvironment";
import type { Workplace } from "./lab/Workplace";
import type { CommandModule } from "./runCommands";
import { UsageError } from "./UsageError";

const help = words.help.lab;

/**
 * `nablab lab`: opens the notebooks in JupyterLab, and sets up what is missing.
 *
 * @param locale the default of `--lang`
 */
export function labAt(place: () => Workplace, locale: Locale = "en"): CommandModule {
  return {
    register(program: Command): void {
      program
        .command("lab")
        .description(help.description)
        .argument("[jupyter...]", help.jupyter)
        .addOption(new Option("--lang <language>", help.lang).choices(locales).default(locale))
        .allowUnknownOption()
        .addHelpText("after", help.after)
        .action((jupyterOptions: string[], { lang }: { lang: Locale }) => lab(place(), lang, jupyterOptions));
    },
  };
}

async function lab({ root, build, withoutPython }: Workplace, lang: Locale, jupyterOptions: string[]): Promise<void> {
  await provideLanguage(lang);
  speak(lang);
  if (!isWritable(root)) throw new UsageError(words.lab.sharedInstallation(root));
  await build();
  try {
    const environment = virtualEnvironment(path.join(root, ".venv"));
    await installRequirements(environment, path.join(packageRoot, "requirements.txt"), () => {
      console.log(`nablab: ${words.lab.installing}`);
    });
    installKernel(specFolder(environment.folder), root);
    configureServer(environment.folder, lang);
    const command = lang === "en" ? undefined : missingLanguagePack(environment, lang);
    if (command !== undefined) console.log(`nablab: ${words.lab.languagePack(command)}`);
    startJupyter(environment, notebooksIn(root, lang), jupyterOptions);
  } catch (error) {
    if (!(error instanceof MissingRequirement)) throw error;
    console.error(`nablab: ${error.message}${withoutPython ? `; ${withoutPython}` : ""}`);
    process.exitCode = 1;
  }
}

/** A release has the notebooks of one language, in the folder itself. */
function notebooksIn(root: string, lang: Locale): string {
  const own = path.join(root, "notebooks", lang);
  return existsSync(own) ? own : path.join(root, "notebooks");
}
