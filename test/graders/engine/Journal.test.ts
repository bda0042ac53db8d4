import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { GradedSubmission } from "../../../graders/engine/gradeSubmission";
import { Journal } from "../../../graders/engine/Journal";
import type { JournalHeader } from "../../../graders/engine/JournalHeader";

const base = mkdtempSync(join(tmpdir(), "nablab-journal-"));
afterAll(() => rmSync(base, { recursive: true }));
const header: JournalHeader = { schema: "nablab.journal/1", assignment: "a", seed: 1, conditions: "c" };

function graded(id: string, sha256: string): GradedSubmission {
  const result = {
    id,
    file: id,
    sha256,
    status: "graded",
    score: 1,
    maxScore: 2,
    durationMs: 3,
    functions: [],
  } as const;
  return {
    result: { ...result, functions: [] },
    code: [{ name: "f", place: { cell: 1, line: 1 }, source: `ü\n${id}` }],
  };
}

describe("A journal", () => {
  test("goes on where the last run was broken off, even in the middle of a line", () => {
    const folder = mkdtempSync(join(base, "run-"));
    const first = Journal.open(folder, header, false);
    first.append(graded("ada", "1"));
    first.append(graded("ben", "2"));
    first.close();
    appendFileSync(join(folder, "journal.ndjson"), '{"result":{"id":"cle');

    const second = Journal.open(folder, header, false);
    expect([second.has("ada", "1"), second.has("ben", "2"), second.has("cleo", "3")]).toEqual([true, true, false]);
    second.append(graded("cleo", "3"));
    expect(["cleo", "ada"].map((id) => second.read(id))).toEqual([graded("cleo", "3"), graded("ada", "1")]);
    second.close();
    expect(readFileSync(join(folder, "journal.ndjson"), "utf8").trim().split("\n")).toHaveLength(4);
  });

  test("takes a file that has changed for one that is not graded, and keeps the last result", () => {
    const folder = mkdtempSync(join(base, "run-"));
    const journal = Journal.open(folder, header, false);
    journal.append(graded("ada", "1"));
    expect(journal.has("ada", "2")).toBe(false);
    expect(journal.has("ada", null)).toBe(false);
    journal.append(graded("ada", "2"));
    expect(journal.read("ada").result.sha256).toBe("2");
    journal.close();
  });

  test("keeps a grader fault, and has the submission graded again", () => {
    const journal = Journal.open(mkdtempSync(join(base, "run-")), header, false);
    const { result, code } = graded("ada", "1");
    journal.append({ result: { ...result, status: "grader-fault", score: null, error: "no memory" }, code });
    expect(journal.has("ada", "1")).toBe(false);
    expect(journal.read("ada").result.error).toBe("no memory");
    journal.close();
  });

  test("says under which conditions its results were found", () => {
    const folder = mkdtempSync(join(base, "run-"));
    expect(Journal.headerIn(folder)).toBeNull();
    Journal.open(folder, header, false).close();
    expect(Journal.headerIn(folder)).toEqual(header);
    Journal.open(folder, { ...header, seed: 2 }, true).close();
    expect(Journal.headerIn(folder)?.seed).toBe(2);
  });

  test("says which result cannot be read back, rather than giving another one", () => {
    const folder = mkdtempSync(join(base, "run-"));
    const journal = Journal.open(folder, header, false);
    expect(() => journal.read("nobody".repeat(1000))).toThrow(/^the journal has no result for (nobody){19}nobod…$/);
    journal.append(graded("ada", "1"));
    truncateSync(join(folder, "journal.ndjson"), 200);
    expect(() => journal.read("ada")).toThrow("the result for ada cannot be read back: another program may have");
    journal.close();
  });

  test("remembers what later runs say of a student, and who is gone", () => {
    const folder = mkdtempSync(join(base, "run-"));
    const first = Journal.open(folder, header, false);
    first.append(graded("ada", "1"), "x");
    first.append(graded("ben", "2"), "x");
    first.note({ note: "seen", id: "ada", source: "y", about: { name: "Ada", file: "moved/ada.ts" } });
    first.note({ note: "gone", id: "ben" });
    first.note({ note: "run", places: ["p"], formats: ["json"], title: "HW 1" });
    first.close();
    const next = Journal.existing(folder);
    expect(next?.ids).toEqual(["ada"]);
    expect(next?.sourceOf("ada")).toBe("y");
    expect(next?.has("ada", "1")).toBe(true);
    expect(next?.read("ada").result).toEqual({ ...graded("ada", "1").result, name: "Ada", file: "moved/ada.ts" });
    expect(next?.ended).toEqual([{ note: "run", places: ["p"], formats: ["json"], title: "HW 1" }]);
    expect(Journal.placesIn(folder)).toEqual(new Set(["p"]));
    expect(next?.unreadableLines).toBe(0);
    next?.close();
  });

  test("is left as it is until something is written", () => {
    const folder = mkdtempSync(join(base, "run-"));
    Journal.open(folder, header, false).close();
    const path = join(folder, "journal.ndjson");
    appendFileSync(path, "half a li");
    const before = readFileSync(path, "utf8");
    Journal.existing(folder)?.close();
    expect(readFileSync(path, "utf8")).toBe(before);
    const journal = Journal.existing(folder);
    journal?.append(graded("ada", "1"));
    journal?.close();
    expect(readFileSync(path, "utf8").split("\n")[1]).toBe(JSON.stringify(graded("ada", "1")));
  });

  test("is for nobody else to read, as it holds everybody's marks", () => {
    const folder = mkdtempSync(join(base, "run-"));
    Journal.open(folder, header, false).close();
    expect(statSync(join(folder, "journal.ndjson")).mode & 0o077).toBe(0);
  });
});

/** A journal with these lines between Ada's and Ben's. */
function damaged(...lines: (string | Buffer)[]): string {
  const folder = mkdtempSync(join(base, "damaged-"));
  const path = join(folder, "journal.ndjson");
  const line = (value: unknown) => `${JSON.stringify(value)}\n`;
  const parts = [
    line(header),
    line(graded("ada", "1")),
    ...lines.flatMap((one) => [one, "\n"]),
    line(graded("ben", "2")),
  ];
  writeFileSync(path, Buffer.concat(parts.map((part) => Buffer.from(part))));
  return folder;
}

const sound = graded("cleo", "3");
const withResult = (changes: object) => JSON.stringify({ ...sound, result: { ...sound.result, ...changes } });
const soundFunction = { name: "f", status: "partial", points: 1, maxPoints: 2, followThrough: false, checks: [] };
const withFunction = (changes: object) => withResult({ functions: [{ ...soundFunction, ...changes }] });
const soundCheck = { id: "f.a", status: "correct", points: 1, maxPoints: 2, hidden: false, message: "" };
const withCheck = (changes: object) => withFunction({ checks: [{ ...soundCheck, ...changes }] });

describe("A line of a journal that cannot be read costs only itself", () => {
  test.each<[string, string | Buffer]>([
    ["half a line", '{"result":{"id":"cle'],
    ["two lines mixed", `${withResult({}).slice(0, 40)}${withResult({})}`],
    ["an empty line", ""],
    ["binary", Buffer.from([0, 255, 254, 128, 7])],
    ["zeros, as a power cut leaves them", Buffer.alloc(5000)],
    ["no object", "[1]"],
    ["null", "null"],
    ["the header once more", JSON.stringify(header)],
    ["no result", '{"code":[]}'],
    ["no code", JSON.stringify({ result: sound.result })],
    ["code of another form", JSON.stringify({ ...sound, code: [{ name: "f", source: 1 }] })],
    ["an id that is a number", withResult({ id: 7 })],
    ["an empty id", withResult({ id: "" })],
    ["an id that is a list", withResult({ id: ["cleo"] })],
    ["no file", withResult({ file: null })],
    ["an unknown status", withResult({ status: "passed" })],
    ["a score that is a text", withResult({ score: "1" })],
    ["a negative score", withResult({ score: -1 })],
    ["graded, without a score", withResult({ score: null })],
    ["not gradable, with a score", withResult({ status: "not-gradable", error: "is empty" })],
    ["not gradable, without a reason", withResult({ status: "not-gradable", score: null })],
    ["functions that are none", withResult({ functions: {} })],
    ["a function of another form", withFunction({ points: null })],
    ["an unknown status of a function", withFunction({ status: "ok" })],
    ["a check of another form", withCheck({ message: { length: 3 } })],
    ["a remark of another form", withFunction({ remarks: ["It loops."] })],
    ["a note of an unknown kind", '{"note":"left","id":"ada"}'],
    ["a note without its student", '{"note":"gone"}'],
    ["a note that renames a student", '{"note":"seen","id":"ada","source":"x","about":{"name":7}}'],
    ["a note of a run without places", '{"note":"run","formats":["json"]}'],
    ["far too long a line", Buffer.alloc(33 * 2 ** 20, '{"result":')],
  ])("%s", (_, line) => {
    const folder = damaged(line, withCheck({}));
    const before = readFileSync(join(folder, "journal.ndjson"));
    const journal = Journal.open(folder, header, false);
    expect(journal.unreadableLines).toBe(1);
    expect(["ada", "ben", "cleo"].map((id, i) => journal.has(id, String(i + 1)))).toEqual([true, true, true]);
    expect(["ada", "ben"].map((id) => journal.read(id))).toEqual([graded("ada", "1"), graded("ben", "2")]);
    // Nothing is thrown away: somebody may know how to read it.
    expect(readFileSync(join(folder, "journal.ndjson")).equals(before)).toBe(true);
    journal.close();
  });

  test("and what it was about is graded again", () => {
    const folder = damaged(withResult({}).slice(0, -9), Buffer.alloc(9, 255), withResult({ sha256: 7 }));
    const journal = Journal.open(folder, header, false);
    expect(journal.unreadableLines).toBe(3);
    expect(journal.has("cleo", "3")).toBe(false);
    journal.append(sound);
    journal.close();
    const next = Journal.open(folder, header, false);
    expect(["ada", "ben", "cleo"].map((id) => next.read(id).result.id)).toEqual(["ada", "ben", "cleo"]);
    next.close();
  });

  test("and a long journal is read in one pass", () => {
    const folder = mkdtempSync(join(base, "long-"));
    const big = { ...sound, code: [{ ...sound.code[0], source: "x".repeat(3_000_000) }] };
    writeFileSync(
      join(folder, "journal.ndjson"),
      [header, ...Array(60).fill(big), ...Array.from({ length: 5000 }, (_, i) => graded(`s${i}`, "1"))]
        .map((line) => `${JSON.stringify(line)}\n`)
        .join(""),
    );
    const start = performance.now();
    const journal = Journal.open(folder, header, false);
    // 180 MB: half a second to two. With a copy of what is pending at each piece of a line it is many times that.
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(journal.has("s4999", "1")).toBe(true);
    expect(journal.read("cleo")).toEqual(big);
    journal.close();
  });
});

describe("A first line that cannot be read", () => {
  test.each<[string, string]>([
    ["half a header", '{"schema":"nablab.journ'],
    ["a result", `${withResult({})}\n`],
    ["a seed that is a text", `${JSON.stringify({ ...header, seed: "1" })}\n`],
    ["no conditions", `${JSON.stringify({ ...header, conditions: undefined })}\n`],
    ["another program's file", '{"schema":"other/1","assignment":"a","seed":1,"conditions":"c"}\n'],
    ["no line at all, in a file without end", "x".repeat(100_000)],
  ])("%s: the file is kept aside, and nothing of it is taken for a result", (_, text) => {
    const folder = mkdtempSync(join(base, "header-"));
    const path = join(folder, "journal.ndjson");
    writeFileSync(path, text);
    expect(Journal.headerIn(folder)).toBeNull();
    const journal = Journal.open(folder, header, false);
    expect(journal.keptAside).toBe(`${path}.unreadable`);
    expect(readFileSync(`${path}.unreadable`, "utf8")).toBe(text);
    expect(journal.has("cleo", "3")).toBe(false);
    expect(Journal.headerIn(folder)).toEqual(header);
    journal.close();
  });

  test("of an empty file is written, and there is nothing to keep", () => {
    const folder = mkdtempSync(join(base, "header-"));
    writeFileSync(join(folder, "journal.ndjson"), "");
    const journal = Journal.open(folder, header, false);
    expect(journal.keptAside).toBeNull();
    journal.close();
    expect(Journal.headerIn(folder)).toEqual(header);
  });

  test("is none where it is another version's: its results are for that one to read", () => {
    const folder = mkdtempSync(join(base, "header-"));
    writeFileSync(join(folder, "journal.ndjson"), `${JSON.stringify({ ...header, schema: "nablab.journal/2" })}\n`);
    expect(Journal.headerIn(folder)?.schema).toBe("nablab.journal/2");
    Journal.open(folder, header, false).close();
    expect(existsSync(join(folder, "journal.ndjson.unreadable"))).toBe(false);
  });
});
