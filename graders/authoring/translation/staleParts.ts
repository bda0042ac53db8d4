import type { Messages } from "../../../src/check/translateAssignment";
import type { English } from "./englishOf";
import type { Translation } from "./Translation";

/** What translates a text that is no longer said in English. */
export function staleParts({ locale, ...translation }: Translation, english: English): string[] {
  const current = new Set(english.passages.map(({ hash }) => hash));
  return [
    ...translation.passages
      .filter(({ hash }) => !current.has(hash))
      .map(({ hash }) => `${locale}/notebook.md: ${hash} is stale, the English text has changed`),
    ...Object.keys(translation.strings)
      .filter((key) => !english.strings.includes(key))
      .map((key) => `${locale}/strings.json: ${JSON.stringify(key)} is no longer in the code`),
    ...staleMessages(`${locale}/messages.json`, translation.messages, english.messages),
    ...staleMessages(`staff/${locale}.json`, translation.staffMessages, english.staffMessages),
  ];
}

function staleMessages(file: string, known: Messages, english: Readonly<Record<string, string>>): string[] {
  return Object.entries(known).flatMap(([key, { en, translated }]) => {
    if (!Object.hasOwn(english, key)) return [`${file}: ${key} is no message of the assignment`];
    const isStale = translated !== null && en !== english[key];
    return isStale ? [`${file}: ${key} is stale, the English text has changed`] : [];
  });
}
