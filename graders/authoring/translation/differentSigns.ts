import { changedPlaceholders, changedShape } from "./changedText";
import { differences } from "./differences";
import type { English } from "./englishOf";
import { codeWithoutTexts } from "./literals";
import { type Pair, translatedPairs, translatedStrings } from "./pairs";
import { type Signs, signsOf } from "./prose";
import { setOffDifferences } from "./setOffFormulas";
import type { Translation } from "./Translation";
import { translateCode } from "./translateCode";

/** Where the formulas of a text are not those of the English one. */
export function differentFormulas(translation: Translation, english: English): string[] {
  return each(translatedPairs(translation, english), (pair) => [
    ...signs("formulas", pair),
    ...(pair.names ? setOffDifferences(pair.english, pair.translated, pair.names) : []),
  ]);
}

/** Where code, names of parameters or placeholders are not those of the English text, or given code would be other code. */
export function differentCode(translation: Translation, english: English): string[] {
  const ofTexts = each(translatedPairs(translation, english), (pair) => [
    ...signs("code", pair),
    ...differences("parameters", parameters(pair.english), parameters(pair.translated)),
  ]);
  const ofStrings = each(translatedStrings(translation), ({ english, translated }) => [
    ...changedShape(english, translated),
    ...changedPlaceholders(english, translated),
  ]);
  const changed = english.code.filter(
    (source) => codeWithoutTexts(source) !== codeWithoutTexts(translateCode(source, translation.strings)),
  );
  const ofCode = changed.map((source) => `code of this cell changes with its texts: ${source.split("\n")[0]}`);
  return [...ofTexts, ...ofStrings, ...ofCode];
}

/** Where other numbers are said than in English. Those of templates are in their placeholders, or beside them. */
export function differentNumbers(translation: Translation, english: English): string[] {
  const strings = translatedStrings(translation).filter(({ english }) => !english.includes("${"));
  return each([...translatedPairs(translation, english), ...strings], (pair) => signs("numbers", pair));
}

/** Where a text leads elsewhere than the English one. */
export function differentLinks(translation: Translation, english: English): string[] {
  return each(translatedPairs(translation, english), (pair) => signs("links", pair));
}

function each(pairs: readonly Pair[], find: (pair: Pair) => string[]): string[] {
  return pairs.flatMap((pair) => find(pair).map((what) => `${pair.place}: ${what}`));
}

function signs(kind: keyof Signs, { english, translated }: Pair): string[] {
  return differences(kind, signsOf(english)[kind], signsOf(translated)[kind]);
}

function parameters(text: string): string[] {
  return Array.from(text.matchAll(/^@(?:param \w+|\w+)/gm), ([match]) => match);
}
