import stringWidth from "string-width";

/**
 * What stays together in a line: a formula or code in backquotes, a placeholder of a template, a word of Latin letters,
 * or a Chinese letter with the punctuation that may not be parted from it.
 */
const piece = /\s+|[“‘（《〈「]*(?:`[^`]*`|\$\{[^}]*\}|[!-_a-~]+|[^\s“‘（《〈「])[”’）》〉」，。；：？！、…%]*/gu;

/**
 * Breaks a text into lines of at most so many columns, if it can be broken. Every line but the last keeps the spaces that
 * it ends in.
 */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const [next] of text.matchAll(piece)) {
    if (line !== "" && stringWidth((line + next).trimEnd()) > columns) {
      lines.push(line);
      line = "";
    }
    line += next;
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
}
