import { type Words, words } from "./words";

/**
 * A sentence by its place in the tables, with what it is about: plain data, which another process can be sent and which
 * can be said in several languages. What it is about may be such a sentence itself.
 */
export interface Saying {
  area: keyof Words;
  key: string;
  about: readonly unknown[];
}

/** Why something is not done or judged. A text that is in no table stays as it is, in English. */
export type Reason = Saying | string;

type AboutOf<Text> = Text extends (...about: infer About) => string
  ? { [Position in keyof About]: About[Position] | Saying }
  : [];

export function saying<Area extends keyof Words, Key extends keyof Words[Area] & string>(
  area: Area,
  key: Key,
  ...about: AboutOf<Words[Area][Key]>
): Saying {
  return { area, key, about };
}

/** A sentence in the language that is spoken now; a text that is in no table as it is. */
export function said(what: Reason): string {
  if (typeof what === "string") return what;
  const text: unknown = (words[what.area] as unknown as Record<string, unknown>)[what.key];
  return typeof text === "function"
    ? text(...what.about.map((each) => (isSaying(each) ? said(each) : each)))
    : String(text);
}

function isSaying(value: unknown): value is Saying {
  return typeof value === "object" && value !== null && "area" in value && "key" in value && "about" in value;
}
