import { words } from "../words/words";
import type { Assignment, GradedFunction, PublicCheck, Recorded } from "./contract";
import { misreadingId } from "./misreadings";

/** A message, and what it is in another language; null where nobody has translated it. */
export interface TranslatedMessage {
  en: string;
  translated: string | null;
}

/** By a key that says what a message is and whose: `title`, `check <id>`, `misconception <id>`. */
export type Messages = Readonly<Record<string, TranslatedMessage>>;

/** What a message is called in a translation. */
export const messageKey = {
  title: "title",
  check: (id: string): string => `check ${id}`,
  hint: (id: string): string => `hint ${id}`,
  rule: (id: string): string => `rule ${id}`,
  misconception: (id: string): string => `misconception ${id}`,
};

/** A message in another language; in English where it is not translated, or was before it changed. */
export function translatedMessage(messages: Messages, key: string, english: string): string {
  const found = Object.hasOwn(messages, key) ? messages[key] : undefined;
  return found?.en === english ? (found.translated ?? english) : english;
}

/** An assignment that speaks another language, the one that is spoken now. What it checks is the same. */
export function translateAssignment(assignment: Assignment, messages: Messages): Assignment {
  const said = (key: string, english: string): string => translatedMessage(messages, key, english);
  return {
    ...assignment,
    title: said(messageKey.title, assignment.title),
    functions: translateRules(assignment.functions, messages),
    checks: assignment.checks.map((check): PublicCheck => {
      const { id, title, hint } = check;
      return {
        ...check,
        title: said(messageKey.check(id), title),
        ...(hint && { hint: said(messageKey.hint(id), hint) }),
      };
    }),
    recorded: translateRecorded(assignment.recorded, messages),
  };
}

/** Graded functions whose rules speak another language. */
export function translateRules(functions: readonly GradedFunction[], messages: Messages): GradedFunction[] {
  return functions.map((graded) => {
    if (!graded.rules) return graded;
    const rules = graded.rules.map((rule) => ({
      ...rule,
      message: translatedMessage(messages, messageKey.rule(rule.id), rule.message),
    }));
    return { ...graded, rules };
  });
}

function translateRecorded(recorded: Recorded, messages: Messages): Recorded {
  const entries = Object.entries(recorded).map(([check, { misconceptions, ...rest }]) => {
    const translated = misconceptions.map((known) => ({ ...known, message: misconceptionMessage(messages, known) }));
    return [check, { ...rest, misconceptions: translated }] as const;
  });
  return Object.fromEntries(entries);
}

/** One misconception is the library's own. */
export function misconceptionMessage(messages: Messages, { id, message }: { id: string; message: string }): string {
  return id === misreadingId
    ? words.checks.readsDataInOrder
    : translatedMessage(messages, messageKey.misconception(id), message);
}
