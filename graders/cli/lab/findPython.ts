import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { programsOnPath } from "../../../src/kernel/node/places/programsOnPath";
import { words } from "../../../src/words/words";

/** The system lacks something that `nablab lab` needs; the message is one line that says what to install. */
export class MissingRequirement extends Error {}

/** Without this, Python first looks for modules in the working folder, whoever put them there. */
export const isolated = "-I";

/** JupyterLab's own minimum. */
const oldest = [3, 10] as const;

/**
 * The path of a Python with `venv` and `pip`.
 *
 * @throws MissingRequirement when there is none
 */
export function findPython(): string {
  const names = process.platform === "win32" ? ["python", "py"] : ["python3", "python"];
  const versions = names.flatMap(programsOnPath).map((command) => ({ command, version: versionOf(command) }));
  const python = versions.find(({ version }) => version && isNewEnough(version));
  if (!python) {
    const found = versions.find(({ version }) => version)?.version;
    const command = installCommand("python");
    throw new MissingRequirement(
      found ? words.lab.oldPython(found.join("."), oldest.join("."), command) : words.lab.noPython(command),
    );
  }
  for (const module of ["venv", "ensurepip"]) {
    if (spawnSync(python.command, [isolated, "-c", `import ${module}`], { stdio: "ignore" }).status !== 0) {
      throw new MissingRequirement(words.lab.noModule(module, installCommand("venv")));
    }
  }
  return python.command;
}

function versionOf(command: string): [number, number] | undefined {
  const code = "import sys; print(sys.version_info[0], sys.version_info[1])";
  const { status, stdout } = spawnSync(command, [isolated, "-c", code], { encoding: "utf8" });
  if (status !== 0) return undefined;
  const [major, minor] = stdout.trim().split(" ").map(Number);
  return [major, minor];
}

function isNewEnough([major, minor]: [number, number]): boolean {
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/** Null if it is not known. */
function installCommand(what: "python" | "venv"): string | null {
  if (process.platform === "darwin") return "brew install python";
  if (process.platform === "win32") return "winget install Python.Python.3.13";
  const packages = what === "python" ? "python3 python3-venv" : "python3-venv";
  if (existsSync("/etc/debian_version")) return `sudo apt install ${packages}`;
  if (existsSync("/etc/arch-release")) return "sudo pacman -S python";
  if (existsSync("/etc/alpine-release")) return "sudo apk add python3";
  if (existsSync("/etc/redhat-release")) return "sudo dnf install python3";
  return null;
}
