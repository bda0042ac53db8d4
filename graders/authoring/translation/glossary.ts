import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ForeignLocale } from "../../../src/words/locale";
import { proseOf } from "./prose";

/** A term of the field, and how a language may say it. */
export interface Term {
  english: string[];
  /** The first is the one to use. */
  translations: string[];
}

/** The terms of `docs/glossary.<locale>.md` in a course's folder: the rows of its tables, but for the heads. */
export function readGlossary(root: string, locale: ForeignLocale): Term[] {
  const path = join(root, "docs", `glossary.${locale}.md`);
  if (!existsSync(path)) return [];
  const rows = readFileSync(path, "utf8").matchAll(/^\|(.+)\|$/gm);
  const cells = Array.from(rows, ([, row]) => row.split("|").map((cell) => listed(cell)));
  const isRule = (row: readonly string[][]): boolean => /^:?-+:?$/.test(row[0]?.[0] ?? "");
  return cells.flatMap((row, i) => {
    if (isRule(row) || (cells[i + 1] && isRule(cells[i + 1]))) return [];
    const [english = [], own = [], others = []] = row;
    return english.length > 0 ? [{ english, translations: [...own, ...others] }] : [];
  });
}

function listed(cell: string): string[] {
  return cell
    .split(",")
    .map((each) => each.replaceAll("*", "").trim())
    .filter((each) => each !== "");
}

/** The terms in an English text that its translation says in no way that the glossary allows. */
export function untranslatedTerms(terms: readonly Term[], english: string, translated: string): Term[] {
  let left = proseOf(english);
  const own = translated.toLowerCase();
  // Longer terms first: "bias correction" is not about a bias.
  const byLength = terms.toSorted((a, b) => longest(b) - longest(a));
  return byLength.filter(({ english: forms, translations }) => {
    const pattern = new RegExp(`(?<![\\p{L}.-])(?:${forms.map(escaped).join("|")})s?(?![\\p{L}-])`, "giu");
    const without = left.replaceAll(pattern, " ");
    const isThere = without !== left;
    left = without;
    return isThere && !translations.some((each) => own.includes(each.toLowerCase()));
  });
}

function longest({ english }: Term): number {
  return Math.max(...english.map(({ length }) => length));
}

/** Words of a term may be parted by the end of a line. */
function escaped(form: string): string {
  return form.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s+");
}
