import { type ChildProcess, spawn } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const runner = join(__dirname, "../../../graders/cli/run.js");
const base = mkdtempSync(join(tmpdir(), "nablab-out-"));
afterAll(() => rmSync(base, { recursive: true }));

const right = "function initializeWithZeros(dim: number) { return { w: np.zeros([dim, 1]), b: 0 }; }\n";
const endless = "function sigmoid(z: any) { for (;;); }\n";

/** A class with one student per source, in its own folder, with a place for the results beside it. */
function makeClass(...sources: string[]): { submissions: string; out: string } {
  const folder = mkdtempSync(join(base, "run-"));
  mkdirSync(join(folder, "class"));
  for (const [i, source] of sources.entries()) {
    writeFileSync(join(folder, "class", `s${i}.ts`), `import { np } from "nablab";\n${source}`);
  }
  return { submissions: join(folder, "class"), out: join(folder, "out") };
}

function start(submissions: string, out: string, ...more: string[]): ChildProcess {
  const args = [
    "grade",
    "-a",
    "logistic-regression",
    submissions,
    "--out",
    out,
    "--format",
    "json",
    "-j",
    "2",
    ...more,
  ];
  return spawn(process.execPath, [runner, ...args], { stdio: ["ignore", "ignore", "pipe"] });
}

async function endOf(child: ChildProcess): Promise<{ code: number | null; signal: string | null; errors: string }> {
  let errors = "";
  child.stderr?.on("data", (text) => {
    errors += text;
  });
  return new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal, errors })));
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}

const journalOf = (out: string): string => readFileSync(join(out, "journal.ndjson"), "utf8");
const idsIn = (out: string): string[] =>
  JSON.parse(readFileSync(join(out, "results.json"), "utf8")).submissions.map(({ id }: { id: string }) => id);

describe("A folder for results", { timeout: 60_000 }, () => {
  test("is one run's at a time: another one stops with a line, and changes nothing", async () => {
    const { submissions, out } = makeClass(right, endless);
    const first = start(submissions, out, "--seed", "1", "--timeout", "8");
    const firstEnd = endOf(first);
    await until(() => existsSync(join(out, "journal.lock")));
    // Together, or the first one would have to go on for longer.
    const others = [["--seed", "1"], ["--seed", "2"], ["--seed", "1", "--fresh"], []];
    for (const { code, errors } of await Promise.all(others.map((more) => endOf(start(submissions, out, ...more))))) {
      expect(errors).toMatch(new RegExp(`^nablab: .* is in use by another run \\(process ${first.pid} on .*\\n$`));
      expect(code).toBe(2);
    }
    expect(await firstEnd).toMatchObject({ code: 0 });
    expect(readdirSync(out).sort()).toEqual(["journal.ndjson", "results.json"]);
    // The seed is that of the first run.
    expect(await endOf(start(submissions, out, "--timeout", "8"))).toMatchObject({
      code: 0,
      errors: "2 of 2 were graded before and have not changed\n",
    });
    // The header, two results, and what the run that found them noted at its end.
    expect(journalOf(out).trim().split("\n")).toHaveLength(4);
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"] as const)(
    "is free again after %s, and the run goes on",
    async (signal) => {
      const { submissions, out } = makeClass(right, `${right}// another one`, endless);
      const run = start(submissions, out, "--timeout", "60", "--no-cache");
      const end = endOf(run);
      await until(() => existsSync(join(out, "journal.ndjson")) && journalOf(out).split("\n").length === 4);
      run.kill(signal);
      expect((await end).code ?? 1).not.toBe(0);
      expect(existsSync(join(out, "journal.lock"))).toBe(signal === "SIGKILL");
      writeFileSync(join(submissions, "s2.ts"), right);
      const { code, errors } = await endOf(start(submissions, out, "--timeout", "60", "--no-cache"));
      expect(errors).toContain("2 of 3 were graded before");
      const takenOver = `nablab: a run in ${out} (process ${run.pid}) was interrupted; this one takes its place\n`;
      expect(errors.startsWith(takenOver)).toBe(signal === "SIGKILL");
      expect(code).toBe(0);
      expect(idsIn(out)).toEqual(["s0", "s1", "s2"]);
      expect(readdirSync(out).sort()).toEqual(["journal.ndjson", "results.json"]);
    },
  );

  test("with a damaged journal costs the damaged lines", async () => {
    const { submissions, out } = makeClass(right, "", "function sigmoid() {}");
    await endOf(start(submissions, out, "--seed", "1"));
    const lines = journalOf(out).split("\n");
    writeFileSync(join(out, "journal.ndjson"), [lines[0], lines[1].slice(9), "\0\0", ...lines.slice(2)].join("\n"));
    const first = await endOf(start(submissions, out, "--seed", "1"));
    expect(first.errors).toContain("nablab: 2 lines of the journal in");
    expect(first.errors).toContain("2 of 3 were graded before");
    expect(first.code).toBe(0);
    // The first line is lost.
    writeFileSync(join(out, "journal.ndjson"), lines.slice(1).join("\n"));
    const second = await endOf(start(submissions, out, "--seed", "1"));
    expect(second.errors).toContain(`cannot be read; it is kept as ${join(out, "journal.ndjson.unreadable")}, and`);
    expect(second.code).toBe(0);
    appendFileSync(join(out, "journal.ndjson"), "no result\n");
    expect((await endOf(start(submissions, out, "--seed", "1"))).errors).toContain("3 of 3 were graded before");
    expect(idsIn(out)).toEqual(["s0", "s1", "s2"]);
  });
});
