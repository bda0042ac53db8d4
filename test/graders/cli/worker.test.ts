import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { runCommandLine } from "../../../graders/cli/runCommandLine";

const folder = mkdtempSync(join(tmpdir(), "nablab-worker-"));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

async function answerTo(...args: string[]): Promise<{ code: number | undefined; said: string }> {
  const said: string[] = [];
  for (const stream of [process.stderr, process.stdout])
    vi.spyOn(stream, "write").mockImplementation((text) => said.push(String(text)) > 0);
  for (const name of ["error", "log"] as const)
    vi.spyOn(console, name).mockImplementation((text) => void said.push(`${text}\n`));
  return { code: await runCommandLine(args), said: said.join("") };
}

test("nablab worker says what it does", async () => {
  const { code, said } = await answerTo("worker", "--help");
  expect(code).toBe(0);
  expect(said).toContain("grade what waits in a gradebook in PostgreSQL, until it is ended");
  expect(said).toContain("SIGTERM ends it once it has finished what it has begun");
});

test("nablab worker is refused in one line what it cannot work with", async () => {
  vi.stubEnv("NABLAB_DB", "");
  const file = join(folder, "class.db");
  await answerTo("gradebook", "init", "--db", file, "--title", "DL");
  vi.restoreAllMocks();
  for (const [args, line] of [
    [["--db", file], `${file} is a file, which one program grades: `],
    [[], "name the gradebook: --db class.db"],
    [["--db", `postgresql://nablab@/x?host=${folder}`], "no database answers at postgresql://nablab@/x?host="],
    [["--db", file, "--jobs", "0"], "option '-j, --jobs <n>' argument '0' is invalid."],
    [["--db", file, "--per-course", "none"], "option '--per-course <n>' argument 'none' is invalid."],
  ] as const) {
    const { code, said } = await answerTo("worker", ...args);
    vi.restoreAllMocks();
    expect([code, said.split("\n").length]).toEqual([2, 2]);
    expect(said.startsWith(`nablab: ${line}`), said).toBe(true);
  }
});
