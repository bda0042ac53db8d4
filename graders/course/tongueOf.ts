import type { Assignment } from "../../src/check/contract";
import type { Locale } from "../../src/words/locale";
import { localesOf, readTranslation } from "../authoring/translation/Translation";
import type { Tongue } from "../engine/Tongue";
import type { Course } from "./Course";
import { folderOf } from "./folderOf";
import { provideLanguage } from "./provideLanguage";

/**
 * What an assignment says in another language, with all that only staff know, and the words around it; undefined for
 * English, null if nobody has translated it.
 */
export async function tongueOf(
  course: Course,
  assignment: Assignment,
  locale: Locale,
): Promise<Tongue | null | undefined> {
  if (locale === "en") return undefined;
  const folder = folderOf(course, assignment);
  if (!localesOf(folder).includes(locale)) return null;
  await provideLanguage(locale);
  const { messages, staffMessages } = readTranslation(folder, locale);
  return { locale, messages: { ...messages, ...staffMessages } };
}
