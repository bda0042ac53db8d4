import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { bundleSandbox } from "../../../../graders/sandbox/host/bundle";
import { bwrapCommand, whyNoBwrap } from "../../../../graders/sandbox/host/bwrap";
import { Sandbox } from "../../../../graders/sandbox/host/Sandbox";
import type { Answer } from "../../../../graders/sandbox/host/SandboxProcess";
import { noBubblewrap } from "../../bubblewrap";

const limits = { seconds: 3, memoryMB: 128, wall: "bwrap" } as const;
const noStandIns = async () => ({ failed: true, text: "no stand-in" });
const folder = mkdtempSync(join(tmpdir(), "nablab-bwrap-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `body` as a graded function in the sandbox's realm. */
async function run(body: string): Promise<Answer> {
  const sandbox = await Sandbox.start(await bundleSandbox(), limits);
  try {
    await sandbox.load(`(function () { return { f: () => { ${body} } }; })`, []);
    return await sandbox.call("f", "[]", noStandIns);
  } finally {
    sandbox.end();
  }
}

/** What a process finds inside when none of Node's own restrictions apply: the value of `expression`, as text. */
function find(expression: string): string {
  const file = join(folder, "unrestricted.js");
  writeFileSync(
    file,
    `const attempt = (deed) => { try { return deed(); } catch (error) { return error.code; } };
     Promise.resolve(attempt(() => ${expression})).then((value) => console.log(String(value)));`,
  );
  const [command, args] = bwrapCommand(file, (path) => [path]);
  return spawnSync(command, args, { encoding: "utf8", timeout: 20_000 }).stdout.trim();
}

describe.skipIf(noBubblewrap !== null)(
  `A sandbox inside bubblewrap${noBubblewrap ? ` (skipped: ${noBubblewrap})` : ""}`,
  () => {
    test("runs functions as it does without", async () => {
      expect(await run("return 6 * 7;")).toMatchObject({ text: '{"kind":"returned","value":42,"mutatedArgs":[]}' });
    });

    test("counts the time of the process inside, and stops an endless loop", async () => {
      expect(await run("for (;;);")).toEqual({ kind: "stopped", cause: "time", seconds: 3 });
    });

    test("tells a function that uses too much memory from one that ends early", async () => {
      const answer = await run("const all = []; for (;;) all.push(Array(1000).fill(1.5));");
      expect(answer).toEqual({
        kind: "stopped",
        cause: "memory",
        megabytes: 128,
      });
    });

    test.each([
      ["reads no file of the machine", 'require("node:fs").readFileSync("/etc/passwd")', "ENOENT"],
      [
        "finds nothing but Node, its libraries and the bundle",
        'require("node:fs").readdirSync("/").filter((name) => !name.startsWith("lib") && name !== "usr").sort()',
        "node,sandbox.js",
      ],
      ["cannot write, not even a file of its own", 'require("node:fs").writeFileSync("/x", "")', "EROFS"],
      ["cannot write to its own code", 'require("node:fs").appendFileSync("/sandbox.js", "0")', "EROFS"],
      ["has no program to start", 'require("node:child_process").spawnSync("/bin/sh").error.code', "ENOENT"],
      ["has no environment", "Object.keys(process.env).filter((name) => name !== 'PWD')", ""],
      ["sees no other process", `process.kill(${process.pid}, 0)`, "ESRCH"],
      ["learns no number of a process outside", "process.ppid < 3 && process.pid < 10", "true"],
      ["learns of no process from files", 'require("node:fs").readdirSync("/proc")', "ENOENT"],
      ["has no devices", 'require("node:fs").readdirSync("/dev")', "ENOENT"],
      ["does not learn the machine's name", 'require("node:os").hostname()', "sandbox"],
      [
        "does not learn the machine's addresses",
        'Object.keys(require("node:os").networkInterfaces()).filter((name) => name !== "lo")',
        "",
      ],
      ["cannot make a folder", 'require("node:fs").mkdirSync("/dev")', "EROFS"],
    ])("%s", (_, expression, expected) => {
      expect(find(expression)).toBe(expected);
    });

    test("reaches no server, not even one on this machine", async () => {
      const server = createServer().listen(0, "127.0.0.1");
      await once(server, "listening");
      const { port } = server.address() as AddressInfo;
      const connect = `new Promise((done) => require("node:net").connect(${port}, "127.0.0.1")
      .on("connect", () => done("connected")).on("error", (error) => done("refused")))`;
      expect(find(connect)).toBe("refused");
      server.close();
    });
  },
);

describe("Where there is no bubblewrap", () => {
  test("its absence is told in one line", async () => {
    vi.stubEnv("PATH", folder);
    const reason = "there is no bwrap on the path, or others may write there";
    expect(await whyNoBwrap()).toBe(`bubblewrap is not installed: ${reason}`);
    vi.unstubAllEnvs();
  });

  test.runIf(process.platform === "linux")("a bubblewrap that is not allowed to work says why", async () => {
    const message = "bwrap: No permissions to create a new namespace";
    writeFileSync(join(folder, "bwrap"), `#!/bin/sh\necho "${message}" >&2\nexit 1\n`, { mode: 0o755 });
    vi.stubEnv("PATH", folder);
    expect(await whyNoBwrap()).toBe(`bubblewrap cannot start Node here: ${message}`);
    vi.unstubAllEnvs();
  });
});
