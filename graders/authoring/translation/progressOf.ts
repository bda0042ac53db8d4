import type { English } from "./englishOf";
import type { Translation } from "./Translation";
import { isTranslated } from "./translateCells";

/** How much of a translation is done. */
export interface Progress {
  done: number;
  total: number;
}

export function progressOf(english: English, translation: Translation): Progress {
  const texts = new Map(translation.passages.map(({ hash, text }) => [hash, text]));
  const messages = { ...translation.messages, ...translation.staffMessages };
  const all = [
    ...english.passages.map(({ hash, text }) => isTranslated(text, texts.get(hash) ?? "")),
    ...english.strings.map((key) => typeof translation.strings[key] === "string"),
    ...Object.entries({ ...english.messages, ...english.staffMessages }).map(
      ([key, en]) => messages[key]?.en === en && messages[key].translated !== null,
    ),
  ];
  return { done: all.filter(Boolean).length, total: all.length };
}
