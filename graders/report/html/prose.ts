import { type Html, html } from "./html";

/** A message with what stands between backticks as code. Each piece is escaped by itself: a message may quote anything. */
export function prose(text: string): Html {
  return html`${text.split(/`([^`]+)`/).map((piece, i) => (i % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;
}
