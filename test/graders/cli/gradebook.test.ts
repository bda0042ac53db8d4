import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createProgram } from "../../../graders/cli/runCommandLine";
import { openStore } from "../../../graders/gradebook/openStore";
import { answerTo } from "./answerTo";

const root = join(__dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "nablab-book-"));
const at = (name: string): string => join(folder, name);
const book = at("class.db");
afterAll(() => rmSync(folder, { recursive: true }));

function nablab(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "graders/cli/run.js"), ...args], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", NABLAB_DB: book },
  });
  return { status, stdout, stderr };
}

beforeEach(() => vi.stubEnv("NABLAB_DB", book));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** What a learner's script is worth: 10 points for this function, or none. */
const right =
  'import { np } from "nablab";\nexport function initializeWithZeros(dim: number) { return { w: np.zeros([dim, 1]), b: 0 }; }\n';
const wrong = right.replace("[dim, 1]", "[dim]");

function handIn(path: string, source: string, time: string): void {
  mkdirSync(at("submissions"), { recursive: true });
  const file = join(at("submissions"), path);
  writeFileSync(file, `${source}// ${path}\n`);
  utimesSync(file, new Date(time), new Date(time));
}

beforeAll(async () => {
  vi.stubEnv("NABLAB_DB", book);
  writeFileSync(at("late.json"), '{ "per": "day", "deduct": 0.2 }');
  writeFileSync(at("bad.json"), '{ "per": "week" }');
  writeFileSync(at("roster.csv"), "login,name,section\nada,Ada L.,A\nben,Ben B.,B\ncleo,Cleo C.,B\n");
  writeFileSync(at("twice.csv"), "id,login,name\n1,ada,Ada L.\n2,ada,Ada M.\n");
  handIn("ada.ts", right, "2026-12-01T10:00:00Z");
  handIn("ben.ts", wrong, "2026-12-01T10:00:00Z");
  handIn("cleo.ts", right, "2026-12-03T10:00:00Z");
  const made = await answerTo(
    "gradebook",
    "init",
    "--title",
    "DL",
    "--zone",
    "Europe/Vienna",
    "--policy",
    at("late.json"),
  );
  expect(made).toEqual({ code: undefined, output: `${book} was made\n`, errors: "" });
  expect((await answerTo("gradebook", "import", at("roster.csv"))).output).toBe(
    "new: ada, ben, cleo\n3 new, 0 changed, 0 as before, 0 not on this roster\n",
  );
  expect(
    (await answerTo("gradebook", "run", "logistic-regression", "--due", "2026-12-01 23:59", "--seed", "5")).output,
  ).toBe("opened logistic-regression with seed 5\ndue 2026-12-01 23:59 (Europe/Vienna)\n");
});

describe("Wrong usage of a gradebook is answered with exit code 2 and one line", () => {
  const run = "logistic-regression";
  test.each<[string, string[], string]>([
    [
      "no gradebook",
      ["gradebook", "totals", "--db", ""],
      "nablab: name the gradebook: --db class.db, or NABLAB_DB=class.db",
    ],
    ["one that is not there", ["gradebook", "late", "--db", at("none.db")], "nablab gradebook init` makes one"],
    [
      "a file that is none",
      ["gradebook", "totals", "--db", join(root, "README.md")],
      "is not a gradebook; name another",
    ],
    ["a new one without a title", ["gradebook", "init", "--db", at("new.db")], "a new gradebook needs the title"],
    ["an unknown zone", ["gradebook", "init", "--zone", "Europe/Wien"], 'there is no time zone "Europe/Wien"'],
    [
      "a policy that is none",
      ["gradebook", "init", "--policy", at("bad.json")],
      `the policy's "per" is "week"; expected`,
    ],
    ["a policy that is not there", ["gradebook", "init", "--policy", at("no.json")], "cannot be read (ENOENT)"],
    [
      "no roster",
      ["gradebook", "import"],
      "missing required argument 'roster'; `nablab gradebook import --help` shows",
    ],
    ["a roster that is not there", ["gradebook", "import", at("no.csv")], "the roster no.csv cannot be read (ENOENT)"],
    [
      "a roster with a login twice",
      ["gradebook", "import", at("twice.csv")],
      'gives the login "ada" to several people',
    ],
    [
      "a platform that is none",
      ["gradebook", "import", at("roster.csv"), "--from", "ilias"],
      "Allowed choices are csv,",
    ],
    ["an unknown assignment", ["gradebook", "run", "logistic"], "did you mean logistic-regression?"],
    ["a day without a time", ["gradebook", "run", run, "--due", "2026-12-01"], '"2026-12-01" is not a time; write one'],
    ["a day that is none", ["gradebook", "run", run, "--due", "2026-02-30 12:00"], "is not a time"],
    [
      "closing before the deadline",
      ["gradebook", "run", run, "--closes", "2026-11-01 12:00"],
      "--closes has to come after --due",
    ],
    ["a run that is not open", ["gradebook", "totals", "--run", "shallow"], 'there is no run "shallow"; did you mean'],
    [
      "an unknown login",
      ["gradebook", "extend", "adda", run, "2026-12-05 12:00", "--reason", "x"],
      'has the login "adda"; did you mean ada?',
    ],
    [
      "no reason",
      ["gradebook", "extend", "ada", run, "2026-12-05 12:00"],
      "required option '--reason <text>' not specified",
    ],
    [
      "points without a reason",
      ["gradebook", "override", "ada", run, "--points", "3"],
      "say how many points with --points, and why",
    ],
    [
      "more points than there are",
      ["gradebook", "override", "ada", run, "--points", "101", "--reason", "x"],
      "101 points cannot be given here; 0 to 100 can",
    ],
    [
      "points that are none",
      ["gradebook", "override", "ada", run, "--points", "all", "--reason", "x"],
      "It must be a number, 0 or more.",
    ],
    ["nothing to revoke", ["gradebook", "override", "ada", run, "--revoke"], "there is nothing to revoke here"],
    [
      "both at once",
      ["gradebook", "override", "ada", run, "--revoke", "--points", "3"],
      "leave out --points and --reason",
    ],
    [
      "a function before there is anything",
      ["gradebook", "override", "ada", run, "--function", "f", "--points", "1", "--reason", "x"],
      "nothing of this learner's has been graded",
    ],
    [
      "a regrade that was not begun",
      ["gradebook", "regrade", run, "--apply"],
      `there is no regrade of ${run} to apply or drop`,
    ],
    [
      "apply and drop",
      ["gradebook", "regrade", run, "--apply", "--drop"],
      "--apply, --drop and --undo exclude each other",
    ],
    ["an undo of nothing", ["gradebook", "regrade", run, "--undo"], "is in effect; there is nothing to undo"],
    [
      "an undo of a part",
      ["gradebook", "regrade", run, "--undo", "--only", "all"],
      "--undo grades nothing; leave out --only",
    ],
    [
      "never lower, but what",
      ["gradebook", "regrade", run, "--never-lower"],
      "--never-lower goes with --apply; add it",
    ],
    [
      "an unknown format",
      ["gradebook", "export", "--format", "junit"],
      'there is no format "junit" here; known formats: csv, canvas',
    ],
    ["no format", ["gradebook", "export"], "required option '-f, --format <list>' not specified"],
    ["a copy over something", ["gradebook", "backup", at("roster.csv")], "is there already; name another file"],
    ["a person, but what", ["gradebook", "person", "ada"], "say what to do with --export <zip> or --erase"],
    ["a command that is none", ["gradebook", "total"], "unknown command 'total' (Did you mean totals?)"],
    ["--to without a run", ["grade", folder, "--to", book], "say which run these hand-ins are of: --run <slug>"],
    [
      "--run without --to",
      ["grade", folder, "--run", run],
      "--run goes with --to <gradebook>; add it, or leave --run out",
    ],
    [
      "--to with a folder",
      ["grade", folder, "--to", book, "--run", run, "--out", at("x")],
      "--out does not go with --to",
    ],
    [
      "--to without hidden checks",
      ["grade", folder, "--to", book, "--run", run, "--no-hidden"],
      "--no-hidden does not go with --to",
    ],
    [
      "--to with another assignment",
      ["grade", folder, "--to", book, "--run", run, "-a", "deep-network"],
      "the run is of logistic-regression, not of",
    ],
    [
      "a deadline, and no time",
      ["grade", at("submissions"), "--to", book, "--run", run],
      "has a deadline: say when the hand-ins came",
    ],
  ])("%s", async (_, args, message) => {
    const { code, output, errors } = await answerTo(...args);
    expect(errors).toContain(message);
    expect(errors.trim().split("\n")).toHaveLength(1);
    expect(output).toBe("");
    expect(code).toBe(2);
  });

  test("and nothing was made on the way", () => {
    for (const name of ["none.db", "x"]) expect(existsSync(at(name))).toBe(false);
  });
});

test("each of its commands has help with an example", async () => {
  const inner = createProgram().commands.find((one) => one.name() === "gradebook")?.commands ?? [];
  expect(inner.map((one) => one.name())).toEqual([
    ...[
      "init",
      "import",
      "run",
      "totals",
      "late",
      "extend",
      "override",
      "regrade",
      "similar",
      "export",
      "backup",
      "person",
      "token",
    ],
  ]);
  for (const command of inner) {
    const { code, output } = await answerTo("gradebook", command.name(), "--help");
    expect(output).toMatch(/Examples?:\n {2}n/);
    expect(code).toBe(0);
  }
});

test("an import that is only tried says what it would do", async () => {
  writeFileSync(
    at("later.csv"),
    "login,name,section,email\nada,Ada Lovelace,A,\nben,Ben B.,,ben@example.org\ndan,Dan D.,A,\n",
  );
  const { output } = await answerTo("gradebook", "import", at("later.csv"), "--dry-run");
  expect(output.split("\n")).toEqual([
    "new: dan",
    "changed: ada (name)",
    "changed: ben (email)",
    "not on this roster, and still in the course: cleo",
    "would be: 1 new, 2 changed, 0 as before, 1 not on this roster; nothing was changed",
    "",
  ]);
  expect((await answerTo("gradebook", "totals", "--format", "csv")).output).toBe(
    "login,name,section,logistic-regression,total\r\nada,Ada L.,A,,\r\nben,Ben B.,B,,\r\ncleo,Cleo C.,B,,\r\n",
  );
});

describe("A class that is graded into a gradebook", { timeout: 120_000 }, () => {
  const grade = (...more: string[]) =>
    nablab("grade", at("submissions"), "--to", book, "--run", "logistic-regression", "--received", "mtime", ...more);
  const finals = async (): Promise<unknown> => {
    const { output } = await answerTo("gradebook", "totals", "--run", "logistic-regression", "--format", "json");
    const rows = JSON.parse(output) as { login: string; raw: number; penalty: number; final: number }[];
    return rows.map(({ login, raw, penalty, final }) => [login, raw, penalty, final]);
  };

  test("has marks afterwards, and is graded once", async () => {
    const { status, stdout, stderr } = grade();
    expect(stdout).toMatch(/^ada Ada L\. .* 10\/100/m);
    expect(stderr).toContain(`nablab: ${book}: 3 recorded, 0 there already\n`);
    expect(status).toBe(0);
    const marks = [
      ["ada", 10, 0, 10],
      ["ben", 0, 0, 0],
      ["cleo", 10, 10, 0],
    ];
    expect(await finals()).toEqual(marks);
    const again = grade();
    expect(again.stderr).toContain("0 recorded, 3 there already");
    expect(again.stderr).not.toContain("graded in");
    expect(await finals()).toEqual(marks);
    const late = (await answerTo("gradebook", "late", "--format", "csv")).output.split("\r\n")[1];
    expect(late).toMatch(/^logistic-regression,cleo,Cleo C\.,2026-12-01 23:59,2026-12-03 11:00,2 days,0,10,10,0,/);
  });

  test("stops before anything is graded at somebody who is not in it, unless they are to be added", async () => {
    handIn("dan.ts", right, "2026-12-01T10:00:00Z");
    const { status, stderr } = grade();
    expect(stderr).toContain(
      "1 student who handed something in is not in the gradebook (dan); import a roster, or add --enrol",
    );
    expect(status).toBe(2);
    expect(await finals()).toHaveLength(3);
    expect(grade("--enrol").stderr).toContain("1 recorded, 3 there already");
    expect(await finals()).toContainEqual(["dan", 10, 0, 10]);
  });

  test("records what is not gradable, with the reason, and no mark", async () => {
    writeFileSync(join(at("submissions"), "eve.pdf"), "%PDF-1.7 nothing of ours");
    const { stdout, status } = grade("--enrol");
    expect(stdout).toMatch(/^eve .* not gradable: is a PDF; ask for the notebook/m);
    expect(status).toBe(0);
    expect(await finals()).toContainEqual(["eve", null, 0, null]);
  });

  test("is regraded with another seed: first shown, then applied, and exported", async () => {
    await answerTo("gradebook", "run", "logistic-regression", "--seed", "6");
    const regrade = (...more: string[]) => nablab("gradebook", "regrade", "logistic-regression", ...more);
    const shown = regrade();
    expect(shown.stdout).toMatch(/^logistic-regression: up 0, down 0, same 5\n/);
    expect(shown.status).toBe(0);
    expect(regrade("--apply").stdout).toBe("applied to logistic-regression: 0 marks changed\n");
    expect(regrade("--apply").stdout).toBe(
      "the regrade of logistic-regression was applied before; nothing has changed\n",
    );
    expect(regrade().stdout).toMatch(/everything has been graded under the installed checks; nothing would change/);
    const undo = await answerTo("gradebook", "regrade", "logistic-regression", "--undo");
    expect(undo.output).toMatch(/^logistic-regression: up 0, down 0, same 5\nnothing has changed yet; /);
    const drop = await answerTo("gradebook", "regrade", "logistic-regression", "--drop");
    expect(drop.output).toBe("dropped the regrade of logistic-regression; nothing has changed\n");
    const out = at("marks");
    const written = await answerTo(
      "gradebook",
      "export",
      "--format",
      "canvas,csv,json,html",
      "--out",
      out,
      "--title",
      "HW 1 (7)",
    );
    expect(written.errors).toBe("");
    expect(readFileSync(join(out, "logistic-regression/canvas.csv"), "utf8").split("\r\n")).toEqual([
      "Student,ID,SIS User ID,SIS Login ID,Section,HW 1 (7)",
      '"    Points Possible",,,,,100',
      ...["Ada L.,,,ada,A,10", "Ben B.,,,ben,B,0", "Cleo C.,,,cleo,B,0", "dan,,,dan,,10", ""],
    ]);
    const { submissions } = JSON.parse(readFileSync(join(out, "logistic-regression/results.json"), "utf8"));
    expect(submissions[2]).toMatchObject({ id: "cleo", score: 10, mark: { penalty: 10, final: 0 } });
    expect(readFileSync(join(out, "logistic-regression/report.html"), "utf8")).toContain(
      '<th class="number">mark</th>',
    );
  });

  test("takes nothing after it has closed, and each change is written down", async () => {
    await answerTo("gradebook", "run", "logistic-regression", "--closes", "2026-12-04 12:00");
    handIn("ada.ts", `${right}// again\n`, "2026-12-05T10:00:00Z");
    expect(grade("--enrol").stderr).toContain("1 hand-in came after the run had closed, and was not recorded (ada)");
    const { db, close } = await openStore(book);
    const audit = await db.selectFrom("audit").select("what").orderBy("id").execute();
    expect(new Set(audit.map(({ what }) => what))).toEqual(
      new Set(["course", "enrol", "run", "regrade", "apply", "drop", "undo"]),
    );
    await close();
    cpSync(book, at("copy.db"));
  });
});
