import { describe, expect, test } from "vitest";
import type { GradedSubmission } from "../../../graders/engine/gradeSubmission";
import type { CheckResult } from "../../../graders/engine/results";
import { classReport } from "../../../graders/report/html/classReport";
import { html, scriptData } from "../../../graders/report/html/html";
import { statisticsOf } from "../../../graders/report/html/statistics";
import { studentPage } from "../../../graders/report/html/studentPage";
import type { Report } from "../../../graders/report/Report";

const attack = '</script><script>alert(1)</script><img src=x onerror="alert(2)">';
const check: CheckResult = {
  id: "f.a",
  status: "incorrect",
  points: 0,
  maxPoints: 10,
  hidden: true,
  message: `no ${attack}`,
};

const submission = (id: string, points: number, misconception?: string): GradedSubmission => ({
  result: {
    ...{ id, file: `class/${id}.ts`, sha256: null, status: "graded", score: points, maxScore: 10, durationMs: 1 },
    functions: [
      {
        ...{ name: "f", status: points === 10 ? "correct" : "incorrect", points, maxPoints: 10, followThrough: false },
        checks: [points === 10 ? { ...check, status: "correct", points, message: "" } : { ...check, misconception }],
      },
    ],
  },
  code: [{ name: "f", place: { cell: 2, line: 3 }, source: `const f = () => "${attack}"; // ${attack}` }],
});
const broken: GradedSubmission = {
  result: {
    ...{ id: "carl", file: "carl.ts", sha256: null, status: "not-gradable", score: null, maxScore: 10, durationMs: 1 },
    ...{ error: `near ${attack}`, functions: [] },
  },
  code: [],
};

const graded = [submission("ada", 10), submission(attack, 0, "forgot"), submission("bob", 0, "forgot"), broken];
const report: Report = {
  head: { schema: "nablab.results/1", assignment: "a", seed: 1, versions: { nablab: "1", node: "2" } },
  assignment: { number: 1, slug: "a", title: "A", functions: [{ name: "f", points: 10 }], checks: [], recorded: {} },
  titles: new Map([["f.a", "the title"]]),
  ...{ maxScore: 10, count: graded.length },
  submissions: () => graded,
};
const page = [...classReport(report)].join("");
/** Without our own scripts, the first of which is a large library. */
const markup = page.replace(/<script>[\s\S]*?<\/script>/g, "");

describe("A class report", () => {
  test("shows everything that a submission brings along, and runs none of it", () => {
    expect(markup).not.toMatch(/<(script|img)/);
    expect(markup.match(/&#60;\/script&#62;/g)?.length).toBeGreaterThanOrEqual(5);
    expect(page.match(/<script>/g)).toHaveLength(2);
  });

  test("allows no script but its own, and loads nothing", () => {
    expect(page).toMatch(/default-src &#39;none&#39;/);
    expect(page.match(/&#39;sha256-/g)).toHaveLength(2);
    expect(markup).not.toMatch(/(src|href)="(?!#)/);
  });

  test("says for each check what it is about, and whether it is hidden", () => {
    expect(markup).toContain("the title");
    expect(markup).toContain("(hidden check)");
  });
});

test("a student's page shows the verdicts and the code, and runs nothing of it", () => {
  const own = studentPage(graded[1], report);
  expect(own).toContain("the title");
  expect(own).toMatch(/<pre>.*alert/);
  expect(own).not.toMatch(/<(script|img)/);
});

describe("Statistics", () => {
  test("are over what got a score", () => {
    const { scores, mean, median, fullMarks, notGradable } = statisticsOf(graded);
    expect({ scores, median, fullMarks, notGradable }).toEqual({
      scores: [0, 0, 10],
      median: 0,
      fullMarks: 1,
      notGradable: 1,
    });
    expect(mean).toBeCloseTo(10 / 3);
  });

  test("count a known mistake once a student", () => {
    expect(statisticsOf(graded).misconceptions).toMatchObject([{ id: "forgot", count: 2 }]);
  });

  test("give the share of submissions that passed", () => {
    expect(statisticsOf(graded).checks).toEqual([{ name: "f.a", passed: 1, total: 3 }]);
  });
});

test("the template escapes what goes in, and keeps what is HTML already", () => {
  expect(html`<b title="${'"<'}">${[html`<i>`, "&", null, 3]}</b>`.text).toBe('<b title="&#34;&#60;"><i>&#38;3</b>');
});

test("data in a script cannot end it", () => {
  expect(scriptData({ a: "</script>\u2028" })).toBe('{"a":"\\u003c/script\\u003e\\u2028"}');
});
