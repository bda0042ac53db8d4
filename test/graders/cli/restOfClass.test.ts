import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { asInClass } from "../../../graders/cli/asInClass";
import { refuseAlike, restOfClass } from "../../../graders/cli/restOfClass";
import type { GradedSubmission } from "../../../graders/engine/gradeSubmission";
import { Journal } from "../../../graders/engine/Journal";
import { placeAbove, sourceOf } from "../../../graders/engine/Source";

const base = mkdtempSync(join(tmpdir(), "nablab-rest-"));
afterAll(() => rmSync(base, { recursive: true }));

const whole = sourceOf(["class"]).id;
const entry = (id: string, shown = `${id}.ts`) => ({ id, file: `class/${shown}`, shown });

function graded(id: string, file: string): GradedSubmission {
  const scored = { status: "graded", score: 1, maxScore: 2, durationMs: 3 } as const;
  return { result: { id, file, sha256: "1", ...scored, functions: [] }, code: [] };
}

/** Eve was late; two are called Ada, which only their files' names tell apart. */
let journal: Journal;
beforeEach(() => {
  const header = { schema: "nablab.journal/1", assignment: "a", seed: 1, conditions: "c" };
  journal = Journal.open(mkdtempSync(join(base, "run-")), header, false);
  for (const id of ["dan", "ben", "Ada.ts", "ada.ts"]) {
    journal.append(graded(id, id.endsWith(".ts") ? id : `${id}.ts`), whole);
  }
  journal.append(graded("eve", "eve.ts"), sourceOf(["late"]).id);
});
afterEach(() => journal.close());

describe("Of a class, a run", () => {
  test("keeps those where it has not looked, and misses those where it has", () => {
    const found = [entry("ben"), entry("Ada.ts")];
    expect(restOfClass(journal, found, whole)).toEqual({ kept: ["eve"], gone: ["ada.ts", "dan"], renamed: [] });
    expect(restOfClass(journal, found, null)).toEqual({ kept: ["ada.ts", "dan", "eve"], gone: [], renamed: [] });
    // Now a roster says who they are.
    const listed = [entry("510001", "ben.ts"), entry("510002", "Ada.ts")];
    const rest = { kept: ["eve"], gone: ["ada.ts", "dan"], renamed: ["Ada.ts", "ben"] };
    expect(restOfClass(journal, listed, whole)).toEqual(rest);
  });

  test("that has seen a part knows whose it is", () => {
    const ids = asInClass([entry("ada"), entry("ben"), entry("cleo")], journal).map(({ id }) => id);
    expect(ids).toEqual(["ada.ts", "ben", "cleo"]);
  });

  test("leaves the members of a group alone, who have one file", () => {
    journal.append(graded("fay", "group.ts"), whole);
    journal.append(graded("gil", "group.ts"), whole);
    expect(asInClass([entry("ivo", "group.ts")], journal)[0].id).toBe("ivo");
  });

  test("refuses an id that could be taken for one that it keeps", () => {
    expect(() => refuseAlike([entry("ada")], ["ben"], "results")).not.toThrow();
    expect(() => refuseAlike([entry("Ben")], ["ben"], "results")).toThrow(
      '"Ben" and "ben", who has results in results',
    );
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
