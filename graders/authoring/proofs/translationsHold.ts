import { folderOf } from "../../course/folderOf";
import { englishOf } from "../translation/englishOf";
import { reviewTranslation } from "../translation/reviewTranslation";
import { localesOf, readTranslation } from "../translation/Translation";
import type { Proof } from "./Proof";

/** In every other language, the assignment says what it says in English; one without translations has nothing to prove. */
export const translationsHold: Proof = async ({ course, assignment }) => {
  const folder = folderOf(course, assignment);
  const locales = localesOf(folder);
  if (locales.length === 0) return [];
  const english = await englishOf(course, assignment);
  return locales.flatMap((locale) => reviewTranslation(course, english, readTranslation(folder, locale)));
};
