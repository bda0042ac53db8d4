/** How deep lists and objects may nest. Valid values have 24 levels at most (see `wire.ts`), with tags in between. */
const maxDepth = 100;

/** Numbers, strings and so on. */
const maxValues = 2 ** 21;

/** Lists, objects and their keys: each takes many times the memory of a number. */
const maxNodes = 2 ** 17;

enum Character {
  quote = 0x22,
  comma = 0x2c,
  colon = 0x3a,
  openBracket = 0x5b,
  backslash = 0x5c,
  closeBracket = 0x5d,
  openBrace = 0x7b,
  closeBrace = 0x7d,
}

/**
 * Whether a text, if it is JSON, can be parsed in not much more memory than it takes itself: two characters, such as
 * `[[`, can become a hundred bytes. Scans the text once, without parsing it.
 */
export function isBoundedJson(text: string): boolean {
  let depth = 0;
  let values = 0;
  let nodes = 0;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case Character.quote:
        i = endOfText(text, i);
        break;
      case Character.comma:
        values += 1;
        break;
      case Character.openBracket:
      case Character.openBrace:
        depth += 1;
        nodes += 1;
        break;
      case Character.colon:
        nodes += 1;
        break;
      case Character.closeBracket:
      case Character.closeBrace:
        depth -= 1;
        break;
    }
    if (depth > maxDepth || values > maxValues || nodes > maxNodes) return false;
  }
  return true;
}

/** The position of the closing quote of the string that starts at `start`. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === Character.backslash) backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}
