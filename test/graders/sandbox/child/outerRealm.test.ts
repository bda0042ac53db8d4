/**
 * The second wall, as if the first had fallen: what code could do in the sandbox process's own realm. Three other
 * processes also make each attempt: an ordinary one, where it must succeed, so that none fails only because it is
 * written wrongly; one held by Node's flags alone, also when started from a snapshot; and one held by bubblewrap alone.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { hostname, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleSandbox } from "../../../../graders/sandbox/host/bundle";
import { bwrapCommand } from "../../../../graders/sandbox/host/bwrap";
import { longRun, sandboxCommand } from "../../../../graders/sandbox/host/limits";
import { SandboxProcess } from "../../../../graders/sandbox/host/SandboxProcess";
import { makeSnapshot } from "../../../../graders/sandbox/host/snapshotReader";
import { noBubblewrap } from "../../bubblewrap";
import { wallUnderTest } from "../../wallUnderTest";
import { type Capability, capabilities, type Target } from "./capabilities";

const limits = { seconds: 5, memoryMB: 128 };
const folder = mkdtempSync(join(tmpdir(), "nablab-powers-"));
const server = createServer((_, response) => response.end("x"));
let bystander: ChildProcess;
let bundle: string;
let count = 0;

beforeAll(async () => {
  bundle = await bundleSandbox([], join(__dirname, "outerRealm.ts"));
  bystander = spawn("/bin/sh", ["-c", 'trap "" USR1; while :; do sleep 60; done'], { stdio: "ignore" });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => {
  bystander.kill("SIGKILL");
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

/** A new target, so that attempts do not affect each other. */
function newTarget(): Target {
  count += 1;
  const own = join(folder, String(count));
  mkdirSync(own);
  writeFileSync(join(own, "secret"), "KEY=1");
  new DatabaseSync(join(own, "known.db")).exec("CREATE TABLE t (x); INSERT INTO t VALUES (1)");
  return {
    folder: own,
    pid: bystander.pid ?? 0,
    port: (server.address() as AddressInfo).port,
    host: hostname(),
    user: userInfo().username,
  };
}

function codeOf({ body }: Capability, target: Target): string {
  return `(function (require, module, process) { const target = ${JSON.stringify(target)}; ${body} })`;
}

/** The same attempt in a script of its own. */
function scriptOf(capability: Capability): string {
  const target = newTarget();
  const path = join(target.folder, "attempt.js");
  writeFileSync(path, attemptAt(JSON.stringify(codeOf(capability, target)), "module"));
  return path;
}

/** Code that makes an attempt, and says on standard output what came of it. */
function attemptAt(code: string, module: string): string {
  return `const write = require("node:fs").writeSync, exit = process.reallyExit.bind(process);
     const say = (text) => { write(1, text); exit(0); };
     const refuse = (error) => say("refused: " + (error.code ?? error.message));
     const late = setTimeout(() => say("refused: nothing happens"), 3000);
     process.on("uncaughtException", refuse);
     const deed = new (require("node:vm").Script)(${code}).runInThisContext();
     (async () => deed(require, ${module}, process))().then((got) => say(got ? "granted" : "refused: nothing there"), refuse);`;
}

function run(command: string, args: readonly string[]): Promise<string> {
  return new Promise((done) => {
    execFile(command, args, { encoding: "utf8", timeout: 20_000 }, (_, stdout) => done(stdout || "refused: it ended"));
  });
}

async function inOuterRealm(capability: Capability): Promise<string> {
  const started = await SandboxProcess.start(bundle, { ...limits, ...wallUnderTest() });
  try {
    const answer = await started.ask({
      kind: "call",
      name: "$outside",
      async: false,
      text: codeOf(capability, newTarget()),
    });
    return answer.kind === "outcome" ? answer.text : `refused: ${JSON.stringify(answer)}`;
  } finally {
    started.end();
  }
}

const named = capabilities.map((capability): [string, Capability] => [capability.name, capability]);

test("At least fifty things are tried", () => {
  expect(new Set(capabilities.map(({ name }) => name)).size).toBeGreaterThanOrEqual(50);
});

describe("An ordinary process can", () => {
  test.concurrent.each(named)("%s", async (_, capability) => {
    expect(await run(process.execPath, ["--expose-internals", "--no-warnings", scriptOf(capability)])).toBe("granted");
  });
});

describe("The sandbox process's own realm can not", () => {
  test.concurrent.each(named)("%s", async (_, capability) => {
    expect(await inOuterRealm(capability)).toMatch(/^refused/);
  });
});

describe("Node's flags alone do not let a process", () => {
  test.concurrent.each(named.filter(([, { beyondFlags }]) => !beyondFlags))("%s", async (_, capability) => {
    expect(await run(...sandboxCommand(scriptOf(capability), limits))).toMatch(/^refused/);
  });
});

describe("Nor do they let one that starts from a snapshot", () => {
  const snapshot = join(folder, "attempt.blob");

  beforeAll(async () => {
    const attempt = join(folder, "attempt.js");
    writeFileSync(
      attempt,
      `require("node:v8").startupSnapshot.setDeserializeMainFunction(() => {
         ${attemptAt("process.argv.at(-1)", "{ exports: {} }")}
       });`,
    );
    writeFileSync(snapshot, await makeSnapshot(attempt));
  });

  async function fromSnapshot(capability: Capability): Promise<string> {
    const [command, args] = sandboxCommand(join(folder, "none.js"), limits, { options: longRun, snapshot });
    return run(command, [...args, codeOf(capability, newTarget())]);
  }

  test("which otherwise runs as any", async () => {
    expect(await fromSnapshot({ name: "count", body: "return 1 + 1;" })).toBe("granted");
  });
  test.concurrent.each(named.filter(([, { beyondFlags }]) => !beyondFlags))("%s", async (_, capability) => {
    expect(await fromSnapshot(capability)).toMatch(/^refused/);
  });
});

describe.skipIf(noBubblewrap !== null)(`Bubblewrap alone does not let a process ${noBubblewrap ?? ""}`, () => {
  test.concurrent.each(named.filter(([, { beyondBwrap }]) => !beyondBwrap))("%s", async (_, capability) => {
    expect(await run(...bwrapCommand(scriptOf(capability), (path) => ["--no-warnings", path]))).toMatch(/^refused/);
  });
});
