/** What a Markdown text says in signs: the same in every language. */
export interface Signs {
  /** Between `$` or `$$`, without spaces, and without the words in them. */
  formulas: string[];
  /** Between backquotes. */
  code: string[];
  /** In digits, outside both. */
  numbers: string[];
  /** Where links lead. */
  links: string[];
}

const formula = /\$\$[\s\S]+?\$\$|\$[^$\n]+(?:\n[^$\n]+)*\$/g;
const code = /(`+)[\s\S]+?\1/g;
const link = /\]\(([^)\s]+)\)|https?:\/\/[^\s)）]+/g;
const number = /(?<![\p{L}\d_.])\d[\d,]*(?:\.\d+)?/gu;

/** The signs of a text, each kind in alphabetical order. */
export function signsOf(text: string): Signs {
  const withoutFormulas = text.replaceAll(formula, " ");
  return {
    formulas: matches(text, formula)
      .map((each) => each.replaceAll(/\\text\{[^}]*\}/g, "").replaceAll(/\s/g, ""))
      .sort(),
    code: matches(withoutFormulas, code)
      .map((each) => each.replaceAll(/\s+/g, " "))
      .sort(),
    numbers: matches(proseOf(text), number)
      .map((each) => each.replaceAll(",", ""))
      .sort(),
    links: matches(text, link).sort(),
  };
}

/** A text without formulas, code and addresses, which leave a space behind. */
export function proseOf(text: string): string {
  return text.replaceAll(formula, " ").replaceAll(code, " ").replaceAll(link, "] ");
}

/** Whether there is anything to translate: a formula alone is the same in every language. */
export function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(proseOf(text));
}

function matches(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([match]) => match);
}
