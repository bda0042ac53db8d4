import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { csvRow } from "../../../graders/report/formats/csvRow";

const parse = (text: string, delimiter = ","): string[][] => Papa.parse<string[]>(text, { delimiter }).data;

describe("A row of CSV", () => {
  test.each(["a,b", 'say "hi"', "two\r\nlines", "two\nlines", " padded ", "", "naïve 学生", '"', "a;b\tc"])(
    "gives %j back",
    (text) => {
      expect(parse(csvRow([text, 1, null, "end"]))[0]).toEqual([text, "1", "", "end"]);
    },
  );

  test("gives any text back that is no formula", () => {
    const texts = fc.array(fc.string({ unit: "grapheme" }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(texts, (cells) => {
        const [read] = parse(csvRow(["first", ...cells]));
        expect(read.map((cell) => cell.replace(/^'/, ""))).toEqual([
          "first",
          ...cells.map((cell) => cell.replace(/^'/, "")),
        ]);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "|calc",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "＝1+1",
    "\u200b=1",
    "\u00a0@SUM(A1)",
  ])("makes a text of what a spreadsheet would take for a formula: %j", (formula) => {
    expect(parse(csvRow(["ada", formula]))[0]).toEqual(["ada", `'${formula}`]);
  });

  test("never writes a formula as another cell that has its apostrophe already", () => {
    const cells = ["=1", "'=1", "''=1", "' =1", "\t=1", "'\t=1", "\tx", "'\tx", "＝1", "'＝1"];
    const written = cells.map((cell) => csvRow([cell]));
    expect(new Set(written).size).toBe(cells.length);
  });

  test("keeps a formula inside its cell where semicolons or tabs separate them", () => {
    for (const delimiter of [";", "\t"]) {
      const [cells] = parse(csvRow([`ada${delimiter}=1+1`]), delimiter);
      expect(cells.filter((cell) => cell.startsWith("="))).toEqual([]);
    }
  });

  test("leaves numbers as they are, and Canvas's padded label too", () => {
    expect(csvRow(["    Points Possible", -1.5, null])).toBe('"    Points Possible",-1.5,\r\n');
  });
});
