import type { Messages } from "../../../src/check/translateAssignment";
import type { English, EnglishPassage } from "./englishOf";
import type { Translation } from "./Translation";
import { isTranslated } from "./translateCells";

/** What nobody has translated, or only what the English text was before. */
export function missingParts({ locale, ...translation }: Translation, english: English): string[] {
  const own = new Map(translation.passages.map(({ hash, text }) => [hash, text]));
  return [
    ...english.passages
      .filter(({ hash, text }) => !isTranslated(text, own.get(hash) ?? ""))
      .map((passage) => `${locale}/notebook.md: ${placeOf(passage)} is not translated`),
    ...english.strings
      .filter((key) => typeof translation.strings[key] !== "string")
      .map((key) => `${locale}/strings.json: ${JSON.stringify(key)} is not translated`),
    ...missingMessages(`${locale}/messages.json`, translation.messages, english.messages),
    ...missingMessages(`staff/${locale}.json`, translation.staffMessages, english.staffMessages),
  ];
}

function missingMessages(file: string, known: Messages, english: Readonly<Record<string, string>>): string[] {
  const isMissing = (key: string): boolean => !known[key] || known[key].translated === null;
  return Object.keys(english)
    .filter(isMissing)
    .map((key) => `${file}: ${key} is not translated`);
}

function placeOf({ hash, about, text }: EnglishPassage): string {
  return about === "text" ? `${hash} (${text.split("\n")[0].slice(0, 40)})` : `${hash} (the documentation of ${about})`;
}
