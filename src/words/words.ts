import { en } from "./en";
import { live, type Translations } from "./live";
import type { Locale } from "./locale";

/**
 * Every sentence that a person reads, by area: texts, and functions of names, numbers and structures, never of finished
 * sentences. Another language is another table of this type, or of some of its areas.
 */
export type Words = typeof en;

const translations: Translations<Words> = {};

/** Makes a language known. Tables are provided by the programs that need them, so that others need not load them. */
export function provideWords(locale: Locale, table: Partial<Words>): void {
  translations[locale] = table;
}

/** In the language that is spoken when an area is read (see `language.ts`), so areas must not be kept. */
export const words: Words = live(en, translations);
