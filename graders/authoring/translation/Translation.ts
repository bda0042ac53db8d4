import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Messages } from "../../../src/check/translateAssignment";
import { type ForeignLocale, foreignLocales, type Locale } from "../../../src/words/locale";
import { type Passage, parsePassages } from "./narrative";
import type { Strings } from "./translateCode";

/** An assignment in another language, as the files in its folder say it. */
export interface Translation {
  locale: ForeignLocale;
  /** Of the lesson: its cells, and the documentation of the graded functions. */
  passages: readonly Passage[];
  strings: Strings;
  /** What learners are told. */
  messages: Messages;
  /** What only staff know: titles of hidden checks, and misconceptions that only these tell apart. */
  staffMessages: Messages;
}

/** Where an assignment's translation is kept. */
export function translationFiles(folder: string, locale: ForeignLocale) {
  return {
    passages: join(folder, locale, "notebook.md"),
    strings: join(folder, locale, "strings.json"),
    messages: join(folder, locale, "messages.json"),
    staffMessages: join(folder, "staff", `${locale}.json`),
  };
}

/** The languages that an assignment has a folder for. */
export function localesOf(folder: string): ForeignLocale[] {
  return foreignLocales.filter((locale) => existsSync(join(folder, locale)));
}

/** All languages of an assignment. */
export function languagesOf(folder: string): Locale[] {
  return ["en", ...localesOf(folder)];
}

/** What there is of a translation; a file that is missing says nothing. */
export function readTranslation(folder: string, locale: ForeignLocale): Translation {
  const { passages, ...rest } = translationFiles(folder, locale);
  return {
    locale,
    passages: existsSync(passages) ? parsePassages(readFileSync(passages, "utf8")) : [],
    strings: readJson(rest.strings) as Strings,
    messages: readJson(rest.messages) as Messages,
    staffMessages: readJson(rest.staffMessages) as Messages,
  };
}

function readJson(path: string): unknown {
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}
