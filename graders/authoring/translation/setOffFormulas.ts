import { differences, without } from "./differences";

/**
 * How the formulas differ that a documentation sets off by four spaces. Their words may be translated, and stand
 * elsewhere; names, numbers and signs are the same.
 *
 * @param names in the code, which are no words
 */
export function setOffDifferences(english: string, translated: string, names: readonly string[]): string[] {
  const [theirs, own] = [piecesOf(english), piecesOf(translated)];
  const fixed = new Set([...names, ...theirs.filter(({ isName }) => isName).map(({ text }) => text)]);
  const [all, left] = [theirs, own].map((pieces) => pieces.map(({ text }) => text));
  // A word may also stay as it is.
  const lacking = without(all, left).filter((text) => fixed.has(text) || !word.test(text));
  return differences("formulas that are set off", lacking, without(left, all));
}

const word = /^(?!(?:log|exp|max|min)$)[a-z]{2,}$/;

/** A name, a number or a sign. */
interface Piece {
  text: string;
  /** Whether it stands where only names do. */
  isName: boolean;
}

/** Punctuation belongs to the words. */
const piece = /(?<=')s\b|[\p{L}_][\p{L}\p{M}\d_{}]*|\d+(?:\.\d+)?|[^\s,;:.']/gu;

function piecesOf(text: string): Piece[] {
  const lines = text.split("\n").filter((line) => line.startsWith("    "));
  return lines.flatMap((line) => {
    const plain = withoutAsides(line).replaceAll(/\p{Script=Han}|[，。；：？！、“”…]/gu, " ");
    return Array.from(plain.matchAll(piece), ({ 0: text, index }) => ({
      text,
      isName: isNamed(plain.slice(0, index), plain.slice(index + text.length)),
    })).filter(({ text }) => text !== "s");
  });
}

/** Brackets around nothing but words. */
function withoutAsides(line: string): string {
  return line.replaceAll(/\(([a-z]{2,}(?: [a-z]+)+)\)|（[\p{Script=Han}，、]+）/gu, " $1 ");
}

/** A function's name stands before its bracket, a variable's before the equals sign that begins the line. */
function isNamed(before: string, after: string): boolean {
  return /^[([]/.test(after) || before.endsWith(".") || (before.trim() === "" && /^\s*\+?=/.test(after));
}
