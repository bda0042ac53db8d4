import ts from "typescript";
import { expect, it } from "vitest";
import { localeIn } from "../../src/kernel/compiler/localeIn";

const chosenBy = (cell: string) => localeIn(ts.createSourceFile("cell.ts", cell, ts.ScriptTarget.Latest));

it.each([
  'import { useAssignment } from "nablab";\nuseAssignment("logistic-regression", { locale: "zh-CN" });',
  "useAssignment('cnn', { locale: 'zh-CN' })",
  "useAssignment(`cnn`, { 'locale': `zh-CN` });",
])("finds Chinese where a notebook chooses it: %s", (cell) => expect(chosenBy(cell)).toBe("zh-CN"));

it.each([
  'useAssignment("cnn");',
  'useAssignment("cnn", { locale: "en" });',
  'useAssignment("cnn", { locale: "tlh" });',
  'useAssignment("zh-CN", { note: "zh-CN" });',
  'useAssignment("cnn", options);',
])("takes English where it names no other language: %s", (cell) => expect(chosenBy(cell)).toBe("en"));

it("leaves the language alone where no assignment is chosen", () => {
  expect(chosenBy('const locale = "zh-CN"; check({ locale });')).toBeUndefined();
});
