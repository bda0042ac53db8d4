import type { English } from "./englishOf";
import { type Term, untranslatedTerms } from "./glossary";
import { translatedPairs } from "./pairs";
import type { Translation } from "./Translation";

/** Where a term of the glossary is not said as it should be. */
export function wrongTerms(translation: Translation, english: English, terms: readonly Term[]): string[] {
  return translatedPairs(translation, english).flatMap(({ place, english, translated }) =>
    untranslatedTerms(terms, english, translated).map(
      (term) => `${place}: "${term.english[0]}" is ${term.translations.join(" or ")} in the glossary`,
    ),
  );
}
