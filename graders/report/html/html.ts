import { escapeHtml } from "../../../src/notebook/escapeHtml";

/** Text that is already HTML. Everything else that goes into a template is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Content = Html | string | number | null | readonly Content[];

/** Template tag: ``html`<td>${studentName}</td>` `` is safe whatever the name holds. */
export function html(strings: TemplateStringsArray, ...values: Content[]): Html {
  return new Html(strings.reduce((text, part, i) => text + render(values[i - 1]) + part));
}

/** HTML that we wrote ourselves, such as a style sheet. */
export function trusted(text: string): Html {
  return new Html(text);
}

/** Data for a script element, as JSON in which nothing can end the element. */
export function scriptData(data: unknown): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function render(value: Content): string {
  if (value === null) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "string" || typeof value === "number") return escapeHtml(String(value));
  return value.map(render).join("");
}
