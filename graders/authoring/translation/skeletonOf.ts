import type { Messages } from "../../../src/check/translateAssignment";
import type { ForeignLocale } from "../../../src/words/locale";
import type { Built } from "../build";
import type { English } from "./englishOf";
import { formatPassages } from "./narrative";
import { type Translation, translationFiles } from "./Translation";

/**
 * The files of a translation as they should be now: what is translated stays, what is missing is there in English (in
 * `notebook.md`) or as null, to be replaced, and what is no longer said in English is gone. A passage whose English has
 * changed stays above the new one, for whoever brings it up to date.
 */
export function skeletonOf(folder: string, locale: ForeignLocale, english: English, translation: Translation): Built[] {
  const files = translationFiles(folder, locale);
  const { messages, staffMessages, strings } = translation;
  const ofStaff = updated(english.staffMessages, { ...messages, ...staffMessages });
  return [
    { path: files.passages, content: passagesText(english, translation) },
    {
      path: files.strings,
      content: json(Object.fromEntries(english.strings.map((key) => [key, strings[key] ?? proposed(key)]))),
    },
    { path: files.messages, content: json(updated(english.messages, { ...staffMessages, ...messages })) },
    ...(Object.keys(ofStaff).length > 0 ? [{ path: files.staffMessages, content: json(ofStaff) }] : []),
  ];
}

const head = "Below each line with a hash stands the translation of the English text with that hash.";

function passagesText(english: English, { passages }: Translation): string {
  const current = new Set(english.passages.map(({ hash }) => hash));
  const own = new Map(passages.map(({ hash, text }) => [hash, text]));
  const texts = english.passages.flatMap(({ hash, about, text }) => [
    ...staleBefore(hash),
    { hash, about, text: own.get(hash) || text },
  ]);
  return formatPassages(head, [...texts, ...staleAtEnd()]);

  /** In the old file, they stand right above the passage, or above others without a translation. */
  function staleBefore(hash: string) {
    const at = passages.findIndex((each) => each.hash === hash);
    return at === -1 ? [] : staleFrom(passages.findLastIndex((each, i) => i < at && current.has(each.hash)) + 1, at);
  }

  function staleAtEnd() {
    return staleFrom(passages.findLastIndex(({ hash }) => current.has(hash)) + 1, passages.length);
  }

  function staleFrom(from: number, to: number) {
    return passages.slice(from, to).map(({ hash, text }) => ({ hash, about: "stale", text }));
  }
}

/** A message whose English has changed is to be translated again. */
function updated(english: Readonly<Record<string, string>>, known: Messages): Messages {
  return Object.fromEntries(
    Object.entries(english).map(([key, en]) => {
      const translated = known[key]?.en === en ? known[key].translated : null;
      return [key, { en, translated }];
    }),
  );
}

/** A single word in small letters, or with capitals in it, is more often a name in the code than a word for readers. */
function proposed(key: string): string | null {
  return /^\s*([a-z][\w-]*|\w+[A-Z\d]\w*)\s*$/.test(key) ? key : null;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
