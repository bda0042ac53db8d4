import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import type { Report } from "../../../graders/report/Report";
import { formatTable } from "../../../graders/report/table";
import { sampleReport } from "./sampleReport";

/** A class of students with these ids, and an assignment with these functions. */
function report(ids: readonly string[], names: readonly string[] = ["f0", "f1"], message = "is wrong"): Report {
  const functions = names.map((name) => ({
    name,
    status: "incorrect" as const,
    points: 2.5,
    maxPoints: 10,
    followThrough: true,
    checks: [{ id: "a", status: "incorrect" as const, points: 2.5, maxPoints: 10, hidden: false, message }],
  }));
  const results = ids.map((id) => ({
    ...{ id, file: "x.ts", sha256: null, status: "graded" as const, score: 12.25, maxScore: 100, durationMs: 1 },
    functions,
  }));
  return {
    ...sampleReport,
    assignment: { ...sampleReport.assignment, functions: names.map((name) => ({ name, points: 10 })) },
    submissions: () => results.map((result) => ({ result, code: [] })),
  };
}

const many = Array.from({ length: 11 }, (_, i) => `backwardPropagationWithRegularization${i}`);
const widest = (text: string): number => Math.max(...text.split("\n").map((line) => stringWidth(line)));

describe("The table for a terminal", () => {
  test("is as wide as the terminal at most, whatever the ids are", () => {
    const id = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
      fc.stringMatching(/^[王芳ＡＢ]{1,60}$/u),
      fc.stringMatching(/^(a|[\u0300-\u0305]){1,60}$/u),
      fc.stringMatching(/^[סאلي 0-9\u200e\u202e\u2066]{1,40}$/u),
      fc.constant("👩‍👩‍👧‍👦".repeat(20)),
    );
    const table = fc.record({
      ids: fc.array(id, { minLength: 1, maxLength: 4 }),
      count: fc.integer({ min: 1, max: many.length }),
      message: fc.string({ unit: "grapheme", maxLength: 200 }),
      width: fc.integer({ min: 20, max: 250 }),
    });
    fc.assert(
      fc.property(table, ({ ids, count, message, width }) => {
        const text = formatTable(report(ids, many.slice(0, count), message), width);
        expect(widest(text)).toBeLessThanOrEqual(width);
        expect(text.match(/12\.25\/100/g)).toHaveLength(ids.length);
        expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test("aligns Chinese names, which take two columns a letter", () => {
    const ids = ["王小明", "ada", "司马相如 (b)"];
    for (const width of [60, Number.POSITIVE_INFINITY]) {
      const lines = formatTable(report(ids), width).split("\n");
      const rows = lines.filter((line) => line.includes("12.25/100"));
      expect(rows).toHaveLength(3);
      const ends = [...rows, lines.find((line) => line.includes("total")) ?? ""].map(
        (line) => stringWidth(line.slice(0, /12\.25\/100|total/.exec(line)?.index)) + (line.includes("total") ? 5 : 9),
      );
      expect(new Set(ends).size).toBe(1);
    }
  });

  test("says less where there is less room: functions by name, by number, or not at all", () => {
    const named = formatTable(report(["ada"], ["sigmoid", "propagate"]), 80);
    expect(named).toMatch(/^student +sigmoid +propagate +total +first problem$/m);
    expect(named).toMatch(/^ada +2\.5\* +2\.5\* +12\.25\/100 +sigmoid: is wrong \(and 1 more\) \(\* corr.*…$/m);
    const numbered = formatTable(report(["ada"], many.slice(0, 5)), 80);
    expect(numbered).toMatch(/^student +1 +2 +3 +4 +5 +total +first problem$/m);
    expect(numbered).toContain(`\n1 ${many[0]}, 2`.slice(0, 20));
    expect(formatTable(report(["ada"], many), 80)).toMatch(/^student +total +first problem$/m);
  });

  test("keeps columns in line for letters that take two columns or none", () => {
    const lines = formatTable(report(["王芳", "Jose\u0301", "ada"]), 80)
      .split("\n")
      .slice(-3);
    const starts = lines.map((line) => stringWidth(line.slice(0, line.indexOf("12.25"))));
    expect(new Set(starts).size).toBe(1);
  });

  test("encloses names that are written from right to left, so that figures stay behind them", () => {
    expect(formatTable(report(["ليلى"]), 80)).toContain("\u200eليلى\u200e ");
    expect(formatTable(report(["ليلى"]))).not.toContain("\u200e");
  });

  test("stacks no more accents on a letter than a language does", () => {
    expect(formatTable(report([`a${"\u0301".repeat(40)}b`]), 80)).toContain(`a${"\u0301".repeat(6)}b`);
  });

  test("is as wide as its texts in a file", () => {
    const text = formatTable(report(["a".repeat(100)], many, "m".repeat(99)));
    expect(text).toContain(`${"a".repeat(100)}  `);
    for (const name of many) expect(text).toContain(name);
    expect(text).toContain("m".repeat(99));
  });
});
