import { folderOf } from "../../course/folderOf";
import { englishOf } from "../translation/englishOf";
import { reviewTranslation, type TranslationRule, translationRules } from "../translation/reviewTranslation";
import { localesOf, readTranslation } from "../translation/Translation";
import type { Finding, Proof } from "./Proof";

const what: Record<TranslationRule, string> = {
  missing: "everything is translated",
  stale: "nothing is stale",
  formulas: "formulas are those of the English text",
  code: "code is that of the English text",
  numbers: "numbers are those of the English text",
  links: "links are those of the English text",
  glossary: "terms are those of the glossary",
  typography: "punctuation and spaces are those of the language",
};

/** In every other language, the assignment says what it says in English; one without translations has nothing to prove. */
export const translationsHold: Proof = async ({ course, assignment }) => {
  const folder = folderOf(course, assignment);
  const locales = localesOf(folder);
  if (locales.length === 0) return [];
  const english = await englishOf(course, assignment);
  return locales.flatMap((locale) => {
    const review = reviewTranslation(course, english, readTranslation(folder, locale));
    return translationRules.map((rule): Finding => ({ what: `${locale}: ${what[rule]}`, problems: review[rule] }));
  });
};
