import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { afterEach, describe, expect, it } from "vitest";
import { typographyProblems } from "../../graders/authoring/translation/typography";
import { inLanguage, languageInUse, speak } from "../../src/words/language";
import { live } from "../../src/words/live";
import { zhCN } from "../../src/words/zh-CN";

afterEach(() => speak("en"));

describe("a live table", () => {
  const table = live({ one: "one", two: "two" }, { "zh-CN": { one: "一" } });

  it("speaks the language in use, and English where that says nothing", () => {
    expect(table).toEqual({ one: "one", two: "two" });
    speak("zh-CN");
    expect(table).toEqual({ one: "一", two: "two" });
  });

  it("goes back to the language before", () => {
    expect(inLanguage("zh-CN", () => table.one)).toBe("一");
    expect(() =>
      inLanguage("zh-CN", () => {
        throw new Error("odd");
      }),
    ).toThrow("odd");
    expect([languageInUse(), table.one]).toEqual(["en", "one"]);
  });
});

/** The texts of a table, with a Latin letter for each value in a template. */
function textsOf(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    if (ts.isTemplateExpression(node)) {
      found.push(node.head.text, ...node.templateSpans.map(({ literal }) => literal.text));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest));
  return found.filter((text) => /\p{Script=Han}/u.test(text));
}

describe("Chinese words", () => {
  const folder = path.join(__dirname, "../../src/words/zh-CN");

  it.each(readdirSync(folder))("of %s are set as the glossary's page says", (file) => {
    const texts = textsOf(path.join(folder, file));
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.flatMap(typographyProblems)).toEqual([]);
  });

  it("say where a difference is, and how large", () => {
    const element = { path: "", index: [0, 1], got: Number.NaN, expected: 2 };
    expect(zhCN.differences.finite(element)).toBe("结果中 [0, 1] 处的元素是 NaN，应为 2。");
    const dw = { path: "grads.dw", index: [0, 1], got: 1, expected: 2 };
    expect(zhCN.differences.value(dw, 1, 2)).toBe("grads.dw[0, 1] 是 1，应为 2（2 个元素中有 1 个不同）。");
    expect(zhCN.differences.type("", { type: "number" }, { type: "array", shape: [2, 1] })).toBe(
      "结果应为形状为 (2, 1) 的数组，得到的却是一个数。",
    );
    expect(zhCN.differences.mutated([0, 2])).toBe("它直接修改了自己的第一和第三个参数。");
  });
});
