import path from "node:path";
import type { Command } from "commander";
import { packageRoot } from "../../src/kernel/packageRoot";
import { specFolder, writeKernelSpec } from "../../src/kernel/spec";
import { buildWhenStale } from "./lab/buildWhenStale";
import { configureServer } from "./lab/configureServer";
import { MissingRequirement } from "./lab/findPython";
import { hasSources } from "./lab/hasSources";
import { installRequirements } from "./lab/installRequirements";
import { startJupyter } from "./lab/startJupyter";
import { virtualEnvironment } from "./lab/virtualEnvironment";

const examples = `
Examples:
  nablab lab                             set up what is missing, and open the notebooks in a browser
  nablab lab --no-browser --port 8899    on a server, for a browser elsewhere`;

/** `nablab lab`: JupyterLab on the notebooks; sets up what is missing. */
export function register(program: Command): void {
  program
    .command("lab")
    .description("open the notebooks in JupyterLab; sets up what is missing")
    .argument("[jupyter...]", "options for JupyterLab, such as --no-browser --port 8899")
    .allowUnknownOption()
    .addHelpText("after", examples)
    .action(lab);
}

async function lab(jupyterOptions: string[]): Promise<void> {
  buildWhenStale();
  try {
    const environment = virtualEnvironment(path.join(packageRoot, ".venv"));
    await installRequirements(environment, path.join(packageRoot, "requirements.txt"), () => {
      console.log("nablab: installing JupyterLab into .venv (once, about half a minute)");
    });
    writeKernelSpec(specFolder(environment.folder));
    configureServer(environment.folder, packageRoot);
    startJupyter(environment, packageRoot, jupyterOptions);
  } catch (error) {
    if (!(error instanceof MissingRequirement)) throw error;
    console.error(`nablab: ${error.message}${hasSources() ? "; `npm run demo` works with npm only" : ""}`);
    process.exitCode = 1;
  }
}
