import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isRecord } from "../../src/check/isRecord";
import { foreignLocales } from "../../src/words/locale";
import type { Course } from "./Course";

/** What a course's `package.json` says about it. */
export type CourseManifest = Pick<Course, "title" | "titles">;

/** What the `package.json` in a folder says about a course; null if there is none, or it says nothing. */
export function readManifest(folder: string): CourseManifest | null {
  try {
    const { nablab } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { nablab?: unknown };
    if (!isRecord(nablab) || typeof nablab.title !== "string") return null;
    const said = isRecord(nablab.titles) ? nablab.titles : {};
    const titles = foreignLocales.flatMap((locale) =>
      typeof said[locale] === "string" ? [[locale, said[locale]]] : [],
    );
    return { title: nablab.title, ...(titles.length > 0 && { titles: Object.fromEntries(titles) }) };
  } catch {
    return null;
  }
}
