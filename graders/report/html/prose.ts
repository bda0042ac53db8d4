import { type Html, html } from "./html";

/** A message, with text between backticks shown as code. A message may quote anything, so each piece is escaped. */
export function prose(text: string): Html {
  return html`${text.split(/`([^`]+)`/).map((piece, i) => (i % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;
}
