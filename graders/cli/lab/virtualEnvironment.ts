import path from "node:path";

/** The folder of a Python virtual environment, and its Python. */
export interface VirtualEnvironment {
  folder: string;
  python: string;
}

/** The environment of a folder, whether it exists or not. */
export function virtualEnvironment(folder: string): VirtualEnvironment {
  return { folder, python: environmentProgram(folder, "python") };
}

/** The path of a program in a virtual environment. */
export function environmentProgram(folder: string, name: string): string {
  const place = process.platform === "win32" ? ["Scripts", `${name}.exe`] : ["bin", name];
  return path.join(folder, ...place);
}
