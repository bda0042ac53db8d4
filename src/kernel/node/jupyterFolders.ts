import { spawnSync } from "node:child_process";
import os from "node:os";
import path from "node:path";
import { programsOnPath } from "./places/programsOnPath";
import { kernelName, specFolder } from "./spec";

/** The kernel spec's folder for one user, where Jupyter looks on this platform. */
export function userSpecFolder(): string {
  return path.join(userDataFolder(), "kernels", kernelName);
}

/** The kernel spec's folder in the Python environment that is active; undefined when there is no Python. */
export function environmentSpecFolder(): string | undefined {
  const prefix = process.env.VIRTUAL_ENV ?? process.env.CONDA_PREFIX ?? systemPrefix();
  return prefix && specFolder(prefix);
}

function userDataFolder(): string {
  const { JUPYTER_DATA_DIR, APPDATA, XDG_DATA_HOME } = process.env;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (process.platform === "darwin") return path.join(os.homedir(), "Library", "Jupyter");
  if (process.platform === "win32" && APPDATA) return path.join(APPDATA, "jupyter");
  return path.join(XDG_DATA_HOME ?? path.join(os.homedir(), ".local", "share"), "jupyter");
}

function systemPrefix(): string | undefined {
  const [python] = programsOnPath(process.platform === "win32" ? "python" : "python3");
  if (python === undefined) return undefined;
  const { status, stdout } = spawnSync(python, ["-I", "-c", "import sys; print(sys.prefix)"], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}
