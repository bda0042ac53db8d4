import { type Html, html } from "../../report/html/html";

/** A choice among a few values. @param options values, and what they are called; @param key that goes to it */
export function selectField(
  label: string,
  name: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen: string,
  key?: string,
): Html {
  return html`<label>${label}<select name="${name}"${key === undefined ? null : html` data-key="${key}"`}>${options.map(
    ([value, text]) =>
      value === chosen
        ? html`<option value="${value}" selected>${text}</option>`
        : html`<option value="${value}">${text}</option>`,
  )}</select></label>`;
}
