import { escapeHtml } from "./escapeHtml";

/** A message as HTML, with text between backticks shown as code. It may quote anything, so each piece is escaped. */
export function prose(text: string): string {
  const pieces = text.split(/`([^`]+)`/).map(escapeHtml);
  return pieces.map((piece, i) => (i % 2 === 1 ? `<code>${piece}</code>` : piece)).join("");
}
