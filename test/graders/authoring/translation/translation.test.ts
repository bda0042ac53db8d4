// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are templates of other code.
import { describe, expect, it } from "vitest";
import { documentationOf, withDocumentation } from "../../../../graders/authoring/translation/documentation";
import type { English } from "../../../../graders/authoring/translation/englishOf";
import { untranslatedTerms } from "../../../../graders/authoring/translation/glossary";
import { codeWithoutTexts, literalsIn } from "../../../../graders/authoring/translation/literals";
import { formatPassages, parsePassages, passageHash } from "../../../../graders/authoring/translation/narrative";
import { signsOf } from "../../../../graders/authoring/translation/prose";
import { reviewTranslation, type TranslationRule } from "../../../../graders/authoring/translation/reviewTranslation";
import { setOffDifferences } from "../../../../graders/authoring/translation/setOffFormulas";
import type { Translation } from "../../../../graders/authoring/translation/Translation";
import { translateCells } from "../../../../graders/authoring/translation/translateCells";
import { translateCode } from "../../../../graders/authoring/translation/translateCode";
import { brokenParagraphs, typographyProblems } from "../../../../graders/authoring/translation/typography";
import { wrap } from "../../../../graders/authoring/translation/wrap";
import { ownCourse } from "../../../ownCourse";

const code = `import { np } from "nablab";

useAssignment("logistic-regression");
// Column i of X,
// as an image.
const names = { "a key": 1 };
if (kind === "some kind") console.log("the cost", \`α = \${rate}, \${steps} steps\`);
plot.line(x, {
  yLabel: "y",
  alt:
    "A valley, and two walks down " +
    "its right side.",
});
`;

const keys = [
  "// Column i of X, as an image.",
  "the cost",
  "α = ${rate}, ${steps} steps",
  "A valley, and two walks down its right side.",
];

describe("literalsIn", () => {
  it("finds texts for readers, each whole, and no names", () => {
    expect(literalsIn(code).map(({ key }) => key)).toEqual(keys);
  });
});

it("takes a template whole, whatever is in its placeholders", () => {
  const source = 'print(`has ${names.join(", ")}, ${f({ a: 1 }) ? "yes" : "no"}`); // Given.\n// YOUR CODE HERE\nf();';
  expect(literalsIn(source).map(({ key }) => key)).toEqual([
    'has ${names.join(", ")}, ${f({ a: 1 }) ? "yes" : "no"}',
    "// Given.",
  ]);
  const translated = translateCode(source, {
    [literalsIn(source)[0].key]: '${f({ a: 1 }) ? "是" : "否"}：${names.join("、")}',
  });
  expect(codeWithoutTexts(translated)).toBe(codeWithoutTexts(source));
});

describe("translateCode", () => {
  const strings = {
    [keys[0]]: "// X 的第 i 列，还原成图片。",
    [keys[1]]: "代价",
    [keys[2]]: "${steps} 步，α = ${rate}",
    [keys[3]]:
      "一条山谷，以及从右侧走下去的两条路线：这一句很长，长到一行里放不下，所以会在标点或者汉字之间断开，分成两段来写。",
  };

  it("changes the texts, and no other code", () => {
    const translated = translateCode(code, strings);
    expect(translated).toContain("// X 的第 i 列，还原成图片。\nconst names");
    expect(translated).toContain('console.log("代价", `${steps} 步，α = ${rate}`);');
    expect(codeWithoutTexts(translated)).toBe(codeWithoutTexts(code));
    expect(literalsIn(translated).map(({ key }) => key)).toEqual(Object.values(strings));
  });

  it("leaves in English what is not translated", () => {
    expect(translateCode(code, { "the cost": null })).toBe(code);
  });
});

describe("wrap", () => {
  it.each([
    ["一二三四五六七", 8, ["一二三四", "五六七"]],
    ["一二三四五", 8, ["一二三", "四五"]],
    ["一二三四五。", 8, ["一二三", "四五。"]],
    ["一二 `a b` 三四", 10, ["一二 ", "`a b` 三四"]],
    ["一二三四五六", 2, ["一", "二", "三", "四", "五", "六"]],
  ])("breaks %s into lines of %i columns, without an orphan", (text, columns, lines) => {
    expect(wrap(text, columns)).toEqual(lines);
    expect(wrap(text, columns).join("")).toBe(text);
  });
});

describe("codeWithoutTexts", () => {
  it.each(["f(x, 1)", 'f(x, "b", g())', "f(`${x}`)"])("tells f(x, 'a') from %s", (other) => {
    expect(codeWithoutTexts(other)).not.toBe(codeWithoutTexts('f(x, "a")'));
  });
});

describe("passages", () => {
  it("are read as they were written", () => {
    const passages = [
      { hash: passageHash("A."), about: "text", text: "甲。\n\n- 乙" },
      { hash: passageHash("B."), about: "f", text: "@param x 丙" },
    ];
    expect(parsePassages(formatPassages("About this file.", passages))).toEqual(
      passages.map(({ hash, text }) => ({ hash, text })),
    );
  });

  it("replace the cells and the documentation that they translate; others stay, with a mark", () => {
    const translation = translationOf({
      passages: [
        passageOf("Half of x.\n\n@param x a number", "x 的一半。\n\n@param x 一个数"),
        passageOf("Old.", "旧。"),
      ],
    });
    const half = "/**\n * Half of x.\n *\n * @param x a number\n */\nfunction half(x) {}";
    const [documented, stale] = translateCells(translation)([
      { type: "code", source: half, graded: "half" },
      { type: "markdown", source: "New." },
    ]);
    expect(documented.source).toBe("/**\n * x 的一半。\n *\n * @param x 一个数\n */\nfunction half(x) {}");
    expect(stale.source).toMatch(/^> \*.*\*\n\nNew\.$/);
  });
});

it("finds documentation where it begins the code, and puts another in its place", () => {
  expect(documentationOf("function f() {}")).toBeNull();
  const source = "/**\n * A.\n *\n *     x = 1\n */\nf();\n";
  expect(documentationOf(source)).toBe("A.\n\n    x = 1");
  expect(withDocumentation(source, "$& A.\n\n    x = 1")).toBe(source.replace("A.", () => "$& A."));
});

it("reads no formula into code, and translates the words of a block of plain text", () => {
  const text = "Key `W${l}`, then `$x`: $a$.\n\n```text\nyes ─▶ 2 more\n```\n\n```ts\nf();\n```";
  expect(signsOf(text)).toEqual({
    formulas: ["$a$"],
    code: ["`$x`", "`W${l}`", "```text", "```ts f(); ```"],
    numbers: ["2"],
    links: [],
  });
  expect(signsOf(text.replace("yes ─▶ 2 more", "是 ─▶ 再来 2 个"))).toEqual(signsOf(text));
});

it("knows formulas, code, numbers and links, and only these", () => {
  expect(signsOf("The 3rd of 1,000: $w^T x$ in `np.dot`, W1, [here](a/b) and $$x = 2$$.")).toEqual({
    formulas: ["$$x=2$$", "$w^Tx$"],
    code: ["`np.dot`"],
    numbers: ["1000", "3"],
    links: ["](a/b)"],
  });
});

describe("untranslatedTerms", () => {
  const terms = [
    { english: ["bias"], translations: ["偏置"] },
    { english: ["bias correction"], translations: ["偏差修正"] },
  ];

  it.each([
    ["The bias $b$", "偏置 $b$", []],
    ["The bias $b$", "参数 $b$", ["bias"]],
    ["With bias\ncorrection", "有偏差修正", []],
    ["Biased, in `bias`", "有偏", []],
  ])("%s: %s", (english, translated, missing) => {
    expect(untranslatedTerms(terms, english, translated).map((term) => term.english[0])).toEqual(missing);
  });
});

describe("typographyProblems", () => {
  it.each([
    "梯度 $dw$ 的形状是 (n, 1)，见 `np.dot`。",
    "**广播**。形状不同时，**行** 和列（各有 3 个）……",
    "形状 (n, m)：`A` 与 B",
    'English only, "with quotes" (and brackets).',
  ])("lets pass: %s", (text) => expect(typographyProblems(text)).toEqual([]));

  it.each([
    "梯度$dw$",
    "第3步",
    "用**mini-batch**训练",
    "第 ${i}步",
    "代价, 然后",
    "代价.",
    "偏置(一个数)",
    "代价 ，然后",
    '他说"好"',
    "等等...",
    "ReLU “死掉”的时候",
    "第 0、100、…… 次",
    "**广播。**形状不同时",
    "写作**`A`**的",
    "３ 步",
  ])("finds: %s", (text) => expect(typographyProblems(text)).not.toEqual([]));

  it("finds lines that end within a paragraph", () => {
    expect(brokenParagraphs("一行\n又一行")).toHaveLength(1);
    expect(brokenParagraphs("一行\n\n- 又一行\n- 再一行\n\n$$x\\text{ 是}\n\\text{数}$$")).toEqual([]);
  });
});

function passageOf(english: string, text: string) {
  return { hash: passageHash(english), text };
}

function translationOf(changed: Partial<Translation>): Translation {
  return { locale: "zh-CN", passages: [], strings: {}, messages: {}, staffMessages: {}, ...changed };
}

function englishOf(changed: Partial<English>): English {
  return { passages: [], code: [], strings: [], messages: {}, staffMessages: {}, ...changed };
}

describe("setOffDifferences", () => {
  const english =
    "J:\n\n    J = 1/m Σ over examples of (y log a)    (all that the model says)\n    window's share = max(x)";
  const names = ["x", "share"];

  it("lets words be translated, and stand elsewhere", () => {
    const translated = "J：\n\n    J = 1/m Σ (y log a)，对样本求和    模型说的\n    窗口的 share = max(x)";
    expect(setOffDifferences(english, translated, names)).toEqual([]);
    expect(setOffDifferences(english, english, names)).toEqual([]);
  });

  it.each([
    ["a name that is missing", "window's share =", "窗口 ="],
    ["a function that is missing", "log a", "a"],
    ["another number", "1/m", "2/m"],
    ["another sign", "= max", "+= max"],
    ["a name too many", "max(x)", "max(x, y)"],
    ["a line that is no longer set off", "    J = 1/m", "  J = 1/m"],
  ])("finds %s", (_, right, wrong) => {
    expect(setOffDifferences(english, english.replace(right, wrong), names)).toHaveLength(1);
  });
});

describe("a review", () => {
  const text = "Take $n$ of 3 labels, see [`f`](a.md).";
  const documentation = "Half.\n\n    y = half of x\n\n@param x a number";
  const english = englishOf({
    passages: [
      { hash: passageHash(text), about: "text", text },
      { hash: passageHash(documentation), about: "half", text: documentation, names: ["half", "x"] },
    ],
    code: ['print("some ${text}", `at ${x} of ${y}`); // Given, of 7.'],
    strings: ["at ${x} of ${y}", "// Given, of 7."],
    messages: { title: "A lesson" },
  });
  const right = translationOf({
    passages: [
      passageOf(text, "从 3 个标签里取 $n$ 个，见 [`f`](a.md)。"),
      passageOf(documentation, "一半。\n\n    y = half x\n\n@param x 一个数"),
    ],
    strings: { "at ${x} of ${y}": "${y} 中的 ${x}", "// Given, of 7.": "// 7 个里已给出的。" },
    messages: { title: { en: "A lesson", translated: "一课" } },
  });
  // Without a glossary, `label` would be no term.
  const review = (changed: Partial<Translation>) => reviewTranslation(ownCourse, english, { ...right, ...changed });
  const brokenRules = (changed: Partial<Translation>): string[] =>
    Object.entries(review(changed)).flatMap(([rule, problems]) => (problems.length > 0 ? [rule] : []));

  it("has nothing to say of a translation that is complete and right", () => {
    expect(brokenRules({})).toEqual([]);
  });

  it.each<[TranslationRule[], string, Partial<Translation>]>([
    [["missing"], "a cell that is missing", { passages: [right.passages[1]] }],
    [["missing"], "a cell that is still English", { passages: [passageOf(text, text), right.passages[1]] }],
    [["missing"], "a string that is missing", { strings: { "// Given, of 7.": "// 7 个里已给出的。" } }],
    [["missing"], "a string that is to be done", { strings: { ...right.strings, "at ${x} of ${y}": null } }],
    [["missing"], "a message that is missing", { messages: {} }],
    [["stale"], "a cell whose English is gone", { passages: [...right.passages, passageOf("Gone.", "没了。")] }],
    [["stale"], "a string that is no longer there", { strings: { ...right.strings, gone: "没了" } }],
    [["stale"], "a message whose English has changed", { messages: { title: { en: "Old", translated: "一课" } } }],
    [
      ["stale"],
      "a message that is no longer there",
      { messages: { ...right.messages, "hint gone": { en: "", translated: "没了" } } },
    ],
    [["formulas"], "a formula that is missing", said("从 3 个标签里取一些，见 [`f`](a.md)。")],
    [["formulas"], "another formula in a documentation", documented("一半。\n\n    y = half z\n\n@param x 一个数")],
    [["code"], "a parameter that is missing", documented("一半。\n\n    y = half x")],
    [["code"], "code that is missing", said("从 3 个标签里取 $n$ 个，见 [这里](a.md)。")],
    [["code"], "a placeholder that is missing", { strings: { ...right.strings, "at ${x} of ${y}": "第 ${x}" } }],
    [
      ["code"],
      "a comment that goes on as code",
      { strings: { ...right.strings, "// Given, of 7.": "// 7 个里已给出的。\nf();" } },
    ],
    [["numbers"], "another number", said("从 4 个标签里取 $n$ 个，见 [`f`](a.md)。")],
    [["numbers"], "another number in code", { strings: { ...right.strings, "// Given, of 7.": "// 已给出。" } }],
    [["links"], "another link", said("从 3 个标签里取 $n$ 个，见 [`f`](b.md)。")],
    [["glossary"], "a term that is said otherwise", said("从 3 个记号里取 $n$ 个，见 [`f`](a.md)。")],
    [["typography"], "a space too few", said("从 3 个标签里取 $n$个，见 [`f`](a.md)。")],
    [
      ["typography"],
      "a mark of half width",
      { strings: { ...right.strings, "// Given, of 7.": "// 7 个里已给出的." } },
    ],
  ])("says that a translation breaks the rule of %s: %s", (rules, _, changed) => {
    expect(brokenRules(changed)).toEqual(rules);
  });

  it("finds a template that ends early", () => {
    expect(brokenRules({ strings: { ...right.strings, "at ${x} of ${y}": "${x}` + f() + `${y}" } })).toContain("code");
  });

  function said(translated: string): Partial<Translation> {
    return { passages: [passageOf(text, translated), right.passages[1]] };
  }

  function documented(translated: string): Partial<Translation> {
    return { passages: [right.passages[0], passageOf(documentation, translated)] };
  }
});
