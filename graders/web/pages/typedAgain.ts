import { words } from "../../../src/words/words";
import { type Html, html } from "../../report/html/html";

const texts = words.dashboardMarking.typed;

/** Fields for several lines. */
const long = new Set(["text", "reason"]);

/** What a form sent, by the names of its fields. */
export type Fields = Readonly<Record<string, string>>;

/**
 * What somebody typed into a form that could not be acted on, to be changed or sent once more. Fields that were not typed
 * go along unseen.
 */
export function typedAgain(action: string, fields: Fields, send: string = texts.send): Html {
  const labels: Readonly<Record<string, string | undefined>> = texts.labels;
  return html`<form class="card again" method="post" action="${action}">
${Object.entries(fields).map(([name, value]) => {
  const label = labels[name];
  if (label === undefined) return html`<input type="hidden" name="${name}" value="${value}">`;
  return long.has(name)
    ? html`<label>${label}<textarea name="${name}" rows="4">${value}</textarea></label>`
    : html`<label>${label}<input name="${name}" value="${value}"></label>`;
})}
<button>${send}</button>
</form>`;
}
