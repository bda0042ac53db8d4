import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { GradedSubmission } from "../../../graders/engine/gradeSubmission";
import type { CheckResult } from "../../../graders/engine/results";
import { classReport } from "../../../graders/report/html/classReport";
import { html, scriptData } from "../../../graders/report/html/html";
import { prose } from "../../../graders/report/html/prose";
import { statisticsOf } from "../../../graders/report/html/statistics";
import { studentPage } from "../../../graders/report/html/studentPage";
import type { Report } from "../../../graders/report/Report";
import { readPage } from "./readPage";

const attack = '</script><script>alert(1)</script><img src=x onerror="alert(2)">';
const rule = { id: "f.vectorized", message: "It loops over <b>everything</b>.", loopDepth: 0 };
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
    id,
    file: `class/${id}.ts`,
    sha256: null,
    status: "graded",
    score: points,
    maxScore: 10,
    durationMs: 1,
    functions: [
      {
        name: "f",
        status: points === 10 ? "correct" : "incorrect",
        points,
        maxPoints: 10,
        followThrough: false,
        ...(misconception ? { remarks: [{ ...rule, message: `${rule.message} (\`${attack}\` in line 1)` }] } : {}),
        checks: [points === 10 ? { ...check, status: "correct", points, message: "" } : { ...check, misconception }],
      },
    ],
  },
  code: [{ name: "f", place: { cell: 2, line: 3 }, source: `const f = () => "${attack}"; // ${attack}` }],
});
const broken: GradedSubmission = {
  result: {
    id: "carl",
    file: "carl.ts",
    sha256: null,
    status: "not-gradable",
    score: null,
    maxScore: 10,
    durationMs: 1,
    error: `near ${attack}`,
    functions: [],
  },
  code: [],
};

const graded = [submission("ada", 10), submission(attack, 0, "forgot"), submission("bob", 0, "forgot"), broken];
const report: Report = {
  head: { schema: "nablab.results/1", assignment: "a", seed: 1, versions: { nablab: "1", node: "2" } },
  assignment: {
    number: 1,
    slug: "a",
    title: "A",
    functions: [{ name: "f", points: 10, rules: [rule] }],
    checks: [],
    recorded: {},
  },
  titles: new Map([["f.a", "the title"]]),
  maxScore: 10,
  count: graded.length,
  submissions: () => graded,
};
const page = [...classReport(report)].join("");
/** Without our own scripts, the first of which is a large library. */
const markup = page.replace(/<script>[\s\S]*?<\/script>/g, "");
const elements = readPage(page);

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

  test("is HTML without errors, in which a browser finds two scripts, and nothing that a submission made", () => {
    const scripts = elements.filter(({ name }) => name === "script");
    const hashes = scripts.map(({ text }) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
    const policy = elements.find(({ attributes }) => attributes["http-equiv"] === "Content-Security-Policy");
    expect(policy?.attributes.content.split("script-src ")[1]).toBe(hashes.join(" "));
    expect(elements.filter(({ name }) => ["img", "iframe", "link", "object", "form", "base"].includes(name))).toEqual(
      [],
    );
    const attributes = elements.flatMap((one) => Object.keys(one.attributes));
    expect(attributes.filter((name) => name.startsWith("on") || name === "style" || name === "src")).toEqual([]);
    const links = elements.flatMap(({ attributes: { href } }) => href ?? []);
    const ids = elements.flatMap(({ attributes: { id } }) => (id ? [`#${id}`] : []));
    expect(links).toHaveLength(graded.length);
    expect(links.filter((href) => !ids.includes(href))).toEqual([]);
  });

  test("names the rules on the way a function is written that were broken, and how often", () => {
    const rows = elements.filter(({ name }) => name === "tr").map(({ text }) => text);
    expect(rows).toContain("2It loops over <b>everything</b>. f.vectorized");
  });

  test("says for each check what it is about, and whether it is hidden", () => {
    expect(markup).toContain("the title");
    expect(markup).toContain("(hidden check)");
  });
});

test("a student's page shows the verdicts and the code, and runs nothing of it", () => {
  const own = studentPage(graded[1], report);
  expect(readPage(own).filter(({ name }) => ["script", "img"].includes(name))).toEqual([]);
  expect(own).toContain("the title");
  expect(own).toMatch(/<pre [^>]*>.*alert/);
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

  test("count each student who broke a rule on the way a function is written", () => {
    expect(statisticsOf(graded).remarks).toEqual([{ id: "f.vectorized", count: 2 }]);
  });

  test("count a misconception once per student", () => {
    expect(statisticsOf(graded).misconceptions).toMatchObject([{ id: "forgot", count: 2 }]);
  });

  test("give the share of submissions that passed", () => {
    expect(statisticsOf(graded).checks).toEqual([{ name: "f.a", passed: 1, total: 3 }]);
  });
});

test("the template escapes what goes in, and keeps what is HTML already", () => {
  expect(html`<b title="${'"<'}">${[html`<i>`, "&", null, 3]}</b>`.text).toBe('<b title="&#34;&#60;"><i>&#38;3</b>');
});

describe("A message in a report", () => {
  const render = (text: string) => prose(text).text;

  test("shows what stands between backticks as code", () => {
    expect(render("Use `np.sum(a)`, not `for`.")).toBe("Use <code>np.sum(a)</code>, not <code>for</code>.");
  });

  test.each([
    ["in code", "`<script>alert(1)</script>`", "<code>&#60;script&#62;alert(1)&#60;/script&#62;</code>"],
    ["across its border", "<b `>x</b>` onclick=1>", "&#60;b <code>&#62;x&#60;/b&#62;</code> onclick=1&#62;"],
    ["that ends the code early", "`</code><img src=x>`", "<code>&#60;/code&#62;&#60;img src=x&#62;</code>"],
    ["after escaping twice", "`&lt;img&gt;`", "<code>&#38;lt;img&#38;gt;</code>"],
    ["with one backtick too few", "`a` `<i>", "<code>a</code> &#96;&#60;i&#62;"],
    ["with nothing between backticks", "``<i>``", "&#96;<code>&#60;i&#62;</code>&#96;"],
  ])("keeps markup harmless %s", (_, text, expected) => {
    expect(render(text)).toBe(expected);
    expect(readPage(`<!doctype html><html><head></head><body><p>${render(text)}</p></body></html>`)).toMatchObject([
      { name: "html" },
      { name: "head" },
      { name: "body" },
      { name: "p" },
      ...expected
        .split("<code>")
        .slice(1)
        .map(() => ({ name: "code" })),
    ]);
  });
});

test("data in a script cannot end it", () => {
  expect(scriptData({ a: "</script>\u2028" })).toBe('{"a":"\\u003c/script\\u003e\\u2028"}');
});
