import type { Course } from "../../course/Course";
import { badTypography } from "./badTypography";
import { differentCode, differentFormulas, differentLinks, differentNumbers } from "./differentSigns";
import type { English } from "./englishOf";
import { readGlossary } from "./glossary";
import { missingParts } from "./missingParts";
import { staleParts } from "./staleParts";
import type { Translation } from "./Translation";
import { wrongTerms } from "./wrongTerms";

/** What must hold of a translation, in the order in which it is told. */
export const translationRules = [
  "missing",
  "stale",
  "formulas",
  "code",
  "numbers",
  "links",
  "glossary",
  "typography",
] as const;

export type TranslationRule = (typeof translationRules)[number];

/** For each rule, where an assignment in another language breaks it. */
export type Review = Record<TranslationRule, string[]>;

export function reviewTranslation({ root }: Pick<Course, "root">, english: English, translation: Translation): Review {
  return {
    missing: missingParts(translation, english),
    stale: staleParts(translation, english),
    formulas: differentFormulas(translation, english),
    code: differentCode(translation, english),
    numbers: differentNumbers(translation, english),
    links: differentLinks(translation, english),
    glossary: wrongTerms(translation, english, readGlossary(root, translation.locale)),
    typography: badTypography(translation, english),
  };
}
