import ts from "typescript";
import { expect, it } from "vitest";
import { compilerWords } from "../../../graders/course/compilerWords";
import { complaintOf } from "../../../graders/extract/parse/complaintOf";
import { inLanguage } from "../../../src/words/language";
import { said } from "../../../src/words/Saying";
import { provideWords } from "../../../src/words/words";
import { zhCN } from "../../../src/words/zh-CN";

provideWords("zh-CN", { ...zhCN, compiler: compilerWords("zh-CN") });

/** The first error in some code. */
function complaintAbout(code: string) {
  const file = ts.createSourceFile("a.ts", code, ts.ScriptTarget.ES2022) as ts.SourceFile & {
    parseDiagnostics: ts.Diagnostic[];
  };
  return complaintOf(file.parseDiagnostics[0]);
}

it.each([
  ["f(1;", "')' expected", "应为“)”"],
  ["const = 1;", "Variable declaration expected", "应为变量声明"],
  ["if (x) { ", "'}' expected", "应为“}”"],
  ["let s = 'abc", "Unterminated string literal", "未终止的字符串字面量"],
])("says in the words of TypeScript's own translation: %s", (code, english, chinese) => {
  const complaint = complaintAbout(code);
  expect(said(complaint)).toContain(english);
  expect(inLanguage("zh-CN", () => said(complaint))).toContain(chinese);
});

it("keeps what it cannot tell apart in English", () => {
  const long = { code: 1005, messageText: `'${"x".repeat(2000)}' expected.` } as ts.Diagnostic;
  expect(complaintOf(long)).toBe(`'${"x".repeat(2000)}' expected`);
  expect(complaintOf({ code: 1005, messageText: "something else." } as ts.Diagnostic)).toBe("something else");
  expect(compilerWords("zh-CN").complaint("odd", "_no_such_message", [])).toBe("odd");
});
