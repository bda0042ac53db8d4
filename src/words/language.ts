import type { Locale } from "./locale";

let current: Locale = "en";

/** The language in which this process speaks now; English, until somebody chooses another. */
export function languageInUse(): Locale {
  return current;
}

/** From now on, this process speaks another language. */
export function speak(locale: Locale): void {
  current = locale;
}

/** What `say` gives in a language; afterwards, the process speaks as before. */
export function inLanguage<T>(locale: Locale, say: () => T): T {
  const before = current;
  current = locale;
  try {
    return say();
  } finally {
    current = before;
  }
}
