import { differences } from "./differences";
import { codeWithoutTexts, type Literal, literalsIn } from "./literals";

/** Whether a translated text of given code is no longer what it was: one comment, or one template. */
export function changedShape(key: string, text: string): string[] {
  if (key.startsWith("//") || key.startsWith("/*")) {
    const [first, ...more] = literalsIn(`${text}\n`);
    const isOne =
      more.length === 0 &&
      (first?.key.slice(0, 2) ?? text.slice(0, 2)) === key.slice(0, 2) &&
      text.split("\n").length === key.split("\n").length;
    return isOne ? [] : ["it is not one comment of the same kind"];
  }
  return key.includes("${") && !templateOf(text) ? ["it is not one template"] : [];
}

/** A translation may move the placeholders of a template; texts in them may be translated, too. */
export function changedPlaceholders(key: string, text: string): string[] {
  const [theirs, own] = [templateOf(key), templateOf(text)];
  if (!theirs || !own || !key.includes("${")) return [];
  return differences("placeholders", placeholdersOf(theirs), placeholdersOf(own));
}

function placeholdersOf(template: Literal): string[] {
  return template.placeholders.map(codeWithoutTexts);
}

function templateOf(text: string): Literal | null {
  const source = `\`${text}\``;
  const [literal] = literalsIn(`${source} + "ab"`);
  return literal && literal.start === 0 && literal.kind === "template" ? literal : null;
}
