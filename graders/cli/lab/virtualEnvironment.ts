import path from "node:path";

/** A Python virtual environment's folder, and its Python. */
export interface VirtualEnvironment {
  folder: string;
  python: string;
}

/** Where JupyterLab lives: `.venv` of the repository. */
export function virtualEnvironment(root: string): VirtualEnvironment {
  const folder = path.join(root, ".venv");
  const isWindows = process.platform === "win32";
  return { folder, python: path.join(folder, ...(isWindows ? ["Scripts", "python.exe"] : ["bin", "python"])) };
}
