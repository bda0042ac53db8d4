import { Ajv2020 } from "ajv/dist/2020";
import { parse, type TestSuites } from "junit2json";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import type { GradedSubmission } from "../../../graders/engine/gradeSubmission";
import type { FunctionResult, SubmissionResult } from "../../../graders/engine/results";
import { formats } from "../../../graders/report/formats";
import type { Report } from "../../../graders/report/Report";
import { safeName } from "../../../graders/report/safeName";
import { formatTable } from "../../../graders/report/table";
import gradescopeSchema from "./gradescope.schema.json";
import { violationsOf } from "./junitSchema";
import { parseXml } from "./parseXml";

const f: FunctionResult = {
  name: "f",
  status: "partial",
  points: 2.5,
  maxPoints: 10,
  followThrough: false,
  checks: [
    { id: "f.a", status: "correct", points: 2.5, maxPoints: 2.5, hidden: false, message: "" },
    {
      id: "f.b",
      status: "incorrect",
      points: 0,
      maxPoints: 7.5,
      hidden: true,
      message: 'no "b", <i>\u0007',
      misconception: "forgot-b",
    },
  ],
};
const base = { file: "x.ts", sha256: null, maxScore: 10, durationMs: 1500 };
const results: SubmissionResult[] = [
  { ...base, id: "ada", status: "graded", score: 2.5, functions: [f] },
  { ...base, id: '=HYPERLINK("http://x","y")', status: "graded", score: 2.5, functions: [f] },
  { ...base, id: "../../carl", status: "not-gradable", score: null, error: "is empty", functions: [] },
  { ...base, id: "dora", status: "grader-fault", score: null, error: "no memory", functions: [] },
];
const graded: GradedSubmission[] = results.map((result) => ({ result, code: [] }));
const head: Report["head"] = {
  schema: "nablab.results/1",
  assignment: "a",
  seed: 1,
  versions: { nablab: "1", node: "2" },
  sandbox: "bwrap",
};
const report: Report = {
  head,
  assignment: {
    number: 1,
    slug: "a",
    title: "A, one",
    functions: [{ name: "f", points: 10 }],
    checks: [],
    recorded: {},
  },
  titles: new Map([["f.a", "the title"]]),
  maxScore: 10,
  count: results.length,
  submissions: () => graded,
};

/** The files of a format, by path. */
function filesOf(name: string, from = report): Record<string, string> {
  const format = formats.find((one) => one.name === name);
  if (!format) throw new Error(`no format ${name}`);
  return Object.fromEntries(Array.from(format.files(from), ({ path, chunks }) => [path, [...chunks].join("")]));
}

function parseCsv(text: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text, { newline: "\r\n", skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

describe("Formats", () => {
  test("json, written piece by piece, is the results as a whole", () => {
    expect(JSON.parse(filesOf("json")["results.json"])).toEqual({ ...head, submissions: results });
  });

  test("csv has a row a student and a column a function", () => {
    const [header, ...rows] = parseCsv(filesOf("csv")["results.csv"]);
    const learner = ["id", "login", "name", "email", "section", "late", "attempt"];
    expect(header).toEqual([...learner, "file", "status", "f", "score", "maxScore", "error", "remarks"]);
    const unknown = ["", "", "", "", "", ""];
    expect(rows[0]).toEqual(["ada", ...unknown, "x.ts", "graded", "2.5", "2.5", "10", "", ""]);
    expect(rows[2]).toEqual(["../../carl", ...unknown, "x.ts", "not-gradable", "", "", "10", "is empty", ""]);
  });

  test.each(["csv", "canvas", "moodle"])("no cell of %s is a formula", (name) => {
    const cells = Object.values(filesOf(name)).flatMap(parseCsv).flat();
    expect(cells).toContain('\'=HYPERLINK("http://x","y")');
    expect(cells.filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
  });

  test("canvas has its row of possible points, and no row for who got no grade", () => {
    const rows = parseCsv(filesOf("canvas")["canvas.csv"]);
    expect(rows[0]).toEqual(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "A, one"]);
    expect(rows[1]).toEqual(["    Points Possible", "", "", "", "", "10"]);
    expect(rows.slice(2).map((row) => [row[3], row[5]])).toEqual([
      ["ada", "2.5"],
      ['\'=HYPERLINK("http://x","y")', "2.5"],
    ]);
  });

  test("moodle has feedback, and no row for who got no grade", () => {
    const [, ...rows] = parseCsv(filesOf("moodle")["moodle.csv"]);
    expect(rows).toEqual([
      ["ada", "2.5", 'f: no "b", <i>\u0007'],
      ['\'=HYPERLINK("http://x","y")', "2.5", 'f: no "b", <i>\u0007'],
    ]);
  });

  test("gradescope has a file a student, in which hidden checks wait for publication", () => {
    const files = filesOf("gradescope");
    const { score, tests } = JSON.parse(files["gradescope/ada.json"]);
    expect(score).toBe(2.5);
    expect(tests).toMatchObject([
      { name: "f: the title", status: "passed", score: 2.5, max_score: 2.5, visibility: "visible" },
      { name: "f: f.b", status: "failed", score: 0, max_score: 7.5, visibility: "after_published", tags: ["forgot-b"] },
    ]);
    // A grader fault is no zero for the student.
    expect(Object.keys(files).some((path) => path.includes("dora"))).toBe(false);
  });

  test("gradescope keeps to the fields of its specification", () => {
    const validate = new Ajv2020().compile(gradescopeSchema);
    for (const text of Object.values(filesOf("gradescope"))) {
      validate(JSON.parse(text));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ score: 1, grade: 2 })).toBe(false);
  });

  test("gradescope's tests add up to the score, so that both ways of reading it agree", () => {
    const { score, tests } = JSON.parse(filesOf("gradescope")["gradescope/ada.json"]);
    expect(tests.reduce((sum: number, test: { score: number }) => sum + test.score, 0)).toBe(score);
  });

  test("junit is well-formed, keeps to the usual schema, and counts right", () => {
    const root = parseXml(filesOf("junit")["junit.xml"]);
    expect(violationsOf(root)).toEqual([]);
    expect(root.children.map(({ attributes }) => attributes.name)).toEqual(results.map(({ id }) => id));
    const [{ attributes, children }] = root.children[0].children.slice(1);
    expect({ ...attributes, ...children[0].attributes }).toMatchObject({ classname: "f", message: 'no "b", <i>' });
  });

  test("junit is understood by a reader of such reports", async () => {
    const read = (await parse(filesOf("junit")["junit.xml"])) as TestSuites;
    const suites = (read.testsuite ?? []).map(({ name, tests, failures, errors, testcase = [] }) => ({
      name,
      tests,
      failures,
      errors,
      cases: testcase.map(({ classname, failure, error }) => [classname, (failure ?? error)?.[0].message]),
    }));
    const ofAda = [
      ["f", undefined],
      ["f", 'no "b", <i>'],
    ];
    expect({ name: read.name, suites }).toEqual({
      name: "a",
      suites: [
        { name: "ada", tests: 2, failures: 1, errors: 0, cases: ofAda },
        { name: results[1].id, tests: 2, failures: 1, errors: 0, cases: ofAda },
        { name: results[2].id, tests: 1, failures: 0, errors: 1, cases: [["submission", "is empty"]] },
        { name: "dora", tests: 1, failures: 0, errors: 1, cases: [["submission", "no memory"]] },
      ],
    });
  });

  test("junit's schema refuses what readers would", () => {
    const wrong = '<testsuite name="a" tests="2"><testcase name="b" colour="red"><failure/></testcase></testsuite>';
    expect(violationsOf(parseXml(wrong))).toEqual([
      ...[
        "tests is 2, but there are 1",
        "failures is undefined, but there are 1",
        "errors is undefined, but there are 0",
      ],
      ...["colour of <testcase>", "classname of <testcase>", "type of <failure>"],
    ]);
    for (const broken of ["<a>", "<a></b>", '<a b="1" b="2"/>', "<a>&nbsp;</a>", "<a>\u0007</a>"]) {
      expect(() => parseXml(broken)).toThrow();
    }
  });

  test("remarks on code that is right reach whoever reads the results", async () => {
    const message = "It loops.";
    const noted = { ...f, status: "correct" as const, remarks: [{ id: "f.vectorized", message }] };
    const own: Report = {
      ...report,
      submissions: () => [{ result: { ...results[0], functions: [noted] }, code: [] }],
    };
    expect(JSON.parse(filesOf("json", own)["results.json"]).submissions[0].functions[0].remarks[0].message).toBe(
      message,
    );
    expect(filesOf("html", own)["students/ada.html"]).toContain(message);
    expect(parseCsv(filesOf("moodle", own)["moodle.csv"])[1][2]).toBe("f: It loops.");
    expect(JSON.parse(filesOf("gradescope", own)["gradescope/ada.json"]).output).toBe("f: It loops.");
    expect(parseCsv(filesOf("csv", own)["results.csv"])[1].at(-1)).toBe("f: It loops.");
    const xml = filesOf("junit", own)["junit.xml"];
    expect(violationsOf(parseXml(xml))).toEqual([]);
    expect(((await parse(xml)) as TestSuites).testsuite?.[0]).toMatchObject({ "system-out": ["f: It loops."] });
    expect(formatTable(own)).toContain("(f: It loops.)");
  });

  test("why a file was chosen reaches whoever reads the results", () => {
    const choice = { by: "name" as const, others: ["ada/scratch.ipynb"] };
    const own: Report = { ...report, submissions: () => [{ result: { ...results[0], choice }, code: [] }] };
    const said = "Of 2 files, this one was graded: it has the released name. Passed over: ada/scratch.ipynb.";
    expect(filesOf("html", own)["students/ada.html"]).toContain(said);
    expect(filesOf("html", own)["report.html"]).toContain(said);
    expect(JSON.parse(filesOf("gradescope", own)["gradescope/ada.json"]).output).toBe(said);
    expect(parseCsv(filesOf("csv", own)["results.csv"])[1].at(-1)).toBe(said);
    expect(filesOf("junit", own)["junit.xml"]).toContain(`<system-out>${said}`);
  });

  test("who handed nothing in is nobody's error", () => {
    const { file, error, ...rest } = results[2];
    const absent: SubmissionResult = { ...rest, status: "not-handed-in" };
    const own: Report = { ...report, submissions: () => [{ result: absent, code: [] }] };
    const xml = filesOf("junit", own)["junit.xml"];
    expect(violationsOf(parseXml(xml))).toEqual([]);
    expect(xml).toContain('<skipped message="not handed in"/>');
    expect(filesOf("gradescope", own)).toEqual({});
    expect(filesOf("html", own)["report.html"]).toContain("not handed in");
  });

  test("junit has a case a check, and text that is valid in XML", () => {
    const xml = filesOf("junit")["junit.xml"];
    expect(xml).toContain('<testsuite name="ada" tests="2" failures="1" errors="0">');
    expect(xml).toContain('<failure type="incorrect" message="no &#34;b&#34;, &#60;i&#62;"/>');
    expect(xml).toContain('<error type="not-gradable" message="is empty"/></testcase>');
  });

  test("html has a page for the class and one a student, whose names cannot leave the folder", () => {
    const paths = Object.keys(filesOf("html"));
    expect(paths).toHaveLength(5);
    expect(paths.slice(0, 2)).toEqual(["report.html", "students/ada.html"]);
    for (const path of paths) expect(path).toMatch(/^(students\/)?[\w-]+\.html$/);
  });
});

describe("A file name for a student", () => {
  test("keeps plain names, and tells apart what looks alike afterwards", () => {
    expect(safeName("ada-lovelace_1")).toBe("ada-lovelace_1");
    const ids = [
      "../ada",
      "..\\ada",
      "ada/",
      "Ａda",
      "con",
      "COM7",
      "nul",
      "",
      "a".repeat(300),
      "-rf",
      "--help",
      "a\u200cb",
    ];
    const names = [...ids, "\u00e9", "e\u0301", "é ", "سارا", "ada.", "ada ", "__proto__"].map(safeName);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^\w[\w-]{0,79}$/);
  });

  test("cannot be chosen so that it is another student's", () => {
    const name = safeName("José");
    expect(name).toMatch(/^Jos_-[0-9a-f]{16}$/);
    expect([safeName(name), safeName(name.toUpperCase())].map((one) => one.toLowerCase())).not.toContain(
      name.toLowerCase(),
    );
  });
});
