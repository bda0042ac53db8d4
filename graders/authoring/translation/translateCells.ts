import type { ForeignLocale } from "../../../src/words/locale";
import type { Cell, Step } from "../notebook/Cell";
import { documentationOf, withDocumentation } from "./documentation";
import { passageHash } from "./narrative";
import { hasWords } from "./prose";
import type { Translation } from "./Translation";
import { type Strings, translateCode } from "./translateCode";

/** Stands above a cell that is shown in English. */
const marks: Record<ForeignLocale, string> = { "zh-CN": "> *本节暂无最新的中文译文，以下为英文原文。*\n\n" };

/** What every notebook says. */
const common: Record<ForeignLocale, Strings> = { "zh-CN": { "// YOUR CODE HERE": "// 在这里写代码" } };

/** Puts another language in the place of English. A text without a current translation stays English, with a mark. */
export function translateCells({ locale, passages, strings }: Translation): Step {
  const current = new Map(passages.map(({ hash, text }) => [hash, text]));
  const translated = (english: string): string | null => {
    const text = current.get(passageHash(english));
    return text === undefined || !isTranslated(english, text) ? null : text;
  };
  return (cells) =>
    cells.map((cell): Cell => {
      if (cell.type === "markdown") return { ...cell, source: translated(cell.source) ?? marks[locale] + cell.source };
      const source = translateCode(cell.source, { ...common[locale], ...strings });
      const documentation = cell.graded === undefined ? null : documentationOf(cell.source);
      const own = documentation === null ? null : translated(documentation);
      return { ...cell, source: own === null ? source : withDocumentation(source, own) };
    });
}

/** Whether a text is more than the English one, which `nablab translate` writes in its place. */
export function isTranslated(english: string, text: string): boolean {
  return text !== "" && (text !== english || !hasWords(english));
}
