import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { GradedSubmission } from "../../../graders/engine/gradeSubmission";
import { Journal, type JournalHeader } from "../../../graders/engine/Journal";

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

  test("keeps a fault of ours, and has it graded again", () => {
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
});
