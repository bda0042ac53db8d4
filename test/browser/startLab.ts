import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePorts, untilAnswering } from "./untilAnswering";

const root = path.resolve(__dirname, "../..");

/** How long JupyterLab may take to answer, in milliseconds: on a busy machine, too. */

/** A running JupyterLab. */
export interface Lab {
  /** The address of a notebook. */
  notebook(name: string): string;
  stop(): Promise<void>;
}

/** What `nablab lab` would have to install first; undefined when everything is there. */
export function missingForLab(): string | undefined {
  const stamp = path.join(root, ".venv/nablab-requirements.txt");
  const wanted = readFileSync(path.join(root, "requirements.txt"), "utf8");
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted ? undefined : ".venv (`npm start` installs it)";
}

/**
 * Starts `nablab lab` on a free port, in a folder of its own that holds the notebooks, with no settings of the user's.
 *
 * @param notebooks the cells of each, by file name
 */
export async function startLab(notebooks: Record<string, string[]>): Promise<Lab> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "nablab-lab-"));
  const files = path.join(folder, "notebooks");
  mkdirSync(files);
  for (const [name, cells] of Object.entries(notebooks)) writeFileSync(path.join(files, name), notebookOf(cells));
  const [port] = await freePorts(1);
  const options = ["--no-browser", `--port=${port}`, "--ServerApp.port_retries=0", "--IdentityProvider.token="];
  const lab = spawn(
    process.execPath,
    [path.join(root, "graders/cli/nablab.js"), "lab", ...options, `--ServerApp.root_dir=${files}`],
    { env: { ...process.env, ...ownSettings(folder) }, stdio: ["ignore", "pipe", "pipe"] },
  );
  const origin = `http://127.0.0.1:${port}`;
  const stop = await untilAnswering(lab, { name: "nablab lab", address: `${origin}/api/status`, folder });
  // The workspace of the notebook before is not restored.
  return { notebook: (name) => `${origin}/lab/tree/${name}?reset`, stop };
}

/** A notebook of code cells, as its file has it. */
export function notebookOf(cells: string[]): string {
  const kernelspec = { name: "nablab", display_name: "TypeScript (nablab)", language: "typescript" };
  const code = (source: string, index: number) => {
    return { id: `cell-${index}`, cell_type: "code", metadata: {}, execution_count: null, outputs: [], source };
  };
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells: cells.map(code) });
}

function ownSettings(folder: string): Record<string, string> {
  const names = ["JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"];
  const lab = ["JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR"];
  return Object.fromEntries([...names, ...lab].map((name) => [name, path.join(folder, name.toLowerCase())]));
}
