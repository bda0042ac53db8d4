/** What a Markdown text says in signs: the same in every language. */
export interface Signs {
  /** Between `$` or `$$`, without spaces, and without the words in them. */
  formulas: string[];
  /** Between backquotes. Of a block of plain text only that it is there: its words are translated like others. */
  code: string[];
  /** In digits, outside both. */
  numbers: string[];
  /** Where links lead. */
  links: string[];
}

const plainBlock = /^```text\n([\s\S]*?)^```$/gm;
const code = /(`+)[\s\S]+?\1/g;
const formula = /\$\$[\s\S]+?\$\$|\$[^$\n]+(?:\n[^$\n]+)*\$/g;
const link = /\]\(([^)\s]+)\)|https?:\/\/[^\s)）]+/g;
const number = /(?<![\p{L}\d_.])\d[\d,]*(?:\.\d+)?/gu;

/** The signs of a text, each kind in alphabetical order. */
export function signsOf(text: string): Signs {
  const open = withoutPlainBlocks(text);
  return {
    formulas: matches(open.replaceAll(code, " "), formula)
      .map((each) => each.replaceAll(/\\text\{[^}]*\}/g, "").replaceAll(/\s/g, ""))
      .sort(),
    code: [
      ...matches(open, code).map((each) => each.replaceAll(/\s+/g, " ")),
      ...matches(text, plainBlock).map(fence),
    ].sort(),
    numbers: matches(proseOf(text), number)
      .map((each) => each.replaceAll(",", ""))
      .sort(),
    links: matches(text, link).sort(),
  };
}

/** A text without formulas, code and addresses, which leave a space behind. A dollar sign in code begins no formula. */
export function proseOf(text: string): string {
  return withoutPlainBlocks(text).replaceAll(code, " ").replaceAll(formula, " ").replaceAll(link, "] ");
}

/** Whether there is anything to translate: a formula alone is the same in every language. */
export function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(proseOf(text));
}

/** What is in them stays. */
function withoutPlainBlocks(text: string): string {
  return text.replaceAll(plainBlock, "$1");
}

function fence(): string {
  return "```text";
}

function matches(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([match]) => match);
}
