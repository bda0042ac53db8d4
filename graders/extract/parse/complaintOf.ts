import ts from "typescript";
import { type Reason, saying } from "../../../src/words/Saying";

interface Template {
  code: number;
  key: string;
  /** With `{0}`, `{1}`, … for values. */
  message: string;
}

/** TypeScript's messages, which its types leave out. */
const { Diagnostics: templates = {} } = ts as unknown as { Diagnostics?: Record<string, Template> };
const byCode = new Map(Object.values(templates).map((template) => [template.code, template]));

/** A name in it may be as long as a file; looking for it would take too long. */
const maxLength = 1000;

/** What the compiler says of an error, such that it can be said in other languages, too. */
export function complaintOf({ code, messageText }: ts.Diagnostic): Reason {
  const text = ts.flattenDiagnosticMessageText(messageText, " ");
  const english = text.replace(/\.$/, "");
  const template = text.length > maxLength ? undefined : byCode.get(code);
  const values = template && valuesIn(text, template.message);
  return template && values ? saying("compiler", "complaint", english, template.key, values) : english;
}

/** What stands in a text for the values of its template; null if the text is another one. */
function valuesIn(text: string, template: string): string[] | null {
  const places = Array.from(template.matchAll(/\{(\d)\}/g), ([, place]) => Number(place));
  const pattern = template
    .split(/\{\d\}/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("(.*)");
  const found = new RegExp(`^${pattern}$`, "s").exec(text);
  if (!found) return null;
  const values: string[] = [];
  for (const [i, place] of places.entries()) values[place] = found[i + 1];
  return values;
}
