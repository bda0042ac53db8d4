import { expect, it } from "vitest";
import { studentPage } from "../../../graders/report/html/studentPage";
import { provideWords } from "../../../src/words/words";
import { zhCN } from "../../../src/words/zh-CN";
import { sampleClass, sampleReport } from "./sampleReport";

provideWords("zh-CN", zhCN);

it("speaks the language in which learners are told results", () => {
  const [graded] = sampleClass;
  const messages = {
    title: { en: sampleReport.assignment.title, translated: "一课" },
    "check f0.a": { en: String(sampleReport.titles.get("f0.a")), translated: "很小的数" },
  };
  const translated = graded.result.functions.map((one) => ({
    ...one,
    checks: one.checks.map((check) => ({ ...check, message: check.message && "形状不对。" })),
  }));
  const page = studentPage({ ...graded, translated }, { ...sampleReport, tongue: { locale: "zh-CN", messages } });
  expect(page).toContain('<html lang="zh-CN">');
  for (const text of ["<h1>一课</h1>", "你的函数", "形状不对。", "（隐藏检查）", "第 2 个代码单元格第 3 行"]) {
    expect(page).toContain(text);
  }
  expect(page).not.toContain("has shape");
  expect(studentPage(graded, sampleReport)).not.toMatch(/\p{Script=Han}/u);
});
