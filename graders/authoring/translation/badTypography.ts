import type { ForeignLocale } from "../../../src/words/locale";
import type { English } from "./englishOf";
import { type Pair, translatedPairs, translatedStrings } from "./pairs";
import type { Translation } from "./Translation";
import { brokenParagraphs, typographyProblems } from "./typography";

type Setting = (text: string) => string[];

/** How each language is set. */
const settings: Record<ForeignLocale, Setting> = { "zh-CN": typographyProblems };

/** Where a text is not set as texts of that language are. */
export function badTypography(translation: Translation, english: English): string[] {
  const isText = ({ place }: Pair): boolean => place.includes("notebook.md");
  return [...translatedPairs(translation, english), ...translatedStrings(translation)].flatMap((pair) => {
    // In a template, the end of a line is written as the code has it.
    const problems = settings[translation.locale](pair.translated.replaceAll("\\n", "\n"));
    const broken = isText(pair) ? brokenParagraphs(pair.translated) : [];
    return [...problems, ...broken].map((problem) => `${pair.place}: ${problem}`);
  });
}
