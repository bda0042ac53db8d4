import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canvasCourse, canvasDownload, canvasGradebook } from "../../docs/canvasClass";
import { noPostgres, type Server, startPostgres } from "../gradebook/postgres";
import { canvasImport } from "../report/canvasImport";

const runner = join(__dirname, "../../../graders/cli/run.js");
const folder = mkdtempSync(join(tmpdir(), "nablab-canvas-"));
const at = (name: string): string => join(folder, name);
let server: Server | undefined;

function nablab(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [runner, ...args], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", NABLAB_DB: server?.address },
  });
  return { status, stdout, stderr };
}

describe.skipIf(noPostgres !== null)("A gradebook in PostgreSQL", { timeout: 120_000 }, () => {
  beforeAll(() => {
    server = startPostgres();
    writeFileSync(at("hw1.zip"), canvasDownload());
    writeFileSync(at("gradebook.csv"), canvasGradebook());
  }, 60_000);
  afterAll(() => {
    server?.remove();
    rmSync(folder, { recursive: true });
  });

  test("takes Canvas's gradebook and download, and gives Canvas marks for everybody it knows", () => {
    expect(nablab("gradebook", "init", "--title", "DL").stdout).toMatch(/^postgresql:.* was made\n$/);
    const imported = nablab("gradebook", "import", at("gradebook.csv"), "--from", "canvas");
    expect(imported.stdout).toMatch(/^15 new, 0 changed, 0 as before, 0 not on this roster$/m);
    expect(nablab("gradebook", "run", "logistic-regression", "--seed", "1").status).toBe(0);
    const address = server?.address ?? "";
    const graded = nablab("grade", at("hw1.zip"), "--to", address, "--run", "logistic-regression");
    expect(graded.stderr).toContain("13 students handed something in, 2 did not");
    expect(graded.stderr).toContain("13 recorded, 0 there already");
    expect(graded.status).toBe(0);
    const out = at("marks");
    const exported = nablab("gradebook", "export", "--format", "canvas", "--title", "HW 1 (77001)", "--out", out);
    expect(exported).toMatchObject({ status: 0, stderr: "" });
    const found = canvasImport(readFileSync(join(out, "logistic-regression/canvas.csv"), "utf8"), canvasCourse);
    expect(found).toMatchObject({ assignments: [77001], missing: [] });
    expect(found.grades.size).toBe(11);
  });

  test("is regraded there, says who backs it up, and forgets", () => {
    const regraded = nablab("gradebook", "regrade", "logistic-regression", "--only", "aberg", "--timeout", "9");
    expect(regraded.stdout).toMatch(/^logistic-regression: up 0, down 0, same 13\n/);
    expect(nablab("gradebook", "regrade", "logistic-regression", "--apply").status).toBe(0);
    const backup = nablab("gradebook", "backup", at("copy.db"));
    expect(backup.stderr).toMatch(/^nablab: postgresql:.* is backed up by PostgreSQL's own pg_dump\n$/);
    expect(backup.status).toBe(2);
    expect(nablab("gradebook", "person", "aberg", "--erase")).toMatchObject({ status: 0 });
    expect(nablab("gradebook", "totals", "--format", "csv").stdout).not.toContain("Berg");
  });

  test("that is away is told in one line", () => {
    server?.crash();
    const { status, stderr } = nablab("gradebook", "totals");
    expect(stderr).toMatch(/^nablab: no database answers at postgresql:\S+; start it, or correct the address\n$/);
    expect(status).toBe(2);
    server?.start();
    expect(nablab("gradebook", "totals").status).toBe(0);
  });
});
