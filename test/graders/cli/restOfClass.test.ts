import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { noteAbsent } from "../../../graders/cli/noteAbsent";
import { refuseAlike, restOfClass } from "../../../graders/cli/restOfClass";
import { withLearner } from "../../../graders/cli/withLearner";
import type { GradedSubmission } from "../../../graders/engine/gradeSubmission";
import { Journal } from "../../../graders/engine/Journal";
import { placeAbove, sourceOf } from "../../../graders/engine/Source";

const base = mkdtempSync(join(tmpdir(), "nablab-rest-"));
afterAll(() => rmSync(base, { recursive: true }));

const whole = sourceOf(["class"]).id;
const other = sourceOf(["late"]).id;
const entry = (id: string) => ({ id, file: `class/${id}.ts` });
const roster = (...ids: string[]) => ids.map((id) => ({ id, login: `login-${id}` }));

function graded(id: string): GradedSubmission {
  const scored = { status: "graded", score: 1, maxScore: 2, durationMs: 3 } as const;
  return { result: { id, file: `${id}.ts`, sha256: "1", ...scored, functions: [] }, code: [] };
}

/** Ada and Ben handed in, Cleo was late, and Dan is on the roster. */
let journal: Journal;
beforeEach(() => {
  const header = { schema: "nablab.journal/1", assignment: "a", seed: 1, conditions: "c" };
  journal = Journal.open(mkdtempSync(join(base, "run-")), header, false);
  for (const id of ["ada", "ben"]) journal.append(graded(id), whole);
  journal.append(graded("cleo"), other);
  noteAbsent(roster("dan"), { present: ["ada", "ben"], kept: [] }, journal, whole, 2);
});

describe("Of a class, a run", () => {
  test("keeps those where it has not looked, and misses those where it has", () => {
    const found = { entries: [entry("ada")], absent: roster("ben", "dan"), source: whole };
    // On the roster, Ben is absent now, and not gone.
    expect(restOfClass(journal, found)).toEqual({ kept: ["cleo"], gone: [] });
    expect(restOfClass(journal, { ...found, absent: roster("dan") })).toEqual({ kept: ["cleo"], gone: ["ben"] });
    expect(restOfClass(journal, { ...found, absent: [] })).toEqual({ kept: ["cleo"], gone: ["ben", "dan"] });
  });

  test("without the roster keeps those who were absent", () => {
    const found = { entries: [entry("ada"), entry("ben")], absent: null, source: whole };
    expect(restOfClass(journal, found)).toEqual({ kept: ["cleo", "dan"], gone: [] });
  });

  test("that has seen a part keeps the rest, whoever is absent from that part", () => {
    const found = { entries: [entry("dan")], absent: roster("ada", "ben", "cleo", "eve"), source: null };
    const { kept, gone } = restOfClass(journal, found);
    expect({ kept, gone }).toEqual({ kept: ["ada", "ben", "cleo"], gone: [] });
    expect(noteAbsent(found.absent, { present: ["dan"], kept }, journal, whole, 2)).toEqual(["eve"]);
    expect(journal.read("ada").result).toMatchObject({ status: "graded", login: "login-ada" });
    expect(journal.read("eve").result).toEqual({
      ...{ id: "eve", login: "login-eve", sha256: null, status: "not-handed-in", score: null },
      ...{ maxScore: 2, durationMs: 0, functions: [] },
    });
  });

  test("refuses an id that could be taken for one that it keeps", () => {
    expect(() => refuseAlike([entry("ada")], ["ben"], "results")).not.toThrow();
    expect(() => refuseAlike([entry("Ben")], ["ben"], "results")).toThrow(
      '"Ben" and "ben", who has results in results',
    );
  });

  test("knows what an earlier roster said, unless its own says more", () => {
    const before = { name: "Berg, Anna", login: "aberg", late: true };
    expect(withLearner({ ...entry("1"), name: "berganna" }, before)).toEqual({
      ...entry("1"),
      name: "Berg, Anna",
      login: "aberg",
    });
    const own = { ...entry("1"), name: "Anna Berg", email: "a@school.example" };
    expect(withLearner(own, before)).toEqual(own);
  });
});

describe("Where a run has looked", () => {
  test("is the same for the same paths, however they are written", () => {
    expect(sourceOf(["./b", "a/"])).toEqual(sourceOf(["a", "x/../b", "b"]));
    expect(sourceOf(["a"]).id).not.toBe(sourceOf(["a", "b"]).id);
  });

  test("says which folder above a path belongs to the class, and nothing else of it", () => {
    const { places } = sourceOf([join(base, "class")]);
    expect(places.join()).toMatch(/^[0-9a-f]{16}$/);
    expect(placeAbove(join(base, "class/dan/work.ts"), new Set(places))).toBe(join(base, "class"));
    expect(placeAbove(join(base, "class"), new Set(places))).toBeNull();
  });
});
