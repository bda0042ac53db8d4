import { proseOf } from "./prose";

/** A rule of how Chinese is set, and what breaks it. */
const rules: readonly [what: string, broken: RegExp][] = [
  [
    "no space between Chinese and a letter, a figure, a formula or code",
    /\p{Script=Han}[A-Za-z0-9\u0370-\u03ff(]|[A-Za-z0-9\u0370-\u03ff%)]\p{Script=Han}/u,
  ],
  ["a mark of half width after Chinese", /\p{Script=Han}(?:[,;:!?]|\.(?!\w))/u],
  ["brackets of half width around Chinese", /\(\p{Script=Han}|\p{Script=Han}\)/u],
  ["a space beside a mark of full width", /(?<=\S)[ \t][，。；：？！、（）]|[，。；：？！、（）][ \t](?=\S)/u],
  [
    "a space beside quotation marks or dots among Chinese",
    /[ \t][“《]\p{Script=Han}|\p{Script=Han}[”》][ \t](?=\S)|……[ \t]\p{Script=Han}/u,
  ],
  ["straight quotes around Chinese", /"[^"\n]*\p{Script=Han}[^"\n]*"/u],
  ["three full stops", /\.\.\.(?!\w)/u],
  ["letters or figures of full width", /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/u],
];

/**
 * Emphasis that a page shows as stars: Markdown does not close it after punctuation that a letter follows, and does not
 * open it between a letter and punctuation. Chinese has no space there, as other languages do.
 */
function failedEmphasis(text: string): number {
  const spans = text.matchAll(/(?<!\*)(\*{1,2})(?=[^\s*])([^*\n]+)\1(?!\*)/g);
  for (const { 0: whole, 2: inner, index } of spans) {
    const [before, after] = [text.slice(0, index), text.slice(index + whole.length)];
    const opens = !(/^[\p{P}\p{S}]/u.test(inner) && /[\p{L}\p{N}]$/u.test(before));
    const closes = !(/[\p{P}\p{S}]$/u.test(inner) && /^[\p{L}\p{N}]/u.test(after));
    if (!opens || !closes) return index;
  }
  return -1;
}

/** Which rules of Chinese typography a text breaks, and where. */
export function typographyProblems(text: string): string[] {
  const plain = signed(text);
  const found = rules.flatMap(([what, broken]) => {
    const match = broken.exec(plain.replaceAll("*", ""));
    return match ? [`${what}: ${around(plain.replaceAll("*", ""), match.index)}`] : [];
  });
  const stars = failedEmphasis(text);
  return stars === -1 ? found : [...found, `stars beside punctuation, which a page would show: ${around(text, stars)}`];
}

/** Formulas, code and placeholders count as letters. */
function signed(text: string): string {
  const signs = text
    .replaceAll(/\$\{[^}]*\}/g, "V")
    .replaceAll(/\$\$[\s\S]+?\$\$/g, " ")
    .replaceAll(/\$[^$\n]+\$/g, "F")
    .replaceAll(/(`+)[\s\S]+?\1/g, "C")
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1");
  return proseOf(signs);
}

function around(text: string, at: number): string {
  return `…${text.slice(Math.max(0, at - 8), at + 10).replaceAll("\n", " ")}…`;
}

/** Lines that end in the middle of a paragraph: a page shows a space there. */
export function brokenParagraphs(text: string): string[] {
  const withoutBlocks = text.replaceAll(/\$\$[\s\S]+?\$\$|^```[\s\S]*?^```$/gm, (block) => block.replaceAll(/./g, " "));
  const lines = withoutBlocks.split("\n");
  return lines.flatMap((line, i) => {
    const next = lines[i + 1]?.trim() ?? "";
    const goesOn = /[\p{Script=Han}，。；：？！、）”]$/u.test(line) && /^[\p{Script=Han}“（]/u.test(next);
    return goesOn ? [`a paragraph goes over two lines: …${line.slice(-10)}`] : [];
  });
}
