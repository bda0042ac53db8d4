import type { Messages } from "../../../src/check/translateAssignment";
import type { ForeignLocale } from "../../../src/words/locale";
import type { English, EnglishPassage } from "./englishOf";
import { type Term, untranslatedTerms } from "./glossary";
import { codeWithoutTexts, type Literal, literalsIn } from "./literals";
import { signsOf } from "./prose";
import type { Translation } from "./Translation";
import { isTranslated } from "./translateCells";
import { translateCode } from "./translateCode";
import { brokenParagraphs, typographyProblems } from "./typography";

/** An English text that has a translation. */
interface Pair {
  /** Where it is, for whoever looks for it. */
  place: string;
  english: string;
  translated: string;
}

/** What is missing in a translation, or translates what is no longer said. */
export function incompleteParts({ locale, ...translation }: Translation, english: English): string[] {
  const own = new Map(translation.passages.map(({ hash, text }) => [hash, text]));
  const current = new Set(english.passages.map(({ hash }) => hash));
  const file = `${locale}/notebook.md`;
  return [
    ...english.passages
      .filter(({ hash, text }) => !isTranslated(text, own.get(hash) ?? ""))
      .map((passage) => `${file}: ${placeOf(passage)} is not translated`),
    ...translation.passages
      .filter(({ hash }) => !current.has(hash))
      .map(({ hash }) => `${file}: ${hash} is stale, the English text has changed`),
    ...english.strings
      .filter((key) => typeof translation.strings[key] !== "string")
      .map((key) => `${locale}/strings.json: ${JSON.stringify(key)} is not translated`),
    ...Object.keys(translation.strings)
      .filter((key) => !english.strings.includes(key))
      .map((key) => `${locale}/strings.json: ${JSON.stringify(key)} is no longer in the code`),
    ...incompleteMessages(`${locale}/messages.json`, translation.messages, english.messages),
    ...incompleteMessages(`staff/${locale}.json`, translation.staffMessages, english.staffMessages),
  ];
}

function incompleteMessages(file: string, known: Messages, english: Readonly<Record<string, string>>): string[] {
  const missing = Object.entries(english).flatMap(([key, en]) => {
    if (!known[key] || known[key].translated === null) return [`${file}: ${key} is not translated`];
    return known[key].en === en ? [] : [`${file}: ${key} is stale, the English text has changed`];
  });
  const needless = Object.keys(known).filter((key) => !Object.hasOwn(english, key));
  return [...missing, ...needless.map((key) => `${file}: ${key} is no message of the assignment`)];
}

function placeOf({ hash, about, text }: EnglishPassage): string {
  return about === "text" ? `${hash} (${text.split("\n")[0].slice(0, 40)})` : `${hash} (the documentation of ${about})`;
}

/** The passages and messages that are translated, and current. */
function translatedPairs({ locale, passages, ...rest }: Translation, english: English): Pair[] {
  const own = new Map(passages.map(({ hash, text }) => [hash, text]));
  const messages = { ...english.messages, ...english.staffMessages };
  return [
    ...english.passages.flatMap(({ hash, text }) => {
      const translated = own.get(hash) ?? "";
      return isTranslated(text, translated)
        ? [{ place: `${locale}/notebook.md: ${hash}`, english: text, translated }]
        : [];
    }),
    ...Object.entries({ ...rest.messages, ...rest.staffMessages }).flatMap(([key, { en, translated }]) =>
      translated !== null && messages[key] === en ? [{ place: key, english: en, translated }] : [],
    ),
  ];
}

/** Where formulas, code, numbers or links are not the same in both languages, or given code would be other code. */
export function differentSigns(translation: Translation, english: English): string[] {
  const ofTexts = translatedPairs(translation, english).flatMap(({ place, english, translated }) => {
    const [own, theirs] = [signsOf(translated), signsOf(english)];
    const kinds = ["formulas", "code", "numbers", "links"] as const;
    return [
      ...kinds.flatMap((kind) => differences(kind, theirs[kind], own[kind])),
      ...differences("indented lines", indented(english), indented(translated)),
      ...differences("parameters", parameters(english), parameters(translated)),
    ].map((difference) => `${place}: ${difference}`);
  });
  const ofStrings = Object.entries(translation.strings).flatMap(([key, text]) =>
    text === null
      ? []
      : changedCode(key, text).map((what) => `${translation.locale}/strings.json: ${JSON.stringify(key)}: ${what}`),
  );
  const changed = english.code.filter(
    (source) => codeWithoutTexts(source) !== codeWithoutTexts(translateCode(source, translation.strings)),
  );
  const ofCode = changed.map((source) => `code of this cell changes with its texts: ${source.split("\n")[0]}`);
  return [...ofTexts, ...ofStrings, ...ofCode];
}

function differences(kind: string, english: readonly string[], translated: readonly string[]): string[] {
  const lacking = without(english, translated);
  const added = without(translated, english);
  if (lacking.length === 0 && added.length === 0) return [];
  return [
    `${kind} differ: ${[...lacking.map((each) => `lacks ${each}`), ...added.map((each) => `adds ${each}`)].join(", ")}`,
  ];
}

/** What is in one list more often than in another. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((each) => {
    const at = left.indexOf(each);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** The formulas and examples of a documentation. */
function indented(text: string): string[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("    "))
    .map((line) => line.trim());
}

function parameters(text: string): string[] {
  return Array.from(text.matchAll(/^@(?:param \w+|\w+)/gm), ([match]) => match);
}

/** A translation may move the placeholders of a template, and must stay what it is: one text, or one comment. */
function changedCode(key: string, text: string): string[] {
  const isComment = key.startsWith("//") || key.startsWith("/*");
  if (isComment) {
    const [first, ...more] = literalsIn(`${text}\n`);
    const isOne =
      more.length === 0 &&
      (first?.key.slice(0, 2) ?? text.slice(0, 2)) === key.slice(0, 2) &&
      text.split("\n").length === key.split("\n").length;
    return isOne
      ? differences("numbers", signsOf(key).numbers, signsOf(text).numbers)
      : ["it is not one comment of the same kind"];
  }
  if (!key.includes("${")) return differences("numbers", signsOf(key).numbers, signsOf(text).numbers);
  const [own, theirs] = [templateOf(text), templateOf(key)];
  if (!own) return ["it is not one template"];
  return differences("placeholders", placeholdersOf(theirs), placeholdersOf(own));
}

/** Texts in them may be translated, too. */
function placeholdersOf(template: Literal | null): string[] {
  return template?.placeholders.map(codeWithoutTexts) ?? [];
}

function templateOf(text: string): Literal | null {
  const source = `\`${text}\``;
  const [literal] = literalsIn(`${source} + "ab"`);
  return literal && literal.start === 0 && literal.kind === "template" ? literal : null;
}

/** Where a term of the glossary is not said as it should be. */
export function wrongTerms(translation: Translation, english: English, terms: readonly Term[]): string[] {
  return translatedPairs(translation, english).flatMap(({ place, english, translated }) =>
    untranslatedTerms(terms, english, translated).map(
      (term) => `${place}: "${term.english[0]}" is ${term.translations.join(" or ")} in the glossary`,
    ),
  );
}

type Setting = (text: string) => string[];

/** How each language is set. */
const settings: Record<ForeignLocale, Setting> = { "zh-CN": typographyProblems };

/** Where a text is not set as texts of that language are. */
export function badTypography(translation: Translation, english: English): string[] {
  const strings = Object.entries(translation.strings).flatMap(([key, text]): Pair[] =>
    text === null
      ? []
      : [{ place: `${translation.locale}/strings.json: ${JSON.stringify(key)}`, english: key, translated: text }],
  );
  const isText = ({ place }: Pair): boolean => place.includes("notebook.md");
  return [...translatedPairs(translation, english), ...strings].flatMap((pair) => {
    // In a template, the end of a line is written as the code has it.
    const problems = settings[translation.locale](pair.translated.replaceAll("\\n", "\n"));
    const broken = isText(pair) ? brokenParagraphs(pair.translated) : [];
    return [...problems, ...broken].map((problem) => `${pair.place}: ${problem}`);
  });
}
