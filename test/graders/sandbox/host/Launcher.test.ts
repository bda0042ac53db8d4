import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleLauncher, bundleSandbox } from "../../../../graders/sandbox/host/bundle";
import { Launcher } from "../../../../graders/sandbox/host/Launcher";
import { Sandbox } from "../../../../graders/sandbox/host/Sandbox";
import type { Launched } from "../../../../graders/sandbox/launcher/Launched";
import { launchDirectly } from "../../../../graders/sandbox/launcher/launchDirectly";
import { wallUnderTest } from "../../wallUnderTest";

let bundle: string;
let launcher: Launcher;
beforeAll(async () => {
  bundle = await bundleLauncher();
  launcher = new Launcher(bundle);
});
afterAll(() => launcher.end());

const wait = "setInterval(() => {}, 1000);";

function launchNode(source: string, by = launcher): Promise<Launched> {
  return by.launch(process.execPath, ["-e", source]);
}

/** Everything that a process sends. */
async function textFrom({ pipe, ended }: Launched): Promise<string> {
  let text = "";
  pipe.on("data", (chunk: Buffer) => {
    text += chunk.toString("latin1");
  });
  await ended;
  return text;
}

function isRunning(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && !readFileSync(stat, "latin1").includes(") Z");
}

async function expectEnd(pid: number): Promise<void> {
  await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
}

function parentOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/stat`, "latin1").split(") ")[1].split(" ")[1]);
}

describe.skipIf(process.platform === "win32")("A launcher", () => {
  test("starts processes that are no children of the grader, and hands over the pipe to them", async () => {
    const launched = await launchNode("const pipe = new net.Socket({ fd: 3 }); pipe.pipe(pipe);");
    expect(parentOf(launched.pid)).not.toBe(process.pid);
    launched.pipe.write("there and back");
    const [chunk] = await once(launched.pipe, "data");
    launched.pipe.destroy();
    expect(String(chunk)).toBe("there and back");
    expect(await launched.ended).toMatchObject({ code: 0, signal: null });
  });

  test("loses nothing of what comes before the grader has taken over the pipe", async () => {
    const sending = launcher.launch("/bin/sh", ["-c", "printf first >&3"]);
    // Meanwhile the process has started, written and ended.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    expect(await textFrom(await sending)).toBe("first");
  });

  test("tells the exit code, the signal, and the start of what was written to standard error", async () => {
    const failing = await launchNode('process.stderr.write("x".repeat(1e6), () => process.exit(3));');
    expect(await failing.ended).toMatchObject({ code: 3, signal: null, errorOutput: "x".repeat(16_384) });
    const aborting = await launchNode('process.kill(process.pid, "SIGABRT");');
    expect(await aborting.ended).toMatchObject({ code: null, signal: "SIGABRT", errorOutput: "" });
  });

  test("gives processes what a grader would: an empty environment, one pipe, and no channel of its own", async () => {
    const look = 'fs.writeSync(3, JSON.stringify([process.env, process.cwd(), fs.readdirSync("/proc/self/fd")]));';
    const beside = await launchNode(wait);
    const found = await textFrom(await launchNode(look));
    beside.kill();
    expect(found).toBe(await textFrom(await launchDirectly(process.execPath, ["-e", look])));
    expect(found).toMatch(/^\[\{\},/);
  });

  test("kills what does not end, and nothing once it has", async () => {
    const { kill, ended, pid } = await launchNode("for (;;);");
    kill();
    expect(await ended).toMatchObject({ code: null, signal: "SIGKILL" });
    kill();
    await expectEnd(pid);
  });

  test("says why a process could not be started", async () => {
    // Where the system is to end it with the launcher, a program starts it that fails itself.
    const reason = await launcher.launch("/no/such/program", []).then(
      async ({ ended }) => (await ended).errorOutput,
      (error: Error) => error.message,
    );
    expect(reason).toMatch(/\/no\/such\/program(: No such file| ENOENT)/);
  });

  test("kills at its end what still runs", async () => {
    const own = new Launcher(bundle);
    const { pid, ended } = await launchNode(wait, own);
    const lost = expect(ended).rejects.toThrow("the process that starts the others went away");
    await own.end();
    await lost;
    await expectEnd(pid);
  });

  test("that has been stopped is done without: its processes are killed all the same, and it is ended", async () => {
    const own = new Launcher(bundle);
    const [first, second] = await Promise.all([launchNode("for (;;);", own), launchNode("for (;;);", own)]);
    const launcherPid = parentOf(first.pid);
    process.kill(launcherPid, "SIGSTOP");
    first.kill();
    await expectEnd(first.pid);
    expect(isRunning(second.pid)).toBe(true);
    const lost = [first, second].map(({ ended }) => expect(ended).rejects.toThrow("went away"));
    await own.end();
    await Promise.all([...lost, expectEnd(launcherPid), expectEnd(second.pid)]);
  });

  test("ends with the grader, even when that is killed, and kills what it has started", async () => {
    const source = `
      const options = { detached: true, stdio: ["ignore", "ignore", "ignore", "ipc"] };
      const launcher = child_process.spawn(process.execPath, [${JSON.stringify(bundle)}], options);
      launcher.on("message", ({ pid }, pipe) => console.log(pid));
      launcher.send({ kind: "launch", id: 1, command: process.execPath, args: ["-e", ${JSON.stringify(wait)}] });`;
    const grader = spawn(process.execPath, ["-e", source], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = await once(grader.stdout, "data");
    const pid = Number(line);
    const launcherPid = parentOf(pid);
    expect([launcherPid, pid].map(isRunning)).toEqual([true, true]);
    grader.kill("SIGKILL");
    await expectEnd(launcherPid);
    await expectEnd(pid);
  });

  test("that is killed takes what it has started with it, as no fault of theirs, and starts nothing more", async () => {
    const own = new Launcher(bundle);
    const { pid, ended } = await launchNode(wait, own);
    const lost = expect(ended).rejects.toThrow("the process that starts the others went away");
    const launcherPid = parentOf(pid);
    process.kill(launcherPid, "SIGSTOP");
    const refused = expect(launchNode("", own)).rejects.toThrow("the process that starts the others went away");
    process.kill(launcherPid, "SIGKILL");
    await Promise.all([lost, refused]);
    await expectEnd(pid);
    await expect(own.lost).rejects.toThrow("the process that starts the others went away");
    await expect(launchNode("", own)).rejects.toThrow("went away");
  });
});

describe.skipIf(process.platform === "win32")("A sandbox that a launcher starts", () => {
  const limits = { seconds: 3, memoryMB: 128, ...wallUnderTest() };
  const noStandIns = async () => ({ failed: true, text: "no stand-in" });

  async function run(body: string): Promise<unknown> {
    const sandbox = await Sandbox.start(await bundleSandbox(), limits, launcher.launch);
    await sandbox.load(`(function () { return { f: () => { ${body} } }; })`, []);
    const answer = await sandbox.call("f", "[]", noStandIns);
    sandbox.end();
    return answer;
  }

  test("answers", async () => {
    expect(await run("return 6 * 7;")).toMatchObject({ kind: "outcome" });
  });

  test("is stopped when its time is over", async () => {
    expect(await run("for (;;);")).toEqual({ kind: "stopped", cause: "time", seconds: 3 });
  });

  test("is told from one that uses too much memory", async () => {
    expect(await run("const all = []; for (;;) all.push(Array(1000).fill(1.5));")).toEqual({
      kind: "stopped",
      cause: "memory",
      megabytes: 128,
    });
  });

  test("is a grader fault, and no submission's, when its launcher is killed", async () => {
    const own = new Launcher(bundle);
    const sandbox = await Sandbox.start(await bundleSandbox(), limits, own.launch);
    await sandbox.load("(function () { return { f: () => { for (;;); } }; })", []);
    const call = expect(sandbox.call("f", "[]", noStandIns)).rejects.toThrow("went away");
    await own.end();
    await call;
    await expect(sandbox.call("f", "[]", noStandIns)).rejects.toThrow("went away");
  });
});
