import { delimiter, dirname, join } from "node:path";
import { installRequirements } from "../../../graders/cli/lab/installRequirements";
import { type VirtualEnvironment, virtualEnvironment } from "../../../graders/cli/lab/virtualEnvironment";

const cache = join(__dirname, "../../../node_modules/.cache/nablab");

/**
 * A virtual environment with the other graders, created if it is missing.
 *
 * @throws MissingRequirement when there is no Python, or pip cannot install
 */
export async function pythonEnvironment(): Promise<VirtualEnvironment> {
  const environment = virtualEnvironment(join(cache, "graders-bench"));
  const announce = () => console.error("Installing nbgrader and otter-grader (once, some minutes) …");
  await installRequirements(environment, join(__dirname, "requirements.txt"), announce);
  return environment;
}

/** What their commands need to find one another, without the user's own Jupyter settings. */
export function environmentVariables({ python }: VirtualEnvironment, folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PATH: `${dirname(python)}${delimiter}${process.env.PATH}`,
    JUPYTER_CONFIG_DIR: join(folder, "jupyter"),
    JUPYTER_PREFER_ENV_PATH: "1",
    IPYTHONDIR: join(folder, "ipython"),
  };
}
