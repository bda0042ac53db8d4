import path from "node:path";
import type { Command } from "commander";
import { specFolder, writeKernelSpec } from "../../src/kernel/spec";
import { root as packageRoot } from "../course/folderOf";
import { configureServer } from "./lab/configureServer";
import { MissingRequirement } from "./lab/findPython";
import { installRequirements } from "./lab/installRequirements";
import { startJupyter } from "./lab/startJupyter";
import { virtualEnvironment } from "./lab/virtualEnvironment";
import type { Workplace } from "./lab/Workplace";
import type { CommandModule } from "./runCommands";

const examples = `
Examples:
  nablab lab                             set up what is missing, and open the notebooks in a browser
  nablab lab --no-browser --port 8899    on a server, for a browser elsewhere`;

/** `nablab lab`: JupyterLab on the notebooks; sets up what is missing. */
export function labAt(place: () => Workplace): CommandModule {
  return {
    register(program: Command): void {
      program
        .command("lab")
        .description("open the notebooks in JupyterLab; sets up what is missing")
        .argument("[jupyter...]", "options for JupyterLab, such as --no-browser --port 8899")
        .allowUnknownOption()
        .addHelpText("after", examples)
        .action((jupyterOptions: string[]) => lab(place(), jupyterOptions));
    },
  };
}

async function lab({ root, build, withoutPython }: Workplace, jupyterOptions: string[]): Promise<void> {
  await build();
  try {
    const environment = virtualEnvironment(path.join(root, ".venv"));
    await installRequirements(environment, path.join(packageRoot, "requirements.txt"), () => {
      console.log("nablab: installing JupyterLab into .venv (once, about half a minute)");
    });
    writeKernelSpec(specFolder(environment.folder), root);
    configureServer(environment.folder);
    startJupyter(environment, root, jupyterOptions);
  } catch (error) {
    if (!(error instanceof MissingRequirement)) throw error;
    console.error(`nablab: ${error.message}${withoutPython ? `; ${withoutPython}` : ""}`);
    process.exitCode = 1;
  }
}
