import { afterAll, beforeAll, expect, it } from "vitest";
import { inLanguage, speak } from "../../src/words/language";
import { said, saying } from "../../src/words/Saying";
import { provideWords } from "../../src/words/words";
import { zhCN } from "../../src/words/zh-CN";

beforeAll(() => provideWords("zh-CN", zhCN));
afterAll(() => speak("en"));

const conflict = saying("extract", "mergeConflict", 7);

it.each([
  [saying("extract", "blank"), "is empty (only white space)", "文件是空的（只有空白）"],
  [
    saying("intake", "brokenFile", "a.zip", saying("intake", "zipMany", 12, 10)),
    "holds nothing but a.zip, which is a zip file with 12 entries, at most 10 are unpacked",
    "里面只有 a.zip：zip 文件里有 12 项，最多解压 10 项",
  ],
  [saying("outcomes", "unread", { cause: "time", seconds: 10 }), "could not be read within 10 s", "没能在 10 秒内读完"],
])("is said in the language that is spoken, after it was sent as JSON: %j", (what, english, chinese) => {
  const sent = JSON.parse(JSON.stringify(what));
  expect(said(sent)).toBe(english);
  expect(inLanguage("zh-CN", () => said(sent))).toBe(chinese);
});

it("says a text that is in no table as it is", () => {
  expect(inLanguage("zh-CN", () => said("is odd"))).toBe("is odd");
});

it("says what a sentence is about in the same language", () => {
  const place = { cell: 2, line: 1 };
  const chinese = inLanguage("zh-CN", () => said(saying("engine", "leftOut", place, conflict)));
  expect(chinese).toMatch(/^第 2 个代码单元格第 1 行的语句没有采用：文件里有合并冲突的标记，/);
});
