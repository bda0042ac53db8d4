import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { extract } from "../../../../graders/extract/parse/extract";
import { bundleSandbox } from "../../../../graders/sandbox/host/bundle";
import { Sandbox } from "../../../../graders/sandbox/host/Sandbox";
import type { Answer } from "../../../../graders/sandbox/host/SandboxProcess";
import { wallUnderTest } from "../../wallUnderTest";

const limits = { seconds: 1, memoryMB: 128, ...wallUnderTest() };
let bundle: string;
let sandbox: Sandbox;

beforeAll(async () => {
  bundle = await bundleSandbox();
  sandbox = await Sandbox.start(bundle, limits);
});
afterAll(() => sandbox.end());

const noStandIns = async () => ({ failed: true, text: "no stand-in" });

/** Loads `source` and calls its function `f`. */
async function run(source: string, ...args: number[]): Promise<Answer> {
  if (!sandbox.alive) sandbox = await Sandbox.start(bundle, limits);
  const loaded = await sandbox.load(extract([{ number: 1, source }], ["f"]).program(["f"]), []);
  return loaded.kind === "loaded" ? sandbox.call("f", JSON.stringify(args), noStandIns) : loaded;
}

async function outcomeOf(source: string, ...args: number[]): Promise<unknown> {
  const answer = await run(source, ...args);
  return answer.kind === "outcome" ? JSON.parse(answer.text) : answer;
}

const returned = (value: unknown) => ({ kind: "returned", value, mutatedArgs: [] });

describe("A sandbox", () => {
  test("runs a function on what it is given, and returns what comes out", async () => {
    const source = 'import { np } from "nablab"; const f = (a: number) => ({ sum: np.add(np.ones([1, 2]), a) });';
    const sum = { $array: { shape: [1, 2], data: [3, 3] } };
    expect(await outcomeOf(source, 2)).toEqual(returned({ sum }));
  });

  test("starts where its bundle is found through a link, such as a shared folder of packages", async () => {
    const folder = mkdtempSync(join(tmpdir(), "nablab-link-"));
    symlinkSync(dirname(bundle), join(folder, "link"));
    const other = await Sandbox.start(join(folder, "link", basename(bundle)), limits);
    other.end();
    rmSync(folder, { recursive: true });
    expect(other.alive).toBe(false);
  });

  test("says that something is missing by design only when it is used", async () => {
    expect(await outcomeOf("const f = () => [typeof fetch, typeof WebAssembly, [] instanceof Blob];")).toEqual(
      returned(["function", "object", false]),
    );
    expect(await outcomeOf("const f = () => fetch('x');")).toMatchObject({
      kind: "threw",
      message: "TypeError: fetch is not available in grading, where there is no network: work with the arguments alone",
      at: expect.stringMatching(/^\d+:\d+$/),
    });
  });

  test("has a clock and random numbers that do the same every time, and timers that do not wait", async () => {
    const source =
      "const k = await new Promise<number>((done) => setTimeout(() => done(Date.now()), 1e9));\nconst f = () => [k, Math.random()];";
    const first = await outcomeOf(source);
    expect(first).toEqual(returned([Date.UTC(2026, 0, 1) + 1e9 + 1, expect.closeTo(0.627, 3)]));
    expect(await outcomeOf(source)).toEqual(first);
  });

  test("gives each function a realm of its own: what one breaks, the next finds whole", async () => {
    await outcomeOf("const f = () => { Array.prototype.map = () => []; Math.exp = () => 0; return 0; };");
    expect(await outcomeOf("const f = () => [1, 2].map(Math.exp)[0];")).toEqual(returned(Math.E));
  });

  test("asks for stand-ins while a call is under way", async () => {
    const extraction = extract(
      [{ number: 1, source: "const g = () => 0;\nconst f = (a: number) => g(a) + 1;" }],
      ["f", "g"],
    );
    await sandbox.load(extraction.program(["f"], ["g"]), ["g"]);
    const asked: string[] = [];
    const answer = await sandbox.call("f", "[20]", async (name, args) => {
      asked.push(`${name}${args}`);
      return { failed: false, text: '{"value":41,"promised":false}' };
    });
    expect(asked).toEqual(["g[20]"]);
    expect(answer).toMatchObject({ text: JSON.stringify(returned(42)) });
  });
});

describe("Calls that are asked for at once", () => {
  /** Loads `source`, and calls its function `f` with each of the arguments. */
  async function runAll(source: string, args: readonly unknown[]): Promise<Answer[]> {
    if (!sandbox.alive) sandbox = await Sandbox.start(bundle, limits);
    await sandbox.load(extract([{ number: 1, source }], ["f"]).program(["f"]), []);
    return Promise.all(sandbox.callAll(args.map((arg) => ({ name: "f", args: JSON.stringify([arg]) }))));
  }

  test("are answered in their order, whether messages are short or long", async () => {
    const texts = Array.from({ length: 20 }, (_, i) => String(i).repeat(i % 3 === 0 ? 100_000 : 1));
    const answers = await runAll("const f = (text: string) => text.length;", texts);
    const values = answers.map((answer) => (answer.kind === "outcome" ? JSON.parse(answer.text) : answer));
    expect(values).toEqual(texts.map(({ length }) => returned(length)));
  });

  test("have the time limit each to itself", async () => {
    const source = "const f = (n: number) => { let sum = 0; for (let i = 0; i < n; i++) sum += i % 3; return sum; };";
    await runAll(source, [1e8]);
    const start = performance.now();
    await runAll(source, [1e8]);
    // Eight calls of a quarter of a second each, where one may take a second.
    const quarter = Math.round((250 / (performance.now() - start)) * 1e8);
    const answers = await runAll(source, Array(8).fill(quarter));
    expect(answers.map(({ kind }) => kind)).toEqual(Array(8).fill("outcome"));
  });

  test("are stopped together with the one that does not come back", async () => {
    const answers = await runAll("const f = (n: number) => { while (n === 2); return n; };", [1, 2, 3]);
    const stopped = { kind: "stopped", cause: "time", seconds: 1 };
    expect(answers).toEqual([expect.objectContaining({ kind: "outcome" }), stopped, stopped]);
  });
});

describe("What does not come back", () => {
  const late = { kind: "stopped", cause: "time", seconds: 1 };

  test.each<[string, string, object]>([
    ["an endless loop", "const f = () => { for (;;); };", late],
    ["an endless loop while loading", "const k = (() => { for (;;); })(); const f = () => k;", late],
    ["a catastrophic regular expression", 'const f = () => /^(a+)+$/.test("a".repeat(40) + "b");', late],
    [
      "a flood of microtasks",
      "const g = async (): Promise<void> => { await null; return g(); };\nconst k = await g(); const f = () => k;",
      { kind: "stopped" },
    ],
  ])("%s is stopped", async (_, source, stopped) => {
    expect(await run(source)).toMatchObject(stopped);
  });

  test("a heap that grows and grows is stopped", async () => {
    sandbox.end();
    sandbox = await Sandbox.start(bundle, { seconds: 25, memoryMB: 64 });
    const answer = await run(
      "const f = () => { const all: object[] = []; for (;;) all.push(Array(1000).fill(1.5)); };",
    );
    expect(answer).toEqual({ kind: "stopped", cause: "memory", megabytes: 64 });
  });

  test("arrays beyond the limit are an error of the function, not of the machine", async () => {
    // Of 160 MB, so that much is left when one does not fit: with nothing left, V8 gives up before it can throw.
    const source = "const f = () => { const all: unknown[] = []; for (;;) all.push(new Float64Array(2e7).fill(1)); };";
    expect(await outcomeOf(source)).toMatchObject({
      kind: "threw",
      message: "RangeError: Array buffer allocation failed",
    });
    sandbox.end();
  });

  test("a promise that is never kept is not waited for", async () => {
    const answer = await run("const k = await new Promise(() => {}); const f = () => k;");
    expect(answer).toMatchObject({ kind: "failed", text: "an error: it waits for something that never happens" });
  });

  test("a result that is too large is refused", async () => {
    const answer = await run('const f = () => "x".repeat(2e7);');
    expect(answer).toMatchObject({ kind: "failed", fault: "too-large" });
  });

  test("output goes nowhere, however much of it there is", async () => {
    expect(await outcomeOf('const f = () => { for (let i = 0; i < 1e6; i++) console.log("x"); return 1; };')).toEqual(
      returned(1),
    );
  });
});
