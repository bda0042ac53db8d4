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
  return line === "" && lines.length > 0 ? lines : withoutOrphan([...lines, line]);
}

/** In columns: a letter, or two with a full stop. */
const orphan = 4;

/** So little does not stand in a line of its own: something comes down to it. */
function withoutOrphan(lines: string[]): string[] {
  const [before, last] = lines.slice(-2);
  if (last === undefined || stringWidth(last.trim()) > orphan) return lines;
  const pieces = before.match(piece) ?? [];
  const at = pieces.findLastIndex((each) => each.trim() !== "");
  if (at < 1) return lines;
  return [...lines.slice(0, -2), pieces.slice(0, at).join(""), pieces.slice(at).join("") + last];
}
