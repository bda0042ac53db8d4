import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { afterAll, describe, expect, test } from "vitest";
import type { GradedSubmission } from "../../../graders/engine/gradeSubmission";
import { Journal } from "../../../graders/engine/Journal";
import { uniqueIds } from "../../../graders/intake/uniqueIds";
import { formats } from "../../../graders/report/formats";
import type { Report } from "../../../graders/report/Report";
import { safeName } from "../../../graders/report/safeName";
import { assignments } from "../../../src/assignments";

const base = mkdtempSync(join(tmpdir(), "nablab-ids-"));
afterAll(() => rmSync(base, { recursive: true }));

const alike = [
  "a",
  "A",
  "ａ",
  "é",
  "e\u0301",
  "É",
  "\u200c",
  "\u200d",
  "\u200b",
  "\u202e",
  ".",
  " ",
  "-",
  "_",
  "\u0007",
  "\n",
];
const folding = [
  "ſ",
  "s",
  "ß",
  "ẞ",
  "SS",
  "ss",
  "İ",
  "i",
  "I",
  "ı",
  "σ",
  "ς",
  "Σ",
  "\u212a",
  "k",
  "ﬁ",
  "fi",
  "\ud800",
  "=",
  "'",
];
const piece = fc.oneof(
  fc.constantFrom(...alike, ...folding, "con", "x".repeat(120)),
  fc.string({ unit: "binary", maxLength: 3 }),
);
const name = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(""));
/** Files of different names in different folders: no two paths are the same. */
const paths = fc.uniqueArray(fc.tuple(fc.constantFrom("", "", "a/", "A/"), name, fc.constantFrom(".ts", ".ipynb")), {
  minLength: 2,
  maxLength: 25,
  selector: (parts) => parts.join(""),
});

type Parts = [string, string, string];
const idsOf = (all: readonly Parts[]): string[] =>
  uniqueIds(all.map((parts) => ({ name: parts[1], shown: parts.join(""), key: parts.join("") })));

/** What different systems and programs do with names before they compare them. */
const foldings: ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toLowerCase(),
  (text) => text.toUpperCase(),
  (text) => text.normalize("NFC").toLowerCase(),
  (text) => text.normalize("NFD").toUpperCase(),
  (text) => text.normalize("NFKC").toLowerCase(),
  (text) => text.normalize("NFKC").toUpperCase().toLowerCase(),
  (text) => text.trim().replace(/[. ]+$/, ""),
  (text) => text.replace(/\p{Cf}+/gu, ""),
];

function expectDistinct(texts: readonly string[]): void {
  for (const fold of foldings) expect(new Set(texts.map(fold)).size).toBe(texts.length);
}

function gradedWith(id: string, score: number): GradedSubmission {
  const common = { file: "x.ts", sha256: "0".repeat(64), maxScore: 100, durationMs: 1, functions: [] };
  return { result: { id, status: "graded", score, ...common }, code: [] };
}

function filesOf(name: string, report: Report): { path: string; text: string }[] {
  const format = formats.find((one) => one.name === name);
  if (!format) throw new Error(`no format ${name}`);
  const files: { path: string; text: string }[] = [];
  for (const { path, chunks } of format.files(report)) files.push({ path, text: [...chunks].join("") });
  return files;
}

const rowsOf = (text: string): string[][] => Papa.parse<string[]>(text, { newline: "\r\n", skipEmptyLines: true }).data;

describe("Whatever the names", () => {
  test("ids are distinct, and so are the names of files that are made from them, on every system", () => {
    fc.assert(
      fc.property(paths, (all) => {
        const ids = idsOf(all);
        expectDistinct(ids);
        expectDistinct(ids.map(safeName));
        for (const id of ids) expect(id).not.toMatch(/^$|(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Surrogate}\u2028\u2029]/u);
      }),
      { seed: 1, numRuns: 600 },
    );
  });

  test("ids do not depend on the order, and those of a class stay when others come whose names are not like theirs", () => {
    fc.assert(
      fc.property(paths, (all) => {
        const ids = idsOf(all);
        expect(idsOf([...all].reverse())).toEqual([...ids].reverse());
        const more: Parts[] = [...all, ["", "Somebody Else", ".ts"], ["", "nobody", ".ipynb"]];
        expect(idsOf(more)).toEqual([...ids, "Somebody Else", "nobody"]);
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  test("each has its own marks in the journal, in every row and on every page", () => {
    fc.assert(
      fc.property(paths, (all) => {
        const ids = idsOf(all);
        const journal = Journal.open(
          mkdtempSync(join(base, "run-")),
          { schema: "nablab.journal/1", assignment: "a", seed: 1, conditions: "c" },
          false,
        );
        for (const [i, id] of ids.entries()) journal.append(gradedWith(id, i + 0.25));
        const scores = ids.map((_, i) => i + 0.25);
        const report: Report = {
          head: { schema: "nablab.results/1", assignment: "a", seed: 1, versions: { nablab: "1", node: "2" } },
          assignment: assignments[0],
          titles: new Map(),
          maxScore: 100,
          count: ids.length,
          submissions: () => ids.map((id) => journal.read(id)),
        };
        expect(ids.map((id) => journal.read(id).result.score)).toEqual(scores);
        journal.close();
        const kept: Report = { ...report, submissions: () => ids.map((id, i) => gradedWith(id, scores[i])) };
        expect(JSON.parse(filesOf("json", kept)[0].text).submissions.map(scoreOf)).toEqual(
          ids.map((id, i) => [id, scores[i]]),
        );
        const rows = rowsOf(filesOf("csv", kept)[0].text).slice(1);
        expect(new Set(rows.map(([id]) => id)).size).toBe(ids.length);
        expect(rows.map((row) => Number(row.at(-4)))).toEqual(scores);
        const gradescope = filesOf("gradescope", kept);
        expectDistinct(gradescope.map(({ path }) => path));
        expect(gradescope.map(({ text }) => JSON.parse(text).score)).toEqual(scores);
      }),
      { seed: 3, numRuns: 40 },
    );
  });

  test("each has a page with its own marks", () => {
    const all: Parts[] = ["Ada", "ada", "می\u200cنا", "مینا", "é", "e\u0301", "con", "CON", "..", "x\u0007", "x"].map(
      (one) => ["", one, ".ts"],
    );
    const ids = idsOf(all);
    const graded = ids.map((id, i) => gradedWith(id, i + 0.25));
    const report: Report = {
      head: { schema: "nablab.results/1", assignment: "a", seed: 1, versions: { nablab: "1", node: "2" } },
      assignment: assignments[0],
      titles: new Map(),
      maxScore: 100,
      count: ids.length,
      submissions: () => graded,
    };
    const [classPage, ...pages] = filesOf("html", report);
    expectDistinct(pages.map(({ path }) => path));
    for (const [i, { text }] of pages.entries()) expect(text).toContain(`<b>${i + 0.25} / 100</b>`);
    const anchors = [...classPage.text.matchAll(/<details class="student card" id="([^"]+)"/g)].map(
      ([, anchor]) => anchor,
    );
    expect(new Set(anchors).size).toBe(ids.length);
  });
});

function scoreOf({ id, score }: { id: string; score: number }): [string, number] {
  return [id, score];
}
