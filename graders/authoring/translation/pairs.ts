import type { English } from "./englishOf";
import type { Translation } from "./Translation";
import { isTranslated } from "./translateCells";

/** An English text that has a translation. */
export interface Pair {
  /** Where it is, for whoever looks for it. */
  place: string;
  english: string;
  translated: string;
  /** Of a documentation: the names in the code that it documents. */
  names?: readonly string[];
}

/** The passages and messages that are translated, and current. */
export function translatedPairs({ locale, passages, ...rest }: Translation, english: English): Pair[] {
  const own = new Map(passages.map(({ hash, text }) => [hash, text]));
  const messages = { ...english.messages, ...english.staffMessages };
  return [
    ...english.passages.flatMap(({ hash, text, names }) => {
      const translated = own.get(hash) ?? "";
      return isTranslated(text, translated)
        ? [{ place: `${locale}/notebook.md: ${hash}`, english: text, translated, ...(names && { names }) }]
        : [];
    }),
    ...Object.entries({ ...rest.messages, ...rest.staffMessages }).flatMap(([key, { en, translated }]) =>
      translated !== null && messages[key] === en ? [{ place: key, english: en, translated }] : [],
    ),
  ];
}

/** The texts and comments of given code that are translated. */
export function translatedStrings({ locale, strings }: Translation): Pair[] {
  return Object.entries(strings).flatMap(([english, translated]) =>
    translated === null ? [] : [{ place: `${locale}/strings.json: ${JSON.stringify(english)}`, english, translated }],
  );
}
