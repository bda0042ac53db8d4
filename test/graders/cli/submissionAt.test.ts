import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { submissionAt } from "../../../graders/cli/submissionAt";
import { UsageError } from "../../../graders/cli/UsageError";
import { provideLanguage } from "../../../graders/course/provideLanguage";
import { inLanguage } from "../../../src/words/language";

const folder = mkdtempSync(join(tmpdir(), "nablab-submission-"));
const pdf = join(folder, "hw.pdf");

beforeAll(async () => {
  writeFileSync(pdf, "%PDF-1.4");
  await provideLanguage("zh-CN");
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ["en", folder, `${folder} is a PDF; ask for the notebook (.ipynb)`],
  ["zh-CN", folder, `${folder}：提交的是 PDF 文件；请提交笔记本（.ipynb）`],
  ["en", pdf, `${pdf} is neither a notebook (.ipynb) nor a TypeScript file (.ts)`],
  ["zh-CN", pdf, `${pdf}：这既不是笔记本（.ipynb），也不是 TypeScript 文件（.ts）`],
  ["zh-CN", join(folder, "x"), `没有 ${join(folder, "x")} 这个文件或文件夹`],
] as const)("says in %s why there is no submission at %s", (lang, path, message) => {
  expect(() => inLanguage(lang, () => submissionAt(path))).toThrow(new UsageError(message));
});
