import { languageInUse } from "./language";
import type { Locale } from "./locale";

/** A table in other languages; what they lack is said in English. */
export type Translations<T> = Partial<Record<Locale, Partial<T>>>;

/** A table whose every entry is read in the language that is spoken at that moment. */
export function live<T extends object>(english: T, translations: Translations<T>): T {
  const table = {} as T;
  for (const key of Object.keys(english) as (keyof T)[]) {
    Object.defineProperty(table, key, {
      enumerable: true,
      get: () => translations[languageInUse()]?.[key] ?? english[key],
    });
  }
  return table;
}
