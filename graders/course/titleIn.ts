import type { Locale } from "../../src/words/locale";
import type { Course } from "./Course";

/** What a course is called in a language; in English if it does not say. */
export function titleIn({ title, titles = {} }: Pick<Course, "title" | "titles">, locale: Locale): string {
  return (locale === "en" ? undefined : titles[locale]) ?? title;
}
