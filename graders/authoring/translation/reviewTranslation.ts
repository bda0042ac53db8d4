import type { Course } from "../../course/Course";
import type { Finding } from "../proofs/Proof";
import type { English } from "./englishOf";
import { readGlossary } from "./glossary";
import { badTypography, differentSigns, incompleteParts, wrongTerms } from "./review";
import type { Translation } from "./Translation";

/** What is proved of an assignment in another language. */
export function reviewTranslation(
  { root }: Pick<Course, "root">,
  english: English,
  translation: Translation,
): Finding[] {
  const { locale } = translation;
  const terms = readGlossary(root, locale);
  return [
    {
      what: `${locale}: everything is translated, and nothing is stale`,
      problems: incompleteParts(translation, english),
    },
    {
      what: `${locale}: formulas, code and numbers are those of the English text`,
      problems: differentSigns(translation, english),
    },
    { what: `${locale}: terms are those of the glossary`, problems: wrongTerms(translation, english, terms) },
    {
      what: `${locale}: punctuation and spaces are those of the language`,
      problems: badTypography(translation, english),
    },
  ];
}
