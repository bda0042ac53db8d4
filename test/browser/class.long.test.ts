/** A class on a JupyterHub, each learner a user of the system, all at once: as docs/jupyterhub.md says. */
import { type ChildProcess, execFile, execFileSync, spawn, spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildNotebook } from "../../graders/authoring/notebook/buildNotebook";
import { assignmentNamed } from "../../graders/engine/chooseAssignment";
import { assignments } from "../../src/assignments";
import { readBlocks } from "../docs/readBlocks";
import { root } from "../house/files";
import { ownCourse } from "../ownCourse";
import { HubClient, type Ran } from "./HubClient";
import { type Hub, installHub, startHub } from "./startHub";
import { addUser, processesOf, removeUser, type SystemUser } from "./systemUsers";
import { freePorts } from "./untilAnswering";

const names = Array.from({ length: 10 }, (_, i) => `nablab-test-${i}`);
const token = "of-this-test-only";
/** The id of `nobody` on every Linux. */
const nobody = 65_534;

/** Why learners of the system's cannot use this repository; undefined if they can. */
function obstacle(): string | undefined {
  if (process.platform !== "linux") return "the test is about Linux";
  if (process.getuid?.() !== 0) return "only root can make users and start their servers";
  const missing = ["useradd", "userdel", "git"].filter((name) => spawnSync(name, ["--help"]).error);
  if (missing.length > 0) return `there is no ${missing.join(", ")}`;
  const asNobody = (command: string, ...args: string[]) =>
    spawnSync(command, args, { uid: nobody, gid: nobody }).status === 0;
  if (!asNobody("ls", join(root, "node_modules"))) return `other users of the system cannot read ${root}`;
  return asNobody("python3", "--version") ? undefined : "other users of the system cannot run the python3 of the PATH";
}

const reason = obstacle();
if (reason !== undefined) console.warn(`The test of a class on JupyterHub is skipped: ${reason}`);

/** The settings of docs/jupyterhub.md, with a culler that has less patience. */
function configOfPage(): string {
  const block = readBlocks("docs/jupyterhub.md").find(({ language }) => language === "python");
  const impatient = '"--timeout=60", "--cull-every=5"';
  const text = block!.text.replace('"--timeout=3600"', impatient);
  expect(text).toContain(impatient);
  return `${text}
c.JupyterHub.services.append({"name": "staff", "api_token": "${token}"})
c.JupyterHub.load_roles.append({
    "name": "staff",
    "scopes": ["admin:users", "admin:servers", "access:servers"],
    "services": ["staff"],
})
`;
}

async function cellsOfNotebook1(): Promise<string[]> {
  const assignment = assignmentNamed("logistic-regression", assignments);
  const { cells } = JSON.parse(await buildNotebook(ownCourse, assignment, "solutions")) as {
    cells: { cell_type: string; source: string[] }[];
  };
  return cells.filter(({ cell_type }) => cell_type === "code").map(({ source }) => source.join(""));
}

/** What an output shows, without the times that it took. */
function figuresAndVerdicts(ran: readonly Ran[]): string[] {
  const data = ran.flatMap(({ shown }) =>
    shown.map(({ content }) => content.data as Record<string, string> | undefined),
  );
  return data.flatMap((formats) => {
    if (formats?.["application/vnd.plotly.v1+json"]) return ["figure"];
    const text = formats?.["text/plain"] ?? "";
    return /^[✓✗◐○]/.test(text) ? [text.split("\n")[0].replace(/\d+ ms.*/, "")] : [];
  });
}

describe.skipIf(reason !== undefined)("a class of ten users of the system on JupyterHub", () => {
  let hub: Hub;
  let client: HubClient;
  let users: SystemUser[] = [];
  let repository: string;
  let gitServer: ChildProcess;
  let gitAddress: string;

  beforeAll(async () => {
    await installHub();
    repository = mkdtempSync(join(tmpdir(), "nablab-handout-"));
    commit("01.ipynb", readFileSync(join(root, "notebooks/01-logistic-regression.ipynb"), "utf8"));
    const [port] = await freePorts(1);
    gitAddress = `git://127.0.0.1:${port}/${repository.split("/").at(-1)}`;
    const options = ["--export-all", "--reuseaddr", "--listen=127.0.0.1", `--port=${port}`, `--base-path=${tmpdir()}`];
    gitServer = spawn("git", ["daemon", ...options, repository], { stdio: "ignore" });
    hub = await startHub(
      names,
      {},
      {
        config: configOfPage(),
        settings: { "JupyterHub.spawner_class": "localprocess", "JupyterHub.last_activity_interval": 5 },
        prepare(homes) {
          // The hub's folder belongs to root; learners have to get to their homes.
          execFileSync("chmod", ["711", dirname(homes), homes]);
          users = names.map((name) => addUser(name, join(homes, name)));
        },
      },
    );
    client = new HubClient(hub.origin, token);
    for (const name of names) await client.request("POST", `/hub/api/users/${name}`);
  }, 500_000);

  afterAll(async () => {
    await hub?.stop().catch(() => {});
    gitServer?.kill();
    for (const user of users) {
      for (; processesOf(user).length > 0; await delay(100)) {
        for (const { pid } of processesOf(user)) process.kill(pid, "SIGKILL");
      }
      removeUser(user.name);
    }
    if (repository) rmSync(repository, { recursive: true });
  }, 120_000);

  /** Commits a file to the repository that is handed out. */
  function commit(file: string, text: string): void {
    writeFileSync(join(repository, file), text);
    const identity = ["-c", "user.name=staff", "-c", "user.email=staff@example.edu"];
    const git = (...args: string[]) =>
      execFileSync("git", [...identity, "-C", repository, ...args], { stdio: "ignore" });
    git("init", "--initial-branch", "main");
    git("add", ".");
    git("commit", "--message", file);
  }

  /** What the link of nbgitpuller does, when the page has opened. */
  async function pull(learner: string): Promise<string> {
    const query = new URLSearchParams({ repo: gitAddress, branch: "main", targetpath: "course" });
    const log = await client.request("GET", `/user/${learner}/git-pull/api?${query}`);
    expect(log).toContain('"phase": "finished"');
    return join(hub.homes, learner, "course");
  }

  function serverOf(user: SystemUser): number {
    return processesOf(user).find(({ command }) => command.includes("singleuser"))!.pid;
  }

  it("starts a server for each, which runs as that user", async () => {
    await Promise.all(names.map((name) => client.startServer(name)));
    for (const user of users) expect(serverOf(user)).toBeGreaterThan(0);
  }, 300_000);

  it("hands out the notebooks by nbgitpuller, and later what is new, without touching what learners wrote", async () => {
    await Promise.all(names.map(pull));
    const notebook = join(hub.homes, names[0], "course/01.ipynb");
    appendFileSync(notebook, "\n");
    const written = readFileSync(notebook, "utf8");
    commit("02.ipynb", readFileSync(join(root, "notebooks/02-shallow-network.ipynb"), "utf8"));
    const folders = await Promise.all(names.map(pull));
    for (const folder of folders) expect(readFileSync(join(folder, "02.ipynb"), "utf8")).toContain("nnModel");
    expect(readFileSync(notebook, "utf8")).toBe(written);
  }, 120_000);

  it("runs notebook 1 for all ten at once, with every check passed and every figure drawn", async () => {
    const cells = await cellsOfNotebook1();
    const all = await Promise.all(names.map((name) => client.run(name, "course/01.ipynb", cells)));
    for (const ran of all) expect(ran.map(({ status }) => status)).toEqual(cells.map(() => "ok"));
    const [first, ...others] = all.map(figuresAndVerdicts);
    expect(first.filter((one) => one === "figure").length).toBeGreaterThan(2);
    expect(first.filter((one) => one.startsWith("✓")).length).toBeGreaterThanOrEqual(6);
    for (const other of others) expect(other).toEqual(first);
    for (const name of names) {
      expect(await client.request("GET", `/user/${name}/kernelspecs/nablab/plotly.min.js`)).toContain("plotly.js v");
    }
  }, 900_000);

  it("gives each a kernel and an engine as that user, which a learner's limit on memory reaches", () => {
    for (const user of users) {
      const programs = processesOf(user).map(({ command }) => command);
      const kernels = programs.filter((command) => command.includes("dist/kernel/node/main.js"));
      const engines = processesOf(user).filter(({ command }) => command.includes("dist/kernel/node/engine/main.js"));
      expect([kernels.length, engines.length]).toEqual([1, 1]);
      const environment = readFileSync(`/proc/${engines[0].pid}/environ`, "utf8");
      expect(environment).toContain("NODE_OPTIONS=--max-old-space-size=700");
    }
  });

  it("leaves no file of a learner outside that learner's home", async () => {
    const owned = users.flatMap(({ id }, i) => [...(i > 0 ? ["-o"] : []), "-uid", String(id)]);
    const places = ["/", "/tmp", "/var/tmp", "/dev/shm", "/run"];
    const args = [...places, "-xdev", "-path", hub.homes, "-prune", "-o", "(", ...owned, ")", "-print"];
    const { stdout } = await promisify(execFile)("find", args).catch((error) => error as { stdout: string });
    expect(stdout).toBe("");
    for (const user of users) {
      const others = ["-not", "-uid", String(user.id)];
      expect(execFileSync("find", [join(hub.homes, user.name), ...others], { encoding: "utf8" })).toBe("");
    }
  }, 300_000);

  it("ends a learner's kernel and engine when the server is killed", async () => {
    const [user] = users;
    process.kill(serverOf(user), "SIGKILL");
    await expect.poll(() => processesOf(user), { timeout: 20_000 }).toEqual([]);
    expect(processesOf(users[1]).length).toBeGreaterThan(2);
  }, 30_000);

  it("ends all of a server that nobody has used for a while", async () => {
    for (const user of users) await expect.poll(() => processesOf(user), { timeout: 200_000 }).toEqual([]);
  }, 240_000);

  it("ends all when the hub stops", async () => {
    const cells = ['import { np } from "nablab"; np.zeros([2])'];
    for (const { name } of users.slice(0, 2)) {
      await client.startServer(name);
      const [{ status }] = await client.run(name, "course/01.ipynb", cells);
      expect(status).toBe("ok");
    }
    await hub.stop();
    for (const user of users) await expect.poll(() => processesOf(user), { timeout: 60_000 }).toEqual([]);
  }, 240_000);
});
