import { type Literal, textsIn } from "./literals";
import { wrap } from "./wrap";

/** Texts of given code in another language, by the English ones; null for those that nobody has translated. */
export type Strings = Readonly<Record<string, string | null>>;

/** As wide as the page of JupyterLab shows without scrolling sideways. */
const columns = 88;

/** The code of a cell with the texts in it in another language, as far as they are known. Nothing else changes. */
export function translateCode(source: string, strings: Strings): string {
  return textsIn(source).reduceRight((text, literal) => {
    const translated = Object.hasOwn(strings, literal.key) ? strings[literal.key] : null;
    if (translated === null || translated === literal.key) return text;
    return text.slice(0, literal.start) + written(literal, translated, source) + text.slice(literal.end);
  }, source);
}

function written({ kind, start }: Literal, text: string, source: string): string {
  const line = source.slice(source.lastIndexOf("\n", start - 1) + 1, start);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  if (kind === "block comment") return text;
  if (kind === "line comment") {
    const lines = wrap(text.replace(/^\/\/\s*/, ""), columns - indent.length - 3);
    return lines.map((each) => `// ${each.trimEnd()}`).join(`\n${indent}`);
  }
  const quote = kind === "string" ? JSON.stringify : (each: string): string => `\`${each}\``;
  // A placeholder stays whole; one with braces in it is not known to `wrap`.
  const pieces = /\$\{[^}]*\{/.test(text) ? [text] : wrap(text, columns - indent.length - 8);
  return pieces.map((each) => quote(each)).join(` +\n${indent}${line.trim() === "" ? "" : "  "}`);
}
