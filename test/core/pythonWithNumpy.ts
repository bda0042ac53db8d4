import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { findPython, isolated } from "../../graders/cli/lab/findPython";
import { virtualEnvironment } from "../../graders/cli/lab/virtualEnvironment";

/** What comparisons with NumPy need; threadpoolctl names the kernel that OpenBLAS has chosen for this machine. */
const packages = ["numpy==2.4.6", "threadpoolctl==3.8.0"];

const code = `
import importlib.metadata as m, sys
sys.exit(any(m.version(p.split("==")[0]) != p.split("==")[1] for p in sys.argv[1:]))`;

/**
 * The Python of `.venv`, with the pinned NumPy, which is installed there if it is missing: unless `NABLAB_PYTHON` names
 * another one, which is taken as it is.
 *
 * @throws MissingRequirement where there is no Python with pip, and Error where pip cannot install
 */
export function pythonWithNumpy(): string {
  if (process.env.NABLAB_PYTHON !== undefined) return process.env.NABLAB_PYTHON;
  const { folder, python } = virtualEnvironment(path.resolve(__dirname, "../../.venv"));
  if (!existsSync(python)) execFileSync(findPython(), [isolated, "-m", "venv", folder], { stdio: "inherit" });
  try {
    execFileSync(python, [isolated, "-c", code, ...packages], { stdio: "ignore" });
  } catch {
    const pip = [isolated, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...packages];
    execFileSync(python, pip, { stdio: "inherit" });
  }
  return python;
}
