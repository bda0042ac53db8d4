import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { installRequirements } from "../../graders/cli/lab/installRequirements";
import { environmentProgram, virtualEnvironment } from "../../graders/cli/lab/virtualEnvironment";
import { notebookOf } from "./startLab";
import { freePorts, untilAnswering } from "./untilAnswering";

const root = path.resolve(__dirname, "../..");
/** Not in `.cache`, which only its owner may enter: learners with ids of their own use it too. */
const cache = path.join(root, "node_modules/.nablab-hub");
/** The Python environment of the hub, and of Jupyter servers without one. */
export const environment = virtualEnvironment(path.join(cache, "environment"));
const proxy = path.join(cache, "proxy/node_modules/configurable-http-proxy/bin/configurable-http-proxy");
const run = promisify(execFile);

/** A running JupyterHub, in which every name is a learner, without a password. */
export interface Hub {
  origin: string;
  /** The folder below which everything lies that belongs to a learner. */
  homes: string;
  process: ChildProcess;
  /** Ends it, as `systemctl stop` does. */
  stop(): Promise<void>;
}

/** Installs JupyterHub, its proxy and the kernel, as docs/jupyterhub.md says, unless they are there. */
export async function installHub(): Promise<void> {
  await installRequirements(environment, path.join(__dirname, "hub/requirements.txt"), () => {});
  if (!existsSync(proxy)) {
    await run("npm", ["install", "--prefix", path.join(cache, "proxy"), "configurable-http-proxy@5.3.0"]);
  }
  await run(process.execPath, [
    path.join(root, "graders/cli/nablab.js"),
    "kernel",
    "install",
    "--prefix",
    environment.folder,
  ]);
}

/** What a hub may differ in. */
interface HubOptions {
  /** Its `jupyterhub_config.py`, to which what the test needs is added. */
  config?: string;
  /** More settings, by their names. */
  settings?: Record<string, unknown>;
  /** Called with the folder for the homes of all learners, before the hub starts. */
  prepare?(homes: string): void;
}

/**
 * Starts a hub on the loopback interface.
 *
 * @param notebooks the cells of each, by file name; every learner has them
 */
export async function startHub(
  learners: readonly string[],
  notebooks: Record<string, string[]>,
  { config = "", settings = {}, prepare }: HubOptions = {},
): Promise<Hub> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "nablab-hub-"));
  const homes = path.join(folder, "homes");
  for (const learner of learners) {
    mkdirSync(path.join(homes, learner), { recursive: true });
    for (const [name, cells] of Object.entries(notebooks)) {
      writeFileSync(path.join(homes, learner, name), notebookOf(cells));
    }
  }
  prepare?.(homes);
  const [port, hubPort, proxyPort] = await freePorts(3);
  const origin = `http://127.0.0.1:${port}`;
  const all = {
    "JupyterHub.bind_url": `${origin}/`,
    "JupyterHub.hub_port": hubPort,
    "ConfigurableHTTPProxy.api_url": `http://127.0.0.1:${proxyPort}`,
    "ConfigurableHTTPProxy.command": [process.execPath, proxy],
    "JupyterHub.authenticator_class": "dummy",
    "Authenticator.allow_all": true,
    "Spawner.start_timeout": 120,
    "Spawner.http_timeout": 120,
    ...(prepare ? {} : everyNameIsALearner(homes)),
    ...settings,
  };
  const lines = Object.entries(all).map(([name, value]) => `c.${name} = json.loads(r'''${JSON.stringify(value)}''')`);
  writeFileSync(path.join(folder, "jupyterhub_config.py"), `${config}\nimport json\n${lines.join("\n")}\n`);
  const bin = path.dirname(environment.python);
  const hub = spawn(environmentProgram(environment.folder, "jupyterhub"), [], {
    cwd: folder,
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = await untilAnswering(hub, { name: "jupyterhub", address: `${origin}/hub/login`, folder });
  return { origin, homes, process: hub, stop };
}

/** Without users of the system: all servers run as this process does. */
function everyNameIsALearner(homes: string): Record<string, unknown> {
  return {
    "JupyterHub.spawner_class": "simple",
    "SimpleLocalProcessSpawner.home_dir_template": `${homes}/{username}`,
    "Spawner.args": ["--allow-root"],
  };
}
