import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { words } from "../../../src/words/words";
import { findPython, isolated, MissingRequirement } from "./findPython";
import type { VirtualEnvironment } from "./virtualEnvironment";

/**
 * Installs what a requirements file pins into a virtual environment, unless it is already there.
 *
 * @param announce called before anything is installed
 * @throws MissingRequirement when Python or a part of it is missing, or pip cannot install
 */
export async function installRequirements(
  environment: VirtualEnvironment,
  requirements: string,
  announce: () => void,
): Promise<void> {
  // Written last and compared as a whole, so that an interrupted installation is repeated and an outdated one renewed.
  const stamp = path.join(environment.folder, "nablab-requirements.txt");
  const wanted = readFileSync(requirements, "utf8");
  const isThere = works(environment);
  if (isThere && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;

  const python = isThere ? undefined : findPython();
  announce();
  if (python) create(environment, python);
  const pip = [
    isolated,
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "--requirement",
    requirements,
  ];
  const [status] = await once(spawn(environment.python, pip, { stdio: "inherit" }), "exit");
  if (status !== 0) {
    throw new MissingRequirement(words.lab.pipFails);
  }
  writeFileSync(stamp, wanted);
}

/** Whether the environment's Python starts and has pip, which it does not after the system's Python was replaced. */
function works({ python }: VirtualEnvironment): boolean {
  return spawnSync(python, [isolated, "-c", "import pip"], { stdio: "ignore" }).status === 0;
}

function create({ folder }: VirtualEnvironment, python: string): void {
  rmSync(folder, { recursive: true, force: true });
  const { status, stderr, stdout } = spawnSync(python, [isolated, "-m", "venv", folder], { encoding: "utf8" });
  if (status === 0) return;
  const reason = `${stdout}${stderr}`.trim().split("\n").at(-1);
  throw new MissingRequirement(words.lab.venvFails(python, reason));
}
