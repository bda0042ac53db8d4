import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { environmentProgram } from "../../graders/cli/lab/virtualEnvironment";
import { environment } from "./startHub";
import { freePorts, untilAnswering } from "./untilAnswering";

/** A running Jupyter server with JupyterLab and Notebook 7. */
export interface PlainLab {
  /** Where it listens, without its base URL. */
  origin: string;
  stop(): Promise<void>;
}

/**
 * Starts `jupyter lab` in the environment that `nablab kernel install --prefix` was run on, with nothing else of nablab's
 * and no settings.
 *
 * @param baseUrl such as `/user/x/`
 * @param notebooks the text of each file, by its name
 */
export async function startPlainLab(baseUrl: string, notebooks: Record<string, string>): Promise<PlainLab> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "nablab-plain-"));
  const files = path.join(folder, "notebooks");
  mkdirSync(files);
  for (const [name, text] of Object.entries(notebooks)) writeFileSync(path.join(files, name), text);
  const [port] = await freePorts(1);
  const options = {
    ServerApp: { port, port_retries: 0, base_url: baseUrl, root_dir: files, open_browser: false, allow_root: true },
    IdentityProvider: { token: "" },
  };
  const args = Object.entries(options).flatMap(([part, settings]) =>
    Object.entries(settings).map(([name, value]) => `--${part}.${name}=${value}`),
  );
  const names = ["JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"];
  const lab = ["JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR"];
  const own = Object.fromEntries([...names, ...lab].map((name) => [name, path.join(folder, name.toLowerCase())]));
  const server = spawn(environmentProgram(environment.folder, "jupyter-lab"), args, {
    cwd: folder,
    env: { ...process.env, ...own },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const origin = `http://127.0.0.1:${port}`;
  const stop = await untilAnswering(server, { name: "jupyter lab", address: `${origin}${baseUrl}api/status`, folder });
  return { origin, stop };
}
