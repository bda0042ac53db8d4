const opening = new Map([
  [")", "("],
  ["]", "["],
  ["}", "{"],
]);
const closing = new Map(Array.from(opening, ([close, open]) => [open, close]));
const quotes = "\"'`";

/** Where the bracket opens that closes at `at`; undefined if it does not. What is in strings is skipped. */
export function openingOf(text: string, at: number): number | undefined {
  return otherEnd(text, at, -1, opening, closing);
}

/** Where the bracket closes that opens at `at`. */
export function closingOf(text: string, at: number): number | undefined {
  return otherEnd(text, at, 1, closing, opening);
}

function otherEnd(
  text: string,
  at: number,
  step: 1 | -1,
  inwards: ReadonlyMap<string, string>,
  outwards: ReadonlyMap<string, string>,
): number | undefined {
  let depth = 0;
  for (let i = at; i >= 0 && i < text.length; i += step) {
    if (inwards.has(text[i])) depth++;
    else if (outwards.has(text[i]) && --depth === 0) return i;
    else if (quotes.includes(text[i])) {
      const end = step > 0 ? text.indexOf(text[i], i + 1) : text.lastIndexOf(text[i], i - 1);
      if (end === -1) return undefined;
      i = end;
    }
  }
  return undefined;
}
