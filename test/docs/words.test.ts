import { expect, it } from "vitest";
import { brokenParagraphs, typographyProblems } from "../../graders/authoring/translation/typography";
import { repositoryFiles } from "../house/files";
import { readPage } from "./readBlocks";

const [beforeList, list, afterList] = readPage("CONTRIBUTING.md").split(/^## (?:Words|Pages)$/m);

/** The words of the list's last column that pages do not use. Those in parentheses have another meaning, and may be used. */
const avoided = Array.from(list.matchAll(/^\| \*\*.*\| (.*?) ?\|$/gm), ([, words]) =>
  words.replaceAll(/\([^)]*\)/g, ""),
)
  .flatMap((words) => words.split(","))
  .map((word) => word.trim())
  .filter((word) => word !== "");

const pages = repositoryFiles().filter((file) => /^(docs\/.*|[A-Z]+(\.zh-CN)?|\.github\/.*)\.md$/.test(file));

function textOf(page: string): string {
  return page === "CONTRIBUTING.md" ? beforeList + afterList : readPage(page);
}

/** What a page says in its own words: no blocks, which show what programs print, and no code. */
function proseOf(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```$/gm, "").replaceAll(/`[^`]*`/g, "");
}

function found(prose: string): string[] {
  return avoided.filter((word) => new RegExp(`\\b${word.replaceAll(" ", "\\s+")}(?:e?s)?\\b`, "i").test(prose));
}

it("reads the word list", () => {
  expect(avoided).toEqual(expect.arrayContaining(["known mistake", "instructor", "cohort", "variant"]));
  expect(avoided.join()).not.toContain("(");
  expect(found(proseOf("Instructors see the known\nmistakes of `variant`.")).toSorted()).toEqual([
    "instructor",
    "known mistake",
  ]);
});

it.each(pages)("%s uses the words of the list in CONTRIBUTING.md", (page) => {
  expect(found(proseOf(textOf(page)))).toEqual([]);
});

const chinesePages = pages.filter((page) => /^(docs\/zh-CN\/.*|README\.zh-CN)\.md$/.test(page));

it.each(chinesePages)("%s is set as Chinese is", (page) => {
  const prose = readPage(page).replaceAll(/^```[\s\S]*?^```$/gm, "");
  expect(prose.split(/\n| \| ?/).flatMap(typographyProblems)).toEqual([]);
  expect(brokenParagraphs(prose)).toEqual([]);
});
