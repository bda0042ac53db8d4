import { type Messages, messageKey, translatedMessage } from "../../src/check/translateAssignment";
import { inLanguage } from "../../src/words/language";
import type { ForeignLocale } from "../../src/words/locale";

/** A second language, in which learners are told what results say in English. */
export interface Tongue {
  locale: ForeignLocale;
  /** The assignment's, what only staff know included. */
  messages: Messages;
}

/** What is said in the second language; undefined without one. */
export function inTongue<T>(tongue: Tongue | undefined, say: (messages: Messages) => T): T | undefined {
  return tongue && inLanguage(tongue.locale, () => say(tongue.messages));
}

/** The titles of checks, in the second language if there is one. */
export function titlesIn(
  tongue: Tongue | undefined,
  checks: readonly { id: string; title: string }[],
): Map<string, string> {
  const said = (id: string, title: string) => translatedMessage(tongue?.messages ?? {}, messageKey.check(id), title);
  return new Map(checks.map(({ id, title }) => [id, said(id, title)]));
}
